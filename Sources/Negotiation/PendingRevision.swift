internal import Git

/// A revision is made in the moment in which main moves: everything else is stored before, its tag under a name of its own.
/// A process that dies earlier has made none; where one dies later, whoever opens the negotiation next gives the tag its
/// name.
extension Negotiation {
  /// Stores all that belongs to a revision, and makes it by moving main.
  ///
  /// Main moves only while the tag still waits and the draft still stands right above the one kept last: where another
  /// process has kept a draft, or stored a revision that it is about to make, this one is stored anew.
  ///
  /// - Parameters:
  ///   - revised: the state of main that it is made of; main's own where the revision lacks only its tag.
  ///   - tag: writes the tag of a kept draft.
  /// - Returns: the kept draft.
  /// - Throws: `NegotiationError.moved` where somebody else decided at the same moment, with what that was.
  func makeRevision(
    _ revised: Negotiation, _ consolidation: Consolidation, _ message: CommitMessage, _ act: Act,
    tag: (ObjectID) throws -> ObjectID
  ) throws -> ObjectID {
    let isMade = revised.main.commit == main.commit
    let name = ReferenceNames.pendingRevision
    for _ in 1...Self.attempts {
      let kept: (commit: ObjectID, move: ReferenceMove?) =
        try isMade ? (revised.keep(consolidation, act: act), nil) : revised.keptDraft(consolidation, act: act)
      let tag = try tag(kept.commit)
      let stored = [
        ReferenceMove(name, from: try repository.reference(name), to: tag),
        ReferenceMove(staying: ReferenceNames.main, at: main.commit),
      ]
      let made = [
        ReferenceMove(staying: name, at: tag),
        ReferenceMove(staying: ReferenceNames.consolidated, at: kept.move == nil ? kept.commit : kept.move?.from),
        ReferenceMove(ReferenceNames.main, from: main.commit, to: revised.main.commit),
      ]
      if try moved(stored, message), try isMade || moved(made, message) { return kept.commit }
      if try repository.reference(ReferenceNames.main) != main.commit { break }
    }
    throw try overtaken(
      NegotiationError(
        .moved, "somebody else has decided at this moment; nothing was written", hint: "Type the command again."))
  }

  /// Gives the tag of a revision that was made its name, and keeps its draft; nothing happens where none waits, or where main never moved to
  /// what the waiting one was made of.
  ///
  /// - Cost: looks for one reference.
  func finishRevision() throws {
    guard let (reference, waiting) = try waitingRevision() else { return }
    let tag = try repository.tag(waiting)
    do throws(GitError) {
      if try repository.reference(reference) == nil {
        try repository.move(reference, from: nil, to: waiting, message: "revise")
      }
      let kept = try repository.reference(ReferenceNames.consolidated)
      let keptBefore = try repository.commit(tag.target).parents.last
      if kept != tag.target, kept == nil || kept == keptBefore {
        try repository.move(ReferenceNames.consolidated, from: kept, to: tag.target, message: "revise")
      }
      try repository.delete(ReferenceNames.pendingRevision, from: waiting)
    } catch {
      // Another process does the same at this moment, or the next one will.
      guard error.code == .referenceMoved || error.code == .locked else { throw error }
    }
  }

  /// The tag of a revision that was made and has not got its name yet, with that name; `nil` where none waits, or where main
  /// never moved to what the waiting one was made of.
  func waitingRevision() throws -> (name: String, id: ObjectID)? {
    guard let waiting = try repository.reference(ReferenceNames.pendingRevision) else { return nil }
    let tag = try repository.tag(waiting)
    guard let name = CommitMessage(text: tag.message).first(.main), let made = ObjectID(name),
      try repository.isAncestor(made, of: main.commit)
    else { return nil }
    return ("refs/tags/" + tag.name, waiting)
  }
}
