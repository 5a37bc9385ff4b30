internal import Drafting
internal import Git

/// A withdrawal leaves the chair's text, and its place, of every paragraph that it names.
struct WithdrawalCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard commit.message.action == .withdraw, case .branch(let code, let position) = commit.line,
      let line = history.branches[code]
    else { return [] }
    let main = try Snapshot(history.repository, commit: history.main[line.bases[position]])
    let snapshot = commit.snapshot()
    return try commit.named().compactMap { identifier in
      if try snapshot.file(of: identifier) != main.file(of: identifier) {
        return commit.finding(.withdrawal, path: identifier.path, "it leaves something else than the chair's text")
      }
      let place = try commit.order().place(of: identifier)
      guard try place?.section == history.objects.order(of: main).place(of: identifier)?.section else {
        return commit.finding(
          .withdrawal, path: identifier.path, "it leaves the paragraph where the chair does not have it")
      }
      return nil
    }
  }
}
