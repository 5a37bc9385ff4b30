internal import Drafting
internal import Git

extension Repository {
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

  /// Whether a paragraph stands elsewhere than in another order, whatever its number.
  func stands(_ identifier: ParagraphIdentifier, elsewhereThanIn other: DraftOrder) -> Bool {
    place(of: identifier)?.section != other.place(of: identifier)?.section
      || predecessor(of: identifier) != other.predecessor(of: identifier)
  }
}
