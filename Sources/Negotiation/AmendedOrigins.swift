internal import Drafting
internal import Git

extension Negotiation {
  /// Whether a proposal that was amended is still the one that its proposer has: where it was withdrawn or decided on
  /// meanwhile, what its proposer has asked for since is another one, and the amender stands alone. A decision that is
  /// undone gives the same one back.
  ///
  /// - Parameter changes: what its proposer wants now.
  /// - Cost: nothing where the words are still the same; else goes back along the proposer's branch to where it stood then.
  func hasStood(
    _ amended: Paragraph.AmendedProposal, until changes: StandingChanges, on identifier: ParagraphIdentifier
  ) throws -> Bool {
    guard let now = changes.files[identifier]?.own else { return true }
    return try amended.hasStood(until: changes.snapshot.commit, as: now, on: identifier, in: repository)
  }

  /// The acts in which a proposal was asked for that an amendment names: the amendment names the branch as it stood, whose
  /// last commit may be about something else.
  ///
  /// - Returns: that commit where the branch does not say who asked for the words.
  func amendedOrigins(
    _ amended: Paragraph.AmendedProposal, on identifier: ParagraphIdentifier
  ) throws -> [ObjectID] {
    guard let tip = ObjectID(amended.commit) else { return [] }
    guard let delegation = registry[amended.code], repository.contains(tip) else { return [tip] }
    let origins = try proposalOrigins(of: identifier, delegation, at: tip)
    return origins.isEmpty ? [tip] : origins
  }
}

extension Paragraph.AmendedProposal {
  /// Whether the proposal is still the one that its proposer had at a later commit.
  ///
  /// - Parameter file: the proposer's file there.
  func hasStood(
    until tip: ObjectID, as file: ObjectID, on identifier: ParagraphIdentifier, in repository: Repository
  ) throws -> Bool {
    guard let then = ObjectID(commit), then != tip,
      let named = try? Snapshot(repository, commit: then).file(of: identifier), named != file
    else { return true }
    var next = tip
    var isAskedForLater = false
    while next != then {
      let commit = try repository.commit(next)
      guard commit.author.email == code.signatureEmail, let parent = commit.parents.first else { return true }
      let file = try Snapshot(repository, commit: next, tree: commit.tree).file(of: identifier)
      let message = CommitMessage(text: commit.message)
      let isGone =
        commit.parents.count > 1
        ? try file == Snapshot(repository, commit: commit.parents[1]).file(of: identifier)
        : message.action == .withdraw && message.names(identifier)
      if isGone, isAskedForLater { return false }
      if try file != Snapshot(repository, commit: parent).file(of: identifier) {
        isAskedForLater = commit.parents.count == 1
      }
      next = parent
    }
    return true
  }
}
