internal import Drafting
internal import Git
internal import Merging
internal import Notation

extension Negotiation {
  /// The paragraphs that somebody would have otherwise or elsewhere, or has a position on, and those after which an order
  /// to place them stands that nobody is named for. What is approved is not disputed, whatever brackets were left on it.
  ///
  /// - Parameter all: what every delegation wants.
  func disputedParagraphs(_ all: [StandingChanges]) throws -> Set<ParagraphIdentifier> {
    var found: Set<ParagraphIdentifier> = []
    var proposed: Set<ParagraphIdentifier> = []
    for changes in all {
      proposed.formUnion(changes.proposedParagraphs)
      found.formUnion(try positions(of: changes).keys)
    }
    for identifier in proposed where try main.paragraph(identifier)?.status != .approved { found.insert(identifier) }
    for place in try main.order().places {
      let notes = try main.paragraph(place.entry.identifier)?.notes ?? []
      if !notes.placementOrders(in: place.section).isEmpty { found.insert(place.entry.identifier) }
    }
    return found
  }

  /// The approved paragraphs that delegations still would have otherwise or elsewhere, in the order of the text: the chair
  /// adopted another wording and approved it in the same breath.
  ///
  /// - Parameters:
  ///   - all: what every delegation wants, at least of the paragraph in question.
  ///   - only: the paragraph in question; all for `nil`.
  func overruled(
    by all: [StandingChanges], only: ParagraphIdentifier? = nil
  ) throws -> [(place: DraftOrder.Place, delegations: [Delegation])] {
    var wanting: [ParagraphIdentifier: [Delegation]] = [:]
    for changes in all {
      for identifier in changes.proposedParagraphs {
        wanting[identifier, default: []].append(changes.delegation)
      }
    }
    return try main.order().places.compactMap { place in
      let identifier = place.entry.identifier
      guard let delegations = wanting[identifier], only.map({ $0 == identifier }) ?? true,
        try main.paragraph(identifier)?.status == .approved
      else { return nil }
      return (place, delegations)
    }
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

/// An approval and a proposal on the same paragraph in one moment: each writes a reference of its own and then looks at the
/// other's, so that one of the two at least sees it.
extension Negotiation {
  /// What the chair should know of paragraphs that it has just approved, where brackets stand on them that it has not seen.
  func remarkOnLateProposals(_ places: [DraftOrder.Place]) throws -> String? {
    do {
      try refuseDisputed(places, but: [])
      return nil
    } catch let error as NegotiationError where error.code == .refused {
      return "'amend undo' takes the approval back: in this moment somebody has proposed something. \(error.message)"
    }
  }

  /// What a delegation should know that has just proposed something on a paragraph which the chair approved meanwhile.
  func remarkOnLateApproval(of place: DraftOrder.Place) throws -> String? {
    guard let now = try repository.reference(ReferenceNames.main), now != main.commit,
      try Snapshot(repository, commit: now).paragraph(place.entry.identifier)?.status == .approved,
      try main.paragraph(place.entry.identifier)?.status != .approved
    else { return nil }
    return "The chair has approved \(place.address) in this moment: the proposal stands beside the approved text until "
      + "it is withdrawn, or the chair reopens the paragraph."
  }
}

extension [String] {
  /// Those of the notes after a paragraph that are orders to place it.
  func placementOrders(in section: SectionName) -> [String] { filter { CommandWords.anchor($0, in: section) != nil } }
}
