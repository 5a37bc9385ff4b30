/// Counts the footnotes of one item, in the order in which their marks stand.
struct FootnoteCount {
  /// The notes of the draft that were met.
  private(set) var order: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// A text with its marks written by the number they have in the item.
  mutating func shown(_ text: String) -> String {
    for note in FootnoteMarks.numbers(in: text) where numbers[note] == nil {
      order.append(note)
      numbers[note] = order.count
    }
    return FootnoteMarks.shown(text) { numbers[$0] ?? $0 }
  }
}
