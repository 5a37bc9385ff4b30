internal import Drafting
internal import Git

extension Negotiation {
  /// The last decision since a proposal that cut its paragraph in two or joined it to another, and was not undone.
  ///
  /// - Parameter chair: the decisions on the paragraph.
  func restructuring(
    of identifier: ParagraphIdentifier, after act: RecordedAct, _ chair: [RecordedAct]
  ) throws -> RecordedAct? {
    let undone = chair.undoneCommits
    return try chair.last { decision in
      try decision.deed.time >= act.deed.time && !undone.contains(decision.deed.commit.description)
        && decision.heir(of: identifier) != nil && !repository.isAncestor(decision.deed.commit, of: act.deed.commit)
    }
  }

  /// What became of a proposal whose paragraph was cut in two or joined to another since: its words went along, and are
  /// decided on there.
  ///
  /// - Parameters:
  ///   - own: what the proposal did to the paragraph.
  ///   - change: the decision that did it.
  ///   - later: what the delegation did since.
  /// - Cost: reads the events of the paragraph that has the words now.
  func settleElsewhere(
    _ act: RecordedAct, _ own: ParagraphEvent?, _ identifier: ParagraphIdentifier, _ change: RecordedAct,
    _ later: [RecordedAct], _ standing: StandingChanges?, _ story: inout ProposalStory
  ) throws {
    guard let heir = change.heir(of: identifier), try stood(own, identifier, before: change, later) else { return }
    let answers = try later.filter { next in
      try [.withdraw, .propose, .support].contains(next.action)
        && repository.isAncestor(change.deed.commit, of: next.deed.commit)
    }
    let order = try main.order()
    if change.action == .split {
      let places = change.identifiers.filter { half in
        standing?.files[half] != nil && !answers.contains { $0.identifiers.contains(half) }
      }.compactMap { order.place(of: $0) }
      if !places.isEmpty {
        story.state = .divided(change.deed, into: places)
        return
      }
    }
    guard story.maySettle else { return }
    let homes = change.action == .split ? change.identifiers : [heir]
    if let next = answers.first(where: { $0.identifiers.contains(where: homes.contains) }) {
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

  /// Whether a proposal's words stood against the chair's when a decision cut its paragraph or joined it to another; before
  /// that they may have been met.
  private func stood(
    _ own: ParagraphEvent?, _ identifier: ParagraphIdentifier, before change: RecordedAct, _ later: [RecordedAct]
  ) throws -> Bool {
    guard let parent = change.parents.first,
      let merge = try later.first(where: { next in
        guard next.action == .follow, let main = next.parents.last else { return false }
        return try main == change.deed.commit || repository.isAncestor(change.deed.commit, of: main)
      }), let branch = merge.parents.first, own?.oldFile != own?.newFile
    else { return true }
    return try Snapshot(repository, commit: branch).file(of: identifier)
      != Snapshot(repository, commit: parent).file(of: identifier)
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
