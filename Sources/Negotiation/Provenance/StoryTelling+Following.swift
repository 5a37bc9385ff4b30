internal import Drafting
internal import Git

extension Negotiation {
  /// What became of the standing proposals on the paragraphs of a decision, as the branches that followed it say.
  func following(_ act: RecordedAct) throws -> [(delegation: Delegation, change: FollowedChange)] {
    let decided = try Snapshot(repository, commit: act.deed.commit)
    var found: [(delegation: Delegation, change: FollowedChange)] = []
    for (delegation, tip) in try delegationTips() {
      var next = try repository.commit(tip)
      while next.parents.last != act.deed.commit, next.committer.seconds >= act.deed.time,
        let parent = next.parents.first
      { next = try repository.commit(parent) }
      guard next.parents.count == 2, next.parents[1] == act.deed.commit else { continue }
      let merge = try recordedAct(next)
      let (before, after) = (
        try Snapshot(repository, commit: next.parents[0]), try Snapshot(repository, commit: next.id)
      )
      for identifier in act.identifiers {
        if let outcome = merge.outcome(of: identifier) {
          found.append((delegation, FollowedChange(identifier: identifier, outcome: outcome)))
        } else if try after.file(of: identifier) != decided.file(of: identifier),
          try after.file(of: identifier) != before.file(of: identifier)
        {
          found.append((delegation, FollowedChange(identifier: identifier, outcome: .carried)))
        }
      }
    }
    return found
  }
}

extension RecordedAct {
  /// What a merge that follows main says of a proposal; `nil` where it says nothing.
  func outcome(of identifier: ParagraphIdentifier) -> FollowedChange.Outcome? {
    for value in message.values(.outcome) {
      let parts = value.split(separator: " ")
      if parts.count == 2, parts[1] == identifier.description {
        return FollowedChange.Outcome(rawValue: String(parts[0]))
      }
    }
    return nil
  }
}
