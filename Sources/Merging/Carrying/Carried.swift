/// A standing proposal after the text it was made for has moved on.
package struct Carried: Hashable, Sendable {
  /// The whole paragraph as the delegation would have it now.
  package var text: String
  package var outcome: Outcome

  /// The places where both sides changed the same words, from left to right; empty unless in conflict.
  package var conflicts: [Conflict]

  package init(text: String, outcome: Outcome, conflicts: [Conflict]) {
    self.text = text
    self.outcome = outcome
    self.conflicts = conflicts
  }

  package enum Outcome: Hashable, Sendable, CaseIterable {
    /// The base did not change.
    case unchanged

    /// Every wish still has its words, or is granted; at least one still stands.
    case movedAlong

    /// The new base says all that was wished.
    case satisfied

    /// Words that the proposal changes were changed in the base too; the proposal stays as it was there.
    case inConflict
  }

  /// One place where the new base changed what the proposal changes.
  package struct Conflict: Hashable, Sendable {
    /// What the old base had.
    package var was: String
    /// What the delegation wants; it is what ``Carried/text`` has.
    package var wanted: String
    /// What the new base has.
    package var now: String

    package init(was: String, wanted: String, now: String) {
      self.was = was
      self.wanted = wanted
      self.now = now
    }
  }
}

/// Carries a proposal over to a new base, edit by edit.
///
/// An edit whose words the new base left alone moves along; one that the new base makes too is satisfied; one whose words
/// the new base changed stays, with what the delegation had there, and is reported as in conflict. Nothing is guessed and
/// nothing is dropped. White space at the ends of the three texts does not count.
///
/// - Returns: the text on the new base. Without any wish (`text` equals `oldBase`) that is the new base, satisfied.
package func carried(_ text: String, from oldBase: String, to newBase: String) -> Carried {
  let (text, oldBase, newBase) = (Spacing.trimmed(text), Spacing.trimmed(oldBase), Spacing.trimmed(newBase))
  if oldBase.utf8.elementsEqual(newBase.utf8) { return Carried(text: text, outcome: .unchanged, conflicts: []) }
  if text.utf8.elementsEqual(newBase.utf8) || text.utf8.elementsEqual(oldBase.utf8) {
    return Carried(text: newBase, outcome: .satisfied, conflicts: [])
  }
  return Carrying(text: text, oldBase: oldBase, newBase: newBase).result
}
