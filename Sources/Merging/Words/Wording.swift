/// A text cut into words: white space, word, white space, word, … Joined back it is the text, byte for byte, without
/// the white space at its two ends.
///
/// Numbers (`1,000`, `12/04`, `5bis`), hyphenated words and `victim's` are one word, a footnote mark (`[^12]`) too; the
/// elided articles (`l'`, `d'`, `qu'`) are their own, and so is each punctuation mark.
struct Wording: Sendable {
  /// The places of its words among all tokens; one token without a word stands behind them.
  let range: Range<Int>

  /// Whether brackets or quotation marks stand in it.
  let hasPairs: Bool

  var start: Int { range.lowerBound }
  var end: Int { range.upperBound }
  var count: Int { range.count }
}

extension String {
  /// The words of `range` in a text with the white space between them, without that at their two ends.
  ///
  /// - Parameter text: the text that these tokens were cut from.
  init(_ tokens: Span<Token>, _ range: Range<Int>, of text: String) {
    self = range.isEmpty ? "" : String(text.utf8.span.extracting(tokens.place(of: range)))
  }

  /// Bytes that begin and end where characters do, so they are valid wherever they are cut from a valid text.
  init(_ bytes: Span<UInt8>) {
    do throws(UTF8.ValidationError) {
      self = String(copying: try UTF8Span(validating: bytes))
    } catch {
      preconditionFailure("a text was cut within a character")
    }
  }
}

extension Span<Token> {
  /// Where the bytes of some words stand, with the white space between them, without that at their two ends.
  func place(of range: Range<Int>) -> Range<Int> { self[range.lowerBound].start..<self[range.upperBound - 1].end }
}

func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
