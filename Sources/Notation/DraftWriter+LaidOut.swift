package import Drafting
internal import Merging

/// A draft as it is written, in the parts that a page is made of.
package struct LaidOutDraft: Sendable {
  /// The title block, its lines parted by line breaks.
  package var title: [Span]

  /// Whether delegations would have anything otherwise.
  package var hasBrackets: Bool
  package var blocks: [Block]

  /// The notes, numbered through: the marks in spans of emphasis `note` name them.
  package var footnotes: [Footnote]

  /// The notes that no mark belongs to, as they are written.
  package var unmarkedNotes: [String]

  package enum Block: Sendable {
    /// `§ annex-1`
    case section(String)
    case item(Item)
  }

  /// A paragraph or heading with what stands behind it: status, orders, remarks.
  package struct Item: Sendable {
    package var identifier: ParagraphIdentifier?
    package var kind: Outline.Kind

    /// `17.`, where it is printed.
    package var number: String?

    /// The words, their lines parted by line breaks.
    package var spans: [Span]

    /// How many of the last lines say where the paragraph shall stand, and what stands behind that.
    package var orderLines = 0
  }
}

extension DraftWriter {
  /// The parts of a draft: put together they are ``write(_:)``, but for the marks of notes, which are all `[^1]`.
  package func laidOut(_ draft: ConsolidatedDraft) -> LaidOutDraft {
    let parts = WrittenDraft(draft, self, hasNotesApart: true)
    return LaidOutDraft(
      title: parts.writer.title(parts.numbering.title).spans,
      hasBrackets: draft.sections.contains { $0.items.contains { !$0.body.hasNoBracket || !$0.placements.isEmpty } },
      blocks: parts.layout.blocks.map { block in
        switch block {
        case .line(let line): .section(line)
        case .item(let section, let index):
          .item(laidOut(draft.sections[section].items[index], parts.items[section][index]))
        }
      },
      footnotes: parts.numbering.notes,
      unmarkedNotes: parts.writer.unmarked(
        draft.settings.unmarkedNotes, isAmongOthers: !parts.numbering.notes.isEmpty))
  }

  /// The notes that no mark belongs to, as they are written where others stand apart.
  ///
  /// - Parameter isAmongOthers: whether there are others.
  package func unmarkedNotes(of settings: DraftSettings, isAmongOthers: Bool) -> [String] {
    DraftItemWriter(self, language: settings.language, notes: 0, hasNotesApart: true)
      .unmarked(settings.unmarkedNotes, isAmongOthers: isAmongOthers)
  }

  private func laidOut(_ item: ConsolidatedDraft.Item, _ written: DraftSpans) -> LaidOutDraft.Item {
    var spans = written.spans[...]
    var number: String?
    if case .numbered = item.kind, let first = spans.popFirst() { number = String(first.text.dropLast()) }
    return LaidOutDraft.Item(
      identifier: item.identifier, kind: item.kind, number: number, spans: Array(spans), orderLines: item.orderLines)
  }
}

extension ConsolidatedDraft.Item {
  /// How many lines stand behind the words where an order is one of them.
  package var orderLines: Int { kind == .heading || placements.isEmpty ? 0 : placements.count + notes.count }
}
