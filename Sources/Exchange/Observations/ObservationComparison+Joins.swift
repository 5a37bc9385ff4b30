internal import Drafting
internal import Notation

/// Paragraphs that the sender joined: the words of one went to another beside it, which is one change with the deletion.
extension ObservationComparison {
  /// The paragraphs of the draft that went into another, by that one's place.
  func joins(_ pairs: Pairs) -> [Int: [Int]] {
    let isThere = Set(pairs.after.compactMap(\.self))
    var joins: [Int: [Int]] = [:]
    for gone in draft.indices where !isThere.contains(gone) && !draft[gone].present.isEmpty {
      if before != nil, pairs.before[gone] == nil { continue }
      let home = zip(after, pairs.after).first { item, place in
        place.map { abs($0 - gone) <= Self.reach && tookIn(gone, $0, item.text) } ?? false
      }
      if let place = home?.1 { joins[place, default: []].append(gone) }
    }
    return joins
  }

  /// Adds what the brackets of paragraphs said that were joined to one, in the order in which they stand in it.
  func addJoinedBrackets(to brackets: inout [String: [String]], of paragraph: Paragraph) {
    guard !joins.isEmpty, let place = draft.firstIndex(where: { $0.identifier == paragraph.identifier }) else { return }
    for gone in joins[place] ?? [] {
      let old = before?.first { $0.identifier == draft[gone].identifier }
      for (label, words) in old?.inBrackets ?? draft[gone].brackets {
        brackets[label] = gone < place ? words + (brackets[label] ?? []) : (brackets[label] ?? []) + words
      }
    }
  }

  /// Whether the words of a paragraph stand in what became of another, and did not before.
  private func tookIn(_ gone: Int, _ place: Int, _ text: String) -> Bool {
    let (words, own) = (draft[gone].present, draft[place].present)
    if text.contains(words) { return !own.contains(words) }
    let count = WordCount(words)
    return count.share(in: WordCount(text)) >= Self.mostWords && count.share(in: WordCount(own)) < Self.mostWords
  }

  /// What a person should know where the words of a paragraph that went now stand in one beside it.
  func joinNote(_ gone: Int) -> String? {
    joins.first { $0.value.contains(gone) }.map { place, _ in
      "the words of \(address(draft[gone])) were joined to \(address(draft[place]))"
    }
  }

  /// Whether a paragraph was joined with a heading, which is reported: the words of neither go then.
  mutating func isJoinedWithHeading(_ place: Int, _ item: ObservedDraft.Item) -> Bool {
    let parts = [place] + (joins[place] ?? [])
    guard parts.count > 1, parts.contains(where: { draft[$0].isHeading }) else { return false }
    headingJoins.append(
      WordRemark(
        paragraph: item.paragraph,
        "\(parts.map { address(draft[$0]) }.joined(separator: " and ")) stand in one paragraph of the document, and were left"
          + " as they are: only the chair sets headings"))
    remarks += headingJoins.suffix(1)
    return true
  }

  /// Puts what was joined without any mark in order: the number and the status that stand between the words of two paragraphs
  /// of the draft are none of them.
  mutating func orderTypedJoins(_ pairs: Pairs) {
    for (item, place) in zip(after.indices, pairs.after) {
      guard let place else { continue }
      let text = after[item].text
      let ordered = ordered(text, place) { next in !pairs.after.contains(next) }
      guard ordered != text else { continue }
      after[item].text = ordered
      // Where changes are marked, what no mark shows stands on both sides.
      if let old = pairs.before[place], before?[old].text == text { before?[old].text = ordered }
    }
  }

  private func ordered(_ text: String, _ place: Int, isMissing: (Int) -> Bool) -> String {
    var text = text
    for next in (place + 1)..<max(place + 1, draft.count) {
      guard draft[next].section == draft[place].section, isMissing(next), !draft[next].present.isEmpty,
        !draft[place].present.contains(draft[next].present), let border = border(of: draft[next], in: text)
      else { break }
      let head = String(text[..<border.lowerBound])
      let own = CommandWords.status(atEndOf: head)?.before ?? String(head.trimmingEnd)
      text = own + " " + text[border.upperBound...].drop(while: \.isWhitespace)
    }
    return text
  }

  /// Where the words of a paragraph begin in a text that has those of another before: its number, or nothing where that does
  /// not stand there.
  private func border(of paragraph: Paragraph, in text: String) -> Range<String.Index>? {
    let words = WordCount(paragraph.present)
    if let number = paragraph.number {
      for range in text.ranges(of: "\(number).") where range.lowerBound > text.startIndex {
        let rest = text[range.upperBound...]
        if rest.first?.isWhitespace ?? false, !text[text.index(before: range.lowerBound)].isNumber,
          words.total < 3
            ? rest.contains(paragraph.present) : words.share(in: WordCount(String(rest))) >= Self.mostWords
        {
          return range
        }
      }
    }
    guard let place = text.firstRange(of: paragraph.present)?.lowerBound, place > text.startIndex else { return nil }
    return place..<place
  }
}

extension String {
  /// Without the white space at its end.
  fileprivate var trimmingEnd: Substring { self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)] }
}
