internal import Drafting
package import Git

extension Negotiation {
  /// Everything about one commit.
  ///
  /// - Cost: for a proposal, reads what its delegation did since and the events of its paragraphs; for a decision, what
  ///   every branch did since.
  package func story(of commit: ObjectID) throws -> CommitStory {
    let act = try recordedAct(repository.commit(commit))
    var story = CommitStory(act: act, events: try events(of: commit))
    story.act.revision = try revision(of: commit)
    if let delegation = act.deed.delegation {
      guard [.propose, .support, .importing, .reserve, .oppose].contains(act.action) else { return story }
      let later = try laterActs(of: delegation, after: commit)
      let standing = try standingChanges(of: delegation)
      for identifier in Set(story.events.map(\.identifier)) {
        story.proposals[identifier] = try proposalStory(act, identifier, later, standing).story
      }
      return story
    }
    story.took = act.adopted.compactMap { taken in registry[taken.code].map { ($0, taken.commit) } }
    story.following = try following(act)
    if let undoing = try repository.commits(from: [main.commit], hiding: [commit], order: .oldestFirst).lazy
      .map({ try recordedAct(repository.commit($0)) })
      .first(where: { $0.message.first(.undoes) == commit.description })
    {
      story.act.undone = undoing.deed
    }
    return story
  }

  func recordedAct(_ commit: Commit) throws -> RecordedAct {
    let delegation = registry.delegations.first { $0.signatureEmail == commit.author.email }
    return RecordedAct(commit, delegation.map { [$0.signatureEmail: $0] } ?? [:], nil)
  }

  /// What a delegation did on its branch, the oldest first.
  ///
  /// - Parameter commit: only what came after it.
  func laterActs(of delegation: Delegation, after commit: ObjectID? = nil) throws -> [RecordedAct] {
    guard let tip = try repository.reference(ReferenceNames.delegation(delegation.code)) else { return [] }
    return try repository.commits(from: [tip], hiding: [main.commit] + (commit.map { [$0] } ?? []), order: .oldestFirst)
      .map { try recordedAct(repository.commit($0)) }
  }

  /// What became of a proposal on one paragraph, and the parts of it where that was cut or joined to another since.
  ///
  /// - Parameter later: what its delegation did since, the oldest first.
  func proposalStory(
    _ act: RecordedAct, _ identifier: ParagraphIdentifier, _ later: [RecordedAct], _ standing: StandingChanges?
  ) throws -> (story: ProposalStory, parts: ProposalParts?) {
    let events = try events(of: identifier)
    let chair = try events.filter { $0.delegation == nil }.map { try recordedAct(repository.commit($0.commit)) }
    let own = events.first { $0.commit == act.deed.commit }
    let isMove = own?.formerPlace != nil && own?.oldFile == own?.newFile
    let parts = act.isProposal && !isMove ? try self.parts(of: act, identifier, later, standing) : nil
    var story = ProposalStory(state: .standing)
    var answers = ProposalAnswers(to: act, events, self)
    if let parts {
      story.tell(parts, in: try standing?.ownOrder() ?? main.order())
      story.taken = try taken(act, parts.decisions())
      try answers.add(parts)
    } else {
      answers.end = try settle(act, own, identifier, isMove: isMove, events, chair, later, standing, &story)
      let undone = chair.undoneCommits
      story.taken = taken(act, chair.filter { !undone.contains($0.deed.commit.description) })
    }
    (story.supporters, story.amendedBy) = try answers.told(until: story.state.decision)
    if let amended = try Snapshot(repository, commit: act.deed.commit).paragraph(identifier)?.amended,
      act.action == .propose || act.action == .importing, let other = registry[amended.code]
    {
      story.amends = (other, try amendedOrigins(amended, on: identifier).first?.hex ?? amended.commit)
    }
    return (story, parts)
  }

  /// What became of a proposal whose paragraph was neither cut nor joined to another since, or of a position.
  ///
  /// - Returns: what the delegation did that ended it.
  private func settle(
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
        guard story.state.isOpen, let outcome = next.outcome(of: identifier) else { continue }
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
      let last = events.last { $0.delegation == nil && $0.action != .undo && !undone.contains($0.commit.hex) }
      if let last, last.newFile == nil, last.action != .join {
        story.state = .void(Deed(last))
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
    case .reinstated: story.state = .standing
    case .inConflict:
      if let last = decisions.last, chair.undoneCommits.contains(last.deed.commit.description) { break }
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

  /// Whether it is no position.
  var isProposal: Bool { action != .reserve && action != .oppose }
}
