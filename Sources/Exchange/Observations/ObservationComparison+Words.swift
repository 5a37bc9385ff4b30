internal import Drafting
internal import Merging

/// The words that the sender wants.
extension ObservationComparison {
  /// What a paragraph shall say; `nil` where the document changes nothing that the sender does not read already.
  func wanted(
    _ item: ObservedDraft.Item, _ paragraph: Paragraph, before place: Int?
  ) -> (text: String, note: String?)? {
    var text = item.text
    var note: String?
    if let before, let place {
      let old = before[place]
      if old.text == item.text, old.footnotes == item.footnotes { return nil }
      // What the sender amended too stands in its reading.
      let isCarried = isFormer || old.text != paragraph.base || !changedBrackets(item, paragraph, place).isEmpty
      if old.text != paragraph.present, isCarried {
        let carried = carried(item.text, from: old.text, to: paragraph.present)
        text = carried.text
        note =
          carried.outcome == .inConflict
          ? "the document was made for other words than the draft has now, which the change meets"
          : "the document was made for other words than the draft has now"
      }
    }
    let notes = item.footnotes.filter { !paragraph.footnotes.contains($0) }
    if text == paragraph.present, notes.isEmpty { return nil }
    return (typed(text, notes), note)
  }

  func typed(_ text: String, _ notes: [Footnote]) -> String {
    ([text] + notes.map { "\($0.mark): \($0.text)" }).joined(separator: "\n")
  }
}
