/// The lines of a paragraph that the text form would take for the end of the line before them, but for a backslash: where
/// lines stand apart by themselves, none has to be shown.
package struct LinesApart: Sendable {
  private let escapes: DraftEscapes

  /// - Parameter labels: the delegations that a bracket may name.
  package init(_ labels: LabelTable) { escapes = DraftEscapes(labels: labels, format: .text) }

  /// Whether a line, without any backslash, goes on with the line before it.
  ///
  /// One that means something by itself, like a heading or a paragraph's number, does not.
  package func goesOn(_ line: String, from previous: String) -> Bool {
    let bytes = Array(line.utf8)
    guard let first = bytes.first, DraftLineKind.isLower(first) || DraftLineKind.isUpper(first) || first >= 0x80 else {
      return false
    }
    return DraftLineKind.joins(bytes, to: Array(previous.utf8)) && !DraftLineKind.isStrongHeading(bytes)
      && !escapes.isStructural(bytes)
  }

  /// Whether the one backslash that a line begins with only parts it from the line before.
  package func isParted(_ line: String, from previous: String) -> Bool {
    line.first == "\\" && goesOn(String(line.dropFirst()), from: previous)
  }

  /// Whether a line looks like neither a heading, a paragraph with its number nor an announcement of what follows.
  package static func isPlain(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return !DraftLineKind.isStrongHeading(bytes) && NumberingLine(bytes) == nil
  }

  /// Whether a line is an item of a list, a part of the paragraph before it: `a) text`, `(iv) text`, `b bis) text`.
  package static func isItem(_ line: String) -> Bool { DraftLineKind.isSubparagraph(Array(line.utf8)) }
}
