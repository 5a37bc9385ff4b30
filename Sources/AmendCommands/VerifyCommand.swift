internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation

let verifyCommand = Command<Session>(
  "verify", "Check everything about the repository",
  discussion: """
    Reads every object, checks that every file means something and is written as amend writes it, that outlines and \
    files agree, that every commit changed what it says, on the branch where it belongs, and does again what can be done \
    again: supports, withdrawals, adoptions, undone decisions, branches that followed main, and kept drafts. One line a \
    finding: where, what, and the kind of the finding. Nothing is written. The exit status is 1 where there is a finding.
    """,
  examples: [
    Example("amend verify", "Check the negotiation here"),
    Example("amend verify --json", "One JSON object for each finding"),
  ]
) { session in
  let path = try session.repositoryPath()
  let progress = Progress(session, "commits verified")
  let report = try Negotiation.verify(
    at: path, program: programStamp(), blameWriter: BlameText.tables, progress: progress.update)
  progress.finish()
  for finding in report.findings {
    let line = session.isJSON ? json(finding).text(.compact) : session.written(finding)
    try session.streams.output.write(line + "\n")
  }
  for note in report.notes { try session.remark(note) }
  if report.findings.isEmpty, !session.isJSON { try session.streams.output.write(report.summary + "\n") }
  return report.findings.isEmpty ? .done : .no
}

extension Session {
  /// `3f2a9c1 paragraphs/00/p0004: what is wrong (the kind)`.
  fileprivate func written(_ finding: Finding) -> String {
    let reference = finding.reference.map { name in
      ["refs/heads/", "refs/tags/"].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
    }
    let place = [finding.commit?.short, reference, finding.path].compactMap { $0 }.joined(separator: " ")
    let start = place.isEmpty ? "" : bold(place) + ": "
    return "\(start)\(finding.message) (\(finding.code.rawValue))"
  }
}

extension VerificationReport {
  fileprivate var summary: String {
    "Verified \(counted(commits, "commit")), \(counted(branches, "delegation's branch", "delegations' branches")) and "
      + "\(counted(revisions, "revision")): nothing is wrong."
  }
}

/// One finding in the schema that the README describes.
private func json(_ finding: Finding) -> JSONValue {
  [
    "code": .string(finding.code.rawValue), "commit": JSONValue(finding.commit?.hex),
    "reference": JSONValue(finding.reference), "path": JSONValue(finding.path), "message": .string(finding.message),
  ]
}
