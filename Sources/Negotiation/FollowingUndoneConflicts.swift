internal import Drafting
internal import Git

extension Negotiation {
  /// Whether a proposal that was in no conflict with the chair's text came into one by a decision.
  ///
  /// - Parameters:
  ///   - before: what its delegation wanted right before the decision, and `after` right after it.
  ///   - root: the last commit of its branch before it followed the decision.
  /// - Cost: where it came into one, reads the branch back to the delegation's last act on the paragraph.
  func broughtConflict(
    on identifier: ParagraphIdentifier, _ before: StandingChanges, _ after: StandingChanges, root: ObjectID
  ) throws -> Bool {
    guard after.outcomes[identifier]?.outcome == .inConflict, before.outcomes[identifier]?.outcome != .inConflict else {
      return false
    }
    var next: ObjectID? = root
    while let id = next {
      let commit = try repository.commit(id)
      guard commit.author.email == after.delegation.signatureEmail, let parent = commit.parents.first else { break }
      if commit.parents.count == 2 {
        if let outcome = CommitMessage(text: commit.message).outcome(of: identifier) { return outcome != .inConflict }
      } else if try Snapshot(repository, commit: id).file(of: identifier)
        != Snapshot(repository, commit: parent).file(of: identifier)
      {
        break
      }
      next = parent
    }
    return true
  }
}
