internal import Drafting
internal import Git

extension Negotiation {
  /// The acts in which a delegation last asked for the words that it has on a paragraph, the newest first: of several where
  /// the paragraph was joined out of others, each with words of its own; of another paragraph where those words came from
  /// there by a split, a join, or the undoing of one.
  ///
  /// - Parameters:
  ///   - tip: the delegation's branch.
  ///   - end: the state of main that the branch reads like, whether or not it has followed; `nil` for the one that it has
  ///     followed.
  /// - Cost: goes back along the branch as far as that, and along the part of main that it followed meanwhile.
  func proposalOrigins(
    of identifier: ParagraphIdentifier, _ delegation: Delegation, at tip: ObjectID, upTo end: ObjectID? = nil
  ) throws -> [ObjectID] {
    let walk = ProposalOrigins(repository: repository, email: delegation.signatureEmail)
    return try newestFirst(walk.origins(of: identifier, at: tip, upTo: end))
  }

  /// The same for what a delegation has standing now; none where it has no words on the paragraph.
  func proposalOrigins(of identifier: ParagraphIdentifier, in change: StandingChanges) throws -> [ObjectID] {
    if change.files[identifier] == nil { return [] }
    return try proposalOrigins(of: identifier, change.delegation, at: change.snapshot.commit, upTo: main.commit)
  }

  /// All acts that what a delegation has standing on a paragraph was asked for in, the newest first: those of its words
  /// (``proposalOrigins(of:in:)``) with those that they go on from, and those of its place.
  func proposalActs(of identifier: ParagraphIdentifier, in change: StandingChanges) throws -> [ObjectID] {
    let walk = ProposalOrigins(repository: repository, email: change.delegation.signatureEmail)
    var acts: [ObjectID] = []
    if change.files[identifier] != nil {
      acts += try walk.acts(of: identifier, at: change.snapshot.commit, upTo: main.commit)
    }
    if change.moves(identifier) { acts += try moveCommits(change, of: identifier) }
    return try newestFirst(acts)
  }

  /// The proposals of a delegation that stand on a paragraph, the newest first: several where that was joined out of others,
  /// each with words of its own. Of each the act since which it stands and the last.
  ///
  /// - Returns: none where no act of the delegation's on its branch says so.
  func proposals(
    on identifier: ParagraphIdentifier, of change: StandingChanges
  ) throws -> [(first: ObjectID, last: ObjectID)] {
    let origins = try proposalOrigins(of: identifier, in: change)
    guard origins.count > 1 else {
      guard let last = try proposalCommit(change, on: identifier) else { return [] }
      return [(try proposalActs(of: identifier, in: change).last ?? last, last)]
    }
    let walk = ProposalOrigins(repository: repository, email: change.delegation.signatureEmail)
    return try origins.map { (try newestFirst(walk.acts(goingBackFrom: [$0], on: identifier)).last ?? $0, $0) }
  }

  private func newestFirst(_ acts: [ObjectID]) throws -> [ObjectID] {
    var found: [ObjectID] = []
    for commit in acts where !found.contains(commit) { found.append(commit) }
    return try found.sorted { try $0 != $1 && repository.isAncestor($1, of: $0) }
  }
}
