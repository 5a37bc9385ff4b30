/// A value of a draft that cannot be made from what was given.
package struct DraftingError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case invalidCode
    case unknownDelegation
    case ambiguousLabel
    case invalidNumber
    case invalidIdentifier
    case invalidSection
    case invalidAddress
    case damagedFile
  }

  package var code: Code

  /// One sentence that names the thing and what is wrong with it.
  package var message: String

  /// What to do next; empty where the message says it all.
  package var hint: String

  package init(_ code: Code, _ message: String, hint: String = "") {
    self.code = code
    self.message = message
    self.hint = hint
  }
}
