internal import Drafting
internal import Git

/// What a delegation said of the parts of a paragraph, once the chair undoes the split that made them, or the join that
/// made them one.
extension Negotiation {
  /// The changes after the undoing of a split or a join of paragraphs whose words the delegation has changed since: its
  /// words of both parts stand in the whole again, or those of the whole in the parts. `nil` where it has changed none.
  ///
  /// - Parameter after: its changes right after the decision; `nil` where it had none then.
  func rebuilt(
    _ changes: StandingChanges, over step: MainPath.Step, _ decision: MainPath.Step, since after: StandingChanges?
  ) throws -> StandingChanges? {
    guard [.split, .join].contains(decision.message.action) else { return nil }
    let names = try decision.message.identifiers()
    let isTouched = try names.contains { name in
      guard let after else { return changes.files[name] != nil }
      return try changes.paragraph(name) != after.paragraph(name)
    }
    if !isTouched { return nil }
    return decision.message.action == .split
      ? try joined(changes, by: step, as: decision.message) : try split(changes, by: step, as: decision.message)
  }
}

extension StandingChanges {
  /// Gives the whole the positions that were taken on the parts of an undone split, and the parts those on the whole of an
  /// undone join; an order to place the second part elsewhere has nothing left to place, which is told.
  ///
  /// - Parameters:
  ///   - changes: what the delegation wanted before the undoing, and its positions then.
  ///   - sides: its positions right before and right after the decision; `nil` where it had no branch then.
  mutating func takePartsBack(
    of decision: MainPath.Step, from changes: StandingChanges, _ now: [ParagraphIdentifier: Position],
    _ sides: (before: [ParagraphIdentifier: Position], after: [ParagraphIdentifier: Position])?
  ) throws {
    guard let action = decision.message.action, action == .split || action == .join else { return }
    let names = try decision.message.identifiers()
    guard names.count == 2 else { return }
    let isUntouched = sides.map { sides in names.allSatisfy { now[$0] == sides.after[$0] } } ?? false
    if let sides, isUntouched {
      for name in names { positions[name] = .some(sides.before[name]) }
    } else if action == .split {
      let second = now[names[1]]
      positions[names[0]] = .some(
        now[names[0]].map { first in second.map { first.joined(with: $0) } ?? first } ?? second)
      positions[names[1]] = .some(nil)
    } else {
      for name in names { positions[name] = .some(now[names[0]]) }
    }
    guard action == .split else { return }
    if changes.moves(names[1]), try changes.ownOrder().predecessor(of: names[1]) != .paragraph(names[0]) {
      outcomes[names[1]] = FollowedChange(identifier: names[1], outcome: .void)
    }
    (files[names[1]], carried[names[1]]) = (nil, nil)
  }
}
