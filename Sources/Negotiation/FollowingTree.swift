internal import Drafting
internal import Git

extension Negotiation {
  /// The tree of a branch that has followed main: main's, but for the files of ``mergedFiles(_:_:)``.
  ///
  /// It is made out of the branch's own tree, so that folders in which neither main nor what the delegation wants has
  /// changed are not written again: the cost follows what main changed, not the length of the draft.
  func mergedTree(_ changes: StandingChanges) throws -> ObjectID {
    let wanted = try mergedFiles(changes) { try repository.writeBlob($0) }
    var edits: [String: ObjectID?] = [:]
    for difference in try repository.differences(between: changes.root.tree, and: changes.base.tree) {
      edits[difference.path] = wanted[difference.path] ?? difference.new
    }
    // What is no paragraph is little: it is compared as it stands.
    let others = try repository.differences(between: changes.snapshot.tree, and: changes.base.tree) {
      $0 != "paragraphs"
    }
    for difference in others { edits[difference.path] = wanted[difference.path] ?? difference.new }
    for (identifier, file) in changes.rootFiles where edits[identifier.path] == nil {
      let now = wanted[identifier.path] ?? file.base
      if now != file.own { edits[identifier.path] = .some(now) }
    }
    for (path, file) in wanted where edits[path] == nil {
      let isCompared = ParagraphIdentifier(path: path).map { changes.rootFiles[$0] != nil } ?? false
      if !isCompared { edits[path] = .some(file) }
    }
    return try repository.tree(from: changes.snapshot.tree, changing: edits)
  }

  /// The files in which a branch that has followed main differs from it.
  ///
  /// - Parameter blob: stores a file's text, or only names it.
  func mergedFiles(
    _ changes: StandingChanges, _ blob: (String) throws -> ObjectID
  ) throws -> [String: ObjectID?] {
    var files: [String: ObjectID?] = [:]
    for (identifier, file) in changes.files {
      let carried = try changes.carried[identifier].map { try blob($0.fileText) }
      files[identifier.path] = .some(file.own == nil ? nil : carried ?? file.own)
    }
    if let order = changes.order {
      for (index, outline) in order.own.outlines.enumerated()
      where !order.base.outlines.indices.contains(index) || order.base.outlines[index] != outline {
        files[outline.path] = .some(outline.entries.isEmpty ? nil : try blob(outline.fileText))
      }
      if !order.own.moved.isEmpty {
        let text = MovedParagraphsFile.text((order.own.moved, order.own.anchors))
        files[MovedParagraphsFile.path] = .some(try blob(text))
      }
    }
    for (path, file) in try positionFiles(of: changes, blob) { files[path] = .some(file) }
    return files
  }
}
