internal import Drafting
internal import Git

/// A kept draft is what consolidating its parents gives: main, the tips of the delegations, and the draft kept before.
struct KeptDraftCheck: RepositoryCheck {
  mutating func look(at commit: VerifiedCommit, in history: VerifiedHistory) throws -> [Finding] {
    guard commit.line == .kept, commit.message.action == .keep, let first = commit.stored.parents.first,
      let place = history.mainPlaces[first]
    else { return [] }
    let negotiation = try Negotiation(history.repository, mainAt: first)
    var path = MainPath(history.repository)
    var changes: [StandingChanges] = []
    for (index, tip) in commit.stored.parents.enumerated().dropFirst() {
      guard let line = history.branches.values.first(where: { $0.positions[tip] != nil }),
        let position = line.positions[tip]
      else {
        let isLast = index == commit.stored.parents.count - 1
        if isLast, try CommitMessage(text: history.repository.commit(tip).message).action == .keep { continue }
        return [commit.finding(.parents, "its parent \(tip.short) stands on no delegation's branch")]
      }
      guard line.bases[position] <= place else {
        return [commit.finding(.parents, "its parent \(tip.short) follows a later state of main")]
      }
      if let last = changes.last, last.delegation.code >= line.delegation.code {
        return [commit.finding(.parents, "its parents are not one tip of each delegation, in the order of the codes")]
      }
      changes.append(try history.changes(of: line, at: position, whenMainWasAt: place, along: &path))
    }
    let consolidation = try negotiation.consolidation(of: changes)
    let files = try negotiation.keptFiles(consolidation) { try history.repository.name(of: $0) }
    guard let parent = commit.parent,
      let different = try history.objects.difference(of: commit.stored.tree, from: parent.tree, changedBy: files)
    else { return [] }
    return [
      commit.finding(
        .keptDraft, path: different,
        "not what consolidating its parents gives; another version of the program may have written it otherwise")
    ]
  }
}
