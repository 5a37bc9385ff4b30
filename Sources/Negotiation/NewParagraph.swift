internal import Drafting
internal import Git

extension Negotiation {
  /// Adds a paragraph of the delegation's own, with the next free number at its place, or the one wanted.
  func addParagraph(
    _ text: String, numbered wanted: ParagraphNumber? = nil, after target: ProposedChange.Anchor,
    to edit: inout BranchEdit
  ) throws -> DraftOrder.Place {
    var paragraph = Paragraph(typed: text)
    paragraph.footnotes.removeAll { !paragraph.text.contains($0.mark) }
    guard !paragraph.text.isEmpty else {
      throw NegotiationError(.refused, "the new paragraph is empty", hint: "Give its words with --text or --file.")
    }
    edit.remarks += Paragraph.remarkOnBlankLines(in: text).map { [$0] } ?? []
    let identifier = try nextIdentifier(of: edit)
    let section: SectionName
    let predecessor: DraftOrder.Predecessor
    switch target {
    case .beginning(let name):
      guard settings.sections.contains(name) else {
        throw noSection(name)
      }
      (section, predecessor) = (name, edit.order.opening(of: name))
    case .paragraph(let address):
      let place = try self.place(at: address)
      // Where the delegation would place that one in another section, it reads the new one there.
      let own = edit.order.place(of: place.entry.identifier)
      (section, predecessor) = (own?.section ?? place.section, .paragraph(place.entry.identifier))
      if own == nil {
        // Others may have it in another section than the one where it is printed.
        let orders = try [main.order()] + allStandingChanges().compactMap { $0.order?.own }
        guard let order = orders.first(where: { $0.place(of: place.entry.identifier)?.section == section }) else {
          throw NegotiationError(.refused, "\(place.address) does not stand in the delegation's text")
        }
        return try addParagraph(paragraph, identifier, wanted, section, after: place, in: order, to: &edit)
      }
    }
    return try add(paragraph, identifier, wanted, section, predecessor, to: &edit)
  }

  /// The place is another delegation's new paragraph, or one that ours deletes: ours stands after the nearest one before it
  /// that we have too, in the same section.
  private func addParagraph(
    _ paragraph: Paragraph, _ identifier: ParagraphIdentifier, _ wanted: ParagraphNumber?, _ section: SectionName,
    after place: DraftOrder.Place, in theirs: DraftOrder, to edit: inout BranchEdit
  ) throws -> DraftOrder.Place {
    var predecessor = theirs.predecessor(of: place.entry.identifier)
    while case .paragraph(let before) = predecessor, edit.order.place(of: before)?.section != section {
      predecessor = theirs.predecessor(of: before)
    }
    if case .start = predecessor { predecessor = nil }
    return try add(
      paragraph, identifier, wanted, section, predecessor ?? .start(of: section.description), to: &edit)
  }

  /// - Parameter identifier: of the paragraph, unless another delegation has the same one already.
  private func add(
    _ paragraph: Paragraph, _ identifier: ParagraphIdentifier, _ wanted: ParagraphNumber?, _ section: SectionName,
    _ predecessor: DraftOrder.Predecessor, to edit: inout BranchEdit
  ) throws -> DraftOrder.Place {
    let shared = try sharedParagraph(paragraph, in: section, after: predecessor, of: edit)
    let entry =
      try shared?.entry ?? Outline.Entry(identifier, numberFree(in: section, after: predecessor, edit.order, wanted))
    if !edit.order.outlines.contains(where: { $0.section == section }) {
      edit.order.outlines.append(Outline(section: section))
    }
    _ = edit.order.insert(entry, after: predecessor)
    let place = DraftOrder.Place(section: section, entry: entry)
    var paragraph = paragraph
    let known = entry.number.map { [$0, ParagraphNumber($0.value + 1)] } ?? []
    let named = TypedNumber.leftOut(of: paragraph.text, known: known, at: place.address)
    paragraph.text = named.text
    edit.remarks += named.remark.map { [$0] } ?? []
    edit.set(entry.identifier, to: shared?.paragraph ?? paragraph)
    return place
  }

