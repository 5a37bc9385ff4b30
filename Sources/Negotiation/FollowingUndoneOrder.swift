internal import Drafting
internal import Git

/// What a delegation had on both sides of a decision that is undone, and did since.
struct UndoneSides {
  /// Its changes right before and right after the decision; `nil` where it had no branch then.
  var around: (before: StandingChanges, after: StandingChanges)?
  /// The last commit of its branch before it followed the decision; `nil` where it follows the undoing with that.
  var root: ObjectID?
  /// The commits of its branch since, the oldest first.
  var acts: [ObjectID] = []
}

extension Negotiation {
  /// The order that a delegation has once a decision is undone: the one that it had right before, with everything by which
  /// it has changed its order since done once more.
  ///
  /// All that the chair decided in between is undone, too: what the delegation's acts say is all there is.
  ///
  /// - Parameter followed: its order carried over the undoing, by which new paragraphs have their numbers.
  func orderRestored(
    _ sides: UndoneSides, over step: MainPath.Step, _ decision: MainPath.Step, numberedAs followed: DraftOrder
  ) throws -> DraftOrder {
    var order = try sides.around?.before.ownOrder() ?? step.order
    let (cut, joined) = try (decision.pair(of: .split), decision.pair(of: .join))
    for commit in sides.acts {
      let stored = try repository.commit(commit)
      guard stored.parents.count == 1, let parent = stored.parents.first else { continue }
      let (then, now) = (try Snapshot(repository, commit: parent), try Snapshot(repository, commit: commit))
      let isSame =
        try repository.entry(at: "outline", in: then.tree) == repository.entry(at: "outline", in: now.tree)
      if isSame { continue }
      let message = CommitMessage(text: stored.message)
      let act = OrderAct(
        old: try then.order(), new: try now.order(), isTakingBack: message.takesPlaceBack, chair: step.order,
        cut: cut)
      let named = try message.identifiers()
      for identifier in named.isEmpty ? act.changed : named where act.concerns(identifier) {
        order.redo(act, on: identifier, numberedAs: followed)
        // What was done to the whole was done to both its parts.
        if let joined, joined.first == identifier, order.moved.contains(identifier) {
          order.bringPart(joined.second, behind: identifier, since: step.order)
        }
      }
      order.keepNamedMoves(since: step.order)
    }
    return order
  }
}

extension MainPath.Step {
  /// The two paragraphs of a decision that cuts or joins: the one that stays, and the one that comes or goes.
  fileprivate func pair(of action: Action) throws -> (first: ParagraphIdentifier, second: ParagraphIdentifier)? {
    let names = try message.identifiers()
    return message.action == action && names.count == 2 ? (names[0], names[1]) : nil
  }
}

extension CommitMessage {
  /// Whether a delegation gives up an order of place by it.
  fileprivate var takesPlaceBack: Bool {
    action == .withdraw || subject.contains(" proposes \(ProposedChange.Object.formerPlace.rawValue) ")
  }
}

/// One act of a delegation that changes its order: the order before and after.
private struct OrderAct {
  var old: DraftOrder
  var new: DraftOrder
  /// Whether it takes an order of place back.
  var isTakingBack: Bool
  /// The chair's order without the decision.
  var chair: DraftOrder
  /// The parts of a split that is undone: the first is the whole again.
  var cut: (first: ParagraphIdentifier, second: ParagraphIdentifier)?

  /// What it changes the place of, where it does not say so itself.
  var changed: [ParagraphIdentifier] {
    let (then, now) = (Set(old.places.map(\.entry.identifier)), Set(new.places.map(\.entry.identifier)))
    return then.symmetricDifference(now).sorted() + new.moves(between: old)
  }

  /// Whether it changes the place of a paragraph.
  func concerns(_ identifier: ParagraphIdentifier) -> Bool {
    if identifier == cut?.second { return false }
    if old.place(of: identifier) == nil || new.place(of: identifier) == nil {
      return old.place(of: identifier) != new.place(of: identifier)
    }
    let isMoved = old.moved.contains(identifier) || new.moved.contains(identifier)
    if isTakingBack, !isMoved, !old.moved.isEmpty { return false }
    return old.predecessor(of: identifier) != new.predecessor(of: identifier)
      || old.moved.contains(identifier) != new.moved.contains(identifier)
      || old.anchors[identifier] != new.anchors[identifier]
  }
}

extension DraftOrder {
  /// Does to a paragraph what an act did.
  fileprivate mutating func redo(
    _ act: OrderAct, on identifier: ParagraphIdentifier, numberedAs followed: DraftOrder
  ) {
    guard let place = act.new.place(of: identifier) else { return remove(identifier) }
    let home = act.chair.place(of: identifier)
    // What it had taken away and has again stands where the chair has it, unless it says where.
    let isBack = act.old.place(of: identifier) == nil && !act.new.moved.contains(identifier)
    if act.isTakingBack || isBack, home != nil { return putBack(identifier, asIn: act.chair) }
    let followers = followers(of: [identifier])
    let entry = home?.entry ?? followed.place(of: identifier)?.entry ?? place.entry
    insert(entry, asIn: act.new, afterHeadings: home == nil)
    if let cut = act.cut, act.new.anchors[identifier] == .paragraph(cut.second), identifier != cut.first,
      self.place(of: cut.first) != nil
    {
      // Behind the second part of what is one again: behind the whole, and what was put behind its first part.
      remove(identifier)
      let others = Set(self.followers(of: [cut.first])).subtracting(followers)
      let behind = outlines.flatMap(\.entries).map(\.identifier).drop { $0 != cut.first }.dropFirst()
      _ = insert(entry, after: .paragraph(behind.prefix(while: others.contains).last ?? cut.first))
    }
    guard home != nil, act.old.place(of: identifier) != nil else { return }
    let anchor: Predecessor? =
      switch act.new.anchors[identifier] {
      case .start(let section): anchor(of: identifier) ?? .start(of: section)
      case .paragraph(let other) where other == act.cut?.second: act.cut.map { .paragraph($0.first) }
      default: anchor(of: identifier)
      }
    _ = nameMove(of: identifier, behind: anchor, bringing: followers, since: act.chair)
  }

  /// Puts the second part of a paragraph that is two again behind the first one, which the delegation has moved.
  fileprivate mutating func bringPart(
    _ part: ParagraphIdentifier, behind first: ParagraphIdentifier, since base: DraftOrder
  ) {
    guard let entry = place(of: part)?.entry else { return }
    let followers = followers(of: [part])
    remove(part)
    _ = insert(entry, after: .paragraph(first))
    _ = nameMove(of: part, behind: .paragraph(first), bringing: followers, since: base)
  }
}
