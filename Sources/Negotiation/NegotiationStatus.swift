package import Drafting
internal import Git
internal import Merging
internal import Notation

/// Where a negotiation stands: the numbers of the dashboard.
package struct NegotiationStatus: Sendable {
  /// All paragraphs, those that are only proposed included; each is one of the five kinds that follow.
  package var paragraphs = 0
  package var approved = 0
  package var agreedAdReferendum = 0
  package var pending = 0
  /// Paragraphs without a decision in which somebody wants something else: a bracket, a move, a reservation, an objection.
  package var disputed = 0
  /// Paragraphs without a decision and without a dispute.
  package var undisputed = 0

  /// How many of the paragraphs are only proposed.
  package var proposed = 0

  /// Places of disagreement, at any depth, and how many paragraphs and headings have any, whatever their status.
  package var brackets = 0
  package var bracketed = 0
  package var bracketedHeadings = 0
  package var delegations: [DelegationActivity] = []

  /// The approved paragraphs, and those agreed ad referendum, in the order of the draft.
  package var approvedPlaces: [DraftOrder.Place] = []
  package var agreedPlaces: [DraftOrder.Place] = []

  /// The paragraphs that nobody wants otherwise and the chair has not decided on, in the order of the draft.
  package var undisputedPlaces: [DraftOrder.Place] = []

  /// What delegations reserve or oppose, without words of their own, in the order of the draft.
  package var positions: [PositionTaken] = []

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
    package var lastActed: Deed

    /// How many proposals it made, supported and withdrew, each on one paragraph, and of how many the chair took or rejected
    /// the words.
    package var proposed = 0
    package var supported = 0
    package var withdrawn = 0
    package var adopted = 0
    package var rejected = 0

    /// How often it reserved its position, and opposed a paragraph.
    package var reserved = 0
    package var opposed = 0
  }

  /// A delegation's position on a paragraph.
  package struct PositionTaken: Sendable {
    package var place: DraftOrder.Place
    package var standing: StandingPosition
  }

  /// One standing proposal; on a paragraph that was joined out of others a delegation may have several. It stands since the
  /// delegation first asked for something on the paragraph that it neither took back nor had decided on; it may have asked
  /// for more since.
  package struct UndecidedProposal: Sendable {
    package var place: DraftOrder.Place
    package var delegation: Delegation
    /// The act since which it stands.
    package var first: Deed
    /// The act by which the delegation last proposed or supported something of it.
    package var deed: Deed
  }

  package struct OpenParagraph: Sendable {
    package var place: DraftOrder.Place
    package var status: Status
    package var brackets: Int

    /// Whether somebody wants it elsewhere.
    package var isMoved: Bool

    /// How many delegations reserve their position on it or oppose it.
    package var positions: Int
    package var delegations: [DelegationCode]

    /// On whom it waits: those who must confirm what was agreed ad referendum, else those whose brackets stand.
    package var waitsOn: [DelegationCode]
  }
}

extension Negotiation {
  /// Counts what is agreed, pending and disputed, and what each delegation has before the meeting.
  ///
  /// - Parameter record: everything that happened, as ``record()`` tells it.
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
        status.undecided += try proposers.flatMap { code -> [NegotiationStatus.UndecidedProposal] in
          guard let delegation = registry[code] else { return [] }
          var asked = (summary.proposals[identifier]?[code]).map { [$0] } ?? []
          // Where words came from another paragraph, or back there or here, the branch tells who asked for them and when.
          if summary.restructured.union(summary.restored).contains(identifier),
            let change = changes.first(where: { $0.delegation.code == code })
          {
            let standing = try proposals(on: identifier, of: change)
            if !standing.isEmpty {
              asked = try standing.map { .init(first: try deed($0.first), last: try deed($0.last)) }
            }
          }
          return asked.map { .init(place: place, delegation: delegation, first: $0.first, deed: $0.last) }
        }.sorted { ($0.first.time, $0.delegation.code) < ($1.first.time, $1.delegation.code) }
        let brackets = item.body.bracketCount
        let positions = consolidation.positions[identifier] ?? []
        status.positions += positions.map { .init(place: place, standing: $0) }
        status.brackets += brackets
        if brackets > 0, item.kind == .heading { status.bracketedHeadings += 1 }
        if brackets > 0, item.kind != .heading { status.bracketed += 1 }
        let isMoved = !item.placements.isEmpty || !item.notes.placementOrders(in: section.name).isEmpty
        let isDisputed = brackets > 0 || isMoved || !positions.isEmpty
        var isWaiting = isDisputed
        let wanting = Set(proposers + positions.map(\.delegation.code)).sorted()
        var waitsOn = wanting
        if case .agreedAdReferendum = item.status { waitsOn = summary.confirmers[identifier] ?? waitsOn }
        if item.kind != .heading {
          isWaiting = status.count(place, item.status, isDisputed: isDisputed)
          if try main.file(of: identifier) == nil { status.proposed += 1 }
        }
        guard isWaiting else { continue }
        status.open.append(
          .init(
            place: place, status: item.status, brackets: brackets, isMoved: isMoved,
            positions: positions.count, delegations: wanting, waitsOn: waitsOn))
      }
    }
    for change in changes {
      let code = change.delegation.code
      var activity =
        try summary.activities[code]
        ?? .init(delegation: change.delegation, standing: [], acts: 0, lastActed: deed(change.snapshot.commit))
      activity.standing = try change.places(in: self)
      status.delegations.append(activity)
    }
    return status
  }
}

extension Negotiation {
  fileprivate func deed(_ commit: ObjectID) throws -> Deed { try recordedAct(repository.commit(commit)).deed }
}

extension NegotiationStatus {
  /// Counts a paragraph once.
  ///
  /// - Returns: whether it waits for something.
  fileprivate mutating func count(_ place: DraftOrder.Place, _ status: Status, isDisputed: Bool) -> Bool {
    paragraphs += 1
    switch status {
    case .open where isDisputed: disputed += 1
    case .open:
      undisputed += 1
      undisputedPlaces.append(place)
    case .approved:
      approved += 1
      approvedPlaces.append(place)
      return isDisputed
    case .pending: pending += 1
    case .agreedAdReferendum:
      agreedAdReferendum += 1
      agreedPlaces.append(place)
    }
    return status != .open || isDisputed
  }
}
