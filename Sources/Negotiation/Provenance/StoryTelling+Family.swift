internal import Drafting
internal import Git

extension Negotiation {
  /// What became of a proposal whose words went to other paragraphs, or came back from there, since the chair cut or joined
  /// paragraphs or undid that: they are followed to where they stand, or were decided on.
  ///
  /// - Parameter later: what the delegation did since.
  /// - Returns: what happened since then to the other paragraphs where its words stand.
  /// - Cost: nothing where the paragraph was never cut or joined; else reads the events of all that it was cut from or
  ///   joined with, and goes back along the branch for each.
  func settleInFamily(
    _ act: RecordedAct, _ identifier: ParagraphIdentifier, _ later: [RecordedAct], _ standing: StandingChanges?,
    _ story: inout ProposalStory
  ) throws -> [ParagraphEvent] {
    let family = try family(of: identifier)
    guard family.count > 1, let delegation = act.deed.delegation else { return [] }
    let decisions = try decisions(on: family)
    let undone = decisions.undoneCommits
    let restructuring = try decisions.last { decision in
      let done = decision.message.first(.undoes).flatMap { name in
        decisions.first { $0.deed.commit.hex == name }
      }
      let action = (done ?? decision).action
      return try (action == .split || action == .join) && !undone.contains(decision.deed.commit.hex)
        && !repository.isAncestor(decision.deed.commit, of: act.deed.commit)
    }
    guard let restructuring else { return [] }
    func stands(in paragraph: ParagraphIdentifier, at tip: ObjectID, upTo end: ObjectID) throws -> Bool {
      try proposalOrigins(of: paragraph, delegation, at: tip, upTo: end).contains(act.deed.commit)
    }
    let valid = decisions.filter { !undone.contains($0.deed.commit.hex) }
    story.taken = taken(act, valid)
    let rejections = try valid.filter { decision in
      try decision.rejected.contains { rejected in
        guard rejected.code == delegation.code, let parent = decision.parents.first else { return false }
        let tip = try repository.object(startingWith: rejected.commit)
        return try decision.identifiers.contains { try stands(in: $0, at: tip, upTo: parent) }
      }
    }
    let homes = try family.filter { paragraph in
      guard let standing, standing.files[paragraph] != nil else { return false }
      return try stands(in: paragraph, at: standing.snapshot.commit, upTo: main.commit)
    }
    if !homes.isEmpty {
      story.elsewhere = rejections.map { ($0.addresses.first ?? "@\(identifier)", .rejected($0.deed)) }
      if restructuring.action == .join || restructuring.action == .undo && homes == [identifier] {
        if case .inConflict = story.state {} else { story.state = .standing }
      } else {
        let order = try standing?.ownOrder() ?? main.order()
        story.state = .divided(
          restructuring.deed, into: order.places.filter { homes.contains($0.entry.identifier) })
      }
      return try homes.filter { $0 != identifier }.flatMap { try events(of: $0) }.filter {
        try repository.isAncestor(restructuring.deed.commit, of: $0.commit)
      }
    }
    if let taken = story.taken {
      story.elsewhere = rejections.map { ($0.addresses.first ?? "@\(identifier)", .rejected($0.deed)) }
      var revisions = try RevisionFinder(self)
      story.state = .adopted(taken, revision: try revisions.first(with: taken, on: nil))
    } else if let rejection = rejections.last {
      story.state = .rejected(rejection.deed)
    } else if let next = try later.first(where: { next in
      guard [.propose, .support, .importing, .withdraw].contains(next.action), let parent = next.parents.first,
        let base = try repository.mergeBase(parent, main.commit)
      else { return false }
      let (branch, chairs) = (try Snapshot(repository, commit: parent), try Snapshot(repository, commit: base))
      return try next.identifiers.contains { paragraph in
        // What was met by then is ended by nothing else.
        try family.contains(paragraph) && branch.file(of: paragraph) != chairs.file(of: paragraph)
          && stands(in: paragraph, at: parent, upTo: base)
      }
    }) {
      story.state = next.action == .withdraw ? .withdrawn(next.deed) : .superseded(next.deed)
    }
    return []
  }

  /// The paragraphs that a paragraph was ever cut from or joined with, itself among them, also where that was undone.
  ///
  /// - Cost: reads the events of each in the index.
  private func family(of identifier: ParagraphIdentifier) throws -> [ParagraphIdentifier] {
    try withHistory { index in
      var family = [identifier]
      var next = 0
      while next < family.count {
        for event in try index.events(of: family[next]) {
          let pair = event.commit.pair
          if pair.contains(family[next]) { family += pair.filter { !family.contains($0) } }
        }
        next += 1
      }
      return family
    }
  }

  /// The chair's decisions on some paragraphs, the oldest first.
  private func decisions(on paragraphs: [ParagraphIdentifier]) throws -> [RecordedAct] {
    var seen: Set<ObjectID> = []
    let events = try paragraphs.flatMap { try self.events(of: $0, withWords: false) }
      .filter { $0.delegation == nil && seen.insert($0.commit).inserted }
    return try events.sorted { $0.generation < $1.generation }.map { try recordedAct(repository.commit($0.commit)) }
  }
}
