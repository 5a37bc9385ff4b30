internal import Drafting
internal import Git

extension Negotiation {
  /// The changes after the chair rejected one of them: it is gone, unless the delegation has changed it meanwhile.
  func rejected(_ changes: StandingChanges, by step: MainPath.Step) throws -> StandingChanges {
    var result = try changes.carried(over: step)
    let codes = step.message.values(.rejected).map { $0.split(separator: " ").map(String.init) }
    guard let named = codes.first(where: { $0.first == changes.delegation.code.description }), named.count == 2,
      let tip = ObjectID(named[1])
    else { return result }
    let seen = try Snapshot(repository, commit: tip)
    for name in step.message.values(.identifier) {
      let identifier = try ParagraphIdentifier(name)
      if let file = result.files[identifier], file.own != (try seen.file(of: identifier)) { continue }
      if result.files[identifier] == nil, !result.moves(identifier) { continue }
      try result.drop(identifier)
      result.outcomes[identifier] = FollowedChange(identifier: identifier, outcome: .rejected)
    }
    return result
  }

  /// The changes after the chair undid a decision: what the delegation has not touched since is as it was before it.
  func reinstated(
    _ changes: StandingChanges, over step: MainPath.Step, _ states: [ObjectID: StandingChanges],
    along path: inout MainPath
  ) throws -> StandingChanges {
    guard let name = step.message.first(.undoes), let undone = ObjectID(name) else {
      return try changes.carried(over: step)
    }
    let decision = try path.step(undone)
    let sides = try sides(of: decision, changes, states, along: &path, before: step.snapshot.commit)
    var result =
      try rebuilt(changes, over: step, decision, since: sides?.after)
      ?? reinstated(changes, over: step, decision, sides)
    try result.takePartsBack(
      of: decision, from: changes, positions(of: changes),
      sides.map { sides in
        try (before: positions(of: sides.before), after: positions(of: sides.after))
      })
    return result
  }

  /// - Parameter sides: the delegation's changes right before and right after the decision.
  private func reinstated(
    _ changes: StandingChanges, over step: MainPath.Step, _ decision: MainPath.Step,
    _ sides: (before: StandingChanges, after: StandingChanges)?
  ) throws -> StandingChanges {
    var result = try carried(changes, over: step)
    guard let (before, after) = sides else { return result }
    let isReordered = try changes.ownOrder() != after.ownOrder()
    if !isReordered { result.order = before.order.map { (step.order, $0.own) } }
    let movedSince = isReordered ? Set(try changes.ownOrder().moves(between: after.ownOrder())) : []
    var touched = Set(decision.files.keys).union(try decision.message.identifiers())
    let decided = touched
    let positions = try (now: positions(of: changes), then: positions(of: after), before: positions(of: before))
    if step.rewriting != nil {
      // It did so to everything that was said then.
      for changes in [before, after, changes] { touched.formUnion(changes.files.keys) }
      touched.formUnion(positions.now.keys)
    }
    for identifier in touched where positions.now[identifier] == positions.then[identifier] {
      if positions.then[identifier] != positions.before[identifier] {
        result.positions[identifier] = .some(positions.before[identifier])
      }
    }
    var restored: Set<ParagraphIdentifier> = []
    for identifier in touched {
      guard try changes.paragraph(identifier) == after.paragraph(identifier) else {
        if decided.contains(identifier) {
          try result.bringBack(identifier, of: changes, over: step, decision, before, after)
        }
        continue
      }
      let stood = changes.files[identifier] != nil || changes.moves(identifier)
      guard let file = before.files[identifier] else {
        result.files[identifier] = nil
        result.carried[identifier] = nil
        result.outcomes[identifier] = nil
        let isMet = decided.contains(identifier) && before.moves(identifier) && !after.moves(identifier)
        if isReordered, try before.ownOrder().place(of: identifier) == nil || isMet && !movedSince.contains(identifier)
        {
          try result.restorePlace(of: identifier, from: before)
          restored.insert(identifier)
        }
        if before.moves(identifier), !stood, result.moves(identifier) {
          result.outcomes[identifier] = FollowedChange(identifier: identifier, outcome: .reinstated)
        }
        continue
      }
      result.files[identifier] = file
      result.carried[identifier] = file.own == nil ? nil : try before.paragraph(identifier)
      if isReordered, decided.contains(identifier), !movedSince.contains(identifier) {
        try result.restorePlace(of: identifier, from: before)
        restored.insert(identifier)
      }
      // A proposal that stood on these words before and after is what it was: the decision was about something else.
      let isUntouched =
        try stood && decision.parent.paragraph(identifier)?.text == decision.snapshot.paragraph(identifier)?.text
      result.outcomes[identifier] = FollowedChange(
        identifier: identifier, outcome: isUntouched ? .unchanged : stood ? .carried : .reinstated)
    }
    try result.restoreOrders(of: changes, behind: restored)
    try result.keepPlaces(asIn: changes.ownOrder())
    try result.reinstateMoves(of: before, thatFellAwayIn: changes)
    return result
  }

