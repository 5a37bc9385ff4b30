/// A note to a paragraph or to the title. Its mark in the text is `[^1]`, counted within the paragraph.
package struct Footnote: Hashable, Sendable {
  /// The number in the mark; at least 1.
  package var number: Int
  package var text: String

  package init(number: Int, text: String) {
    self.number = number
    self.text = text
  }

  /// The mark as it stands in the text of a paragraph.
  package var mark: String { "[^\(number)]" }

  /// The note as a line of its own: `[^1]: Resolution 2026.`
  package var line: String { "\(mark): \(text)" }
}
