internal import Drafting
package import Git
internal import Notation

extension Negotiation {
  /// Everything about one commit.
  ///
  /// - Cost: for a proposal, reads what its delegation did since and the events of its paragraphs; for a decision, what
  ///   every branch did since.
  package func story(of commit: ObjectID) throws -> CommitStory {
    let stored = try repository.commit(commit)
    let act = try recordedAct(stored)
    var story = CommitStory(act: act, events: try changes(by: stored))
    story.act.revision = try revision(of: commit)
    if act.action == .keep { story.readBrackets(BracketReader(labels: LabelTable(registry: registry))) }
    let chairs = Dictionary(
      try main.order().places.map { ($0.entry.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    for identifier in Set(story.events.map(\.identifier)) {
      story.places[identifier] = try places(of: family(of: identifier).homes(of: commit, on: identifier), chairs)
    }
    if let delegation = act.deed.delegation {
      guard [.propose, .support, .importing, .reserve, .oppose].contains(act.action) else { return story }
      let later = try laterActs(of: delegation, after: commit)
      let standing = try standingChanges(of: delegation)
      for identifier in Set(story.events.map(\.identifier)) {
        let (proposal, parts) = try proposalStory(act, identifier, later, standing)
        story.proposals[identifier] = proposal
        if let parts, proposal.state.isOpen {
          story.places[identifier] = try places(of: parts.parts.filter(\.state.isOpen).map(\.identifier), chairs)
        }
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

  /// Where paragraphs stand now: in the chair's text, or else as a delegation would have it that proposes them.
  ///
  /// - Parameter chairs: the places in the chair's text.
  private func places(
    of identifiers: [ParagraphIdentifier], _ chairs: [ParagraphIdentifier: DraftOrder.Place]
  ) throws -> [DraftOrder.Place] {
    try identifiers.compactMap { identifier in
      if let place = chairs[identifier] { return place }
      for changes in try allStandingChanges(only: [identifier]) where changes.files[identifier]?.own != nil {
        if let place = try changes.ownOrder().place(of: identifier) { return place }
      }
      return nil
    }
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
      if isMove { try tellHalves(of: act, identifier, chair, later, standing, &story) }
      let undone = chair.undoneCommits
      story.taken = taken(act, chair.filter { !undone.contains($0.deed.commit.description) })
    }
    // A position has nothing to support or to amend.
    guard act.isProposal else { return (story, nil) }
    (story.supporters, story.amendedBy) = try answers.told(until: story.state.decision)
    if story.state.isOpen {
      let homes = Set(parts?.parts.filter(\.state.isOpen).map(\.identifier) ?? [identifier])
      story.supporters = try story.supporters.filter { support in
        let theirs = try support.delegation.flatMap { try standingChanges(of: $0, only: homes) }
        return homes.contains { theirs?.files[$0] != nil || theirs?.moves($0) ?? false }
      }
    }
    if let amended = try Snapshot(repository, commit: act.deed.commit).paragraph(identifier)?.amended,
      act.action == .propose || act.action == .importing, let other = registry[amended.code]
    {
      story.amends = (other, try amendedOrigins(amended, on: identifier).first?.hex ?? amended.commit)
    }
    return (story, parts)
  }
}

extension RecordedAct {
  /// Whether it is no position.
  var isProposal: Bool { action != .reserve && action != .oppose }
}
