package import Drafting
internal import Git

extension Negotiation {
  /// What became of the standing proposals on the paragraphs of a decision, as the branches that followed it say; also of
  /// what is said of other paragraphs, where references in it were rewritten with the decision, or which the decision met
  /// besides.
  func following(_ act: RecordedAct) throws -> [CommitStory.Followed] {
    let decided = try Snapshot(repository, commit: act.deed.commit)
    let order = try decided.order()
    let trees = TreeCache()
    var found: [CommitStory.Followed] = []
    for (delegation, tip) in try delegationTips() {
      guard let next = try merge(of: act.deed.commit, in: tip, by: delegation) else { continue }
      let merge = try recordedAct(next)
      let (before, after) = (
        try Snapshot(repository, commit: next.parents[0]), try Snapshot(repository, commit: next.id)
      )
      // An amendment has the words, and the references in them, of the proposal that it amends.
      let changed =
        act.message.first(.references) == nil
        ? [] : try repository.differences(between: before.tree, and: after.tree, trees) { $0.hasPrefix("paragraphs") }
      // Of a branch that followed several decisions at once nothing tells which it met.
      let met = try act.parents.first.map { try repository.isAncestor($0, of: next.parents[0]) } ?? false
      let others = Set(
        merge.message.identifiersRewritten + changed.compactMap { ParagraphIdentifier(path: $0.path) }
          + (met ? merge.message.identifiersSatisfied : []))
      for identifier in act.identifiers + others.subtracting(act.identifiers).sorted() {
        let references = merge.message.references(rewrittenIn: identifier)
        let isCarried =
          try after.file(of: identifier) != decided.file(of: identifier)
          && after.file(of: identifier) != before.file(of: identifier)
        guard
          let outcome = merge.outcome(of: identifier) ?? (isCarried ? .carried : references.isEmpty ? nil : .unchanged)
        else { continue }
        var change = FollowedChange(identifier: identifier, outcome: outcome)
        let place = try order.place(of: identifier) ?? after.order().place(of: identifier)
        change.address = place?.address ?? "@\(identifier)"
        found.append(.init(delegation: delegation, change: change, rewritten: references))
      }
    }
    return found
  }

  /// The commit by which a branch followed a decision and none after it.
  ///
  /// - Cost: goes back along the branch as far as it has followed that decision.
  private func merge(of decision: ObjectID, in tip: ObjectID, by delegation: Delegation) throws -> Commit? {
    var next = try repository.commit(tip)
    while next.author.email == delegation.signatureEmail, let parent = next.parents.first {
      if next.parents.count == 2 {
        if next.parents[1] == decision { return next }
        if try repository.isAncestor(next.parents[1], of: decision) { return nil }
      }
      next = try repository.commit(parent)
    }
    return nil
  }

  /// The decisions that a delegation's act has not seen: a branch follows main before anything is done on it.
  func decisions(in chair: [RecordedAct], after act: RecordedAct) throws -> [RecordedAct] {
    try chair.filter { try !repository.isAncestor($0.deed.commit, of: act.deed.commit) }
  }

  /// The decision that a branch followed with a merge; `nil` where it followed several at once.
  func onlyDecision(followedBy merge: RecordedAct) throws -> RecordedAct? {
    guard merge.parents.count == 2, let parent = try repository.commit(merge.parents[1]).parents.first,
      try repository.isAncestor(parent, of: merge.parents[0])
    else { return nil }
    return try recordedAct(repository.commit(merge.parents[1]))
  }
}

extension CommitMessage {
  /// Whether a merge that follows main says that the chair's text has of a paragraph what the delegation wants.
  package func meets(_ identifier: ParagraphIdentifier) -> Bool { identifiersSatisfied.contains(identifier) }

  /// What a merge that follows main says of a proposal; `nil` where it says nothing.
  func outcome(of identifier: ParagraphIdentifier) -> FollowedChange.Outcome? {
    outcomes.first { $0.identifier == identifier }?.outcome
  }

  /// The paragraphs of which a merge that follows main says that the chair's text says the same now.
  var identifiersSatisfied: [ParagraphIdentifier] {
    outcomes.filter { $0.outcome == .satisfied }.map(\.identifier)
  }

  /// The paragraphs of which a merge that follows main says that the proposal on them came into conflict, or stands again:
  /// the words on the branch may be what they were.
  var identifiersAnswered: Set<ParagraphIdentifier> {
    guard action == .follow else { return [] }
    return Set(outcomes.filter { $0.outcome == .inConflict || $0.outcome == .reinstated }.map(\.identifier))
  }

  /// What a merge that follows main says of each proposal: `conflict p0007`. What is not written so is passed over.
  var outcomes: [(identifier: ParagraphIdentifier, outcome: FollowedChange.Outcome)] {
    values(.outcome).compactMap { value in
      let parts = value.split(separator: " ")
      guard parts.count == 2, let outcome = FollowedChange.Outcome(rawValue: String(parts[0])),
        let identifier = try? ParagraphIdentifier(parts[1])
      else { return nil }
      return (identifier, outcome)
    }
  }
}

extension RecordedAct {
  /// What a merge that follows main says of a proposal; `nil` where it says nothing.
  func outcome(of identifier: ParagraphIdentifier) -> FollowedChange.Outcome? { message.outcome(of: identifier) }
}
