/// A file that is not the same in two trees.
package struct FileDifference: Hashable, Sendable {
  package var path: String

  /// The blob before; `nil` where the file is new.
  package var old: ObjectID?

  /// The blob after; `nil` where the file is gone.
  package var new: ObjectID?

  package init(path: String, old: ObjectID?, new: ObjectID?) {
    self.path = path
    self.old = old
    self.new = new
  }
}

extension Repository {
  /// The files that differ between two trees, in the order of their paths' bytes; a change of mode alone does not count.
  ///
  /// - Parameters:
  ///   - old: the tree before; an empty one for `nil`.
  ///   - new: the tree after; likewise.
  ///   - trees: where folders are kept from one comparison to the next.
  ///   - enters: whether a folder that differs, named by its path, is looked into; all are unless it says otherwise.
  /// - Cost: reads the folders that differ; those with the same name and hash are skipped with all that is in them.
  package func differences(
    between old: ObjectID?, and new: ObjectID?, _ trees: TreeCache = TreeCache(),
    entering enters: (String) -> Bool = { _ in true }
  ) throws(GitError) -> [FileDifference] {
    var found: [FileDifference] = []
    if old != new { try compare(old, new, path: "", trees, enters, into: &found) }
    return found
  }

  private func compare(
    _ old: ObjectID?, _ new: ObjectID?, path: String, _ trees: TreeCache, _ enters: (String) -> Bool,
    into found: inout [FileDifference]
  ) throws(GitError) {
    var before = try TreeScan(self, old, trees)
    var after = try TreeScan(self, new, trees)
    try TreeScan.advance(&before, &after)
    while before.current != nil || after.current != nil {
      var (left, right) = (before.current, after.current)
      if let first = left, let second = right {
        switch TreeScan.order(first, in: before, second, in: after) {
        case ..<0: right = nil
        case 1...: left = nil
        default: break
        }
      }
      let isDifferent = left?.id != right?.id
      if isDifferent, let entry = left ?? right {
        let place = path + (left != nil ? before : after).name(of: entry)
        if !entry.isFolder {
          found.append(FileDifference(path: place, old: left?.id, new: right?.id))
        } else if enters(place) {
          try compare(left?.id, right?.id, path: place + "/", trees, enters, into: &found)
        }
      }
      switch (left != nil, right != nil) {
      case (true, true): try TreeScan.advance(&before, &after)
      case (true, false): try before.advance()
      default: try after.advance()
      }
    }
  }
}
