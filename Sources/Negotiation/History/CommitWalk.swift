internal import Git

/// A commit as it was read on a walk, with the trees of its parents.
struct WalkedCommit: Sendable {
  var commit: Commit
  var parentTrees: [ObjectID]
}

/// The commits that can be reached from some tips and are not known yet, read one after the other, parents before children.
///
/// One tip's commits stand behind those of the tips before it, so neighbours share nearly all of their folders. Each commit
/// is read once; what is kept of it afterwards is its name and that of its tree.
struct CommitWalk {
  private let repository: Repository
  private let isKnown: (ObjectID) throws -> Bool
  private var tips: ArraySlice<ObjectID>
  private var path: [(commit: Commit, parents: ArraySlice<ObjectID>)] = []
  private var trees: [ObjectID: ObjectID] = [:]

  /// - Parameter isKnown: knows the parents of what it knows; may be asked for the same commit again.
  init(_ repository: Repository, from tips: [ObjectID], unless isKnown: @escaping (ObjectID) throws -> Bool) {
    self.repository = repository
    self.tips = tips[...]
    self.isKnown = isKnown
  }

  /// The next commit; `nil` behind the last.
  mutating func next() throws -> WalkedCommit? {
    while true {
      if path.isEmpty {
        guard let tip = tips.popFirst() else { return nil }
        try enter(tip)
      } else if let parent = path[path.count - 1].parents.popFirst() {
        try enter(parent)
      } else {
        let commit = path.removeLast().commit
        return WalkedCommit(commit: commit, parentTrees: try commit.parents.map { try tree(of: $0) })
      }
    }
  }

  private mutating func enter(_ id: ObjectID) throws {
    if try trees[id] != nil || isKnown(id) { return }
    let commit = try repository.commit(id)
    trees[id] = commit.tree
    path.append((commit, commit.parents[...]))
  }

  private func tree(of id: ObjectID) throws -> ObjectID { try trees[id] ?? repository.commit(id).tree }
}
