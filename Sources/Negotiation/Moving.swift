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

  /// Moves several references, if each is still where it was.
  ///
  /// - Returns: whether they were; where one is elsewhere, none has moved.
  func moved(_ moves: [ReferenceMove], _ message: CommitMessage) throws(GitError) -> Bool {
    do throws(GitError) {
      try repository.move(moves, message: message.subject)
      return true
    } catch {
      guard error.code == .referenceMoved else { throw error }
      return false
    }
  }

  /// How often an act that others are faster than is tried again, where nobody needs to look at what they did.
  static let attempts = 20
}
