internal import Drafting
internal import Git

/// Each revision's tag is annotated, has its own name, marks a kept draft, and says what that was made from; and each
/// revision that the chair made has its tag.
struct RevisionCheck: RepositoryCheck {
  mutating func conclude(_ history: VerifiedHistory) throws -> [Finding] {
    let prefix = ReferenceNames.revision("")
    let repository = history.repository
    var findings: [Finding] = []
    var marked: Set<String> = []
    var symbols: Set<String> = []
    for reference in try repository.references(under: prefix) {
      let complain = { (message: String) in findings.append(Finding(.tag, reference: reference.name, message)) }
      do throws(GitError) {
        guard try repository.kind(of: reference.id) == .tag else {
          complain("the tag is not annotated")
          continue
        }
        let tag = try repository.tag(reference.id)
        marked.formUnion(CommitMessage(text: tag.message).values(.main))
        symbols.formUnion(CommitMessage(text: tag.message).values(.symbol))
        if "refs/tags/" + tag.name != reference.name { complain("it was made as the tag '\(tag.name)'") }
        guard try repository.kind(of: tag.target) == .commit else {
          complain("it marks no commit")
          continue
        }
        if let message = try complaint(tag, repository.commit(tag.target), history) { complain(message) }
      } catch {
        findings.append(Finding(.damagedObject, reference: reference.name, error.description))
      }
    }
    if let waiting = try history.negotiation.waitingRevision() {
      marked.formUnion(CommitMessage(text: try repository.tag(waiting.id).message).values(.main))
    }
    return findings + (try unmarked(besides: marked, symbols, history))
  }

  /// The revisions on main that no tag marks; an undone one needs none, nor one that was finished later under its symbol.
  private func unmarked(
    besides marked: Set<String>, _ symbols: Set<String>, _ history: VerifiedHistory
  ) throws -> [Finding] {
    var known = marked
    var made: [(commit: ObjectID, symbol: String)] = []
    for id in history.main {
      let commit = try history.repository.commit(id)
      let message = CommitMessage(text: commit.message)
      known.formUnion(message.values(.undoes))
      if message.action == .revise { made.append((id, message.first(.symbol) ?? "")) }
    }
    return made.filter { !known.contains($0.commit.hex) && !symbols.contains($0.symbol) }.map {
      Finding(.tag, commit: $0.commit, "no tag marks the revision '\($0.symbol)' that it made")
    }
  }

  private func complaint(_ tag: Tag, _ draft: Commit, _ history: VerifiedHistory) throws(GitError) -> String? {
    let message = CommitMessage(text: tag.message)
    guard CommitMessage(text: draft.message).action == .keep else {
      return "it marks the commit \(draft.id.short), which is no kept draft"
    }
    guard message.first(.main) == draft.parents.first?.hex else {
      return "its trailer 'Main' does not name the chair's text that the draft was made from"
    }
    let tips = message.values(.tip).map { $0.split(separator: " ").map(String.init) }
    let parents = draft.parents.dropFirst().prefix(tips.count)
    guard tips.allSatisfy({ $0.count == 2 }), tips.map({ $0[1] }) == parents.map(\.hex) else {
      return "its trailers 'Tip' do not name the tips that the draft was made from"
    }
    for (tip, parent) in zip(tips, parents) {
      guard let code = try? DelegationCode(tip[0]), let line = history.branches[code] else { continue }
      if line.positions[parent] == nil, history.branches.values.contains(where: { $0.positions[parent] != nil }) {
        return "its trailer 'Tip' gives \(code) the commit \(parent.short), which is another's"
      }
    }
    return nil
  }
}
