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
  /// The files that differ between two trees, by path, folder by folder; a change of mode alone does not count.
  ///
  /// - Parameters:
  ///   - old: the tree before; an empty one for `nil`.
  ///   - new: the tree after; likewise.
  /// - Cost: reads the folders that differ; those with the same name and hash are skipped with all that is in them.
  package func differences(between old: ObjectID?, and new: ObjectID?) throws(GitError) -> [FileDifference] {
    var found: [FileDifference] = []
    if old != new { try compare(old, new, path: "", into: &found) }
    return found
  }

  private func compare(
    _ old: ObjectID?, _ new: ObjectID?, path: String, into found: inout [FileDifference]
  ) throws(GitError) {
    let before = if let old { try tree(old) } else { [TreeEntry]() }
    let after = if let new { try tree(new) } else { [TreeEntry]() }
    var names: [String: (old: TreeEntry?, new: TreeEntry?)] = [:]
    for entry in before { names[entry.name] = (entry, nil) }
    for entry in after {
      if names[entry.name]?.old?.id == entry.id {
        names[entry.name] = nil
      } else {
        names[entry.name, default: (nil, nil)].new = entry
      }
    }
    for (name, pair) in names.sorted(by: { $0.key < $1.key }) {
      let path = path + name
      let files = (old: pair.old.flatMap(file), new: pair.new.flatMap(file))
      if files.old != nil || files.new != nil {
        found.append(FileDifference(path: path, old: files.old, new: files.new))
      }
      let folders = (old: pair.old.flatMap(folder), new: pair.new.flatMap(folder))
      if folders.old != nil || folders.new != nil {
        try compare(folders.old, folders.new, path: path + "/", into: &found)
      }
    }
  }

  private func file(_ entry: TreeEntry) -> ObjectID? { entry.isFolder ? nil : entry.id }

  private func folder(_ entry: TreeEntry) -> ObjectID? { entry.isFolder ? entry.id : nil }
}
