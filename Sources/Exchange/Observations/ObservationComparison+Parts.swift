internal import Drafting

/// Where words went or came from that stand in another paragraph now.
extension ObservationComparison {
  /// What a person should know where the words of a paragraph that went now stand in one beside it.
  func joinNote(_ gone: Int, _ pairs: Pairs) -> String? {
    let words = WordCount(draft[gone].present)
    for (item, place) in zip(after, pairs.after) {
      guard let place, abs(place - gone) <= Self.reach, !draft[place].isHeading,
        words.share(in: WordCount(item.text)) >= Self.mostWords,
        words.share(in: WordCount(draft[place].present)) < Self.mostWords
      else { continue }
      return "its words were joined to \(address(draft[place]))"
    }
    return nil
  }

  /// What a person should know where the words of a new paragraph stood in one beside it, which has them no more.
  func splitNote(_ index: Int, _ pairs: Pairs) -> String? {
    let words = WordCount(after[index].text)
    for other in max(0, index - Self.reach)..<min(after.count, index + Self.reach + 1) {
      guard let place = pairs.after[other], words.share(in: WordCount(draft[place].present)) >= Self.mostWords,
        words.share(in: WordCount(after[other].text)) < Self.mostWords
      else { continue }
      return "its words were split off from \(address(draft[place]))"
    }
    return nil
  }

  /// How people name it; a heading by its words.
  func address(_ paragraph: Paragraph) -> String {
    (paragraph.number ?? paragraph.counted).map { "\(paragraph.section)/\($0)" } ?? "“\(paragraph.present.prefix(40))”"
  }

  /// The share of a paragraph's runs of words above which they are the same words.
  static let mostWords = 0.5

  /// How many paragraphs away the other part is looked for.
  private static let reach = 3
}
