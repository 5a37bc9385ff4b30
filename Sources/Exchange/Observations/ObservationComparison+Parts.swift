internal import Drafting

/// Where words went or came from that stand in another paragraph now.
extension ObservationComparison {
  /// The item beside a new paragraph whose words the new one has: they stood there, and stand there no more.
  func splitSource(_ index: Int, _ pairs: Pairs) -> (item: Int, place: Int)? {
    let text = after[index].text
    let words = WordCount(text)
    // A few words are told by their place alone.
    if index > 0, let place = pairs.after[index - 1], words.total < 3, draft[place].present.hasSuffix(text),
      !after[index - 1].text.hasSuffix(text)
    {
      return (index - 1, place)
    }
    for other in max(0, index - Self.reach)..<min(after.count, index + Self.reach + 1) {
      guard let place = pairs.after[other], words.share(in: WordCount(draft[place].present)) >= Self.mostWords,
        words.share(in: WordCount(after[other].text)) < Self.mostWords
      else { continue }
      return (other, place)
    }
    return nil
  }

  /// Leaves headings as they are that were split, which is reported: one part alone would lose words.
  ///
  /// - Returns: the items that such headings became.
  mutating func leaveHeadingsWhole(_ pairs: Pairs) -> Set<Int> {
    var parts: Set<Int> = []
    for index in after.indices where pairs.after[index] == nil {
      guard let (item, place) = splitSource(index, pairs), draft[place].isHeading else { continue }
      parts.formUnion([index, item])
      remarks.append(
        WordRemark(
          paragraph: after[item].paragraph,
          "the heading \(address(draft[place])) was split, and was left as it is: only the chair sets headings"))
    }
    return parts
  }

  /// What is asked for where a new paragraph stands; `nil` where it was split off from one that is left as it is, which is
  /// reported: its words would stand twice.
  mutating func new(_ index: Int, after place: Observation.Anchor, _ pairs: Pairs, _ reason: String?) -> Observation? {
    let item = after[index]
    var observation = Observation(.new(item.text, after: place), reason: reason, paragraph: item.paragraph)
    if let number = item.number, number.multiplicity > 1 { observation.number = number }
    if let place = index > 0 ? pairs.after[index - 1] : nil, let old = pairs.before[place].flatMap({ before?[$0] }),
      old.status != after[index - 1].status, old.status.reason?.hasSuffix(item.text) ?? false
    {
      remarks.append(
        WordRemark(
          paragraph: item.paragraph,
          "these words were split off from the status of \(address(draft[place])), and were left out: only the chair sets"
            + " statuses"))
      return nil
    }
    guard let source = splitSource(index, pairs) else { return observation }
    let note = "the words of the new paragraph were split off from \(address(draft[source.place]))"
    if isBroken(after[source.item]) || isTakenApart(after[source.item], source.place, pairs) {
      remarks.append(
        WordRemark(paragraph: item.paragraph, note + ", which was left as it is: they were left out with it"))
      return nil
    }
    (observation.note, observation.splitFrom) = (note, draft[source.place].identifier)
    return observation
  }

  /// How people name it; a heading by its words.
  func address(_ paragraph: Paragraph) -> String {
    (paragraph.number ?? paragraph.counted).map { "\(paragraph.section)/\($0)" } ?? "“\(paragraph.present.prefix(40))”"
  }

  /// The share of a paragraph's runs of words above which they are the same words.
  static let mostWords = 0.5

  /// How many paragraphs away the other part is looked for.
  static let reach = 3
}
