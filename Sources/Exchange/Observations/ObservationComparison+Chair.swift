internal import Drafting

/// Changes of what only the chair sets.
extension ObservationComparison {
  /// Whether the status behind a paragraph is changed so that words of one might be taken for the paragraph's. Reports any
  /// change of it, and takes what stands there instead of one out of the words where no mark shows it.
  mutating func changesStatus(
    _ item: inout ObservedDraft.Item, of paragraph: Paragraph, _ old: ObservedDraft.Item?, _ pairs: Pairs
  ) -> Bool {
    guard let old else {
      changesStatusUnmarked(&item, of: paragraph, pairs)
      return false
    }
    guard old.status != item.status, !hasJoined(paragraph), !isSplitOrJoined(item, old) else { return false }
    if isFormer, item.status == .open { item.text = Self.withoutStatus(item.text, besides: old.text) ?? item.text }
    if old.text != item.text, !Self.mayHoldStatus(item, old) {
      reportStatus(at: item.paragraph)
      return false
    }
    reportStatus(
      at: item.paragraph, and: old.text == item.text ? "" : ", and what was changed in the paragraph with it")
    return true
  }

  private mutating func reportStatus(at paragraph: Int, and more: String = "") {
    remarks.append(
      WordRemark(
        paragraph: paragraph, "a change of the status was left out\(more): only the chair sets statuses"))
  }

  /// Reports a status that is not the draft's, in a document that shows no changes.
  private mutating func changesStatusUnmarked(
    _ item: inout ObservedDraft.Item, of paragraph: Paragraph, _ pairs: Pairs
  ) {
    guard before == nil, let status = paragraph.status, status != item.status else { return }
    if item.status == .open {
      // A document may have no statuses at all.
      guard let text = Self.withoutStatus(item.text, besides: paragraph.present) else { return }
      item.text = text
    } else {
      let found = Set(pairs.after.compactMap(\.self))
      // A paragraph that is joined to another may give it its own.
      if hasJoined(paragraph)
        || draft.indices.contains(where: { !found.contains($0) && draft[$0].status == item.status })
      {
        return
      }
    }
    reportStatus(at: item.paragraph)
  }

  /// A text without the words in capitals behind its last sentence; `nil` where there are none, or the old text has them too.
  private static func withoutStatus(_ text: String, besides old: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let status = words.reversed().prefix { word in
      word.contains(where: \.isLetter) && !word.contains(where: \.isLowercase)
    }
    guard status.count < words.count, let first = status.last, first.count(where: \.isLetter) > 3,
      words[words.count - status.count - 1].last.map({ ".;:,!?)]".contains($0) }) ?? false,
      !old.contains(text[first.startIndex...])
    else { return nil }
    return String(text[..<words[words.count - status.count - 1].endIndex])
  }

  /// Takes what was typed over a status without any mark out of the words, which then are the draft's: the status alone is
  /// reported.
  mutating func takeTypedStatusesOut(_ pairs: Pairs) {
    guard hasStatuses, let items = before, !isFormer else { return }
    for (place, item) in pairs.before where items[item].status == .open {
      let (text, present) = (items[item].text, draft[place].present)
      guard let status = draft[place].status, status != .open, text != present, text.hasPrefix(present + " ") else {
        continue
      }
      let typed = text.dropFirst(present.count)
      guard typed.split(separator: " ").count <= 3 else { continue }
      before?[item].text = present
      for index in after.indices
      where after[index].paragraph == items[item].paragraph && after[index].text.hasSuffix(typed) {
        after[index].text.removeLast(typed.count)
      }
    }
  }

  /// Reports the statuses that a document which has those of the draft says otherwise, and no mark shows it.
  mutating func reportUnmarkedStatuses(_ pairs: Pairs) {
    guard hasStatuses, let before, !isFormer else { return }
    for (place, item) in pairs.before.sorted(by: { $0.key < $1.key }) {
      guard let status = draft[place].status, before[item].status != status, !typedJoins.contains(place) else {
        continue
      }
      toldUnmarked.insert(draft[place].identifier)
      remarks.append(
        WordRemark(
          paragraph: before[item].paragraph,
          "the status is not the draft's, and no mark shows the change; it was left out: only the chair sets statuses"))
    }
  }

  /// Whether the words may hold something of a status that was written instead, or of a reason behind the old one.
  private static func mayHoldStatus(_ item: ObservedDraft.Item, _ old: ObservedDraft.Item) -> Bool {
    if case .open = item.status, old.status.reason != nil { return true }
    let words = { (text: String) in Set(text.split { !$0.isLetter }) }
    return words(item.text).subtracting(words(old.text)).contains { word in
      word.count > 3 && word.allSatisfy(\.isUppercase)
    }
  }

  private func hasJoined(_ paragraph: Paragraph) -> Bool {
    joins.contains { draft[$0.key].identifier == paragraph.identifier }
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
