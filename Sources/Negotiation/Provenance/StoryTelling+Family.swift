internal import Drafting
internal import Git

extension Negotiation {
  /// What became of a proposal in each paragraph that had words of it, where its paragraph was ever cut in two or joined to
  /// another; `nil` where it never was, or not since.
  ///
  /// - Parameter later: what the delegation did since, the oldest first.
  /// - Cost: nothing where the paragraph was never cut or joined; else goes along the branch, and back along it where the
  ///   words went to another paragraph.
  func parts(
    of act: RecordedAct, _ identifier: ParagraphIdentifier, _ later: [RecordedAct], _ standing: StandingChanges?
  ) throws -> ProposalParts? {
    guard let delegation = act.deed.delegation, try isRestructured(identifier),
      let base = try repository.mergeBase(act.deed.commit, main.commit)
    else { return nil }
    var parts = ProposalParts(act, on: identifier, of: delegation, self)
    var followed = base
    for next in later {
      if next.parents.count > 1 {
        try parts.follow(ProposalParts.Following(next, to: next.parents[1], from: followed, in: self))
        followed = next.parents[1]
      } else {
        try parts.answer(next)
      }
    }
    if let standing, standing.isBehind { try parts.follow(ProposalParts.Following(standing, in: self)) }
    return parts.lastRestructuring == nil ? nil : parts
  }

  /// Whether a paragraph was ever cut in two, or joined with another, also where that was undone.
  private func isRestructured(_ identifier: ParagraphIdentifier) throws -> Bool {
    try withHistory { index in
      try index.events(of: identifier).contains { $0.commit.pair.contains(identifier) }
    }
  }
}

extension ProposalStory {
  /// Tells the parts: those that stand, or else the one that was adopted, or the first; and of the others what became of
  /// them.
  ///
  /// - Parameter order: the order that the delegation would have.
  mutating func tell(_ parts: ProposalParts, in order: DraftOrder) {
    let standing = parts.parts.filter(\.state.isOpen)
    var others = parts.parts.filter { !$0.state.isOpen }
    if let first = standing.first, let restructuring = parts.lastRestructuring {
      let names = standing.map(\.identifier)
      let isGone = order.place(of: parts.identifier) == nil
      let isWhole =
        switch restructuring.action {
        case .join: isGone || names == [parts.identifier]
        case .undo: names == [parts.identifier]
        default: false
        }
      state =
        isWhole
        ? first.state
        : .divided(restructuring.deed, into: order.places.filter { names.contains($0.entry.identifier) })
    } else if let told = others.firstIndex(where: \.state.isAdopted) ?? others.indices.first {
      state = others.remove(at: told).state
    }
    elsewhere = others.map { ($0.address, $0.state) }
  }
}

extension ProposalStory.State {
  /// Whether nothing has ended it.
  var isOpen: Bool {
    switch self {
    case .standing, .inConflict, .divided: true
    case .withdrawn, .superseded, .adopted, .rejected, .satisfied, .void: false
    }
  }

  fileprivate var isAdopted: Bool { if case .adopted = self { true } else { false } }
}
