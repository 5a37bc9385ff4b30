/// Words of a paragraph that somebody points at: `--replace A`, `--after A`, `--delete A`.
package struct Passage: Hashable, Sendable {
  /// The words as they were typed, in canonical composed form.
  package let words: String

  package init(_ words: String) { self.words = words }

  /// The only place where the words stand in `text`.
  ///
  /// Straight and typographic quotation marks match each other, and so do the space and the non-breaking space. Words
  /// match whole: `man` does not stand in `human`.
  ///
  /// - Throws: `NegotiationError.notFound`, or `.ambiguous` with every place.
  package func place(in text: String) throws(NegotiationError) -> Range<String.Index> {
    let places = self.places(in: text)
    if let only = places.first, places.count == 1 { return only }
    guard !places.isEmpty else {
      throw NegotiationError(
        .notFound, "the words '\(words)' do not stand in the paragraph",
        hint: "It reads: \(Self.shortened(text))")
    }
    let shown = places.prefix(5).map { "…\(Self.context(of: $0, in: text))…" }.joined(separator: "\n  ")
    throw NegotiationError(
      .ambiguous, "the words '\(words)' stand \(places.count) times in the paragraph:\n  \(shown)",
      hint: "Type more of the words before or after them.")
  }

  /// Every place where the words stand, from left to right, none overlapping another.
  package func places(in text: String) -> [Range<String.Index>] {
    let scalars = text.unicodeScalars
    let wanted = words.unicodeScalars.map(Self.matched)
    guard let first = words.unicodeScalars.first, let last = words.unicodeScalars.last else { return [] }
    let here = scalars.map(Self.matched)
    let indices = Array(scalars.indices) + [scalars.endIndex]
    var found: [Range<String.Index>] = []
    var start = 0
    while start + wanted.count <= here.count {
      let end = start + wanted.count
      let matches =
        here[start] == wanted[0] && here[start..<end].elementsEqual(wanted)
        && !(start > 0 && Self.isWord(here[start - 1]) && Self.isWord(first))
        && !(end < here.count && Self.isWord(here[end]) && Self.isWord(last))
      if matches {
        found.append(indices[start]..<indices[end])
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private static func matched(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "’", "‘": "'"
    case "“", "”": "\""
    case "\u{A0}", "\u{202F}", "\n": " "
    default: scalar
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func context(of range: Range<String.Index>, in text: String) -> String {
    let start = text.index(range.lowerBound, offsetBy: -25, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(range.upperBound, offsetBy: 25, limitedBy: text.endIndex) ?? text.endIndex
    return text[start..<end].split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  static func shortened(_ text: String, to limit: Int = 160) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }
}
