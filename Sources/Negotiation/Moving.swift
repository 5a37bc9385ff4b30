internal import Git

extension Negotiation {
  /// Moves a branch of the negotiation, if it is still where it was when the act began.
  ///
  /// - Parameter happening: what somebody else has done in the meantime, for the error.
  /// - Throws: `NegotiationError.moved` where the branch is elsewhere; the act can be repeated.
  func move(_ name: String, from old: ObjectID?, to new: ObjectID, _ message: CommitMessage, happening: String) throws {
    do throws(GitError) {
      try repository.move(name, from: old, to: new, message: message.subject)
    } catch {
      guard error.code == .referenceMoved else { throw error }
      throw NegotiationError(
        .moved, "somebody else \(happening) at this moment; nothing was written", hint: "Type the command again.")
    }
  }
}
