internal import Drafting
internal import Git

extension Negotiation {
  /// Whether the chair's text came to say something of a paragraph, and not all that a proposal wants: where that proposes
  /// words the chair may have placed the paragraph, and where it proposes a place the chair may have taken the words.
  ///
  /// - Parameters:
  ///   - own: the proposal.
  ///   - events: all that happened to the paragraph.
  ///   - main: the chair's text that the branch has followed, and `text` and `order` what the branch has then.
  func isMetOtherwise(
    _ own: ParagraphEvent?, _ events: [ParagraphEvent], _ main: Snapshot, text: String?, order: DraftOrder
  ) throws -> Bool {
    guard let own else { return false }
    let undone = Set(events.compactMap(\.undoes))
    let decisions = events.filter { event in
      event.delegation == nil && event.decisions > own.decisions && event.action != .undo
        && !undone.contains(event.commit.hex)
    }
    if own.hasWords {
      let name = own.commit.hex
      let isTaken = decisions.contains { decision in
        decision.adopted.contains { $0.split(separator: " ").last.map { name.hasPrefix($0) } ?? false }
      }
      if isTaken { return false }
      if try main.paragraph(own.identifier)?.text != text { return true }
    }
    guard own.formerPlace != nil, !decisions.contains(where: { $0.formerPlace != nil }) else { return false }
    return try order.predecessor(of: own.identifier) != main.order().predecessor(of: own.identifier)
  }
}

extension ParagraphEvent {
  /// Whether it changed words of a paragraph that it left in the draft.
  fileprivate var hasWords: Bool { after != nil && before?.text != after?.text }

  /// Whether it changed nothing but words.
  fileprivate var isWords: Bool { formerPlace == nil && hasWords }

  /// Whether it changed nothing but the place.
  fileprivate var isPlace: Bool { formerPlace != nil && before?.text == after?.text }

  /// Whether it says anything of what another is about: a place is no answer to words, and words none to a place.
  func answers(_ other: ParagraphEvent?) -> Bool {
    guard let other else { return true }
    return !(isPlace && other.isWords || isWords && other.isPlace)
  }
}

extension ProposalStory {
  /// It stands again where the decision that ended it is undone: a branch that has a place to propose beside the words, or
  /// words beside a place, does not say so when it follows.
  ///
  /// - Parameter other: what the delegation has asked for since, and not taken back: that takes its place then.
  /// - Returns: whether it does.
  mutating func reopen(_ undone: Set<String>, replacedBy other: Deed?) -> Bool {
    guard let decision = state.decision, undone.contains(decision.commit.description) else { return false }
    conflict.forget(undone)
    state = other.map { .superseded($0) } ?? conflict.state
    return other != nil
  }
}

extension ProposalStory.State {
  /// The decision that ended it, which may be undone.
  var decision: Deed? {
    switch self {
    case .adopted(let deed, _), .satisfied(let deed?), .rejected(let deed), .void(let deed?): deed
    default: nil
    }
  }
}
