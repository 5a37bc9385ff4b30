internal import Drafting
internal import Git

/// What something names is still reached: the branches whose commits a revision, an adoption, a rejection, an amendment,
/// a support or a kept draft names.
struct NamedCommitCheck: RepositoryCheck {
  private var names: [Name] = []
  private var seen: Set<String> = []

  private struct Name {
    var code: String
    /// The beginning of the commit's hash; `nil` where only the branch is named.
    var commit: String?
    var by: String
  }

  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    if commit.line == .other { return [] }
    for key in [CommitMessage.Key.adopted, .rejected] {
      for value in commit.message.values(key) {
        let parts = value.split(separator: " ").map(String.init)
        if parts.count == 2 { note(parts[0], parts[1], "the decision \(commit.id.short) names") }
      }
    }
    if commit.message.action == .support || commit.message.action == .propose, let on = commit.message.first(.on) {
      note(on, nil, "the commit \(commit.id.short) takes up")
    }
    for file in commit.files.values where file.new != nil && commit.line != .kept {
      if let amended = try commit.paragraphs(file).new?.amended {
        note(amended.code.description, amended.commit, "\(file.path) amends")
      }
    }
    guard commit.line == .kept else { return [] }
    // The author of a tip says whose it was, also where its branch is gone.
    for tip in commit.stored.parents.dropFirst() where history.mainPlaces[tip] == nil {
      let email = try history.repository.commit(tip).author.email
      if let delegation = history.negotiation.registry.delegations.first(where: { $0.signatureEmail == email }) {
        note(delegation.code.description, tip.hex, "the kept draft \(commit.id.short) was made from")
      }
    }
    return []
  }

  private mutating func note(_ code: String, _ commit: String?, _ by: String) {
    if seen.insert(code + " " + (commit ?? "")).inserted { names.append(Name(code: code, commit: commit, by: by)) }
  }

  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let repository = history.repository
    for reference in try repository.references(under: ReferenceNames.revision("")) {
      // What is no tag is the check of revisions' business.
      guard try repository.kind(of: reference.id) == .tag else { continue }
      for value in try CommitMessage(text: repository.tag(reference.id).message).values(.tip) {
        let parts = value.split(separator: " ").map(String.init)
        if parts.count == 2 { note(parts[0], parts[1], "\(reference.name.dropFirst("refs/tags/".count)) names") }
      }
    }
    var findings: [Finding] = []
    var lost: Set<String> = []
    for name in names {
      guard let finding = history.loss(of: name.commit, on: name.code, named: name.by) else { continue }
      // One line for a branch that is gone, however much names it.
      if finding.code == .lostBranch, !lost.insert(name.code).inserted { continue }
      findings.append(finding)
    }
    let isThere = try history.repository.reference(ReferenceNames.consolidated) != nil
    for draft in history.lostDrafts {
      findings.append(
        Finding(
          isThere ? .lostCommit : .lostBranch, reference: ReferenceNames.consolidated,
          isThere
            ? "the branch does not reach the kept draft \(draft.short), which a revision marks"
            : "there is no such branch, and a revision marks the kept draft \(draft.short)"))
    }
    return findings
  }
}
