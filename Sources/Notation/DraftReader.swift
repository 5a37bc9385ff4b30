package import Drafting

/// Reads a written draft, plain text or Markdown, into a ``ConsolidatedDraft``.
package struct DraftReader: Sendable {
  package var registry: DelegationRegistry
  package var format: DraftFormat

  /// The language of the draft; `nil` where it is to be found out from its words.
  package var language: Language?

  package init(registry: DelegationRegistry, format: DraftFormat, language: Language? = nil) {
    self.registry = registry
    self.format = format
    self.language = language
  }

  /// Never fails: what cannot be understood stays as literal text and is reported, with line and column of the file.
  ///
  /// - Cost: linear in the length of the text, but for spans of brackets over paragraphs, which are bounded.
  package func read(_ text: String) -> DraftReading {
    let escapes = DraftEscapes(labels: LabelTable(registry: registry), format: format)
    let lines = DraftLines.split(text)
    var settings = DraftSettings(language: language ?? DraftLanguage.detect(lines))
    if let notation = lines.lazy.compactMap({ DraftLegend.language(of: $0.bytes)?.notation }).first {
      settings.notation = notation.rawValue
    }
    let section = FootnoteSection(lines)
    let body = section.body.filter {
      !DraftLineKind.isFurniture($0.bytes) && DraftLegend.language(of: $0.bytes) == nil
    }
    var footnotes = DraftFootnotes(section.notes, body: body)
    var blocks = DraftBlocks(escapes: escapes)
    blocks.read(body, &footnotes)
    var items = DraftItems(blocks, footnotes: footnotes, escapes: escapes)
    items.read()
    return items.reading(settings)
  }
}

/// The text forms that a draft is read from and written in.
package enum DraftFormat: String, CaseIterable, Sendable {
  case text
  case markdown
}

/// What was read, and what a person should look at.
package struct DraftReading: Sendable {
  package var draft: ConsolidatedDraft
  package var diagnostics: [Diagnostic]

  /// The line of the file, counted from 1, at which each item of each section begins.
  package var lines: [[Int]]

  package init(draft: ConsolidatedDraft, diagnostics: [Diagnostic], lines: [[Int]]) {
    self.draft = draft
    self.diagnostics = diagnostics
    self.lines = lines
  }
}
