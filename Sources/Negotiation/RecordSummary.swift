internal import Drafting

/// What the record says of each delegation and of each proposal.
struct RecordSummary {
  var activities: [DelegationCode: NegotiationStatus.DelegationActivity] = [:]

  /// The acts by which each delegation asked for what it last wanted of each paragraph.
  var proposals: [ParagraphIdentifier: [DelegationCode: Asking]] = [:]

  /// The acts of one proposal, which may go on from one to the next.
  struct Asking {
    var first: Deed
    var last: Deed

    /// Whether the delegation took it back or followed the decision on it: what it asks for next is another one.
    var isOver = false

    /// Whether it asks for words, and for a place: neither takes the other's place, so that these are two proposals.
    var hasWords = false
    var hasPlace = false

    /// Whether the chair's text says one of both by now, by a decision that was not undone.
    var isMet = false

    /// How many proposals a decision on it decides.
    var count: Int { hasWords && hasPlace && !isMet ? 2 : 1 }
  }

  /// The paragraphs that were ever cut in two or joined, and what came of it, also where that was undone.
  var restructured: Set<ParagraphIdentifier> = []

  /// The paragraphs on which a decision was undone: what it had ended may stand again.
  var restored: Set<ParagraphIdentifier> = []

  /// The delegations whose confirmation was asked for when a paragraph was agreed ad referendum.
  var confirmers: [ParagraphIdentifier: [DelegationCode]] = [:]

  init(_ record: [RecordedAct]) {
    // A decision of the same second may stand before what it decides on.
    for act in record where act.parents.count < 2 {
      guard let delegation = act.deed.delegation, activities[delegation.code] == nil else { continue }
      activities[delegation.code] = .init(
        delegation: delegation, standing: [], acts: 0, lastActed: act.deed)
    }
    for act in record {
      guard let delegation = act.deed.delegation else {
        add(decision: act)
        continue
      }
      // A merge follows the chair's text: it is no act of the delegation's.
      if act.parents.count < 2 { add(act, of: delegation) }
      for identifier in act.message.identifiersSatisfied { proposals[identifier]?[delegation.code]?.isMet = true }
      for identifier in act.message.identifiersEnded { proposals[identifier]?[delegation.code]?.isOver = true }
    }
  }

  private mutating func add(_ act: RecordedAct, of delegation: Delegation) {
    guard var activity = activities[delegation.code] else { return }
    activity.acts += 1
    if act.deed.time >= activity.lastActed.time { activity.lastActed = act.deed }
    // One act may be about many paragraphs: an import, or the withdrawal of everything.
    let count = max(1, act.identifiers.count)
    switch act.action {
    case .propose, .importing: activity.proposed += count
    case .support: activity.supported += count
    case .withdraw: activity.withdrawn += count
    case .reserve: activity.reserved += 1
    case .oppose: activity.opposed += 1
    default: break
    }
    activities[delegation.code] = activity
    guard [.propose, .importing, .support].contains(act.action) else { return }
    for identifier in act.identifiers {
      let known = proposals[identifier]?[delegation.code].flatMap { $0.isOver ? nil : $0 }
      var asking = known ?? Asking(first: act.deed, last: act.deed)
      asking.last = act.deed
      if act.isPlacement { asking.hasPlace = true } else { asking.hasWords = true }
      proposals[identifier, default: [:]][delegation.code] = asking
    }
  }

  private mutating func add(decision act: RecordedAct) {
    if act.action == .split || act.action == .join { restructured.formUnion(act.identifiers) }
    if act.action == .undo {
      restored.formUnion(act.identifiers)
      for identifier in act.identifiers {
        for code in (proposals[identifier] ?? [:]).keys { proposals[identifier]?[code]?.isMet = false }
      }
    }
    guard act.undone == nil else { return }
    if act.identifiers.count == 2, act.action == .split || act.action == .join {
      // Proposals go where their words went.
      let (from, to) = act.action == .split ? (0, 1) : (1, 0)
      proposals[act.identifiers[to], default: [:]].merge(proposals[act.identifiers[from]] ?? [:]) { own, _ in own }
    }
    let whole = act.message.takenWhole
    for code in Set(act.adopted.map(\.code)) {
      let count = whole.contains(code.description) ? count(of: code, decidedBy: act) : 1
      activities[code]?.adopted += count
    }
    for code in act.rejected.map(\.code) {
      let count = count(of: code, decidedBy: act)
      activities[code]?.rejected += count
    }
    guard act.action == .agree else { return }
    let codes = act.message.values(.on).compactMap { try? DelegationCode($0) }
    for identifier in act.identifiers { confirmers[identifier] = codes.isEmpty ? nil : codes }
  }

  /// How many proposals of a delegation a decision decides.
  private func count(of code: DelegationCode, decidedBy act: RecordedAct) -> Int {
    act.identifiers.first.flatMap { proposals[$0]?[code]?.count } ?? 1
  }
}
