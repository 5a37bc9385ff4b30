internal import Git

/// A revision is made in the moment in which main moves: everything else is stored before, its tag under a name of its own.
/// A process that dies earlier has made none; where one dies later, whoever opens the negotiation next gives the tag its
/// name.
extension Negotiation {
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
