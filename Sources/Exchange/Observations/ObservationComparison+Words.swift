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
      if old.text == item.text { return nil }
      // A program that knows no footnotes takes none away.
      if old.footnotes.isEmpty, item.footnotes.isEmpty,
        let marked = item.text.withMarks(of: paragraph.present, madeFrom: old.text)
      {
        return (marked, nil)
      }
      if let former = formerText(paragraph, old) {
        let (text, note) = carriedOver(item.text, from: former, to: paragraph)
        return text == paragraph.present ? nil : (text, note)
      }
      // What the sender amended too stands in its reading.
      let saysAll =
        hadSendersProposals && old.text == paragraph.base && changedBrackets(item, paragraph, place).isEmpty
      if old.text != paragraph.present, !saysAll {
        let carried = carried(item.text, from: old.text, to: paragraph.unsent ?? paragraph.present)
        (text, note) = (carried.text, ageNote(isMet: carried.outcome == .inConflict))
        if old.text == paragraph.base {
          note = besidesNote(carried, item.text)
        } else if hasStatuses, paragraph.former == nil {
          (text, note) = withoutTyped(carried, old.text, in: paragraph)
        }
      }
    }
    return text == paragraph.present ? nil : (text, note)
  }

  /// What the sender read when the document was written, where it reads something else now; `nil` where that is not known
  /// to differ.
  func formerText(_ paragraph: Paragraph, _ old: ObservedDraft.Item?) -> String? {
    guard let old else { return nil }
    if isFormer { return old.text == paragraph.present ? nil : old.text }
    // A list of the delegation's changes says them as changes of the draft's own words.
    return paragraph.former.map { $0.base == old.text ? $0.own : old.text }
  }

  /// Takes what the sender changed in its text of then over to that of today.
  ///
  /// A document that the sender goes on to write in has what it sent before too: where both meet, and it has the most words
  /// of today's text, it says all.
  private func carriedOver(_ text: String, from then: String, to paragraph: Paragraph) -> (text: String, note: String?)
  {
    // What it has sent before is in the document, as it is wanted now.
    if paragraph.unsent == then { return (text, nil) }
    let now = paragraph.unsent ?? paragraph.present
    let carried = carried(text, from: then, to: now)
    let isMet = carried.outcome == .inConflict
    let words = WordCount(text)
    let saysAll = isMet && WordCount(now).likeness(to: words) > WordCount(then).likeness(to: words)
    let note = isFormer && then == paragraph.base && !saysAll ? besidesNote(carried, text) : ageNote(isMet: isMet)
    return (saysAll ? text : carried.text, note)
  }

  /// What a person should know of a change to words that the draft has no more.
  ///
  /// - Parameter isMet: whether the change meets what was changed since.
  func ageNote(isMet: Bool) -> String {
    "the document was made for other words than the draft has now" + (isMet ? ", which the change meets" : "")
  }

  /// What a person should know of a change to the draft's own words in a paragraph for which the sender proposes others that
  /// the document does not have; `nil` where it has them all.
  private func besidesNote(_ carried: Carried, _ text: String) -> String? {
    let replaced = carried.conflicts.filter { !$0.wanted.contains($0.now) || $0.now.isEmpty }.map { conflict in
      conflict.now.isEmpty ? "the deletion of “\(conflict.was)”" : "“\(conflict.now)”"
    }
    let isMore = carried.text != text
    if replaced.isEmpty {
      return isMore ? "what the delegation proposes there besides stays, though the document does not have it" : nil
    }
    return "it comes in place of what the delegation proposed there: \(replaced.joined(separator: ", "))"
      + (isMore ? "; what else it proposes there stays" : "")
  }
}
