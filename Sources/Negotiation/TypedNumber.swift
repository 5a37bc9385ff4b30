internal import Drafting

/// A number that was typed before the words of a paragraph: `3. To act`, `3 bis. To act`, `3) To act`.
///
/// Numbers are printed and are no part of the text. One that is plainly the paragraph's own, or the next where a new one is
/// put in, is left out; any other may be meant, and stays. A person is told of both.
struct TypedNumber {
  let number: ParagraphNumber

  /// The words behind it.
  let rest: String

  /// `nil` where the text does not begin with a number, a full stop or a bracket, and a space.
  init?(_ text: String) {
    let head = text.prefix(20)
    guard head.first?.isNumber == true,
      let end = head.indices.first(where: { index in
        (head[index] == "." || head[index] == ")") && head.index(after: index) < head.endIndex
          && (head[head.index(after: index)] == " " || head[head.index(after: index)] == "\u{A0}")
          && ParagraphNumber(head[..<index]) != nil
          && !Self.suffixFollows(head[head.index(after: index)...])
      }), let number = ParagraphNumber(text[..<end])
    else { return nil }
    self.number = number
    rest = String(text[text.index(after: end)...].drop { $0 == " " || $0 == "\u{A0}" })
    if rest.isEmpty { return nil }
  }

  /// Whether what follows a full stop still belongs to the number: `3. bis. To act`.
  private static func suffixFollows(_ text: Substring) -> Bool {
    let word = text.drop { $0 == " " || $0 == "\u{A0}" }.prefix { $0.isLetter }
    return !word.isEmpty && ParagraphNumber("1 " + word) != nil
  }

  /// The text without the number where that is one of `known`, and what a person should be told.
  ///
  /// - Parameter old: the words before; a number that they begin with is text.
  static func leftOut(
    of text: String, old: String = "", known: [ParagraphNumber], at address: String
  ) -> (text: String, remark: String?) {
    guard let typed = TypedNumber(text), TypedNumber(old)?.number != typed.number else { return (text, nil) }
    if known.contains(typed.number) {
      return (
        typed.rest,
        "The number '\(typed.number).' at the beginning is left out: it is printed, and is no part of the text."
      )
    }
    return (
      text,
      "The text of \(address) begins with '\(typed.number).', which is kept as text; "
        + "if it is meant as a number, leave it out."
    )
  }
}
