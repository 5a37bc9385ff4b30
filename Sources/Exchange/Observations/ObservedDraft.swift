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

    /// The identifier in the content control round it.
    var identifier: ParagraphIdentifier?
  }

  private(set) var items: [Item] = []

  /// - Parameters:
  ///   - label: the sender's; what brackets say to it is what it reads.
  init(_ document: WordDocument, view: WordView, label: String, registry: DelegationRegistry) {
    let changes = DraftChanges(labels: LabelTable(registry: registry), authors: [:])
    let word = WordDraft(document, view: view, changes: changes)
    let reading = DraftReader(registry: registry, format: .text).read(word.text)
    let paragraphs = document.body.flatMap(\.paragraphs)
    for (section, lines) in zip(reading.draft.sections, reading.lines) {
      for (item, line) in zip(section.items, lines) {
        let text = Paragraph.canonical(item.body.reading(of: label))
        guard !text.isEmpty, case .paragraph(let place)? = word.place(ofLine: line) else { continue }
        let number: ParagraphNumber? =
          switch item.kind {
          case .numbered(let number): number
          case .heading, .counted: nil
          }
        items.append(
          Item(
            section: section.name, number: number, isHeading: item.kind == .heading, text: text,
            footnotes: item.footnotes.filter { text.contains($0.mark) }, paragraph: place,
            identifier: paragraphs.indices.contains(place - 1) ? paragraphs[place - 1].draftIdentifier : nil))
      }
    }
  }
}

extension WordParagraph {
  /// The identifier of the draft's paragraph that this one is, by the content controls that this program writes:
  /// `amend:p0042`, `amend:p0042/VEN`.
  var draftIdentifier: ParagraphIdentifier? {
    for tag in [control] + runs.map(\.control) {
      guard let tag, tag.hasPrefix("amend:"), let name = tag.dropFirst(6).split(separator: "/").first else { continue }
      do throws(DraftingError) { return try ParagraphIdentifier(name) } catch { continue }
    }
    return nil
  }
}
