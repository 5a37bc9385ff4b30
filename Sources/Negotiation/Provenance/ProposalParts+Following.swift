internal import Drafting
internal import Git

extension ProposalParts {
  /// A time for which a paragraph has words of the proposal.
  struct Stay {
    var identifier: ParagraphIdentifier
    /// The decision by which the words came; `nil` for the paragraph that was proposed on.
    var since: ObjectID?
    /// The decision by which they went elsewhere; `nil` where they did not.
    var until: ObjectID?
  }

  /// A branch that follows the chair's text.
  struct Following {
    /// What the delegation had then, and the state of main that it read like.
    var branch: ObjectID
    var chairs: ObjectID

    /// The decisions that it followed and that none of them undid, the oldest first.
    var standing: [RecordedAct]
    let outcome: (ParagraphIdentifier) -> FollowedChange.Outcome?

    /// Whether the delegation had other words on a paragraph than the chair.
    let differs: (ParagraphIdentifier) throws -> Bool
  }
}

extension ProposalParts.Following {
  /// - Parameters:
  ///   - merge: the commit by which the branch followed.
  ///   - base: the state of main that it had followed before.
  init(_ merge: RecordedAct, to chairs: ObjectID, from base: ObjectID, in negotiation: Negotiation) throws {
    let (own, main) = (
      try Snapshot(negotiation.repository, commit: merge.deed.commit),
      try Snapshot(negotiation.repository, commit: chairs)
    )
    self.init(
      branch: merge.deed.commit, chairs: chairs, standing: try negotiation.decisions(after: base, upTo: chairs),
      outcome: { merge.outcome(of: $0) }, differs: { try own.file(of: $0) != main.file(of: $0) })
  }

  /// A branch that has not followed yet, as if it had.
  init(_ changes: StandingChanges, in negotiation: Negotiation) throws {
    self.init(
      branch: changes.snapshot.commit, chairs: changes.base.commit,
      standing: try negotiation.decisions(after: changes.root.commit, upTo: changes.base.commit),
      outcome: { changes.outcomes[$0]?.outcome }, differs: { changes.files[$0] != nil })
  }
}

extension Negotiation {
  /// The decisions between two states of main that none of them undoes, and those that undo an earlier one.
  fileprivate func decisions(after base: ObjectID, upTo end: ObjectID) throws -> [RecordedAct] {
    let all = try repository.commits(from: [end], hiding: [base], order: .oldestFirst)
      .map { try recordedAct(repository.commit($0)) }
    let (names, undone) = (Set(all.map(\.deed.commit.hex)), all.undoneCommits)
    return all.filter { act in
      !undone.contains(act.deed.commit.hex) && !(act.message.first(.undoes).map(names.contains) ?? false)
    }
  }
}
