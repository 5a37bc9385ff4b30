/// Something in a text that was not understood, or that a person should look at. The text was kept as it is.
package struct Diagnostic: Hashable, Sendable {
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in characters.
  package var column: Int
  /// What was found and what was done with it, in one sentence without the place.
  package var message: String

  /// Whether the text was understood, and may all the same not say what was meant.
  package var isSuspicion = false

  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}
