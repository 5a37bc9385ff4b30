/// What the user is told about an error, and how the program ends.
package struct Failure: Hashable, Sendable {
  package var status: ExitStatus

  /// One sentence that names the thing, the place and what is wrong.
  package var message: String

  /// What to do next, as a sentence.
  package var hint: String?

  package init(_ message: String, hint: String? = nil, status: ExitStatus = .failed) {
    self.status = status
    self.message = message
    self.hint = hint
  }
}
