internal import Drafting
internal import Git

extension Repository {
  /// The first path at which a tree is not another one with some files changed; `nil` where it is. Nothing is written.
  ///
  /// - Parameter files: the blob that each path shall hold; `nil` for nothing.
  func difference(
    of tree: ObjectID, from base: ObjectID, changedBy files: [String: ObjectID?]
  ) throws -> String? {
    var seen: Set<String> = []
    for difference in try differences(between: base, and: tree) {
      guard let wanted = files[difference.path], wanted == difference.new else { return difference.path }
      seen.insert(difference.path)
    }
    for (path, wanted) in files.sorted(by: { $0.key < $1.key }) where !seen.contains(path) {
      if try entry(at: path, in: base)?.id != wanted { return path }
    }
    return nil
  }

  /// The name of the blob that would hold a text; nothing is written.
  func name(of text: String) throws -> ObjectID { try name(of: Array(text.utf8)) }
}

extension DraftOrder {
  /// The order without some paragraphs.
  func without(_ identifiers: Set<ParagraphIdentifier>) -> [SectionName: [Outline.Entry]] {
    var left: [SectionName: [Outline.Entry]] = [:]
    for outline in outlines {
      let entries = outline.entries.filter { !identifiers.contains($0.identifier) }
      if !entries.isEmpty { left[outline.section, default: []] += entries }
    }
    return left
  }

  /// Whether a paragraph stands elsewhere than in another order, or under another number.
  func places(_ identifier: ParagraphIdentifier, otherThan other: DraftOrder) -> Bool {
    place(of: identifier) != other.place(of: identifier)
      || predecessor(of: identifier) != other.predecessor(of: identifier)
  }
}