  /// The delegation's changes right before and right after a decision that it has followed; `nil` where it had no
  /// branch then.
  ///
  /// - Parameter end: a later commit of main.
  /// - Cost: reads the commits of the branch since then, and those of main once.
  private func sides(
    of decision: MainPath.Step, _ changes: StandingChanges, _ states: [ObjectID: StandingChanges],
    along path: inout MainPath, before end: ObjectID
  ) throws -> (before: StandingChanges, after: StandingChanges)? {
    let (before, after) = (decision.parent.commit, decision.snapshot.commit)
    if let first = states[before], let second = states[after] { return (first, second) }
    let places = try path.places(upTo: end)
    guard let place = places[after] else { return nil }
    var commit = changes.snapshot.commit
    var root: ObjectID?
    while places[commit] == nil {
      let parents = try repository.commit(commit).parents
      guard let previous = parents.first else { break }
      if parents.count > 1, let followed = places[parents[1]] {
        guard followed >= place else { break }
        root = previous
      }
      commit = previous
    }
    // A branch that stands on main after the decision began after it.
    guard let root, places[commit].map({ $0 < place }) ?? true else { return nil }
    let then = try branchChanges(of: changes.delegation, tip: root)
    return (
      try followed(then, along: &path, to: before), try followed(then, along: &path, to: after)
    )
  }
}

extension StandingChanges {
  /// Takes a proposal back: the paragraph is as the chair has it, and where.
  mutating func drop(_ identifier: ParagraphIdentifier) throws {
    files[identifier] = nil
    carried[identifier] = nil
    guard var order else { return }
    order.own.putBack(identifier, asIn: order.base)
    self.order = order.own.wanted(beside: order.base)
  }

  /// Gives words that stand against the chair's text the place that they had, where the order has none for them.
  fileprivate mutating func keepPlaces(asIn own: DraftOrder) throws {
    var order = try ownOrder()
    for place in own.places where files[place.entry.identifier]?.own != nil {
      if order.place(of: place.entry.identifier) == nil { order.insert(place.entry, asIn: own, afterHeadings: true) }
    }
    self.order = try order.wanted(beside: base.order())
  }

  /// Tells of the orders to place a paragraph that the decision had met, of whatever paragraph, and that stand again.
  fileprivate mutating func reinstateMoves(of before: StandingChanges, thatFellAwayIn changes: StandingChanges) throws {
    guard before.order != nil, order != nil else { return }
    let then = changes.movedParagraphs
    let now = movedParagraphs
    for identifier in before.movedParagraphs.intersection(now).subtracting(then) {
      if [nil, .satisfied].contains(outcomes[identifier]?.outcome) {
        outcomes[identifier] = FollowedChange(identifier: identifier, outcome: .reinstated)
      }
    }
    // What the text before the decision seemed to meet stood all the time.
    for identifier in then where outcomes[identifier]?.outcome == .satisfied && now.contains(identifier) {
      outcomes[identifier] = changes.outcomes[identifier]
    }
  }

  fileprivate mutating func restorePlace(of identifier: ParagraphIdentifier, from before: StandingChanges) throws {
    let old = try before.ownOrder()
    var own = try ownOrder()
    let followers = own.followers(of: [identifier])
    own.remove(identifier)
    if let place = old.place(of: identifier) { own.insert(place.entry, asIn: old, afterHeadings: true) }
    if old.moved.contains(identifier) {
      own.moved.insert(identifier)
      own.anchors[identifier] = old.anchors[identifier]
    }
    if case .paragraph(let before) = own.predecessor(of: identifier), followers.contains(before) {
    } else {
      own.bringAlong(followers, behind: identifier)
    }
    order = try own.wanted(beside: base.order())
  }
}
