package import Drafting
internal import Git

extension Negotiation {
  /// The commit in which its delegation last wrote each standing proposal: by paragraph, then by the delegation's code.
  ///
  /// - Cost: compares each commit on the delegations' branches with the one before it, until every proposal is found.
  package func proposalCommits(
    _ changes: [StandingChanges], of only: Set<ParagraphIdentifier>? = nil
  ) throws -> [ParagraphIdentifier: [String: String]] {
    var found: [ParagraphIdentifier: [String: String]] = [:]
    for change in changes {
      let code = change.delegation.code.description
      var wanted = Set(change.files.keys.filter { only?.contains($0) ?? true })
      for id in try repository.commits(from: [change.snapshot.commit], hiding: [main.commit], order: .newestFirst) {
        if wanted.isEmpty { break }
        let commit = try repository.commit(id)
        // A merge carries words over; whoever wrote them did so before.
        if commit.parents.count > 1 { continue }
        let parent = try commit.parents.first.map { try repository.commit($0).tree }
        for difference in try repository.differences(between: parent, and: commit.tree) {
          guard let identifier = ParagraphIdentifier(path: difference.path), wanted.remove(identifier) != nil else {
            continue
          }
          found[identifier, default: [:]][code] = id.description
        }
      }
    }
    return found
  }
}
