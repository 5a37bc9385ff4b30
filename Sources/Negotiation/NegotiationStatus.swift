package import Drafting
internal import Git
internal import Merging
internal import Notation

/// Where a negotiation stands: the numbers of the dashboard.
package struct NegotiationStatus: Sendable {
  package var paragraphs = 0
  package var approved = 0
  package var agreedAdReferendum = 0
  package var pending = 0
  /// Paragraphs with a bracket or a proposed move.
  package var disputed = 0
  /// Places of disagreement, at any depth.
  package var brackets = 0
  package var delegations: [DelegationActivity] = []

  /// The approved paragraphs, and those agreed ad referendum, in the order of the draft.
  package var approvedPlaces: [DraftOrder.Place] = []
  package var agreedPlaces: [DraftOrder.Place] = []

  /// The proposals that nobody has decided on yet, in the order of the draft, the oldest first within a paragraph.
  package var undecided: [UndecidedProposal] = []

  /// Paragraphs that wait, with the reason, and those in dispute, in the order of the draft.
  package var open: [OpenParagraph] = []

  package struct DelegationActivity: Sendable {
    package var delegation: Delegation
    /// Paragraphs that the delegation wants changed now.
    package var standing: [DraftOrder.Place]
    /// Commits on its branch.
    package var acts: Int
    /// When it last acted, in seconds since 1970-01-01 00:00 UTC.
    package var lastActed: Int

    /// How often it proposed, supported and withdrew, and how often the chair took or rejected its words.
    package var proposed = 0
    package var supported = 0
    package var withdrawn = 0
    package var adopted = 0
    package var rejected = 0
  }

  /// One standing proposal.
  package struct UndecidedProposal: Sendable {
    package var place: DraftOrder.Place
    package var delegation: Delegation
    /// When the delegation last proposed or supported it.
    package var deed: Deed
  }

  package struct OpenParagraph: Sendable {
    package var place: DraftOrder.Place
    package var status: Status
    package var brackets: Int

    /// Whether somebody wants it elsewhere.
    package var isMoved: Bool
    package var delegations: [DelegationCode]

    /// On whom it waits: those who must confirm what was agreed ad referendum, else those whose brackets stand.
    package var waitsOn: [DelegationCode]
  }
}

extension Negotiation {
  /// Counts what is agreed, pending and disputed, and what each delegation has before the meeting.
  ///
  /// - Parameter record: everything that happened, as ``record(since:)`` tells it.
  package func status(_ record: [RecordedAct]? = nil) throws -> NegotiationStatus {
    let changes = try allStandingChanges()
    let consolidation = try consolidation(of: changes)
    let summary = RecordSummary(try record ?? self.record())
    var status = NegotiationStatus()
    for section in consolidation.draft.sections {
      for item in section.items {
        guard let identifier = item.identifier else { continue }
        let place = DraftOrder.Place(section: section.name, entry: .init(identifier, item.kind))
        let proposers = consolidation.proposers[identifier] ?? []
        status.undecided += proposers.compactMap { code in
          guard let delegation = registry[code], let deed = summary.proposals[identifier]?[code] else { return nil }
          return .init(place: place, delegation: delegation, deed: deed)
        }.sorted { ($0.deed.time, $0.delegation.code) < ($1.deed.time, $1.delegation.code) }
        let brackets = item.body.bracketCount
        let isDisputed = brackets > 0 || !item.placements.isEmpty
        status.brackets += brackets
        if isDisputed { status.disputed += 1 }
        if case .heading = item.kind {} else { status.paragraphs += 1 }
        var isWaiting = isDisputed
        var waitsOn = proposers
        switch item.status {
        case .open: break
        case .approved:
          status.approved += 1
          status.approvedPlaces.append(place)
        case .pending: (status.pending, isWaiting) = (status.pending + 1, true)
        case .agreedAdReferendum:
          (status.agreedAdReferendum, isWaiting) = (status.agreedAdReferendum + 1, true)
          status.agreedPlaces.append(place)
          waitsOn = summary.confirmers[identifier] ?? waitsOn
        }
        guard isWaiting else { continue }
        status.open.append(
          .init(
            place: place, status: item.status, brackets: brackets, isMoved: !item.placements.isEmpty,
            delegations: proposers, waitsOn: waitsOn))
      }
    }
    for change in changes {
      let code = change.delegation.code
      var activity =
        summary.activities[code]
        ?? .init(delegation: change.delegation, standing: [], acts: 0, lastActed: 0)
      activity.standing = try change.places(in: self)
      if activity.acts == 0 {
        activity.lastActed = Int(try repository.commit(change.snapshot.commit).committer.seconds)
      }
      status.delegations.append(activity)
    }
    return status
  }
}

/// What the record says of each delegation and of each proposal.
private struct RecordSummary {
  var activities: [DelegationCode: NegotiationStatus.DelegationActivity] = [:]

  /// The act by which each delegation last proposed or supported something on each paragraph.
  var proposals: [ParagraphIdentifier: [DelegationCode: Deed]] = [:]

  /// The delegations whose confirmation was asked for when a paragraph was agreed ad referendum.
  var confirmers: [ParagraphIdentifier: [DelegationCode]] = [:]

  init(_ record: [RecordedAct]) {
    // A merge follows the chair's text: it is no act of the delegation's.
    for act in record where act.parents.count < 2 {
      if let delegation = act.deed.delegation { add(act, of: delegation) } else { add(decision: act) }
    }
  }

  private mutating func add(_ act: RecordedAct, of delegation: Delegation) {
    var activity =
      activities[delegation.code] ?? .init(delegation: delegation, standing: [], acts: 0, lastActed: act.deed.time)
    activity.acts += 1
    activity.lastActed = max(activity.lastActed, act.deed.time)
    switch act.action {
    case .propose, .importing: activity.proposed += 1
    case .support: activity.supported += 1
    case .withdraw: activity.withdrawn += 1
    default: break
    }
    activities[delegation.code] = activity
    guard [.propose, .importing, .support].contains(act.action) else { return }
    for identifier in act.identifiers { proposals[identifier, default: [:]][delegation.code] = act.deed }
  }

  private mutating func add(decision act: RecordedAct) {
    guard act.undone == nil else { return }
    if act.identifiers.count == 2, act.action == .split || act.action == .join {
      // Proposals go where their words went.
      let (from, to) = act.action == .split ? (0, 1) : (1, 0)
      proposals[act.identifiers[to], default: [:]].merge(proposals[act.identifiers[from]] ?? [:]) { own, _ in own }
    }
    for code in act.adopted.map(\.code) { activities[code]?.adopted += 1 }
    for code in act.rejected.map(\.code) { activities[code]?.rejected += 1 }
    guard act.action == .agree else { return }
    let codes = act.message.values(.on).compactMap { try? DelegationCode($0) }
    for identifier in act.identifiers { confirmers[identifier] = codes.isEmpty ? nil : codes }
  }
}
