internal import Drafting
internal import Merging

extension ConsolidatedDraft {
  /// The draft as the delegation of `label` would have it; the base for `nil`.
  ///
  /// Without brackets, statuses, notes and placements; paragraphs in which it reads nothing are gone, the moves that it
  /// proposed are carried out (a move to a place that is not there leaves the paragraph where it is), and only
  /// footnotes whose mark still stands are kept.
  ///
  /// - Cost: linear, but for the moves: each looks for its place.
  package func reading(of label: String?) -> ConsolidatedDraft {
    var result = self
    for section in sections.indices {
      result.sections[section].items = sections[section].items.compactMap { $0.reading(of: label) }
    }
    if let label { result.carryOutMoves(of: label) }
    return result
  }
}

extension ConsolidatedDraft.Item {
  /// The item as one delegation reads it, its placements still there; `nil` where it reads nothing.
  fileprivate func reading(of label: String?) -> ConsolidatedDraft.Item? {
    let text = Paragraph.canonical(body.reading(of: label))
    if text.isEmpty { return nil }
    let marks = Set(FootnoteMarks.written(in: text))
    return ConsolidatedDraft.Item(
      identifier: identifier, kind: kind, body: BracketedText(text: text),
      footnotes: footnotes.filter { marks.contains($0.number) }, placements: label == nil ? [] : placements)
  }
}
