package import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// Takes a delegation's proposal off the table: a commit of the chair's that names it, and which its branch follows.
  ///
  /// The text of main stays as it is. A proposal that its delegation changed at the same moment stands; the history
  /// keeps what was rejected, and undoing the decision brings it back. Who amended it reads all that it wrote: those words
  /// are its own proposal then, and the outcome names it.
  package func reject(
    _ address: ParagraphAddress, of delegation: Delegation, _ note: DecisionNote, act: Act
  ) throws -> DecisionOutcome {
    let place = try place(at: address)
    guard let changes = try standingChanges(of: delegation),
      changes.files[place.entry.identifier] != nil || changes.moves(place.entry.identifier)
    else {
      throw NegotiationError(
        .notFound, "\(delegation.names[0]) has no standing proposal on \(place.address)",
        hint: "'amend status --country \(delegation.code)' lists what it has.")
    }
    let message = CommitMessage(
      .reject, [place], note, phrase: "rejects \(delegation.code)'s proposal on \(place.address)",
      [
        .init(.on, delegation.code.description),
        .init(.rejected, "\(delegation.code) \(changes.snapshot.commit)"),
      ])
    let amenders = try amenders(of: delegation, on: place)
    var outcome = try decided(tree: main.tree, message, [place], act)
    outcome.amenders = amenders
    let after = try Negotiation(repository, mainAt: outcome.commit)
    outcome.remarks +=
      try after.remarkOnOtherOrders(
        from: changes, to: after.standingChanges(of: delegation), besides: [place.entry.identifier]
      ).map { [$0] } ?? []
    return outcome
  }
}
