package import Drafting
internal import Merging
internal import Workers

/// One item of a draft as it is written: what a writer needs that has written it before.
///
/// It is the same in every draft with as many footnotes, as long as the item has no footnotes itself: those are numbered
/// through.
package struct WrittenItem: Sendable {
  package var kind: Outline.Kind
  package var hasBrackets: Bool
  package var bytes: ArraySlice<UInt8>

  package init(kind: Outline.Kind, hasBrackets: Bool, bytes: ArraySlice<UInt8>) {
    self.kind = kind
    self.hasBrackets = hasBrackets
    self.bytes = bytes
  }
}

/// The parts of a written draft.
package struct WrittenParts: Sendable {
  package var title: [UInt8]
  package var items: [[WrittenItem]]
  package var noteCount: Int
  package var notes: [UInt8]
}

extension DraftWriter {
  /// The parts of a draft, before they are put together.
  ///
  /// - Parameter draft: items without footnotes may be left out of it, and be added to the parts afterwards.
  package func parts(of draft: ConsolidatedDraft) -> WrittenParts {
    let numbering = FootnoteNumbering(draft)
    let writer = DraftItemWriter(
      self, language: draft.settings.language, notes: numbering.notes.count, hasEmphasis: false)
    let items = draft.sections.indices.map { section in
      inParallel(Array(zip(draft.sections[section].items, numbering.bodies[section]))) { item, body in
        WrittenItem(
          kind: item.kind, hasBrackets: !item.body.hasNoBracket, bytes: writer.write(item, body: body).bytes[...])
      }
    }
    return WrittenParts(
      title: writer.title(numbering.title).bytes, items: items, noteCount: numbering.notes.count,
      notes: writer.notes(numbering.notes, unmarked: draft.settings.unmarkedNotes).bytes)
  }

  /// Items as they are written in a draft with as many footnotes; they themselves have none.
  package func written(
    _ items: [ConsolidatedDraft.Item], language: Language, noteCount: Int
  ) -> [WrittenItem] {
    let writer = DraftItemWriter(self, language: language, notes: noteCount, hasEmphasis: false)
    return items.map { item in
      WrittenItem(
        kind: item.kind, hasBrackets: !item.body.hasNoBracket, bytes: writer.write(item, body: item.body).bytes[...])
    }
  }

  /// What stands one after the other in the written draft, an empty line between each two.
  package enum Block {
    /// The title, the legend, the name of a section, or the notes.
    case words([UInt8])
    case item(section: Int, index: Int)
  }

  /// The written draft: with all its items and an end of line, what ``write(_:)`` makes of it.
  ///
  /// - Parameter sections: the names of the sections, one for each list of items.
  /// - Cost: follows the number of items, not their length.
  package func blocks(of parts: WrittenParts, sections: [SectionName], settings: DraftSettings) -> [Block] {
    let layout = DraftLayout(
      zip(sections, parts.items).map { (name: $0, kinds: $1.map(\.kind)) }, hasTitle: !settings.titleBlock.isEmpty,
      isExcerpt: isExcerpt,
      escapes: DraftEscapes(labels: LabelTable(registry: registry), format: format),
      bytes: { Array(parts.items[$0][$1].bytes) })
    var blocks: [Block] = []
    if !parts.title.isEmpty { blocks.append(.words(parts.title)) }
    if hasLegend, parts.items.contains(where: { $0.contains(where: \.hasBrackets) }) {
      blocks.append(.words(Array(DraftLegend.text(in: settings.language, notation: notation).utf8)))
    }
    for block in layout.blocks {
      switch block {
      case .line(let line): blocks.append(.words(Array(line.utf8)))
      case .item(let section, let index): blocks.append(.item(section: section, index: index))
      }
    }
    if !parts.notes.isEmpty { blocks.append(.words(parts.notes)) }
    return blocks
  }
}
