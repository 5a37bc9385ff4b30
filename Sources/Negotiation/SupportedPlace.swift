internal import Drafting
internal import Merging

/// Orders of place that a delegation takes over from another.
extension Negotiation {
  /// What a supporter should know of whose order nothing would be left, since it goes on from another of the same
  /// delegation that the supporter does not have; `nil` where the order stands.
  func remarkOnSupportedPlace(
    of place: DraftOrder.Place, _ theirs: StandingChanges, _ edit: BranchEdit
  ) throws -> NegotiationError? {
    let identifier = place.entry.identifier
    guard !edit.order.changes(since: edit.base).movedParagraphs.contains(identifier),
      let before = try theirs.ownOrder().paragraph(before: identifier), theirs.moves(before.entry.identifier)
    else { return nil }
    let anchor = try main.order().place(of: before.entry.identifier) ?? before
    let (one, other) = (edit.delegation, theirs.delegation)
    return NegotiationError(
      .refused,
      "\(other.names[0]) would have \(place.address) after \(anchor.address), which it places elsewhere too; for "
        + "\(one.names[0]) that leaves \(place.address) where it stands",
      hint: "Support the other order first: 'amend support --country \(one.code) --of \(other.code) --paragraph "
        + "\(anchor.address)'; then this one.")
  }
}
