internal import Git

/// Finds the commits that a history index does not have yet.
struct HistoryWalk {
  let repository: Repository

  /// The branches that have a history, with their tips: main first, then the delegations' by name.
  func tips() throws -> [(name: String, id: ObjectID)] {
    let main = try repository.reference(ReferenceNames.main).map { (name: ReferenceNames.main, id: $0) }
    return (main.map { [$0] } ?? []) + (try repository.references(under: ReferenceNames.delegations))
  }

  /// All commits of some branches, parents before children, one branch after the other.
  func commits(of tips: [(name: String, id: ObjectID)]) throws -> [ObjectID] {
    var seen: Set<ObjectID> = []
    var found: [ObjectID] = []
    for tip in tips where !seen.contains(tip.id) {
      let hidden = tip.name == ReferenceNames.main ? [] : tips.filter { $0.name == ReferenceNames.main }.map(\.id)
      for commit in try repository.commits(from: [tip.id], hiding: hidden, order: .oldestFirst)
      where seen.insert(commit).inserted { found.append(commit) }
    }
    return found
  }

  /// The commits that can be reached from the tips and that `isKnown` does not know, parents before children.
  ///
  /// - Parameter isKnown: knows the parents of what it knows.
  /// - Cost: follows the number of commits found.
  func commits(of tips: [(name: String, id: ObjectID)], unless isKnown: (ObjectID) throws -> Bool) throws -> [ObjectID]
  {
    var seen: Set<ObjectID> = []
    var found: [ObjectID] = []
    for tip in tips where try seen.insert(tip.id).inserted && !isKnown(tip.id) {
      var path = [(id: tip.id, parents: try repository.commit(tip.id).parents[...])]
      while var last = path.popLast() {
        guard let parent = last.parents.popFirst() else {
          found.append(last.id)
          continue
        }
        path.append(last)
        if seen.insert(parent).inserted, try !isKnown(parent) {
          path.append((parent, try repository.commit(parent).parents[...]))
        }
      }
    }
    return found
  }
}
