internal import Drafting
internal import Merging
internal import Notation

extension Negotiation {
  /// The paragraphs that somebody would have otherwise or elsewhere, or has a position on, and those after which an order
  /// to place them stands that nobody is named for.
  func disputedParagraphs() throws -> Set<ParagraphIdentifier> {
    var found: Set<ParagraphIdentifier> = []
    for changes in try allStandingChanges() {
      found.formUnion(changes.files.keys)
      found.formUnion(try positions(of: changes).keys)
      if let order = changes.order { found.formUnion(order.own.changes(since: order.base).movedParagraphs) }
    }
    for place in try main.order().places {
      let notes = try main.paragraph(place.entry.identifier)?.notes ?? []
      if !notes.placementOrders(in: place.section).isEmpty { found.insert(place.entry.identifier) }
    }
    return found
  }

  /// Refuses where brackets or moves, or orders that nobody is named for, stand on one of the paragraphs, with the list.
  ///
  /// - Parameter allowed: delegations whose brackets do not count.
  func refuseDisputed(_ places: [DraftOrder.Place], but allowed: Set<DelegationCode>) throws {
    let changes = try allStandingChanges().filter { !allowed.contains($0.delegation.code) }
    let consolidation = try consolidation(of: changes, only: Set(places.map(\.entry.identifier)))
    let writer = BracketWriter(language: settings.language, labels: LabelTable(registry: registry))
    var lines: [String] = []
    var hasBrackets = false
    for place in places {
      guard
        let item = consolidation.draft.sections.flatMap(\.items).first(where: {
          $0.identifier == place.entry.identifier
        })
      else { continue }
      let isBracketed = item.body.bracketCount > 0 || !item.placements.isEmpty
      let unnamed = item.notes.placementOrders(in: place.section)
      guard isBracketed || !unnamed.isEmpty else { continue }
      hasBrackets = hasBrackets || isBracketed
      let orders = item.placements.map {
        " [\($0.labels.joined(separator: ", ")): \(CommandWords.text(of: $0.anchor, in: settings.language))]"
      }
      lines.append("\(place.address): \(writer.write(item.body))\((orders + unnamed.map { " " + $0 }).joined())")
    }
    guard let first = lines.first else { return }
    guard hasBrackets else {
      throw NegotiationError(
        .refused, "an order to place it still stands after " + lines.joined(separator: "\n  and after "),
        hint: "Carry it out with 'amend place P', or name another place with --after; then the order goes.")
    }
    throw NegotiationError(
      .refused,
      lines.count == 1
        ? "\(first.prefix { $0 != ":" }) still has brackets"
          + first.drop { $0 != ":" }
        : "brackets still stand on \(lines.count) paragraphs:\n  " + lines.joined(separator: "\n  "),
      hint: "Adopt a wording ('amend adopt P --of CODE --approve'), or ask the delegations to withdraw.")
  }
}

extension [String] {
  /// Those of the notes after a paragraph that are orders to place it.
  func placementOrders(in section: SectionName) -> [String] { filter { CommandWords.anchor($0, in: section) != nil } }
}
