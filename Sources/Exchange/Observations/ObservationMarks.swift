internal import TextForm

/// What shows in a document what its sender would change.
package enum ObservationMarks: String, CaseIterable, Sendable {
  /// Word's tracked changes.
  case tracked
  /// Bold and underlined words come in, bold and struck words go.
  case formatting
  /// Nothing: the words are compared with the draft's.
  case none

  /// What a document shows its changes by: tracked changes where it has any, formatting where a note of it says so or
  /// both looks stand in it, else nothing.
  package init(in document: WordDocument) {
    let paragraphs = document.body.flatMap(\.paragraphs)
    if paragraphs.contains(where: { !$0.markChanges.isEmpty || $0.runs.contains { !$0.changes.isEmpty } }) {
      self = .tracked
      return
    }
    let texts =
      (Array(document.footnotes.values) + document.endnotes.values).map { note in
        note.map { $0.runs.map(\.text).joined() }.joined(separator: " ")
      } + paragraphs.prefix(40).map { $0.runs.map(\.text).joined() }
    let formats = Set(paragraphs.flatMap(\.runs).map(\.format))
    let showsBoth = [.added, .struck].allSatisfy { (look: WordFormat) in
      formats.contains { $0.isSuperset(of: look) }
    }
    self = showsBoth || texts.contains(where: Self.isLegend) ? .formatting : .none
  }

  /// Whether a text says that bold and underlined words are additions.
  static func isLegend(_ text: String) -> Bool {
    guard (30...2_000).contains(text.utf8.count) else { return false }
    let words = folded(text)
    return ["bold", "negrita", "negrito", "gras"].contains(where: words.contains)
      && ["underlin", "subray", "sublinh", "soulign"].contains(where: words.contains)
  }
}
