internal import Git

/// A state that a branch has, or had.
struct BranchTip: Hashable {
  /// The whole name of the branch's reference.
  var name: String
  var id: ObjectID
}

extension Repository {
  /// Whether the repository has the commit and the branch does not reach it: amend never takes a commit off a branch.
  ///
  /// - Parameters:
  ///   - tips: where the branches stand now.
  ///   - parents: of commits that are known, so that they need not be read.
  func isLost(_ tip: BranchTip, now tips: [String: ObjectID], _ parents: [ObjectID: [ObjectID]] = [:]) throws -> Bool {
    var next = tips[tip.name]
    while let id = next, id != tip.id, let before = parents[id] {
      next = before.contains(tip.id) ? tip.id : before.first
    }
    if next == tip.id || !contains(tip.id) { return false }
    guard let now = tips[tip.name] else { return true }
    return try !isAncestor(tip.id, of: now)
  }
}
