package import Drafting
internal import Merging
internal import Notation

extension Negotiation {
  /// Moves a paragraph on main: the chair carries out a placement order.
  ///
  /// An order to place it that stands after the paragraph without anybody's name is carried out, and goes.
  ///
  /// - Parameters:
  ///   - anchor: what it shall stand after; for `nil` the one place that is asked for: by the order after the paragraph,
  ///     or by delegations.
  ///   - delegation: whose order is carried out, where several would have the paragraph in different places.
  package func place(
    _ address: ParagraphAddress, after anchor: ProposedChange.Anchor?, of delegation: Delegation? = nil,
    _ note: DecisionNote, act: Act
  ) throws -> DecisionOutcome {
    let place = try place(at: address)
    let identifier = place.entry.identifier
    guard var paragraph = try main.paragraph(identifier) else {
      throw try notStanding(place, hint: "Adopt it first: 'amend adopt \(place.address) --of CODE'.")
    }
    try refuseApproved(place)
    let asked = try anchor.map { (anchor: $0, by: [String]()) } ?? placeAsked(for: place, paragraph, by: delegation)
    let anchor = asked.anchor
    try refuseNoPlace(anchor)
    var edit = try ChairEdit(self)
    try move(place.entry, after: anchor, in: &edit.order)
    let notes = paragraph.notes.filter { CommandWords.anchor($0, in: place.section) == nil }
    if notes != paragraph.notes {
      paragraph.notes = notes
      edit.set(identifier, to: paragraph)
    }
    guard try edit.tree(in: repository) != main.tree else {
      throw NegotiationError(.refused, "\(place.address) stands there already")
    }
    let section = edit.order.place(of: identifier)?.section ?? place.section
    if section != place.section {
      edit.order.number(identifier, in: section, besides: try numbersTaken(in: section, besides: main.order()))
    }
    let now = edit.order.place(of: identifier) ?? place
    var phrase = "places \(place.address)" + (now.address == place.address ? "" : " as \(now.address)")
    if !asked.by.isEmpty { phrase += ", where \(asked.by.joined(separator: " and ")) would have it" }
    return try decided(edit, CommitMessage(.place, [now], note, phrase: phrase), [now], act)
  }

  /// Refuses a place that the chair's text does not have.
  private func refuseNoPlace(_ anchor: ProposedChange.Anchor) throws {
    switch anchor {
    case .beginning(let section):
      if !settings.sections.contains(section) { throw noSection(section) }
    case .paragraph(let address):
      let place = try self.place(at: address)
      guard try main.order().place(of: place.entry.identifier) == nil else { return }
      throw try notStanding(
        place, "is only proposed; the chair places after a paragraph of the draft",
        hint: "Adopt it first, with 'amend adopt \(place.address) --of CODE', or name another place with --after.")
    }
  }

  /// The place that a paragraph is wanted in, and the labels of those who ask for it: nobody's for the order that
  /// stands after it without a name.
  private func placeAsked(
    for place: DraftOrder.Place, _ paragraph: Paragraph, by delegation: Delegation?
  ) throws -> (anchor: ProposedChange.Anchor, by: [String]) {
    let orders = try consolidatedOrder(allStandingChanges()).placements[place.entry.identifier] ?? []
    let unnamed = Set(paragraph.notes.compactMap { CommandWords.anchor($0, in: place.section) })
    if let delegation {
      guard let order = orders.first(where: { $0.labels.contains(delegation.label) }) else {
        throw NegotiationError(
          .notFound, "\(delegation.names[0]) asks for no other place of \(place.address)",
          hint: try hint(on: orders, besides: delegation))
      }
      return (try proposed(order.anchor), order.labels)
    }
    if let only = unnamed.first, unnamed.count == 1 { return (try proposed(only), []) }
    if let only = orders.first, orders.count == 1, unnamed.isEmpty { return (try proposed(only.anchor), only.labels) }
    guard !orders.isEmpty || !unnamed.isEmpty else {
      throw NegotiationError(
        .notFound, "nobody asks for another place of \(place.address)",
        hint: "Name the place: 'amend place \(place.address) --after P'.")
    }
    throw NegotiationError(
      .ambiguous,
      "\(max(orders.count, unnamed.count)) places are asked for \(place.address)"
        + (orders.isEmpty ? "" : ": \(list(orders))"),
      hint: "Say whose with --of CODE, or name the place with --after P.")
  }

  private func hint(on orders: [Placement], besides delegation: Delegation) throws -> String {
    if !orders.isEmpty { return "There is: \(list(orders))." }
    let others = try ordersListed(of: delegation)
    return others.isEmpty
      ? "Nobody does; name the place with --after."
      : "Nobody does. It asks for: \(others). Carry out those, or name the place with --after."
  }

  /// `Chile: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART; Ven: …`
  private func list(_ orders: [Placement]) -> String {
    orders.map {
      "\($0.labels.joined(separator: ", ")): \(CommandWords.text(of: $0.anchor, in: settings.language))"
    }.joined(separator: "; ")
  }

  private func proposed(_ anchor: Placement.Anchor) throws -> ProposedChange.Anchor {
    switch anchor {
    case .beginning(let section): return .beginning(of: section)
    case .after(let section, let number): return .paragraph(try address("\(section)/\(number)"))
    }
  }

  private func address(_ text: String) throws -> ParagraphAddress { try ParagraphAddress(text) }
}

extension DraftOrder {
  /// Gives a paragraph that went to another section a number that is free there: that of its neighbour with bis.
  ///
  /// Within its section it keeps its number: numbers stay as they are until the text is clean.
  mutating func number(
    _ identifier: ParagraphIdentifier, in section: SectionName, besides taken: Set<ParagraphNumber>
  ) {
    guard let outline = outlines.firstIndex(where: { $0.section == section }),
      let index = outlines[outline].entries.firstIndex(where: { $0.identifier == identifier })
    else { return }
    let entries = outlines[outline].entries
    let neighbour = entries[..<index].last { $0.number != nil } ?? entries[(index + 1)...].first { $0.number != nil }
    var number =
      neighbour?.number.map { ParagraphNumber($0.value, multiplicity: $0.multiplicity) } ?? ParagraphNumber(1)
    while taken.contains(number) { number = number.followingBis }
    let isPrinted = if case .counted = neighbour?.kind { false } else { true }
    outlines[outline].entries[index].kind = isPrinted ? .numbered(number) : .counted(number)
  }
}
