package import Drafting
internal import Notation

/// Everything about one commit: a proposal and what became of it, or a decision and what it did.
package struct CommitStory: Sendable {
  package var act: RecordedAct

  /// What it did to each paragraph, in the order of the draft.
  package var events: [ParagraphEvent]

  /// What became of a delegation's proposal on each paragraph; empty for a decision.
  package var proposals: [ParagraphIdentifier: ProposalStory] = [:]

  /// Where the words of each paragraph are now that it named: several where it was cut in two, none where they are gone.
  package var places: [ParagraphIdentifier: [DraftOrder.Place]] = [:]

  /// The proposals that a decision took, with the commits that it names.
  package var took: [(delegation: Delegation, commit: String)] = []

  /// What a decision did to the standing proposals on its paragraphs, and to references in what delegations say.
  package var following: [Followed] = []

  /// What a decision did to what one delegation says of a paragraph.
  package struct Followed: Sendable {
    package var delegation: Delegation
    package var change: FollowedChange
    /// The references that were rewritten in it, as its branch tells them: `paragraph 5 → paragraph 6`.
    package var rewritten: [String]
  }
}

extension CommitStory {
  /// Tells what a kept draft has in brackets as that, and not as words of the chair's.
  mutating func readBrackets(_ reader: BracketReader) {
    for index in events.indices {
      if let text = events[index].after?.text { events[index].words = reader.read(text).text }
    }
  }
}

/// What became of one delegation's proposal on one paragraph.
package struct ProposalStory: Sendable {
  package var state: State

  /// What it was in conflict with, which it is again when it stands again.
  var conflict = ProposalConflict()

  /// What became of it in other paragraphs that have words of it since its own was cut in two: each as it is printed.
  package var elsewhere: [(address: String, state: State)] = []

  /// Who supports it, and since when.
  package var supporters: [Deed] = []

  /// The decision that named it among those whose words it took.
  package var taken: Deed?

  /// The proposal that it amends.
  package var amends: (delegation: Delegation, commit: String)?

  /// Who amended it.
  package var amendedBy: [Deed] = []

  package enum State: Sendable {
    /// It stands, and waits for a decision.
    case standing
    /// Its paragraph was cut in two, and it stands in these.
    case divided(Deed, into: [DraftOrder.Place])
    /// It stands against words that the chair has changed meanwhile.
    case inConflict
    case withdrawn(Deed)
    /// The delegation proposed or supported something else since.
    case superseded(Deed)
    /// The chair took it; with the first revision that has it.
    case adopted(Deed, revision: String?)
    case rejected(Deed)
    /// The chair's text says it, though its words were not taken from it.
    case satisfied(Deed?)
    /// It would only place its paragraph elsewhere, and that is part of another now; or it is a position on a paragraph
    /// that is gone.
    case void(Deed?)
  }
}
