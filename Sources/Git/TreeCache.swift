internal import Clibgit2

/// Folders in git's own form, kept by whoever walks many commits: consecutive ones share nearly all of their folders.
///
/// Two generations: what was not asked for while the younger one filled up is forgotten with the older.
package final class TreeCache {
  private var young: [ObjectID: [UInt8]] = [:]
  private var old: [ObjectID: [UInt8]] = [:]
  private var size = 0
  private let limit: Int

  /// - Parameter limit: how many bytes of folders are kept, at most twice over.
  package init(limit: Int = 8 << 20) { self.limit = limit }

  func bytes(of tree: ObjectID, in repository: Repository) throws(GitError) -> [UInt8] {
    if let known = young[tree] { return known }
    let bytes: [UInt8]
    if let known = old[tree] {
      bytes = known
    } else {
      bytes = try repository.withContent(of: tree, GIT_OBJECT_TREE, "read the tree") { content in
        unsafe content.withUnsafeBytes { unsafe Array($0) }
      }
    }
    size += bytes.count
    if size > limit {
      (old, young) = (young, [:])
      size = bytes.count
    }
    young[tree] = bytes
    return bytes
  }
}

extension Repository {
  /// What stands at a path below a tree; `nil` where nothing does.
  ///
  /// - Parameter path: names joined by `/`, without one at either end.
  package func object(at path: String, in tree: ObjectID, _ trees: TreeCache) throws(GitError) -> ObjectID? {
    var (id, rest) = (tree, Array(path.utf8)[...])
    while true {
      let name = rest.prefix { $0 != UInt8(ascii: "/") }
      guard let next = TreeScan.object(named: name, in: try trees.bytes(of: id, in: self)) else { return nil }
      if name.endIndex == rest.endIndex { return next }
      (id, rest) = (next, rest[(name.endIndex + 1)...])
    }
  }
}
