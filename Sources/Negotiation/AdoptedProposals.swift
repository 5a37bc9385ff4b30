internal import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// Whose words an adoption takes: the delegations named, those whose proposals they amended, and those whose proposals
  /// any of them supports, as far as what is taken has what they ask for still. Who brought words in that were supported is
  /// named also where it asks for them no more, as who was amended is. Each proposal is named once.
  ///
  /// - Parameter edit: what is taken.
  func credits(
    _ changes: [StandingChanges], on identifier: ParagraphIdentifier, in edit: ChairEdit
  ) throws -> [CommitMessage.Trailer] {
    let paragraph = try edit.paragraph(identifier)
    var credits: [(code: DelegationCode, commit: ObjectID)] = []
    func credit(_ code: DelegationCode, _ commits: [ObjectID]) {
      for commit in commits where !credits.contains(where: { $0 == (code, commit) }) { credits.append((code, commit)) }
    }
    for change in changes {
      credit(change.delegation.code, try takenCommits(change, on: identifier))
      let amended = try amendedCommits(change, on: identifier, in: edit)
      for (code, commit) in amended where !changes.contains(where: { $0.delegation.code == code }) {
        guard let delegation = registry[code] else { continue }
        // What an amended proposal amended in turn may be gone from it; what a branch only followed it did not ask for.
        let isLeft =
          try code == amended.first?.code && !proposalOrigins(of: identifier, delegation, at: commit).isEmpty
          || standingChanges(of: delegation, tip: commit, only: [identifier])?.isLeft(of: identifier, in: paragraph)
            ?? false
        if isLeft { credit(code, [commit]) }
      }
    }
    for theirs in try supported(by: changes, on: identifier, in: edit) {
      let code = theirs.delegation.code
      if credits.contains(where: { $0.code == code }) { continue }
      if try theirs.shares(identifier, with: paragraph, in: edit.order) {
        credit(code, try takenCommits(theirs, on: identifier))
      }
    }
    var acts =
      try credits
      + changes.flatMap { change in
        try proposalActs(of: identifier, in: change).map { (change.delegation.code, $0) }
      }
    var next = 0
    while next < acts.count {
      let (code, commit) = acts[next]
      next += 1
      for author in try authors(behind: commit) where !credits.contains(where: { $0.code == author.code }) {
        let later = try registry[code].flatMap { try standingChanges(of: $0, tip: commit, only: [identifier]) }
        let then = try registry[author.code].flatMap {
          try standingChanges(of: $0, tip: author.commit, only: [identifier])
        }
        // A support says what was taken over, whatever its author made of that.
        guard try (author.isSupported ? later : then)?.shares(identifier, with: paragraph, in: edit.order) ?? false
        else { continue }
        credit(author.code, [author.commit])
        acts.append((author.code, author.commit))
      }
    }
    return credits.map { .init(.adopted, "\($0.code) \($0.commit)") }
  }

  /// The proposals that an act took words from: the one that brought in what a support took, be it that of another's
  /// support, or what an amendment goes on from, on whichever paragraph; none where the words do not tell.
  private func authors(
    behind act: ObjectID
  ) throws -> [(code: DelegationCode, commit: ObjectID, isSupported: Bool)] {
    let message = CommitMessage(text: try repository.commit(act).message)
    guard let identifier = message.legibleIdentifiers.first else { return [] }
    guard message.action == .support else {
      guard let amended = try Snapshot(repository, commit: act).paragraph(identifier)?.amended else { return [] }
      return try amendedOrigins(amended, on: identifier).map { (amended.code, $0, false) }
    }
    let events = try events(of: identifier, withWords: false)
    var next = events.first { $0.commit == act }
    while let event = next, event.action == .support { next = event.supported(among: events) }
    return next.flatMap { event in event.delegation.map { [($0.code, event.commit, true)] } } ?? []
  }

  /// The standing proposals that delegations support, or what these amend does, whatever they have asked for besides since;
  /// each behind the one that supports it.
  private func supported(
    by changes: [StandingChanges], on identifier: ParagraphIdentifier, in edit: ChairEdit
  ) throws -> [StandingChanges] {
    var known = changes
    var next = 0
    while next < known.count {
      let change = known[next]
      next += 1
      var codes = try amendedCommits(change, on: identifier, in: edit).map(\.code)
      for commit in try proposalActs(of: identifier, in: change) {
        let message = CommitMessage(text: try repository.commit(commit).message)
        if message.action == .support, let code = message.first(.on).flatMap({ try? DelegationCode($0) }) {
          codes.append(code)
        }
      }
      for code in codes where !known.contains(where: { $0.delegation.code == code }) {
        if let theirs = try standing(code, on: identifier) { known.append(theirs) }
      }
    }
    return Array(known.dropFirst(changes.count))
  }
}

extension StandingChanges {
  /// Whether a decision takes something that the delegation asks for on a paragraph: words that the draft would print under
  /// the names of both, its place, or the very paragraph where that is new.
  ///
  /// - Parameters:
  ///   - paragraph: what the chair has once it is taken; `nil` where it is deleted.
  ///   - order: the chair's order then.
  func shares(
    _ identifier: ParagraphIdentifier, with paragraph: Paragraph?, in order: DraftOrder
  ) throws -> Bool {
    if try moves(identifier) && ownOrder().predecessor(of: identifier) == order.predecessor(of: identifier) {
      return true
    }
    guard files[identifier] != nil else { return false }
    guard let old = try base.paragraph(identifier) else { return paragraph != nil }
    let both = try consolidated(
      base: old.text,
      versions: [
        Version(label: "1", text: self.paragraph(identifier)?.text ?? ""),
        Version(label: "2", text: paragraph?.text ?? ""),
      ])
    return both.isAsked(byAll: ["1", "2"])
  }
}

extension StandingChanges {
  /// Whether a text that goes on from what the delegation asks for on a paragraph has kept any of that, be it a deletion.
  fileprivate func isLeft(of identifier: ParagraphIdentifier, in paragraph: Paragraph?) throws -> Bool {
    guard let paragraph, let own = try self.paragraph(identifier) else { return false }
    guard let old = try base.paragraph(identifier) else { return true }
    let both = consolidated(
      base: own.text, versions: [Version(label: "old", text: old.text), Version(label: "new", text: paragraph.text)])
    return both.pieces.contains { BracketedText([$0]).labels == ["old"] }
  }
}

extension CommitMessage {
  /// Whether a decision rejects a delegation's proposal.
  func rejects(_ code: DelegationCode) -> Bool { values(.rejected).contains { $0.hasPrefix("\(code) ") } }

  /// Whether the chair approved the paragraph in the breath in which it adopted words.
  var approvesAdoption: Bool { subject.hasSuffix(" and approves it") }

  /// The delegations whose proposals an adoption takes whole, as its first line says; who wrote what these had amended or
  /// supported is credited beside them.
  var takenWhole: [String] {
    guard let start = subject.firstRange(of: " adopts ")?.upperBound,
      let end = subject.firstRange(of: "'s wording of ")?.lowerBound, start < end
    else { return [] }
    return subject[start..<end].split(separator: " and ").map(String.init)
  }
}
