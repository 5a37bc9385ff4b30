internal import Drafting

/// Changes of what only the chair sets.
extension ObservationComparison {
  /// Whether the status behind a paragraph is changed: words of one might then be taken for the paragraph's. Reports it.
  mutating func changesStatus(_ item: ObservedDraft.Item, _ old: ObservedDraft.Item?) -> Bool {
    guard let old, old.status != item.status, !isSplitOrJoined(item, old) else { return false }
    if old.text != item.text, !Self.mayHoldStatus(item, old) {
      remarks.append(
        WordRemark(paragraph: item.paragraph, "a change of the status was left out: only the chair sets statuses"))
      return false
    }
    remarks.append(
      WordRemark(
        paragraph: item.paragraph,
        "a change of the status was left out"
          + (old.text == item.text ? "" : ", and what was changed in the paragraph with it")
          + ": only the chair sets statuses"))
    return true
  }

  /// Whether the words may hold something of a status that was written instead, or of a reason behind the old one.
  private static func mayHoldStatus(_ item: ObservedDraft.Item, _ old: ObservedDraft.Item) -> Bool {
    if case .open = item.status, old.status.reason != nil { return true }
    let words = { (text: String) in Set(text.split { !$0.isLetter }) }
    return words(item.text).subtracting(words(old.text)).contains { word in
      word.count > 3 && word.allSatisfy(\.isUppercase)
    }
  }

  /// Whether a paragraph gives its status to what is split off from it, or takes that of one that is joined to it.
  private func isSplitOrJoined(_ item: ObservedDraft.Item, _ old: ObservedDraft.Item) -> Bool {
    let before = before ?? []
    let isAlone = { (part: ObservedDraft.Item, others: [ObservedDraft.Item]) in
      part.paragraph > item.paragraph && !others.contains { $0.paragraph == part.paragraph }
    }
    return after.contains { $0.status == old.status && isAlone($0, before) }
      || before.contains { $0.status == item.status && isAlone($0, after) }
  }

  mutating func reportTitle(_ old: [String], _ new: [String]) {
    if old != new { remarks.append(WordRemark("a change of the title was left out: only the chair sets it")) }
  }
}
