package import Drafting
internal import Merging

/// Writes a consolidated draft as plain text or Markdown.
package struct DraftWriter: Sendable {
  package var format: DraftFormat
  package var notation: BracketNotation
  package var registry: DelegationRegistry

  /// Whether the line that says how to read the brackets is written; only where there are brackets.
  package var hasLegend: Bool

  /// Whether only some paragraphs are written, for people to look at: no line then says which section they are in.
  package var isExcerpt = false

  package init(
    format: DraftFormat, notation: BracketNotation, registry: DelegationRegistry,
    hasLegend: Bool = true
  ) {
    self.format = format
    self.notation = notation
    self.registry = registry
    self.hasLegend = hasLegend
  }

  /// The written draft: ``DraftReader`` reads the same value out of it, identifiers aside.
  package func write(_ draft: ConsolidatedDraft) -> String { spans(of: draft).map(\.text).joined() }

  /// The written draft in spans; joined they are ``write(_:)``.
  package func spans(of draft: ConsolidatedDraft) -> [Span] {
    let numbering = FootnoteNumbering(draft)
    let writer = DraftItemWriter(self, language: draft.settings.language, notes: numbering.notes.count)
    var blocks: [DraftSpans] = []
    let title = writer.title(numbering.title)
    if !title.spans.isEmpty { blocks.append(title) }
    let hasBrackets = draft.sections.contains { section in
      section.items.contains { $0.body.bracketCount > 0 }
    }
    if hasLegend, hasBrackets {
      blocks.append(DraftSpans([Span(DraftLegend.text(in: draft.settings.language, notation: notation))]))
    }
    blocks += items(of: draft, numbering, writer)
    let notes = writer.notes(numbering.notes, unmarked: draft.settings.unmarkedNotes)
    if !notes.spans.isEmpty { blocks.append(notes) }
    return blocks.flatMap { $0.spans.dropLast(0) + [Span("\n\n")] }.dropLast() + (blocks.isEmpty ? [] : [Span("\n")])
  }

  /// The items, with a line that names the section where the reader would not find it out.
  private func items(
    of draft: ConsolidatedDraft, _ numbering: FootnoteNumbering, _ writer: DraftItemWriter
  ) -> [DraftSpans] {
    let written = draft.sections.indices.map { section in
      zip(draft.sections[section].items, numbering.bodies[section]).map { writer.write($0, body: $1) }
    }
    var sections = DraftSections(
      zip(draft.sections, written).flatMap { section, blocks in
        zip(section.items, blocks).map { item, block in
          switch item.kind {
          case .heading: .heading(writer.headingText(block))
          case .numbered(let number): .numbered(number, nil)
          case .counted: .counted
          }
        }
      })
    var blocks: [DraftSpans] = []
    var index = 0
    var followsEmpty = false
    for (section, items) in zip(draft.sections, written) {
      if items.isEmpty, !isExcerpt {
        blocks.append(DraftSpans([Span("§ \(section.name)", .heading)]))
        followsEmpty = true
      }
      for item in items {
        let isFirstUnclear = index == 0 && !TitleBlock.beginsText(item.firstLine, escapes: writer.escapes)
        if !isExcerpt,
          isFirstUnclear || followsEmpty || sections.section(at: index) != section.name
        {
          blocks.append(DraftSpans([Span("§ \(section.name)", .heading)]))
        }
        sections.enter(section.name, at: index)
        followsEmpty = false
        blocks.append(item)
        index += 1
      }
    }
    if blocks.isEmpty, !draft.settings.titleBlock.isEmpty { blocks.append(DraftSpans([Span("§", .heading)])) }
    return blocks
  }
}

extension DraftSpans {
  fileprivate var firstLine: [UInt8] { Array(bytes.prefix { $0 != 0x0A }) }
}
