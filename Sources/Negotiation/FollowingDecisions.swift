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
    let rebuilt = try rebuilt(changes, over: step, decision, since: sides.around?.after)
    var result = try rebuilt ?? carried(changes, over: step)
    let order = try orderRestored(sides, over: step, decision, numberedAs: result.ownOrder())
    result.order = order.wanted(beside: step.order)
    if let (before, after) = sides.around, rebuilt == nil {
      try reinstate(&result, changes, over: step, decision, before, after, root: sides.root)
    }
    try result.takePartsBack(
      of: decision, from: changes, positions(of: changes),
      sides.around.map { sides in
        try (before: positions(of: sides.before), after: positions(of: sides.after))
      })
    try result.keepPlaces(asIn: changes.ownOrder())
    try result.tellOrders(of: changes, reinstatedFrom: sides.around?.before)
    return result
  }

  /// Brings back the words and the positions that the delegation has not touched since the decision.
  ///
  /// - Parameters:
  ///   - before: the delegation's changes right before the decision, and `after` right after it.
  ///   - root: see ``UndoneSides/root``.
  private func reinstate(
    _ result: inout StandingChanges, _ changes: StandingChanges, over step: MainPath.Step, _ decision: MainPath.Step,
    _ before: StandingChanges, _ after: StandingChanges, root: ObjectID?
  ) throws {
    var touched = Set(decision.files.keys).union(try decision.message.identifiers())
    let decided = touched
    let positions = try (now: positions(of: changes), then: positions(of: after), before: positions(of: before))
    if step.rewriting != nil {
      // It did so to everything that was said then.
      for changes in [before, after, changes] { touched.formUnion(changes.files.keys) }
      touched.formUnion(positions.now.keys)
    }
    for identifier in touched.sorted() where positions.now[identifier] == positions.then[identifier] {
      if positions.then[identifier] != positions.before[identifier] {
        result.positions[identifier] = .some(positions.before[identifier])
      }
    }
    for identifier in touched.sorted() {
      let isRestored = try changes.paragraph(identifier) == after.paragraph(identifier)
      let references = result.referencesTold(
        of: identifier, beside: changes, before, after,
        isRestored: { $0 == .position ? positions.now[identifier] == positions.then[identifier] : isRestored })
      defer { result.tell(references, of: identifier) }
      guard isRestored else {
        if decided.contains(identifier) {
          try result.bringBack(identifier, of: changes, over: step, decision, before, after)
        }
        continue
      }
      let stood = changes.files[identifier] != nil || changes.moves(identifier)
      let stoodInConflict = try root.map { try broughtConflict(on: identifier, before, after, root: $0) } ?? false
      guard let file = before.files[identifier] else {
        result.files[identifier] = nil
        result.carried[identifier] = nil
        result.outcomes[identifier] = nil
        if before.moves(identifier), !stood || stoodInConflict, result.moves(identifier) {
          result.outcomes[identifier] = FollowedChange(identifier: identifier, outcome: .reinstated)
        }
        continue
      }
      result.files[identifier] = file
      result.carried[identifier] = file.own == nil ? nil : try before.paragraph(identifier)
      // A proposal that stood on these words before and after is what it was: the decision was about something else.
      let isUntouched =
        try stood && decision.parent.paragraph(identifier)?.text == decision.snapshot.paragraph(identifier)?.text
      result.outcomes[identifier] = FollowedChange(
        identifier: identifier,
        outcome: stoodInConflict ? .reinstated : isUntouched ? .unchanged : stood ? .carried : .reinstated)
      result.outcomes[identifier]?.wentAlong = isUntouched && step.placed.contains(identifier)
    }
  }

  /// What a delegation had around a decision that it has followed, and did since.
  ///
  /// - Parameter end: a later commit of main.
  /// - Cost: reads the commits of the branch since then, and those of main once.
  private func sides(
    of decision: MainPath.Step, _ changes: StandingChanges, _ states: [ObjectID: StandingChanges],
    along path: inout MainPath, before end: ObjectID
  ) throws -> UndoneSides {
    let (before, after) = (decision.parent.commit, decision.snapshot.commit)
    if let first = states[before], let second = states[after] { return UndoneSides(around: (first, second)) }
    let places = try path.places(upTo: end)
    guard let place = places[after] else { return UndoneSides() }
    var commit = changes.snapshot.commit
    var (acts, count): ([ObjectID], Int) = ([], 0)
    var root: ObjectID?
    while places[commit] == nil {
      let parents = try repository.commit(commit).parents
      guard let previous = parents.first else { break }
      if parents.count > 1, let followed = places[parents[1]] {
        guard followed >= place else { break }
        (root, count) = (previous, acts.count)
      }
      acts.append(commit)
      commit = previous
    }
    // A branch that stands on main after the decision began after it.
    guard let root, places[commit].map({ $0 < place }) ?? true else { return UndoneSides(acts: acts.reversed()) }
    let then = try branchChanges(of: changes.delegation, tip: root)
    return UndoneSides(
      around: (try followed(then, along: &path, to: before), try followed(then, along: &path, to: after)),
      root: root, acts: acts[..<count].reversed())
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

  /// Gives every paragraph that the delegation has a place, where the order has none for it: the one that it had, else the
  /// chair's; and takes those out of the order that do not stand any more.
  fileprivate mutating func keepPlaces(asIn own: DraftOrder) throws {
    guard order != nil || files.values.contains(where: { $0.base == nil || $0.own == nil }) else { return }
    let chair = try base.order()
    let known = Set(chair.outlines.flatMap(\.entries).map(\.identifier))
    var order = try ownOrder()
    func isThere(_ place: DraftOrder.Place) -> Bool {
      files[place.entry.identifier].map { $0.own != nil } ?? known.contains(place.entry.identifier)
    }
    // What the delegation had taken away, and has again, stands where the chair has it.
    for other in [own, chair] {
      for place in other.places where isThere(place) && order.place(of: place.entry.identifier) == nil {
        order.insert(place.entry, asIn: other, afterHeadings: true)
      }
    }
    for place in order.places where !isThere(place) { order.remove(place.entry.identifier) }
    self.order = order.wanted(beside: chair)
  }

  /// Tells what becomes of orders to place a paragraph: those that the decision had met, of whatever paragraph, stand again.
  fileprivate mutating func tellOrders(of changes: StandingChanges, reinstatedFrom before: StandingChanges?) throws {
    for (identifier, change) in outcomes {
      // What carrying the order over said of this step is worked out anew.
      let known = changes.outcomes[identifier]
      outcomes[identifier]?.goesAlongWith = known?.goesAlongWith
      outcomes[identifier]?.standsAfter = known?.standsAfter
      if change.goesAlongWith != nil, known?.goesAlongWith == nil, files[identifier] == nil {
        outcomes[identifier] = known
      }
    }
    guard let own = order?.own else { return }
    let (then, now) = (changes.movedParagraphs, movedParagraphs)
    for identifier in before?.movedParagraphs.intersection(now).subtracting(then).sorted() ?? [] {
      if [nil, .satisfied].contains(outcomes[identifier]?.outcome) {
        outcomes[identifier] = FollowedChange(identifier: identifier, outcome: .reinstated)
      }
    }
    for identifier in then.intersection(now).sorted() {
      // What the text before the decision seemed to meet stood all the time.
      if outcomes[identifier]?.outcome == .satisfied { outcomes[identifier] = changes.outcomes[identifier] }
      try noteGoing(of: identifier, from: changes.ownOrder(), to: own)
      try noteAnchorGone(of: identifier, from: changes.ownOrder(), to: own)
    }
  }
}
