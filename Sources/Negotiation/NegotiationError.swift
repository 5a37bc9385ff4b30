/// Why something that a delegation, the chair or the secretariat asked for was not done. Nothing was written.
package struct NegotiationError: Error, Sendable {
  package enum Code: Hashable, Sendable {
    /// There is no negotiation at the path, or it is the repository of something else.
    case notANegotiation
    /// Something is in the way.
    case exists
    /// A paragraph, proposal, delegation or passage that is not there.
    case notFound
    /// An address or a passage that means more than one.
    case ambiguous
    /// The draft's state does not allow it: the paragraph is approved, the proposal changes nothing …
    case refused
    /// Somebody else was faster.
    case moved
    /// A file or object of the repository cannot be read.
    case damaged
    /// The repository is a copy into which a part of the negotiation did not come along.
    case incomplete
    /// The disk, the permissions, or git.
    case storage
  }

  package var code: Code

  /// One sentence: what, where, and what is wrong with it.
  package var message: String

  /// What to do next; empty where the message says it all.
  package var hint: String

  package init(_ code: Code, _ message: String, hint: String = "") {
    self.code = code
    self.message = message
    self.hint = hint
  }
}
