internal import Drafting

/// Where words went or came from that stand in another paragraph now.
extension ObservationComparison {
  /// What a person should know where the words of a new paragraph stood in one beside it, which has them no more.
  func splitNote(_ index: Int, _ pairs: Pairs) -> String? {
    let words = WordCount(after[index].text)
    for other in max(0, index - Self.reach)..<min(after.count, index + Self.reach + 1) {
      guard let place = pairs.after[other], words.share(in: WordCount(draft[place].present)) >= Self.mostWords,
        words.share(in: WordCount(after[other].text)) < Self.mostWords
      else { continue }
      return "the words of the new paragraph were split off from \(address(draft[place]))"
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
  static let reach = 3
}
