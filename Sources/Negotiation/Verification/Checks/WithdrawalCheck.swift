internal import Drafting
internal import Git

/// A withdrawal leaves the chair's text, and its place, of every paragraph that it names; and a proposal that leaves the
/// chair's text of other words is one.
struct WithdrawalCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard case .branch(let code, let position) = commit.line, let line = history.branches[code] else { return [] }
    let main = try Snapshot(history.repository, commit: history.main[line.bases[position]])
    if commit.message.action == .propose { return try proposal(commit, main) }
    guard commit.message.action == .withdraw else { return [] }
    let snapshot = commit.snapshot()
    let order = try commit.order()
    var expected = try commit.oldOrder()
    for identifier in commit.named() { expected.putBack(identifier, asIn: try history.objects.order(of: main)) }
    return try commit.named().compactMap { identifier in
      if try snapshot.file(of: identifier) != main.file(of: identifier) {
        return commit.finding(.withdrawal, path: identifier.path, "it leaves something else than the chair's text")
      }
      if order.places(identifier, otherThan: expected) {
        return commit.finding(
          .withdrawal, path: identifier.path, "it leaves the paragraph where the chair does not have it")
      }
      return nil
    }
  }

  private func proposal(_ commit: VerifiedCommit, _ main: Snapshot) throws -> [Finding] {
    try commit.files.sorted { $0.key < $1.key }.compactMap { identifier, file in
      guard let chairs = try main.file(of: identifier), file.new == chairs,
        let own = try commit.paragraphs(file).old, try own.text != main.paragraph(identifier)?.text
      else { return nil }
      return commit.finding(.withdrawal, path: file.path, "a proposal of the chair's own text")
    }
  }
}
