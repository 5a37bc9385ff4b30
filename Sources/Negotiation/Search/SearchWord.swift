internal import TextForm

/// A word of a text as it is searched for.
struct SearchWord: Hashable {
  /// Without capitals and accents; ligatures are the letters that they join (`cœur` is `coeur`).
  var folded: String

  /// Where it stands: bytes of the text in UTF-8.
  var range: Range<Int>

  /// The words of a text, in their order.
  ///
  /// Letters and digits make words; an apostrophe and a hyphen part them, so that `eau` is found in `l'eau`. The marks of
  /// footnotes are no words.
  ///
  /// - Cost: one pass.
  static func words(of text: String) -> [SearchWord] {
    var words: [SearchWord] = []
    var start: Int?
    var offset = 0
    let bytes = Array(text.utf8)
    let end = { (place: Int) in
      guard let begin = start else { return }
      start = nil
      let folded = TextForm.folded(String(decoding: bytes[begin..<place], as: UTF8.self))
      let word = SearchWord.parted(String(String.UnicodeScalarView(folded.unicodeScalars.filter(SearchWord.isPart))))
      if !word.isEmpty, !SearchWord.isMark(bytes, begin, place) {
        words.append(SearchWord(folded: word, range: begin..<place))
      }
    }
    for scalar in text.unicodeScalars {
      if isPart(scalar) || start != nil && continues(scalar) { start = start ?? offset } else { end(offset) }
      offset += UTF8.width(scalar)
    }
    end(offset)
    return words
  }

  /// A word with its ligatures taken apart.
  private static func parted(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
    var parted = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "œ": parted += "oe"
      case "æ": parted += "ae"
      default: parted.unicodeScalars.append(scalar)
      }
    }
    return parted
  }

  /// Whether a scalar belongs to a word: a letter or a digit of any script.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Whether a scalar inside a word does not end it: an accent, or a place where the word may be broken.
  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// Whether the digits are those of a mark: `[^1]`.
  private static func isMark(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    start >= 2 && bytes[start - 2] == 0x5B && bytes[start - 1] == 0x5E && end < bytes.count && bytes[end] == 0x5D
  }
}
