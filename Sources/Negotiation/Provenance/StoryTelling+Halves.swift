internal import Drafting
internal import Git

extension Negotiation {
  /// Tells of a move that a decision ended for one half of its paragraph, which was cut in two, where it still stands for
  /// another.
  ///
  /// - Parameters:
  ///   - chair: the decisions on the paragraph.
  ///   - later: what the delegation did since.
  func tellHalves(
    of act: RecordedAct, _ identifier: ParagraphIdentifier, _ chair: [RecordedAct], _ later: [RecordedAct],
    _ standing: StandingChanges?, _ story: inout ProposalStory
  ) throws {
    guard let standing, let end = story.state.decision else { return }
    let undone = chair.undoneCommits
    let splits = try decisions(in: chair, after: act).filter { split in
      try split.action == .split && split.identifiers.first == identifier
        && !undone.contains(split.deed.commit.description) && repository.isAncestor(split.deed.commit, of: end.commit)
    }
    let halves = Set(splits.flatMap { $0.identifiers.dropFirst() }).filter { half in
      standing.moves(half) && !later.contains { $0.action != .follow && $0.identifiers.contains(half) }
    }
    let places = try main.order().places.filter { halves.contains($0.entry.identifier) }
    guard let split = splits.last, !places.isEmpty else { return }
    let address = try main.order().place(of: identifier)?.address ?? "@\(identifier)"
    story.elsewhere = [(address, story.state)]
    story.state = .divided(split.deed, into: places)
  }
}
