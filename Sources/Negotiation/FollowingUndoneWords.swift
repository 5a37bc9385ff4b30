internal import Drafting
internal import Git
internal import Merging

/// What an undone decision brings back to a delegation that has proposed something else since.
extension StandingChanges {
  /// Brings back the words of a proposal that the decision had met, or taken off the table, where the delegation has
  /// changed other words of the paragraph since: both stand then. Where it has changed the same words since, its new ones
  /// stand alone, and that is told.
  ///
  /// - Parameters:
  ///   - changes: what it wants before the undoing.
  ///   - before: what it wanted right before the decision, and `after` right after it.
  mutating func bringBack(
    _ identifier: ParagraphIdentifier, of changes: StandingChanges, over step: MainPath.Step,
    _ decision: MainPath.Step, _ before: StandingChanges, _ after: StandingChanges
  ) throws {
    guard before.files[identifier] != nil, after.files[identifier] == nil,
      let chair = try step.snapshot.paragraph(identifier),
      let base = try decision.parent.paragraph(identifier), let said = try before.paragraph(identifier),
      let says = try changes.paragraph(identifier), let now = try paragraph(identifier),
      said.amended == nil, says.amended == nil
    else { return }
    var footnotes = FootnoteNumbering(now.footnotes)
    let text: String
    if try step.parent.paragraph(identifier)?.text == said.text {
      // The chair's text was what it had asked for, and it went on from that.
      text = footnotes.renumbered(says)
    } else {
      let both = Merging.carried(footnotes.renumbered(said), from: footnotes.renumbered(base), to: now.text)
      guard both.conflicts.isEmpty else {
        outcomes[identifier] = outcomes[identifier] ?? FollowedChange(identifier: identifier, outcome: .unchanged)
        outcomes[identifier]?.isReplaced = true
        return
      }
      text = both.text
    }
    if text == now.text { return }
    var own = now
    own.text = text
    own.footnotes = footnotes.marked(in: [text])
    try put(own, as: identifier, chair: chair)
    outcomes[identifier] = FollowedChange(identifier: identifier, outcome: .reinstated)
  }
}
