package import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// Writes a delegation's support of another's proposal as a commit on the supporter's own branch.
  ///
  /// Where the supporter has a proposal of its own on the paragraph, both are kept if they share no words.
  package func support(
    _ address: ParagraphAddress, of proposer: Delegation, by delegation: Delegation, reason: String? = nil, act: Act,
    isDryRun: Bool = false
  ) throws -> ActOutcome {
    try performed(isDryRun: isDryRun) {
      guard proposer.code != delegation.code else {
        throw NegotiationError(.refused, "a delegation supports another's proposal, not its own")
      }
      let place = try self.place(at: address)
      let identifier = place.entry.identifier
      guard let theirs = try self.standingChanges(of: proposer) else { throw self.noProposal(of: proposer, place) }
      let theirOrder = try theirs.ownOrder()
      let isMoved = theirs.moves(identifier)
      guard theirs.files[identifier] != nil || isMoved else { throw self.noProposal(of: proposer, place) }
      try self.refuseApproved(place)

      var edit = try self.edit(delegation, act)
      if theirs.files[identifier] != nil {
        try self.take(place, from: theirs, into: &edit)
        let isThere = theirOrder.place(of: identifier) != nil
        if !isThere { edit.order.remove(identifier) }
        if isThere, edit.order.place(of: identifier) == nil {
          try self.insert(place.entry, asIn: theirOrder, into: &edit.order)
        }
      }
      if isMoved {
        try self.refusePlace(of: place, asIn: theirs, to: edit)
        try self.takePlace(of: place, from: theirOrder, into: &edit)
        if let remark = try self.remarkOnSupportedPlace(of: place, theirs, edit) {
          if try edit.isUnchanged() { throw remark }
          edit.remarks.append(remark.message + ".")
        }
      }
      guard try !edit.isUnchanged() else {
        throw NegotiationError(
          .refused, "\(delegation.names[0]) already supports what \(proposer.names[0]) proposes on \(place.address)")
      }
      return (edit, CommitMessage(.support, delegation, [place], on: proposer.code.description, reason: reason), place)
    } act: {
      act
    }
  }

  private func noProposal(of delegation: Delegation, _ place: DraftOrder.Place) -> NegotiationError {
    NegotiationError(
      .notFound, "\(delegation.names[0]) has no proposal on \(place.address)",
      hint: "'amend consolidate --paragraph \(place.address)' shows who has.")
  }

  /// Refuses another place for what the supporter would delete.
  private func refusePlace(of place: DraftOrder.Place, asIn theirs: StandingChanges, to edit: BranchEdit) throws {
    guard edit.order.place(of: place.entry.identifier) == nil else { return }
    throw NegotiationError(
      .refused,
      "\(edit.delegation.names[0]) proposes to delete \(place.address), and \(theirs.delegation.names[0]) would place it "
        + "elsewhere",
      hint: "Withdraw that first: 'amend withdraw --country \(edit.delegation.code) --paragraph \(place.address)'.")
  }

  /// Gives the supporter the proposer's file, with the supporter's own changes where both can stand.
  private func take(_ place: DraftOrder.Place, from theirs: StandingChanges, into edit: inout BranchEdit) throws {
    let identifier = place.entry.identifier
    if try edit.paragraph(identifier)?.amended?.code == theirs.delegation.code {
      throw NegotiationError(
        .refused,
        "\(edit.delegation.names[0]) amends what \(theirs.delegation.names[0]) proposes on \(place.address), and so stands "
          + "behind the rest of it",
        hint: "To support it as it is, withdraw the amendment first: 'amend withdraw --country "
          + "\(edit.delegation.code) --paragraph \(place.address)'.")
    }
    guard
      let taken = try main.supported(
        theirs.paragraph(identifier), by: edit.delegation.code, whoHas: edit.paragraph(identifier), identifier)
    else {
      throw NegotiationError(
        .refused,
        "\(edit.delegation.names[0]) has a proposal of its own on \(place.address) that this one contradicts",
        hint: "Withdraw it first: 'amend withdraw --country \(edit.delegation.code) --paragraph \(place.address)'.")
    }
    edit.set(identifier, to: taken)
  }

  /// Takes back a delegation's proposals and positions: a commit that restores the chair's text.
  ///
  /// - Parameter address: the paragraph; `nil` for every proposal the delegation has.
  package func withdraw(
    _ address: ParagraphAddress?, by delegation: Delegation, reason: String? = nil, act: Act, isDryRun: Bool = false
  ) throws -> Withdrawal {
    guard let standing = try standingChanges(of: delegation) else {
      throw NegotiationError(.notFound, "\(delegation.names[0]) has no standing proposal")
    }
    let positions = try positions(of: standing)
    var wanted: [DraftOrder.Place]
    if let address {
      let place = try self.place(at: address)
      guard
        standing.files[place.entry.identifier] != nil || standing.moves(place.entry.identifier)
          || positions[place.entry.identifier] != nil
      else {
        throw NegotiationError(
          .notFound, "\(delegation.names[0]) has no standing proposal on \(place.address)",
          hint: "'amend status --country \(delegation.code)' lists what it has.")
      }
      wanted = [place]
    } else {
      wanted = try standing.places(in: self)
      let known = Set(wanted.map(\.entry.identifier))
      wanted += try main.order().places.filter {
        positions[$0.entry.identifier] != nil && !known.contains($0.entry.identifier)
      }
      guard !wanted.isEmpty else {
        throw NegotiationError(.notFound, "\(delegation.names[0]) has no standing proposal")
      }
    }
    let isOfPositions = wanted.allSatisfy {
      standing.files[$0.entry.identifier] == nil && !standing.moves($0.entry.identifier)
    }
    var result = Withdrawal(
      places: wanted, isOfPositions: isOfPositions,
      amenders: try wanted.flatMap { try amenders(of: delegation, on: $0) })
    guard !isDryRun else { return result }
    var edit = try self.edit(delegation, act)
    for place in wanted {
      let identifier = place.entry.identifier
      if positions[identifier] != nil { edit.others[Position.path(of: identifier)] = .some(nil) }
      edit.set(identifier, to: try main.paragraph(identifier))
      edit.order.putBack(identifier, asIn: edit.base)
    }
    let message = CommitMessage(
      .withdraw, delegation, wanted,
      isOfPositions ? Position.withdrawn(wanted.compactMap { positions[$0.entry.identifier] }) : nil, reason: reason)
    let commit = try edit.commit(message, act, in: repository)
    result.remarks +=
      try remarkOnOtherOrders(
        from: standing, to: standingChanges(of: delegation, tip: commit), besides: Set(wanted.map(\.entry.identifier))
      ).map { [$0] } ?? []
    try finish(edit, at: commit, message)
    return result
  }
}

