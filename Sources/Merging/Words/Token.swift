/// A word of a text with the white space before it.
///
/// The tokens of all texts of a merge stand in one array, one text behind the other, and a word is named by its place
/// there: comparing two stretches follows no pointer, and a text costs no allocation of its own. Behind the last word
/// of each text stands one more token, without a word, for the white space after it.
struct Token {
  /// The number of the word and, above it, that of the white space: they are compared as one.
  private var identity: UInt64

  /// The number of the word in the ``Lexicon``; ``noWord`` behind the last.
  var word: Int32 {
    get { Int32(truncatingIfNeeded: identity) }
    set { identity = Token.identity(newValue, gap) }
  }

  /// The white space before it.
  var gap: Gap {
    get { Gap(number: Int32(truncatingIfNeeded: identity >> 32)) }
    set { identity = Token.identity(word, newValue) }
  }

  /// Where it begins and ends in the bytes of its text.
  var place: SIMD2<Int32>

  var start: Int { Int(place.x) }
  var end: Int { Int(place.y) }

  static var noWord: Int32 { -1 }

  init(_ word: Int32, after gap: Gap, _ start: Int, _ end: Int) {
    identity = Token.identity(word, gap)
    place = SIMD2(Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
  }

  /// Whether it is the same word after the same white space.
  func isSame(as other: Token) -> Bool { identity == other.identity }

  private static func identity(_ word: Int32, _ gap: Gap) -> UInt64 {
    UInt64(UInt32(bitPattern: gap.number)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}

/// Whether two stretches have the same words and the same white space before each of them.
func isSame(_ tokens: Span<Token>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
  guard a.count == b.count else { return false }
  let (first, second) = (tokens.extracting(a), tokens.extracting(b))
  for index in first.indices where !first[index].isSame(as: second[index]) { return false }
  return true
}
