internal import Drafting
internal import Git

/// The repository with the folders and orders that checks have read: consecutive commits share nearly all of them.
///
/// Whether each folder is sound is ``TreeCheck``'s business.
final class VerifiedObjects {
  let repository: Repository
  let trees = TreeCache()
  private let orders = OrderCache()

  init(_ repository: Repository) { self.repository = repository }

  /// The order of the draft in a state of a branch.
  func order(of snapshot: Snapshot) throws -> DraftOrder {
    try orders.order(of: snapshot, in: repository, trees).order
  }

  /// The first path at which a tree is not another one with some files changed; `nil` where it is. Nothing is written.
  ///
  /// - Parameter files: the blob that each path shall hold; `nil` for nothing.
  func difference(
    of tree: ObjectID, from base: ObjectID, changedBy files: [String: ObjectID?]
  ) throws -> String? {
    var seen: Set<String> = []
    for difference in try repository.differences(between: base, and: tree, trees) {
      guard let wanted = files[difference.path], wanted == difference.new else { return difference.path }
      seen.insert(difference.path)
    }
    for (path, wanted) in files.sorted(by: { $0.key < $1.key }) where !seen.contains(path) {
      if try repository.object(at: path, in: base, trees) != wanted { return path }
    }
    return nil
  }
}