/// What a delegation took back.
package struct Withdrawal: Sendable {
  package var places: [DraftOrder.Place]

  /// Whether it had positions there and no proposals.
  package var isOfPositions: Bool

  /// Who amended what was taken back: each now stands alone with all the words of its amendment.
  package var amenders: [Amender]

  /// What a person should know besides.
  package var remarks: [String] = []
}

extension StandingChanges {
  /// Whether the delegation would place the paragraph elsewhere.
  func moves(_ identifier: ParagraphIdentifier) -> Bool { movedParagraphs.contains(identifier) }

  /// The paragraphs that the delegation would place elsewhere.
  var movedParagraphs: Set<ParagraphIdentifier> {
    order.map { Set($0.own.changes(since: $0.base).movedParagraphs) } ?? []
  }

  /// The paragraphs that the delegation would have otherwise or elsewhere.
  var proposedParagraphs: Set<ParagraphIdentifier> { movedParagraphs.union(files.keys) }

  /// The paragraphs that the delegation wants changed, in the order of its own text, deleted ones last; each under the
  /// number that is printed, so where the chair's text has it and not where the delegation would move it.
  func places(in negotiation: Negotiation) throws -> [DraftOrder.Place] {
    let own = try ownOrder()
    let base = try base.order()
    let main = try negotiation.main.order()
    let wanted = proposedParagraphs
    return own.places.filter { wanted.contains($0.entry.identifier) }.map { main.place(of: $0.entry.identifier) ?? $0 }
      + base.places.filter { wanted.contains($0.entry.identifier) && own.place(of: $0.entry.identifier) == nil }
  }
}
