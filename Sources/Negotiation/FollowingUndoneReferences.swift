internal import Drafting

/// What a branch tells of references when it follows the undoing of a decision that rewrote them.
extension StandingChanges {
  /// The references of a paragraph, and of what is said of it, that were rewritten on the way to the undoing, that included:
  /// what is as it was before the decision is told the other way round, unless one way takes the branch there and back.
  ///
  /// - Parameters:
  ///   - changes: what the delegation wants before the undoing; this is what carrying it over makes of it.
  ///   - before: what it wanted right before the decision, and `after` right after it.
  ///   - isRestored: whether what stands in a passage is what it was before the decision.
  func referencesTold(
    of identifier: ParagraphIdentifier, beside changes: StandingChanges, _ before: StandingChanges,
    _ after: StandingChanges, isRestored: (ReferencePassage) -> Bool
  ) -> [CrossReference] {
    func references(_ changes: StandingChanges) -> [CrossReference] { changes.outcomes[identifier]?.references ?? [] }
    let known = references(changes)
    let rewritten = Array(references(after).dropFirst(references(before).count)).filter { isRestored($0.passage) }
    let isOneWay = changes.root.commit == after.root.commit
    let carried = references(self).dropFirst(known.count).filter { !isRestored($0.passage) }
    let kept = isOneWay ? known.filter { !rewritten.contains($0) } : known
    return kept + (isOneWay ? [] : rewritten.map(\.turnedBack)) + carried
  }

  /// Tells of a paragraph that these references were rewritten in it, beside what else became of it.
  mutating func tell(_ references: [CrossReference], of identifier: ParagraphIdentifier) {
    if references.isEmpty && outcomes[identifier] == nil { return }
    var change = outcomes[identifier] ?? FollowedChange(identifier: identifier, outcome: .unchanged)
    change.references = references
    outcomes[identifier] = change
  }
}

extension CrossReference {
  /// The reference as the undoing of the decision that rewrote it writes it.
  fileprivate var turnedBack: CrossReference {
    CrossReference(
      identifier: identifier, phrase: suggestion, suggestion: phrase, missing: [],
      range: range.lowerBound..<(range.lowerBound + suggestion.utf8.count), passage: passage, delegation: delegation)
  }
}
