internal import Drafting
internal import Merging
internal import Notation

/// A paragraph that only others than the sender propose: the sender does not read it.
struct OthersParagraph {
  var identifier: ParagraphIdentifier
  var section: SectionName
  var number: ParagraphNumber?

  /// How each delegation reads it that a bracket in it names, by label.
  var texts: [String: String]

  /// What the outer brackets alone say to each.
  var brackets: [String: [String]]
  var footnotes: [Footnote]

  /// Whose proposal a text amends, where it says not whose: the first that an outer bracket names.
  var proposer: String? { brackets.keys.min() }
}

extension ConsolidatedDraft {
  /// The paragraphs that others than the sender propose to add.
  ///
  /// - Parameters:
  ///   - label: the sender's.
  ///   - isKnown: whether a paragraph is the draft's own, or one that the sender reads.
  func othersParagraphs(besides label: String, isKnown: (ParagraphIdentifier) -> Bool) -> [OthersParagraph] {
    sections.flatMap { section in section.items.map { (section.name, $0) } }.compactMap { section, item in
      guard let identifier = item.identifier, item.kind != .heading, !isKnown(identifier) else { return nil }
      let texts = item.body.texts(besides: label)
      let number: ParagraphNumber? = if case .numbered(let number) = item.kind { number } else { nil }
      return OthersParagraph(
        identifier: identifier, section: section, number: number, texts: texts,
        brackets: item.body.alternatives(besides: label),
        footnotes: item.footnotes)
    }
  }
}

extension BracketedText {
  /// How each delegation but one reads the text that a bracket in it names.
  func texts(besides label: String) -> [String: String] {
    Dictionary(
      labels.filter { $0 != label }.map { ($0, Paragraph.canonical(reading(of: $0))) },
      uniquingKeysWith: { first, _ in first })
  }
}
