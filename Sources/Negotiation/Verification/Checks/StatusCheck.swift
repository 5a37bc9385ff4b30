internal import Drafting
internal import Git

/// A delegation proposes words and places: the status of a paragraph, and what stands noted behind it, are the chair's.
struct StatusCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard let action = commit.message.action, action == .propose || action == .importing,
      case .branch(let code, let position) = commit.line, let line = history.branches[code]
    else { return [] }
    var findings: [Finding] = []
    for (identifier, file) in commit.files.sorted(by: { $0.key < $1.key }) {
      let (old, new) = try commit.paragraphs(file)
      guard let new else { continue }
      let main = try Snapshot(history.repository, commit: history.main[line.bases[position]])
      // What is new in the draft had no status that it could lose.
      let known = [try main.paragraph(identifier), old].compactMap { $0 }
      if !known.isEmpty, !known.contains(where: { $0.status == new.status && $0.notes == new.notes }) {
        findings.append(
          commit.finding(.trailers, path: file.path, "its status or its notes changed by '\(action.rawValue)'"))
      }
    }
    return findings
  }
}
