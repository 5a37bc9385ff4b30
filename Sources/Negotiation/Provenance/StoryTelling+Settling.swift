internal import Drafting
internal import Git

extension Negotiation {
  /// What became of a proposal whose paragraph was neither cut nor joined to another since, or of a position.
  ///
  /// - Returns: what the delegation did that ended it.
  func settle(
    _ act: RecordedAct, _ own: ParagraphEvent?, _ identifier: ParagraphIdentifier, isMove: Bool,
    _ events: [ParagraphEvent], _ chair: [RecordedAct], _ later: [RecordedAct], _ standing: StandingChanges?,
    _ story: inout ProposalStory
  ) throws -> Deed? {
    let undoings = chair.filter { $0.message.first(.undoes) != nil }
    // What the chair decided on is over; what the delegation does afterwards is about another proposal.
    var (other, end): (Deed?, Deed?)
    for next in later {
      if next.action == .follow {
        guard act.isProposal, let main = next.parents.last else { continue }
        let seen = try undoings.filter { try repository.isAncestor($0.deed.commit, of: main) }
        if story.reopen(seen.undoneCommits, replacedBy: other) { return other }
        guard let outcome = next.outcome(of: identifier) else { continue }
        // A decision on another paragraph had met it.
        if outcome == .reinstated, let decision = story.state.decision?.commit, try isUndone(decision, at: main) {
          if story.reopen([decision.hex], replacedBy: other) { return other }
          continue
        }
        guard story.state.isOpen else { continue }
        let (decided, branch) = (
          try Snapshot(repository, commit: main), try Snapshot(repository, commit: next.deed.commit)
        )
        if outcome == .satisfied,
          try isMetOtherwise(
            own, events, decided, text: branch.paragraph(identifier)?.text, order: branch.order())
        {
          continue
        }
        try follow(outcome, act, chair, at: main, by: next, &story)
        continue
      }
      guard next.identifiers.contains(identifier), act.ending.contains(next.action) else { continue }
      if act.isProposal, next.action != .withdraw,
        let answer = events.first(where: { $0.commit == next.deed.commit }), !answer.answers(own)
      {
        continue
      }
      guard story.state.isOpen else {
        other = next.action == .withdraw ? nil : other ?? next.deed
        end = end ?? next.deed
        continue
      }
      story.state = next.action == .withdraw ? .withdrawn(next.deed) : .superseded(next.deed)
      return next.deed
    }
    guard act.isProposal else {
      // What is joined to another paragraph takes the positions on it along. A decision that is undone took nothing away.
      let undone = chair.undoneCommits
      let ends = events.filter { event in
        event.delegation == nil
          ? event.newFile == nil && event.action != .undo && !undone.contains(event.commit.hex)
          : event.presence == .went && event.action != .follow
      }
      if ends.last(where: { $0.delegation == nil })?.action != .join, try !isWanted(identifier) {
        story.state = .void(ends.last.map { Deed($0) })
      } else if let standing, try main.order().place(of: identifier) != nil,
        try positions(of: standing)[identifier] == nil, let withdrawal = later.last(where: { $0.action == .withdraw })
      {
        // It was withdrawn with what its paragraph was joined to.
        story.state = .withdrawn(withdrawal.deed)
      }
      return nil
    }
    if story.reopen(chair.undoneCommits, replacedBy: other) { return other }
    guard story.state.isOpen else { return end }
    if let standing, let outcome = standing.outcomes[identifier]?.outcome,
      try outcome != .satisfied
        || !isMetOtherwise(
          own, events, standing.base, text: standing.paragraph(identifier)?.text, order: standing.ownOrder())
    {
      try follow(outcome, act, chair, at: main.commit, &story)
    }
    try settle(act, identifier, isMove: isMove, chair, standing, &story)
    return nil
  }

  /// Whether a decision on whatever paragraph is undone in a state of the chair's text.
  private func isUndone(_ decision: ObjectID, at main: ObjectID) throws -> Bool {
    try repository.commits(from: [main], hiding: [decision], order: .oldestFirst)
      .map { try recordedAct(repository.commit($0)) }.undoneCommits.contains(decision.hex)
  }

  /// Whether a paragraph stands in the chair's text, or a delegation proposes it.
  private func isWanted(_ identifier: ParagraphIdentifier) throws -> Bool {
    try main.file(of: identifier) != nil
      || allStandingChanges(only: [identifier]).contains { $0.files[identifier]?.own != nil }
  }

  /// What the standing changes say of a proposal that nothing ended.
  ///
  /// - Parameter isMove: whether it moves the paragraph, and leaves its words.
  private func settle(
    _ act: RecordedAct, _ identifier: ParagraphIdentifier, isMove: Bool, _ chair: [RecordedAct],
    _ standing: StandingChanges?, _ story: inout ProposalStory
  ) throws {
    guard story.state.isOpen else { return }
    let later = try decisions(in: chair, after: act)
    // What is printed are the fewest moves that lead to the delegation's order; a move that is none of them still stands
    // as long as the paragraph stands behind another one than in the chair's.
    let order = isMove ? standing?.order : nil
    if let order, order.own.predecessor(of: identifier) != order.base.predecessor(of: identifier) { return }
    if isMove || standing?.files[identifier] == nil, standing?.moves(identifier) != true {
      story.state = .satisfied(later.last?.deed)
    }
  }

  /// The decision that took the very words of a commit.
  func taken(_ act: RecordedAct, _ chair: [RecordedAct]) -> Deed? {
    let name = act.deed.commit.description
    return chair.last { decision in decision.adopted.contains { name.hasPrefix($0.commit) } }?.deed
  }

  /// What a branch that followed main says of a proposal.
  ///
  /// - Parameter merge: the commit by which it followed; `nil` where it has not.
  private func follow(
    _ outcome: FollowedChange.Outcome, _ act: RecordedAct, _ chair: [RecordedAct], at commit: ObjectID?,
    by merge: RecordedAct? = nil, _ story: inout ProposalStory
  ) throws {
    let decisions = try decisions(in: chair, after: act).filter { decision in
      try commit.map { try repository.isAncestor(decision.deed.commit, of: $0) } ?? true
    }
    let code = act.deed.delegation?.code
    switch outcome {
    case .unchanged, .carried: break
    case .void:
      story.state = .void(try merge.flatMap { try onlyDecision(followedBy: $0) }?.deed ?? decisions.last?.deed)
    case .reinstated:
      story.conflict.forget(chair.undoneCommits)
      story.state = story.conflict.state
    case .inConflict:
      if let last = decisions.last {
        if chair.undoneCommits.contains(last.deed.commit.description) { break }
        story.conflict.begin(by: last.deed.commit)
      }
      story.state = .inConflict
    case .rejected:
      if let rejection = decisions.last(where: { $0.rejected.contains { $0.code == code } }) {
        story.state = .rejected(rejection.deed)
      }
    case .satisfied:
      if let adoption = code.flatMap(decisions.adoption) {
        story.state = .adopted(adoption.deed, revision: try revision(of: adoption.deed.commit))
      } else {
        // A decision on another paragraph may meet it.
        story.state = .satisfied(try merge.flatMap { try onlyDecision(followedBy: $0) }?.deed ?? decisions.last?.deed)
      }
    }
  }
}

extension RecordedAct {
  /// The acts of its delegation on the same paragraph that end it: a position stands beside proposals, and another one
  /// takes its place.
  fileprivate var ending: Set<Action?> {
    isProposal ? [.withdraw, .propose, .support] : [.withdraw, .reserve, .oppose]
  }
}
