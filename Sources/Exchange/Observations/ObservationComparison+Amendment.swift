internal import Drafting
internal import Merging

/// A change inside the bracket of another in a paragraph of the draft.
extension ObservationComparison {
  /// Asks for a change inside another's bracket: of the proposal as it is today or, where the chair adopted its words, of the
  /// draft's own. Where the proposal is gone with the words that the change is about, it is left out and told.
  mutating func amend(_ place: Int, _ item: ObservedDraft.Item, before old: Int?, reason: String?) {
    let paragraph = draft[place]
    guard let (label, code, text) = amendment(item, of: paragraph, before: old), text != paragraph.present else {
      return
    }
    var amendment = Observation(
      .text(paragraph.identifier, text), amended: code, reason: reason, paragraph: item.paragraph,
      note: supportNote(label, item, paragraph, before: old))
    let now = paragraph.texts[label]
    if knowsBrackets, let then = old.flatMap({ before?[$0].others[label] }), then.withoutMarks != now?.withoutMarks {
      let carried = carried(text, from: then, to: now ?? paragraph.present)
      let isMet = carried.outcome == .inConflict
      if now == nil, isMet {
        remarks.append(
          WordRemark(
            paragraph: item.paragraph,
            "a change inside the bracket of \(label) was left out: the draft has no such proposal now; the paragraph would"
              + " read: \(text.prefix(300))"))
        return
      }
      if carried.text == paragraph.present { return }
      amendment.change = .text(paragraph.identifier, carried.text)
      amendment.amended = now.map { _ in code }
      amendment.note = ageNote(isMet: isMet)
    }
    observations.append(amendment)
  }

  /// The delegation whose proposal the sender amends in a paragraph, and the text as amended; `nil` where the sender
  /// changed nothing, or words outside of others' brackets too.
  ///
  /// Of several delegations that share a bracket the first is named.
  private func amendment(
    _ item: ObservedDraft.Item, of paragraph: Paragraph, before place: Int?
  ) -> (label: String, code: DelegationCode, text: String)? {
    guard old(paragraph, place)?.text == item.text, let label = changedBrackets(item, paragraph, place).first,
      let code = codes[label], let text = item.others[label]
    else { return nil }
    return (label, code, text)
  }
}
