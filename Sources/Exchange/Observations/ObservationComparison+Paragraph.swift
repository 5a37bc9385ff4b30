internal import Drafting

extension ObservationComparison {
  /// A paragraph or heading of the draft as the sender reads it.
  struct Paragraph {
    var identifier: ParagraphIdentifier
    var section: SectionName
    var number: ParagraphNumber?
    var isHeading: Bool

    /// The number of a paragraph that is counted, and whose number is not printed.
    var counted: ParagraphNumber?

    /// The section that it stands in where the sender changes nothing; `nil` for what the sender proposes to add.
    var origin: SectionName?

    /// What it stands after there.
    var home: Observation.Anchor?

    /// Whether an order of the sender places it elsewhere.
    var isOrdered = false

    /// Whether it is a heading that opens its section there.
    var isOpening = false

    /// The draft's own text; `nil` for what the sender proposes to add.
    var base: String?
    var present: String

    /// The draft's own text and the sender's when a document with marks was written, where the sender's was another.
    var former: (base: String?, own: String)?

    /// What the sender had before it sent the same document for the first time, where its words are from that.
    var unsent: String?
    var footnotes: [Footnote]

    /// What the chair says of it in the draft; `nil` where that is not known.
    var status: Status?

    /// What the brackets in the draft say to each other delegation, by label.
    var brackets: [String: [String]] = [:]

    /// The text as each of them reads it, by label.
    var texts: [String: String] = [:]

    /// Who alone proposes the paragraph, which the sender does not read; `nil` for any other.
    var proposer: String?

    /// What those propose here whose insertions the sender amends, by label.
    var proposals: [String: String] = [:]

    /// Whether a text has most of its words: of those that the sender reads, or of the draft's own, which the text had before
    /// the sender changed the paragraph.
    func stands(in text: String, _ words: WordCount) -> Bool {
      [present, base].compactMap(\.self).contains { own in
        !own.isEmpty && (text.contains(own) || WordCount(own).share(in: words) >= ObservationComparison.mostWords)
      }
    }
  }
}
