package import Drafting
package import Merging

/// What became of one standing proposal when the chair's text moved on.
package struct FollowedChange: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  package var outcome: Outcome

  /// How the paragraph is printed once the branch has followed; as it was printed before where it stands nowhere any more.
  package var address = ""

  /// How a paragraph that is only proposed was printed before the chair's new numbers gave it another one.
  package var formerAddress: String?

  /// Whether the chair placed the paragraph where the proposal would have it, whose words stand as before.
  package var isPlaced = false

  /// Whether the chair placed the paragraph elsewhere, and what is proposed for its words went along.
  package var wentAlong = false

  /// What the paragraph stands after as the delegation asks, where the chair placed that in another section and the
  /// paragraph goes along.
  package var goesAlongWith: DraftOrder.Place?

  /// What the paragraph stands after now as the delegation asks, where the chair took away what it was to stand after.
  package var standsAfter: DraftOrder.Place?

  /// Whether what an undone decision would bring back does not, since the delegation has changed the same words since.
  package var isReplaced = false

  /// The places where the chair changed the words that the proposal changes, from left to right; where the chair placed the
  /// paragraph otherwise than the delegation asks, the orders of place.
  package var conflicts: [Carried.Conflict] = []

  /// The references in the delegation's own words that were rewritten with the chair's, from left to right.
  package var references: [CrossReference] = []

  package enum Outcome: String, CaseIterable, Sendable {
    /// The chair's words and place are what they were.
    case unchanged
    /// The proposal stands on new words.
    case carried
    /// The chair's text says what the proposal wants; its bracket is gone.
    case satisfied
    /// Both changed the same; the proposal stays, against the new text.
    case inConflict = "conflict"
    /// The chair rejected it; its bracket is gone.
    case rejected
    /// The decision that had satisfied or rejected it, or that it was in conflict with, is undone; it stands again.
    case reinstated
    /// The paragraph that it would place elsewhere is part of another now; there is nothing left to place.
    case void
  }
}

/// What became of one delegation's branch after a decision.
package struct FollowingReport: Sendable {
  package var delegation: Delegation
  package var state: State

  /// What became of its proposals on paragraphs that the chair touched, in the order of the draft.
  package var changes: [FollowedChange] = []

  /// How many of its proposals the decision did not touch; `nil` where they were not counted
  /// (``Negotiation/countsUntouched``).
  package var untouched: Int?

  package enum State: Hashable, Sendable {
    /// The branch stood on the chair's text already.
    case upToDate
    /// A merge commit brings the branch up to the chair's text.
    case followed
    /// The branch has moved in this moment: it follows with the next act.
    case movedMeanwhile
    /// The branch could not be written, for this reason: it follows with the next act.
    case failed(String)
  }
}
