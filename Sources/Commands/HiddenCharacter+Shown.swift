extension HiddenCharacter {
  /// A text as a terminal may be sent it: characters that are not seen are there by their numbers, as `‹U+202E›`. What gives
  /// words the style that the program itself gives them stays.
  static func shown(_ text: String) -> String {
    if HiddenCharacter(in: text) == nil { return text }
    var shown = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      let style = scalar == "\u{1B}" ? style(rest) : nil
      if let style {
        shown.append(contentsOf: style)
      } else if HiddenCharacter(in: String(scalar)) != nil {
        shown.append(contentsOf: "‹\(number(scalar))›".unicodeScalars)
      } else {
        shown.append(scalar)
      }
      rest = rest.dropFirst(style?.count ?? 1)
    }
    return String(shown)
  }

  /// The style that begins here: `ESC[1;4m`; `nil` for anything else, such as what would hide the words.
  private static func style(_ text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
    guard text.dropFirst().first == "[", let end = text.firstIndex(of: "m") else { return nil }
    let codes = Substring(text[..<end].dropFirst(2)).split(separator: ";", omittingEmptySubsequences: false)
    return codes.allSatisfy { styles.contains(String($0)) } ? text[...end] : nil
  }

  /// None, bold, underlined, struck through, magenta and cyan.
  private static let styles: Set<String> = ["0", "1", "4", "9", "35", "36"]
}
