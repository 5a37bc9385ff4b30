/// A text that others are compared with, prepared so that each comparison takes no longer than what differs.
struct Origin {
  let text: Wording

  /// The other half of each bracket and quotation mark.
  let pairs: Pairs

  /// The weight of all words before each place, and after the last.
  private var weights: [Int32] = [0]

  /// The rows of its tables; `nil` where it has none.
  let rows: TableRows?

  /// The last words of the sentences; a row of a table is one, and what stands before it ends there.
  private(set) var sentenceEnds: [Int] = []

  init(_ text: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]) {
    self.text = text
    weights.reserveCapacity(text.count + 1)
    var sum: Int32 = 0
    for place in text.range {
      let word = Int(tokens[place].word)
      sum += traits[word].weight
      weights.append(sum)
      if traits[word].endsSentence || place == text.end - 1 { sentenceEnds.append(place) }
    }
    pairs = Pairs(text, tokens, traits)
    rows = TableRows(text, tokens, traits)
    guard let rows else { return }
    var ends = Set(sentenceEnds)
    for row in rows.tables.joined() {
      ends.insert(row.range.upperBound - 1)
      if row.range.lowerBound > text.start { ends.insert(row.range.lowerBound - 1) }
    }
    sentenceEnds = ends.sorted()
  }

  func weight(_ range: Range<Int>) -> Int {
    Int(weights[range.upperBound - text.start] - weights[range.lowerBound - text.start])
  }
}
