internal import Drafting
internal import Merging
internal import Notation

extension Negotiation {
  /// The paragraphs that somebody would have otherwise or elsewhere, or has a position on.
  func disputedParagraphs() throws -> Set<ParagraphIdentifier> {
    var found: Set<ParagraphIdentifier> = []
    for changes in try allStandingChanges() {
      found.formUnion(changes.files.keys)
      found.formUnion(try positions(of: changes).keys)
      if let order = changes.order { found.formUnion(order.own.changes(since: order.base).movedParagraphs) }
    }
    return found
  }

  /// Refuses where brackets or moves stand on one of the paragraphs, with the list.
  ///
  /// - Parameter allowed: delegations whose brackets do not count.
  func refuseDisputed(_ places: [DraftOrder.Place], but allowed: Set<DelegationCode>) throws {
    let changes = try allStandingChanges().filter { !allowed.contains($0.delegation.code) }
    let consolidation = try consolidation(of: changes, only: Set(places.map(\.entry.identifier)))
    let writer = BracketWriter(language: settings.language, labels: LabelTable(registry: registry))
    var lines: [String] = []
    for place in places {
      guard
        let item = consolidation.draft.sections.flatMap(\.items).first(where: {
          $0.identifier == place.entry.identifier
        }), item.body.bracketCount > 0 || !item.placements.isEmpty
      else { continue }
      let orders = item.placements.map {
        " [\($0.labels.joined(separator: ", ")): \(CommandWords.text(of: $0.anchor, in: settings.language))]"
      }
      lines.append("\(place.address): \(writer.write(item.body))\(orders.joined())")
    }
    guard let first = lines.first else { return }
    throw NegotiationError(
      .refused,
      lines.count == 1
        ? "\(first.prefix { $0 != ":" }) still has brackets"
          + first.drop { $0 != ":" }
        : "brackets still stand on \(lines.count) paragraphs:\n  " + lines.joined(separator: "\n  "),
      hint: "Adopt a wording ('amend adopt P --of CODE --approve'), or ask the delegations to withdraw.")
  }
}
