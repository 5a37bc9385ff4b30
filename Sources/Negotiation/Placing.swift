package import Drafting
internal import Merging
internal import Notation

extension Negotiation {
  /// Moves a paragraph on main: the chair carries out a placement order.
  ///
  /// An order to place it that stands after the paragraph without anybody's name is carried out, and goes.
  ///
  /// - Parameter anchor: what it shall stand after; for `nil` the one place that is asked for: by the order after the
  ///   paragraph, or by delegations.
  package func place(
    _ address: ParagraphAddress, after anchor: ProposedChange.Anchor?, _ note: DecisionNote, act: Act
  ) throws -> DecisionOutcome {
    let place = try place(at: address)
    let identifier = place.entry.identifier
    guard var paragraph = try main.paragraph(identifier) else {
      throw NegotiationError(
        .refused, "\(place.address) is only proposed", hint: "Adopt it first: 'amend adopt \(place.address) --of CODE'."
      )
    }
    let anchor = try anchor ?? placeAsked(for: place, paragraph)
    var edit = try ChairEdit(self)
    try move(place.entry, after: anchor, in: &edit.order, afterOpening: true)
    let notes = paragraph.notes.filter { CommandWords.anchor($0, in: place.section) == nil }
    if notes != paragraph.notes {
      paragraph.notes = notes
      edit.set(identifier, to: paragraph)
    }
    guard try edit.tree(in: repository) != main.tree else {
      throw NegotiationError(.refused, "\(place.address) stands there already")
    }
    let section = edit.order.place(of: identifier)?.section ?? place.section
    let orders = try [main.order()] + allStandingChanges().map { try $0.ownOrder() }
    edit.order.number(identifier, from: place, in: section, takenIn: orders)
    let now = edit.order.place(of: identifier) ?? place
    let phrase = "places \(place.address)" + (now.address == place.address ? "" : " as \(now.address)")
    return try decided(edit, CommitMessage(.place, [now], note, phrase: phrase), [now], act)
  }

  private func placeAsked(for place: DraftOrder.Place, _ paragraph: Paragraph) throws -> ProposedChange.Anchor {
    var anchors = Set(paragraph.notes.compactMap { CommandWords.anchor($0, in: place.section) })
    if anchors.isEmpty {
      let order = try consolidatedOrder(allStandingChanges())
      anchors.formUnion((order.placements[place.entry.identifier] ?? []).map(\.anchor))
    }
    guard let only = anchors.first, anchors.count == 1 else {
      throw NegotiationError(
        anchors.isEmpty ? .notFound : .ambiguous,
        anchors.isEmpty
          ? "nobody asks for another place of \(place.address)" : "\(anchors.count) places are asked for",
        hint: "Name the place: 'amend place \(place.address) --after P'.")
    }
    switch only {
    case .beginning(let section): return .beginning(of: section)
    case .after(let section, let number):
      return .paragraph(try address("\(section)/\(number)"))
    }
  }

  private func address(_ text: String) throws -> ParagraphAddress { try ParagraphAddress(text) }
}

extension DraftOrder {
  /// Gives a paragraph that went to another section a number that is free there: that of its neighbour with bis.
  ///
  /// Within its section it keeps its number: numbers stay as they are until the text is clean.
  mutating func number(
    _ identifier: ParagraphIdentifier, from old: Place, in section: SectionName, takenIn orders: [DraftOrder]
  ) {
    guard section != old.section, let outline = outlines.firstIndex(where: { $0.section == section }),
      let index = outlines[outline].entries.firstIndex(where: { $0.identifier == identifier })
    else { return }
    let entries = outlines[outline].entries
    let neighbour = entries[..<index].last { $0.number != nil } ?? entries[(index + 1)...].first { $0.number != nil }
    let taken = Set(
      orders.flatMap(\.outlines).filter { $0.section == section }.flatMap(\.entries).compactMap(\.number))
    var number =
      neighbour?.number.map { ParagraphNumber($0.value, multiplicity: $0.multiplicity) } ?? ParagraphNumber(1)
    while taken.contains(number) { number = number.followingBis }
    let isPrinted = if case .counted = neighbour?.kind { false } else { true }
    outlines[outline].entries[index].kind = isPrinted ? .numbered(number) : .counted(number)
  }
}
