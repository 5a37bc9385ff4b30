internal import Drafting
internal import Merging

/// What was read as a whole.
extension DraftItems {
  /// The whole draft, its footnotes counted within title and items, and the reports in the order of the file.
  mutating func reading(_ settings: DraftSettings) -> DraftReading {
    var settings = settings
    settings.sections = sections.map(\.name)
    settings.titleBlock = blocks.title.map { inline($0).string }
    for note in footnotes.ofTitle where !settings.titleBlock.isEmpty {
      settings.titleBlock[settings.titleBlock.count - 1] += FootnoteMarks.character(note)
      report(footnotes.notes[note - 1].whole, "the note has no mark in the text; it was given to the title")
    }
    settings.symbol = settings.titleBlock.lazy.compactMap(TitleBlock.symbol(in:)).first
    var count = FootnoteCount()
    settings.titleBlock = settings.titleBlock.map { count.shown($0) }
    settings.footnotes = take(count)
    for section in sections.indices {
      for item in sections[section].items.indices {
        var count = FootnoteCount()
        sections[section].items[item].body = sections[section].items[item].body.mappingText {
          count.shown($0)
        }
        sections[section].items[item].footnotes = take(count)
      }
    }
    for (index, note) in footnotes.notes.enumerated() where !used.contains(index + 1) {
      let isPlain = if case .plainNumber = note.mark { true } else { false }
      settings.unmarkedNotes.append(text(isPlain ? note.whole : note.text))
      if note.mark != .none { report(note.whole, "the note has no mark in the text; it was kept at the end") }
    }
    diagnostics.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    return DraftReading(
      draft: ConsolidatedDraft(settings: settings, sections: sections), diagnostics: diagnostics, lines: lines)
  }

  private mutating func take(_ count: FootnoteCount) -> [Footnote] {
    count.order.enumerated().compactMap { index, note in
      used.insert(note)
      guard footnotes.notes.indices.contains(note - 1) else { return nil }
      return Footnote(number: index + 1, text: text(footnotes.notes[note - 1].text))
    }
  }

  private func text(_ note: DraftText) -> String {
    format == .markdown ? string(note, DraftMarkdown.decode) : note.string
  }
}
