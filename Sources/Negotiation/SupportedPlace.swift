internal import Drafting
internal import Merging

/// Orders of place that a delegation takes over from another.
extension Negotiation {
  /// Names a paragraph as moved by a delegation; what it would have behind it goes along, and it is told so.
  func nameMove(
    of place: DraftOrder.Place, behind anchor: DraftOrder.Predecessor?, bringing followers: [ParagraphIdentifier],
    in edit: inout BranchEdit
  ) throws {
    let identifier = place.entry.identifier
    // Behind what stands where it stood, everything does.
    let hasStayed = try edit.snapshot.order().predecessor(of: identifier) == edit.order.predecessor(of: identifier)
    let brought = edit.order.nameMove(
      of: identifier, behind: anchor, bringing: hasStayed ? [] : followers, since: edit.base)
    let along = hasStayed ? followers : brought
    guard !along.isEmpty else { return }
    let main = try main.order()
    let names = along.compactMap { (main.place(of: $0) ?? edit.order.place(of: $0))?.address }
    edit.remarks.append(
      "\(names.joined(separator: ", ")) \(names.count == 1 ? "goes" : "go") along, as \(edit.delegation.names[0]) would "
        + "have \(names.count == 1 ? "it" : "them") behind \(place.address).")
  }

  /// Gives a supporter the place that the proposer would have a paragraph in.
  func takePlace(of place: DraftOrder.Place, from theirs: DraftOrder, into edit: inout BranchEdit) throws {
    let identifier = place.entry.identifier
    let followers = edit.order.followers(of: [identifier])
    try insert(place.entry, asIn: theirs, into: &edit.order)
    let opens = if case .start = theirs.anchors[identifier] { true } else { false }
    let anchor = opens ? theirs.anchors[identifier] : edit.order.anchor(of: identifier)
    try nameMove(of: place, behind: anchor, bringing: followers, in: &edit)
  }

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
