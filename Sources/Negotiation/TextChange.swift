internal import Drafting
internal import Merging
internal import Notation

/// A change of a paragraph's words, as a delegation asks for it.
package enum TextChange: Hashable, Sendable {
  /// The whole paragraph as it shall read; lines such as `[^1]: …` are its footnotes.
  case text(String)
  /// Another's proposal on the paragraph as it shall read; what the delegation wants of the paragraph already stands beside
  /// that.
  case amendedText(String)
  case replace(Passage, with: String)
  case insert(String, after: Passage)
  case insertBefore(String, before: Passage)
  case delete(Passage)

  /// All words that are asked for, with the notes on lines of their own; `nil` for a change of some.
  var words: String? {
    switch self {
    case .text(let words), .amendedText(let words): words
    default: nil
    }
  }

  /// The paragraph's words with the change made; white space is canonical.
  ///
  /// - Parameter text: the delegation's present reading.
  /// - Throws: `NegotiationError` where a passage is absent or stands more than once.
  package func applied(to text: String) throws(NegotiationError) -> String {
    switch self {
    case .text(let new), .amendedText(let new): return Paragraph.canonical(new)
    case .replace(let passage, let new):
      let place = try passage.place(in: text)
      return Self.joined(text[..<place.lowerBound], new, text[place.upperBound...], isTight: true)
    case .insert(let new, let passage):
      let place = try passage.place(in: text)
      return Self.joined(text[..<place.upperBound], new, text[place.upperBound...], isTight: false)
    case .insertBefore(let new, let passage):
      let place = try passage.place(in: text)
      return Self.joined(text[..<place.lowerBound], new, text[place.lowerBound...], isTight: false)
    case .delete(let passage):
      let place = try passage.place(in: text)
      return Self.joined(text[..<place.lowerBound], "", text[place.upperBound...], isTight: true)
    }
  }

  /// Puts `middle` between two pieces of text with the white space that writing asks for.
  ///
  /// - Parameter isTight: whether the words before and after touched the words that `middle` stands for, so that no
  ///   space is added where there was none.
  private static func joined(_ before: Substring, _ middle: String, _ after: Substring, isTight: Bool) -> String {
    let middle = Spacing.trimmed(middle)
    guard let first = middle.unicodeScalars.first, let last = middle.unicodeScalars.last else {
      var spacing = Spacing()
      spacing.append(text: String(before))
      spacing.append(bracketContent: "", before: after.isEmpty ? nil : .text(String(after)))
      spacing.append(text: String(after))
      return Paragraph.canonical(spacing.text)
    }
    var text = before
    if Spacing.isClosing(first) {
      while text.last == " " { text.removeLast() }
    }
    var result = String(text)
    if !isTight, let previous = result.unicodeScalars.last, !Spacing.isSpace(previous), !Spacing.isOpening(previous),
      !Spacing.isClosing(first)
    {
      result += " "
    }
    result += middle
    if !isTight, let next = after.unicodeScalars.first, !Spacing.isSpace(next), !Spacing.isClosing(next),
      !Spacing.isOpening(last)
    {
      result += " "
    }
    return Paragraph.canonical(result + after)
  }
}

extension Negotiation {
  /// Throws for a mark such as `[^2]` that has no note.
  func refuseMarks(in text: String, without footnotes: [Footnote]) throws {
    let known = Set(footnotes.map(\.number))
    guard let number = FootnoteMarks.written(in: text).first(where: { !known.contains($0) }) else { return }
    throw NegotiationError(
      .refused, "the text has the mark [^\(number)], and there is no such note",
      hint: "Give the note on a line of its own, '[^\(number)]: …', or leave the mark out.")
  }
}