  /// The first number behind that of the predecessor which is free: `1 bis`, `1 ter` …
  ///
  /// At the beginning of a section that has paragraphs it is counted from the paragraph that follows. The number of one
  /// that a delegation moves here from another section says nothing in this.
  ///
  /// - Parameter wanted: taken instead, where it is free and counted from the same number.
  func numberFree(
    in section: SectionName, after predecessor: DraftOrder.Predecessor, _ order: DraftOrder,
    _ wanted: ParagraphNumber? = nil
  ) throws -> Outline.Kind {
    let entries = order.outlines.first { $0.section == section }?.entries ?? []
    var index = entries.startIndex
    if case .paragraph(let identifier) = predecessor {
      index = entries.firstIndex { $0.identifier == identifier }.map { $0 + 1 } ?? entries.endIndex
    }
    let base = try main.order()
    func isCounted(_ entry: Outline.Entry) -> Bool {
      entry.number != nil && base.place(of: entry.identifier).map { $0.section == section } ?? true
    }
    let neighbour = entries[..<index].last(where: isCounted) ?? entries[index...].first(where: isCounted)
    guard let neighbour, let number = neighbour.number else { return .numbered(ParagraphNumber(1)) }
    let taken = try numbersTaken(in: section, besides: order)
    var free = ParagraphNumber(number.value, multiplicity: 1)
    while taken.contains(free) { free = free.followingBis }
    if let wanted, wanted.value == free.value, wanted > free, !wanted.isAlternative, !taken.contains(wanted) {
      free = wanted
    }
    guard free.multiplicity <= ParagraphNumber.greatestMultiplicity else {
      throw NegotiationError(
        .refused,
        "no number is left behind \(section)/\(number.value): \(free.multiplicity - 1) paragraphs have it with bis, ter and so on",
        hint: "Place new paragraphs elsewhere, or have the chair adopt some and number the draft anew.")
    }
    if case .counted = neighbour.kind { return .counted(free) }
    return .numbered(free)
  }

  /// Gives a paragraph that only delegations have, and that one of them has moved to another section, a number that is free
  /// there.
  func numberAnew(_ place: DraftOrder.Place, in edit: inout BranchEdit) throws {
    let identifier = place.entry.identifier
    guard edit.base.place(of: identifier) == nil, let now = edit.order.place(of: identifier),
      now.section != place.section
    else { return }
    var others = edit.order
    others.remove(identifier)
    edit.order.number(identifier, in: now.section, besides: try numbersTaken(in: now.section, besides: others))
  }

  /// The identifier after the last that this delegation ever made, also of paragraphs that were withdrawn.
  private func nextIdentifier(of edit: BranchEdit) throws -> ParagraphIdentifier {
    let prefix = edit.delegation.code.identifierPrefix + "-"
    var last = 0
    var known = edit.order.places.map(\.entry.identifier)
    if edit.oldTip != nil {
      for commit in try repository.commits(from: [edit.snapshot.commit], order: .newestFirst) {
        for name in CommitMessage(text: try repository.commit(commit).message).values(.identifier) {
          if let identifier = try? ParagraphIdentifier(name) { known.append(identifier) }
        }
      }
    }
    for identifier in known where identifier.prefix == prefix { last = max(last, identifier.ordinal) }
    return ParagraphIdentifier(ordinal: last + 1, madeBy: edit.delegation.code)
  }

  /// Moves an entry right after `anchor`.
  ///
  /// The beginning of a section is behind the words that open it, for a delegation as for the chair.
  ///
  /// - Returns: what it is to stand behind.
  @discardableResult
  func move(
    _ entry: Outline.Entry, after anchor: ProposedChange.Anchor, in order: inout DraftOrder
  ) throws -> DraftOrder.Predecessor {
    let predecessor: DraftOrder.Predecessor
    switch anchor {
    case .beginning(let section):
      predecessor = try main.order().opening(of: section, in: order)
    case .paragraph(let address):
      let place = try self.place(at: address)
      guard place.entry.identifier != entry.identifier else {
        throw NegotiationError(.refused, "a paragraph cannot stand after itself")
      }
      guard place.entry.number != nil else {
        throw NegotiationError(
          .refused, "\(place.address) is a heading, and a placement order names a paragraph",
          hint: "Name the paragraph before the heading, or a section for its beginning.")
      }
      predecessor = .paragraph(place.entry.identifier)
    }
    order.remove(entry.identifier)
    guard order.insert(entry, after: predecessor) else {
      throw NegotiationError(
        .notFound, "the place to move to does not stand in the delegation's text",
        hint: "Name a paragraph of the draft, or a section for its beginning.")
    }
    if case .beginning(let section) = anchor { return .start(of: section.description) }
    return predecessor
  }

  /// Puts an entry where another order has it, or after the nearest place before it that both have.
  func insert(_ entry: Outline.Entry, asIn other: DraftOrder, into order: inout DraftOrder) throws {
    order.remove(entry.identifier)
    var predecessor = other.predecessor(of: entry.identifier)
    while let before = predecessor, !order.insert(entry, after: before) {
      guard case .paragraph(let gone) = before else { break }
      predecessor = other.predecessor(of: gone)
    }
  }
}
