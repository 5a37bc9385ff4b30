internal import Drafting
internal import Git
internal import Negotiation

extension Session {
  /// What became of a proposal, as `show` tells it below the words.
  func written(_ proposal: ProposalStory, _ language: Language) -> String {
    var lines = ["State: " + proposal.state.phrase { stamp($0, language) }]
    for part in proposal.elsewhere { lines.append("In \(part.address): " + part.state.phrase { stamp($0, language) }) }
    if let taken = proposal.taken, proposal.state.deed?.commit != taken.commit {
      lines.append("Taken by: \(stamp(taken, language))")
    }
    if let amends = proposal.amends {
      lines.append("Amends: the proposal of \(amends.delegation.name(in: language)), \(amends.commit.prefix(7))")
    }
    if !proposal.amendedBy.isEmpty {
      lines.append("Amended by: " + proposal.amendedBy.map { stamp($0, language) }.joined(separator: "; "))
    }
    if !proposal.supporters.isEmpty {
      lines.append("Supported by: " + proposal.supporters.map { stamp($0, language) }.joined(separator: "; "))
    }
    return lines.map { "    \($0)\n" }.joined()
  }

  /// An act in a line: who, when, which commit, and why.
  func stamp(_ deed: Deed, _ language: Language) -> String {
    "\(deed.actor(in: language)), \(deed.day) \(deed.commit.short)" + (deed.reason.map { " – \($0)" } ?? "")
      + (deed.meeting.map { " [\($0)]" } ?? "")
  }
}

extension CommitStory {
  /// How the paragraph of an event is printed now, where that is otherwise; `nil` where it is gone, or the state says it.
  func addressesNow(of event: ParagraphEvent) -> [String]? {
    if case .divided(_, let places) = proposals[event.identifier]?.state, !places.isEmpty { return nil }
    let now = places[event.identifier]?.map(\.address) ?? []
    return now.isEmpty || now == [event.place?.address] ? nil : now
  }
}

extension ProposalStory.State {
  /// The state in a word, for programs.
  var word: String {
    switch self {
    case .standing: "standing"
    case .divided(_, let places): places.isEmpty ? "standing" : "divided"
    case .inConflict: "conflict"
    case .withdrawn: "withdrawn"
    case .superseded: "superseded"
    case .adopted: "adopted"
    case .rejected: "rejected"
    case .satisfied: "satisfied"
    case .void: "void"
    }
  }

  /// What brought the state about.
  var deed: Deed? {
    switch self {
    case .standing, .inConflict: nil
    case .divided(let deed, _): deed
    case .withdrawn(let deed), .superseded(let deed), .adopted(let deed, _), .rejected(let deed): deed
    case .satisfied(let deed), .void(let deed): deed
    }
  }

  fileprivate func phrase(_ stamp: (Deed) -> String) -> String {
    switch self {
    case .standing: "standing"
    case .divided(_, let places) where places.isEmpty: "standing"
    case .divided(let deed, let places):
      "standing, in \(places.map(\.address).joined(separator: " and ")) since "
        + (deed.action == .undo ? "that was undone" : deed.action == .join ? "it was joined" : "it was split")
        + ": \(stamp(deed))"
    case .inConflict: "standing, in conflict with words that the chair has changed since"
    case .withdrawn(let deed): "withdrawn by \(stamp(deed))"
    case .superseded(let deed): "superseded by \(stamp(deed))"
    case .adopted(let deed, let revision):
      "adopted by \(stamp(deed))" + (revision.map { ", in rev. \($0)" } ?? "")
    case .rejected(let deed): "rejected by \(stamp(deed))"
    case .satisfied(let deed): FollowedChange.Outcome.satisfied.phrase + (deed.map { " – \(stamp($0))" } ?? "")
    case .void(let deed):
      (deed.map { $0.action == .join } ?? true ? FollowedChange.Outcome.void.phrase : "its paragraph is gone")
        + (deed.map { " – \(stamp($0))" } ?? "")
    }
  }
}
