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

  /// Whether the words of paragraphs stand as they are, without a backslash where a reader of drafts could take them for
  /// something else: a text to print, in which nothing is disputed. It need not be read back as the same draft.
  package var isPlain = false

  /// Whether spans say which clauses move inside their paragraphs, for a medium that can show it.
  package var showsMoves = false

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
    let blocks = blocks(of: draft)
    return blocks.flatMap { $0.spans + [Span("\n\n")] }.dropLast() + (blocks.isEmpty ? [] : [Span("\n")])
  }

  /// The parts of the written draft, an empty line between each two and an end of line behind the last.
  package func blocks(of draft: ConsolidatedDraft) -> [DraftBlock] {
    let parts = WrittenDraft(draft, self)
    var blocks: [DraftBlock] = []
    let title = parts.writer.title(parts.numbering.title)
    if !title.spans.isEmpty { blocks.append(DraftBlock(role: .title, spans: title.spans)) }
    let hasBrackets = draft.sections.contains { section in
      section.items.contains { !$0.body.hasNoBracket }
    }
    if hasLegend, hasBrackets {
      let legend = Span(DraftLegend.text(in: draft.settings.language, notation: notation))
      blocks.append(DraftBlock(role: .legend, spans: [legend]))
    }
    for block in parts.layout.blocks {
      switch block {
      case .line(let line): blocks.append(DraftBlock(role: .sectionName, spans: [Span(line, .heading)]))
      case .item(let section, let index):
        blocks.append(DraftBlock(role: .item(section: section, index: index), spans: parts.items[section][index].spans))
      }
    }
    let notes = parts.writer.notes(parts.numbering.notes, unmarked: draft.settings.unmarkedNotes)
    if !notes.spans.isEmpty { blocks.append(DraftBlock(role: .notes, spans: notes.spans)) }
    return blocks
  }
}

extension BracketedText {
  var hasNoBracket: Bool {
    pieces.allSatisfy { piece in
      if case .text = piece { true } else { false }
    }
  }
}
