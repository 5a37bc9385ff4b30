/// A text cut into words: white space, word, white space, word, … white space. Joined back it is the text, byte for byte.
///
/// Numbers (`1,000`, `12/04`, `5bis`), hyphenated words and `victim's` are one word, a footnote mark (`[^12]`) too; the
/// elided articles (`l'`, `d'`, `qu'`) are their own, and so is each punctuation mark.
struct Wording {
  let bytes: [UInt8]

  /// The number of each word in the lexicon.
  private(set) var words: [Int32] = []

  /// The white space before each word, and after the last: one more than there are words.
  private(set) var gaps: [Gap] = []
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []

  var count: Int { words.count }

  /// Cuts `text`, without the white space at its two ends.
  init(_ text: String, _ lexicon: inout Lexicon) {
    bytes = Array(Spacing.trimmed(text).utf8)
    let estimate = bytes.count / 5 + 4
    words.reserveCapacity(estimate)
    gaps.reserveCapacity(estimate)
    starts.reserveCapacity(estimate)
    ends.reserveCapacity(estimate)
    let scanner = WordScanner(bytes: bytes)
    var position = 0
    while true {
      let start = scanner.endOfSpace(from: position)
      gaps.append(lexicon.gap(of: position..<start, in: bytes))
      guard start < bytes.count else { break }
      position = scanner.endOfWord(from: start)
      words.append(lexicon.number(of: start..<position, in: bytes))
      starts.append(Int32(start))
      ends.append(Int32(position))
    }
  }

  /// The words of `range` with the white space between them, without that at their two ends.
  func text(_ range: Range<Int>) -> String {
    range.isEmpty
      ? "" : String(decoding: bytes[Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])], as: UTF8.self)
  }
}
