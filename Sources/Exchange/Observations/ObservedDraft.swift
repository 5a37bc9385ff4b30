internal import Drafting
internal import Merging
internal import Notation

/// One side of a document with observations, before or after its sender's changes: its paragraphs and headings in order.
struct ObservedDraft {
  struct Item {
    var section: SectionName
    var number: ParagraphNumber?
    var isHeading: Bool

    /// The text as the sender reads it, what stood in brackets of others left out.
    var text: String
    var footnotes: [Footnote]

    /// The paragraph of the document at which it begins, counted from 1.
    var paragraph: Int

    /// What the content control round it says.
    var tag: ParagraphTag?
    var identifier: ParagraphIdentifier? { tag?.identifier }

    /// Whether its control calls it a paragraph that a delegation made.
    var isDelegations: Bool { identifier.map { $0.prefix != "p" } ?? false }

    /// The text as each delegation reads it that a bracket in it names, but for the sender.
    var others: [String: String]

    /// Where an order behind it in the sender's bracket places it.
    var placement: Placement.Anchor?

    /// What brackets alone say to each of them.
    var inBrackets: [String: [String]]
    var status: Status
  }

  var items: [Item] = []
  let titleBlock: [String]

  /// The paragraphs that stand under each number by their controls, whoever reads them.
  private(set) var numbered: [ObservationComparison.PlacedNumber: ParagraphIdentifier] = [:]

  /// The paragraphs of the document at which something of the draft begins; what follows up to the next one, items of lists
  /// and cells of tables among it, is a part of that.
  private(set) var beginnings: Set<Int> = []

  /// The paragraphs that the sender does not read, since only others propose them; their `text` is empty.
  var others: [Item] = []

  /// What was left out of it: hidden text, say.
  let remarks: [WordRemark]

  /// The signs of brackets in it that have lost their partners.
  let brackets: BrokenBrackets

  /// - Parameters:
  ///   - label: the sender's; what brackets say to it is what it reads.
  ///   - literals: the brackets that are words of the draft.
  ///   - notes: the notes of the draft; those of the document are added.
  ///   - isPosition: whether a footnote says a delegation's position, which is no part of the text.
  init(
    _ document: WordDocument, view: WordView, label: String, registry: DelegationRegistry,
    literals: LiteralBrackets, notes: inout KnownNotes, isPosition: (String) -> Bool
  ) {
    let labels = LabelTable(registry: registry)
    let changes = DraftChanges(labels: labels, authors: [:])
    let word = WordDraft(document, view: view, changes: changes, sender: label)
    remarks = Array(word.remarks.dropFirst(document.remarks.count))
    var brackets = BrokenBrackets(
      literals.escaping(word.text), of: word, document, view: view, label: label, labels: labels)
    let reading = DraftReader(registry: registry, format: .text).read(brackets.text)
    titleBlock = reading.draft.settings.titleBlock
    let paragraphs = document.body.flatMap(\.paragraphs)
    for (section, lines) in zip(reading.draft.sections, reading.lines) {
      for (found, line) in zip(section.items, lines) {
        let item = notes.numbered(found)
        let number: ParagraphNumber? =
          switch item.kind {
          case .numbered(let number): number
          case .heading, .counted: nil
          }
        var tag: ParagraphTag?
        if case .paragraph(let place)? = word.place(ofLine: line), paragraphs.indices.contains(place - 1) {
          tag = paragraphs[place - 1].draftTag
          beginnings.insert(place)
          brackets.countWords(of: item.body, at: place)
        }
        if let number, let tag {
          let place = ObservationComparison.PlacedNumber(section: section.name, number: number)
          numbered[place] = numbered[place] ?? tag.identifier
        }
        let positions = item.footnotes.filter { isPosition($0.text) }
        let written = positions.reduce(item.body.reading(of: label)) { $0.replacing($1.mark, with: "") }
        let text = Paragraph.canonical(written)
        let texts = item.body.texts(besides: label)
        let isOthers = text.isEmpty && texts.values.contains { !$0.isEmpty }
        guard !text.isEmpty || isOthers, !ObservationMarks.isLegend(text),
          case .paragraph(let place)? = word.place(ofLine: line)
        else { continue }
        let found = Item(
          section: section.name, number: number, isHeading: item.kind == .heading, text: text,
          footnotes: item.footnotes.filter { isOthers || text.contains($0.mark) }, paragraph: place,
          tag: tag,
          others: texts,
          placement: item.placements.first { $0.labels.contains(label) }?.anchor,
          inBrackets: item.body.alternatives(besides: label), status: item.status)
        if isOthers { others.append(found) } else { items.append(found) }
      }
    }
    self.brackets = brackets
  }
}

extension WordParagraph {
  /// What the content controls and bookmarks that this program writes say of the paragraph.
  var draftTag: ParagraphTag? {
    if let tag = bookmark.flatMap(ParagraphTag.init(bookmark:)) { return tag }
    for text in [control] + runs.map(\.control) {
      if let tag = text.flatMap({ ParagraphTag($0) }) { return tag }
    }
    return nil
  }
}
