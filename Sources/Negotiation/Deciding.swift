package import Drafting
internal import Git
internal import Merging
internal import Notation

/// A decision of the chair about the status of paragraphs.
package enum StatusDecision: Hashable, Sendable {
  case approve
  case pend
  /// Agreed, subject to the confirmation of these delegations.
  case agree(adReferendum: [Delegation])
  case reopen

  fileprivate var action: Action {
    switch self {
    case .approve: .approve
    case .pend: .pend
    case .agree: .agree
    case .reopen: .reopen
    }
  }
}

/// The paragraphs that a decision is about.
package enum ParagraphSelection: Sendable {
  case addresses([ParagraphAddress])
  /// Every numbered paragraph of a section that is not in that state yet.
  case section(SectionName)
  /// Every numbered paragraph that is open and that no bracket or move stands on, of one section or of all.
  case allUndisputed(SectionName?)
}

extension Negotiation {
  /// Writes the chair's decision on one paragraph as one commit on main.
  package func decide(
    _ decision: StatusDecision, on address: ParagraphAddress, reason: String?, act: Act
  ) throws -> DecisionOutcome {
    try decide(decision, on: .addresses([address]), DecisionNote(reason: reason), act: act)
  }

  /// Writes the chair's decision on some paragraphs as one commit on main.
  ///
  /// - Throws: `NegotiationError.refused` for paragraphs with standing brackets that are to be approved, with the list,
  ///   for approved ones that are neither approved nor reopened, and for a decision that changes nothing; `.moved` where
  ///   somebody else decided at the same moment.
  package func decide(
    _ decision: StatusDecision, on selection: ParagraphSelection, _ note: DecisionNote, act: Act
  ) throws -> DecisionOutcome {
    let places = try selected(selection, decision)
    if decision != .approve, decision != .reopen { for place in places { try refuseApproved(place) } }
    switch decision {
    case .approve: try refuseDisputed(places, but: [])
    case .agree(let delegations): try refuseDisputed(places, but: Set(delegations.map(\.code)))
    case .pend, .reopen: break
    }
    var edit = try ChairEdit(self)
    for place in places {
      guard var paragraph = try main.paragraph(place.entry.identifier) else {
        throw try notStanding(
          place, "is only proposed; the chair decides on paragraphs of the draft",
          hint: "'amend consolidate --paragraph \(place.address)' shows who proposes it, 'amend adopt' takes it.")
      }
      let old = paragraph.status
      paragraph.status = status(decision, note)
      guard paragraph.status != old else {
        throw NegotiationError(.refused, "\(place.address) is \(words(of: old)) already")
      }
      edit.set(place.entry.identifier, to: paragraph)
    }
    var more: [CommitMessage.Trailer] = []
    if case .agree(let delegations) = decision {
      more = delegations.map { .init(.on, $0.code.description) }
    }
    var outcome = try decided(edit, CommitMessage(decision.action, places, note, more), places, act)
    if decision == .approve { outcome.remarks += try remarksOnPositions(places) }
    return outcome
  }

  /// What the chair should know of approved paragraphs on which delegations have positions.
  private func remarksOnPositions(_ places: [DraftOrder.Place]) throws -> [String] {
    let positions = try positions(of: allStandingChanges(only: []))
    return places.compactMap { place in
      guard let standing = positions[place.entry.identifier] else { return nil }
      let said = standing.map { $0.statement(in: .english) }
      return "\(said.joined(separator: ", ")): \(place.address) is approved, and its clean text waits until "
        + "\(said.count == 1 ? "that is" : "they are") withdrawn, or is taken with --current."
    }
  }

  private func status(_ decision: StatusDecision, _ note: DecisionNote) -> Status {
    switch decision {
    case .approve: .approved
    case .pend: .pending(reason: note.reason)
    case .agree(let delegations):
      .agreedAdReferendum(
        reason: delegations.isEmpty
          ? note.reason : delegations.map { $0.name(in: settings.language) }.joined(separator: ", "))
    case .reopen: .open
    }
  }

  private func words(of status: Status) -> String {
    status == .open ? "open" : CommandWords.text(of: status, in: settings.language)
  }

  private func selected(_ selection: ParagraphSelection, _ decision: StatusDecision) throws -> [DraftOrder.Place] {
    switch selection {
    case .addresses(let addresses):
      var seen: Set<ParagraphIdentifier> = []
      return try addresses.map { try place(at: $0) }.filter { seen.insert($0.entry.identifier).inserted }
    case .section(let section):
      let all = try numbered(in: section)
      let wanted = status(decision, DecisionNote())
      let found = try all.filter { try main.paragraph($0.entry.identifier)?.status != wanted }
      guard !found.isEmpty else {
        throw NegotiationError(.refused, "every paragraph of '\(section)' is \(words(of: wanted)) already")
      }
      return found
    case .allUndisputed(let section):
      let disputed = try disputedParagraphs(allStandingChanges())
      let found = try numbered(in: section).filter {
        try !disputed.contains($0.entry.identifier) && main.paragraph($0.entry.identifier)?.status == .open
      }
      guard !found.isEmpty else {
        throw NegotiationError(
          .refused, "no open paragraph is undisputed", hint: "'amend status' shows what waits, and for whom.")
      }
      return found
    }
  }

  private func numbered(in section: SectionName?) throws -> [DraftOrder.Place] {
    let order = try main.order()
    if let section, !order.outlines.contains(where: { $0.section == section }) {
      throw noSection(section)
    }
    return order.places.filter { $0.entry.number != nil && (section == nil || $0.section == section) }
  }
}
