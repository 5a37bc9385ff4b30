/// How the white space round a bracket is read: a bracket stands in the text like a word, and its content is trimmed.
///
/// - What is read begins with closing punctuation: the space before the bracket falls away
///   (`victims [Ven: , where appropriate,] take`).
/// - Nothing is read: of the two spaces round the bracket one stays (a line break rather than a space). A space only
///   before it goes if closing punctuation or the end follows; a space only after it goes if an opening sign or the
///   start precedes.
///
/// Only the space, the tab and the line break count here; a non-breaking space is a character like any other.
package struct Spacing {
  package private(set) var text = ""

  /// Whether the white space that the next text begins with has fallen away.
  private var dropsNextSpace = false

  package init() {}

  package mutating func append(text next: String) {
    text += dropsNextSpace ? String(next.unicodeScalars.dropFirst()) : next
    dropsNextSpace = false
  }

  /// Adds what is read in a bracket.
  ///
  /// - Parameters:
  ///   - content: what is read, white space at its ends not yet removed.
  ///   - next: the piece after the bracket; `nil` at the end.
  package mutating func append(bracketContent content: String, before next: BracketedText.Piece?) {
    let content = Spacing.trimmed(content)
    dropsNextSpace = false
    let previous = text.unicodeScalars.last
    if let first = content.unicodeScalars.first {
      if Spacing.isClosing(first), previous == " " { text.unicodeScalars.removeLast() }
      text += content
      return
    }
    let following: Unicode.Scalar? =
      if case .text(let text) = next { text.unicodeScalars.first } else { nil }
    switch (previous.map(Spacing.isSpace) ?? false, following.map(Spacing.isSpace) ?? false) {
    case (true, true):
      if previous == "\n" { dropsNextSpace = true } else { text.unicodeScalars.removeLast() }
    case (true, false):
      if next == nil || following.map(Spacing.isClosing) == true {
        text.unicodeScalars.removeLast()
      }
    case (false, true):
      dropsNextSpace = previous.map(Spacing.isOpening) ?? true
    case (false, false):
      break
    }
  }

  package static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t"
  }

  /// The punctuation that never has a space before it (notation, rule 3).
  package static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    ",.;:!?)]”".unicodeScalars.contains(scalar)
  }

  /// The signs that never have a space after them.
  package static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    "([“¿¡".unicodeScalars.contains(scalar)
  }

  /// `text` without the white space at its two ends.
  package static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
