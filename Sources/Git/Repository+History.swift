import Clibgit2

/// In which order a history is told; a commit never stands on the wrong side of its parents.
package enum HistoryOrder: Sendable {
  case newestFirst, oldestFirst
}

extension Repository {
  /// The commits that can be reached from some and not from others.
  ///
  /// - Parameters:
  ///   - tips: where to begin.
  ///   - hidden: commits that are left out, with all that they reach.
  ///   - order: commits of the same place in the history stand by committer's time.
  ///   - limit: how many at most, counted in that order.
  /// - Throws: `.notFound`, `.wrongKind`.
  /// - Cost: reads the header of each commit in question, and keeps no message.
  package func commits(
    from tips: [ObjectID], hiding hidden: [ObjectID] = [], order: HistoryOrder, limit: Int = .max
  ) throws(GitError) -> [ObjectID] {
    let action = "walk the history"
    let walk = try Handle<WalkObject>(action) { made in unsafe git_revwalk_new(&made, handle.pointer) }
    let sorting = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue
    try walk.call(action) { walk in
      unsafe git_revwalk_sorting(walk, sorting | (order == .oldestFirst ? GIT_SORT_REVERSE.rawValue : 0))
    }
    try refuseAnythingButCommits(tips + hidden, action)
    for (id, isHidden) in tips.map({ ($0, false) }) + hidden.map({ ($0, true) }) {
      var name = id.c
      try walk.call(action) { walk in
        isHidden ? unsafe git_revwalk_hide(walk, &name) : unsafe git_revwalk_push(walk, &name)
      }
    }
    var found: [ObjectID] = []
    while found.count < limit {
      var next = git_oid()
      var isOver = false
      try explainingMissing { () throws(GitError) in
        _ = try walk.call(action) { walk in
          let status = unsafe git_revwalk_next(&next, walk)
          isOver = status == GIT_ITEROVER.rawValue
          return isOver ? 0 : status
        }
      }
      if isOver { break }
      found.append(ObjectID(next))
    }
    return found
  }

  /// The best common ancestor of two commits; `nil` where they have none.
  package func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> ObjectID? {
    let action = "find where \(one) and \(other) parted"
    try refuseAnythingButCommits([one, other], action)
    var (first, second, base) = (one.c, other.c, git_oid())
    let exists = try gateToSomethingOptional(action) {
      unsafe git_merge_base(&base, handle.pointer, &first, &second)
    }
    return exists ? ObjectID(base) : nil
  }

  /// Whether a commit can be reached from another; a commit can be reached from itself.
  package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
    let action = "ask whether \(ancestor) comes before \(descendant)"
    try refuseAnythingButCommits([ancestor, descendant], action)
    if ancestor == descendant { return true }
    var (older, newer) = (ancestor.c, descendant.c)
    return try gate(action) {
      unsafe git_graph_descendant_of(handle.pointer, &newer, &older)
    } == 1
  }

  private func refuseAnythingButCommits(_ ids: [ObjectID], _ action: String) throws(GitError) {
    for id in ids where try kind(of: id) != .commit {
      throw GitError(.wrongKind, action, "\(id) is no commit")
    }
  }
}
