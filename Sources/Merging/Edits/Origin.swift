/// A text that others are compared with, prepared so that each comparison takes no longer than what differs.
struct Origin {
  let text: Wording

  let measures: Measures

  /// The other half of each bracket and quotation mark (``partners(_:_:)``).
  let pairs: [Int: Int]

  init(_ text: Wording, _ traits: [WordTraits]) {
    self.text = text
    var weights: [Int32] = [0]
    weights.reserveCapacity(text.count + 1)
    var sentenceEnds: [Int32] = []
    var sum: Int32 = 0
    for (place, word) in text.words.enumerated() {
      sum += traits[Int(word)].weight
      weights.append(sum)
      if traits[Int(word)].endsSentence || place == text.count - 1 {
        sentenceEnds.append(Int32(truncatingIfNeeded: place))
      }
    }
    measures = Measures(weights: weights, sentenceEnds: sentenceEnds)
    pairs = partners(text, traits)
  }

  /// What an alignment must know about the text besides its words.
  struct Measures {
    /// The weight of all words before each place, and after the last.
    fileprivate var weights: [Int32] = []

    /// The last words of the sentences.
    fileprivate(set) var sentenceEnds: [Int32] = []

    func weight(_ range: Range<Int>) -> Int { Int(weights[range.upperBound] - weights[range.lowerBound]) }
  }
}
