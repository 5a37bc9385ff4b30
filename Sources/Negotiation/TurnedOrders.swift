internal import Drafting
internal import Merging
internal import Notation

/// What is printed are the moves that a delegation has named and that still explain its order. Where a new move takes the
/// sense from another one, a person is told.
extension Negotiation {
  /// What a person is told whose new order to place a paragraph changes how the delegation's other orders are printed, or
  /// is printed as another paragraph's; `nil` where the new order is printed, and the others as before.
  ///
  /// - Parameters:
  ///   - before: what the delegation wanted before; `nil` where it had no branch.
  ///   - after: what it wants now; it is asked for only where there were orders before.
  ///   - identifier: the paragraph that is placed now.
  func remarkOnTurnedOrders(
    from before: StandingChanges?, to after: StandingChanges, placing identifier: ParagraphIdentifier
  ) throws -> String? {
    let old = try before.map { try placements(of: $0) } ?? [:]
    let new = try placements(of: after)
    let isPrinted = new[identifier] != nil || after.order == nil
    if isPrinted, old.filter({ $0.key != identifier }) == new.filter({ $0.key != identifier }) { return nil }
    let list = try list(new)
    guard !list.isEmpty else { return nil }
    return "Of \(after.delegation.names[0]) these orders are printed now, which together give the order it asks for: "
      + list + "."
  }

  /// What a person is told where other orders of a delegation are printed otherwise, or no more, once some of what it wants
  /// is taken back, or one more is taken over; `nil` where they are as before.
  ///
  /// - Parameters:
  ///   - before: what the delegation wanted before; `nil` where it had no branch.
  ///   - after: what it wants now; it is asked for only where there were orders before.
  ///   - identifiers: the paragraphs that the act is about.
  func remarkOnOtherOrders(
    from before: StandingChanges?, to after: @autoclosure () throws -> StandingChanges?,
    besides identifiers: Set<ParagraphIdentifier>
  ) throws -> String? {
    guard let before, before.order != nil else { return nil }
    let old = try placements(of: before).filter { !identifiers.contains($0.key) }
    let all = try after().map { try placements(of: $0) } ?? [:]
    if old == all.filter({ !identifiers.contains($0.key) }) { return nil }
    let list = try list(all)
    return list.isEmpty
      ? "Of \(before.delegation.names[0]) no order of place is printed any more."
      : "Of \(before.delegation.names[0]) these orders are printed now: \(list)."
  }

  /// `operative/4: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART; …`, what a delegation alone asks for.
  func ordersListed(of delegation: Delegation) throws -> String {
    guard let changes = try standingChanges(of: delegation) else { return "" }
    return try list(placements(of: changes))
  }

  /// What a delegation alone asks for, paragraph by paragraph.
  func placements(of changes: StandingChanges) throws -> [ParagraphIdentifier: Placement.Anchor] {
    try consolidatedOrder([changes]).placements.compactMapValues { $0.first?.anchor }
  }

  private func list(_ placements: [ParagraphIdentifier: Placement.Anchor]) throws -> String {
    try main.order().places.compactMap { place in
      placements[place.entry.identifier].map {
        "\(place.address): \(CommandWords.text(of: $0, in: settings.language))"
      }
    }.joined(separator: "; ")
  }
}
