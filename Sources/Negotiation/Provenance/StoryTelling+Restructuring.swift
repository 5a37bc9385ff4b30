internal import Drafting
internal import Git

extension Negotiation {
  /// What became of a proposal whose paragraph was cut in two or joined to another since: its words went along, and are
  /// decided on there.
  ///
  /// - Parameters:
  ///   - chair: the decisions on the paragraph.
  ///   - later: what the delegation did since.
  /// - Cost: reads the events of the paragraph that has the words now.
  func settleElsewhere(
    _ act: RecordedAct, _ identifier: ParagraphIdentifier, _ chair: [RecordedAct], _ later: [RecordedAct],
    _ standing: StandingChanges?, _ story: inout ProposalStory
  ) throws {
    let undone = chair.undoneCommits
    let since = chair.filter { $0.deed.time >= act.deed.time && !undone.contains($0.deed.commit.description) }
    guard
      let change = since.last(where: { $0.heir(of: identifier) != nil }), let heir = change.heir(of: identifier),
      try !repository.isAncestor(change.deed.commit, of: act.deed.commit), story.maySettle
    else { return }
    let order = try main.order()
    if change.action == .split {
      let places = change.identifiers.filter { standing?.files[$0] != nil }.compactMap { order.place(of: $0) }
      if !places.isEmpty {
        story.state = .divided(change.deed, into: places)
        return
      }
    }
    for next in later where next.identifiers.contains(heir) {
      guard [.withdraw, .propose, .support].contains(next.action),
        try repository.isAncestor(change.deed.commit, of: next.deed.commit)
      else { continue }
      story.state = next.action == .withdraw ? .withdrawn(next.deed) : .superseded(next.deed)
      return
    }
    if change.action == .join, standing?.files[heir] != nil {
      story.state = .standing
      return
    }
    let decisions = try events(of: heir, withWords: false).filter { $0.delegation == nil }.map {
      try recordedAct(repository.commit($0.commit))
    }
    let gone = decisions.undoneCommits
    let valid = decisions.filter { !gone.contains($0.deed.commit.description) }
    if let taken = taken(act, valid) {
      var revisions = try RevisionFinder(self)
      story.state = .adopted(taken, revision: try revisions.first(with: taken, on: nil))
      story.taken = taken
    } else if let rejection = try valid.last(where: { decision in
      try decision.rejected.contains { $0.code == act.deed.delegation?.code }
        && repository.isAncestor(change.deed.commit, of: decision.deed.commit)
    }) {
      story.state = .rejected(rejection.deed)
    }
  }
}

extension RecordedAct {
  /// The paragraph that has words of another's after a split or a join; `nil` for any other act.
  fileprivate func heir(of identifier: ParagraphIdentifier) -> ParagraphIdentifier? {
    guard identifiers.count == 2 else { return nil }
    return switch action {
    case .split where identifiers[0] == identifier: identifiers[1]
    case .join where identifiers[1] == identifier: identifiers[0]
    default: nil
    }
  }
}

extension ProposalStory {
  /// Whether nothing ended it but, as it seems, a decision that cut its paragraph or joined it to another.
  fileprivate var maySettle: Bool {
    switch state {
    case .standing, .inConflict, .divided, .satisfied: true
    default: false
    }
  }
}
