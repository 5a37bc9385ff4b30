internal import Git

/// Finds the commits that a history index does not have yet.
struct HistoryWalk {
  let repository: Repository

  /// The branches that have a history, with their tips: main first, then the delegations' by name.
  func tips() throws -> [(name: String, id: ObjectID)] {
    let main = try repository.reference(ReferenceNames.main).map { (name: ReferenceNames.main, id: $0) }
    return (main.map { [$0] } ?? []) + (try repository.references(under: ReferenceNames.delegations))
  }

  /// The commits that can be reached from the tips and that `isKnown` does not know.
  ///
  /// - Parameter isKnown: knows the parents of what it knows.
  /// - Cost: follows the number of commits found.
  func commits(
    of tips: [(name: String, id: ObjectID)], unless isKnown: @escaping (ObjectID) throws -> Bool = { _ in false }
  ) -> CommitWalk {
    CommitWalk(repository, from: tips.map(\.id), unless: isKnown)
  }
}
