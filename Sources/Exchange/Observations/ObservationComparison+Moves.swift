internal import Notation

/// Moves that are taken from a document, each as the moves before it leave the order.
extension ObservationComparison {
  /// The order in which the sender reads the draft with the new paragraphs that have been found.
  func standingOrder() -> StandingOrder {
    var order = StandingOrder(draft)
    for (index, observation) in observations.enumerated() {
      guard case .new(_, let anchor) = observation.change else { continue }
      order.insert(.new(index), after: behindOpening(anchor))
    }
    return order
  }

  /// The place of a new paragraph at the beginning of a section: behind the headings that open it.
  private func behindOpening(_ anchor: Observation.Anchor) -> Observation.Anchor {
    guard case .beginning(let section) = anchor else { return anchor }
    return draft.last { $0.section == section && $0.isOpening }.map { .paragraph($0.identifier) } ?? anchor
  }

  /// Asks for another place of a paragraph, unless it stands there already.
  mutating func move(
    _ place: Int, _ item: ObservedDraft.Item, after wanted: Observation.Anchor, in order: inout StandingOrder,
    _ reasons: [Int: String]
  ) {
    let paragraph = Observation.Anchor.paragraph(draft[place].identifier)
    let standing = [order.predecessor(of: paragraph), order.readPredecessor(of: paragraph)]
    let wanted = order.readPlace(behind: wanted) ?? wanted
    let (anchor, note) = placement(after: wanted)
    if standing.contains(wanted) { return }
    // The place behind the headings that open a section can only be named as its beginning.
    let behind = behindOpening(anchor)
    if note == nil, standing.contains(behind) { return }
    order.move(paragraph, after: behind)
    observations.append(
      Observation(
        .move(draft[place].identifier, after: anchor), reason: reasons[item.paragraph], paragraph: item.paragraph,
        note: note))
  }

  /// Asks for the places that orders behind paragraphs say in the sender's brackets.
  ///
  /// They are carried out as a reading of the draft does: from the last to the first, so that several that go to one place
  /// stand there in their order, but none before the paragraph that it shall stand after has found its own place. What
  /// moved is then placed from the front, each after what stands before it.
  mutating func placeAsOrdered(
    _ pairs: Pairs, _ places: Places, in order: inout StandingOrder, _ reasons: [Int: String]
  ) {
    var wanted: [Observation.Anchor: (place: Int, item: ObservedDraft.Item)] = [:]
    var waiting: [(paragraph: Observation.Anchor, after: Observation.Anchor)] = []
    for (index, item) in after.enumerated() where !isBroken(item) {
      guard let place = pairs.after[index] else { continue }
      guard let written = item.placement else {
        takeOrderBack(place, item, pairs, in: &order, reasons)
        continue
      }
      // What was ordered when the document was written is none of its changes.
      if isFormer, let before, let old = pairs.before[place], before[old].placement == written { continue }
      guard let anchor = anchor(written, places.numbered) else {
        remarks.append(
          WordRemark(paragraph: item.paragraph, "the placement order was left out: the draft has no such paragraph"))
        continue
      }
      let paragraph = Observation.Anchor.paragraph(draft[place].identifier)
      wanted[paragraph] = (place, item)
      waiting.append((paragraph, behindOpening(anchor)))
    }
    var target = order
    var unplaced = Set(waiting.map(\.paragraph))
    while !waiting.isEmpty {
      let ready = waiting.lastIndex { !unplaced.contains($0.after) } ?? waiting.count - 1
      let move = waiting.remove(at: ready)
      unplaced.remove(move.paragraph)
      target.move(move.paragraph, after: move.after)
    }
    for paragraph in wanted.isEmpty ? [] : target.places {
      guard let (place, item) = wanted[paragraph], let anchor = target.predecessor(of: paragraph) else { continue }
      move(place, item, after: anchor, in: &order, reasons)
    }
  }
  /// Takes the sender's order back where the document had it and its sender struck it.
  private mutating func takeOrderBack(
    _ place: Int, _ item: ObservedDraft.Item, _ pairs: Pairs, in order: inout StandingOrder, _ reasons: [Int: String]
  ) {
    guard let before, let old = pairs.before[place], before[old].placement != nil, draft[place].isOrdered,
      let home = draft[place].home
    else { return }
    order.move(.paragraph(draft[place].identifier), after: home)
    observations.append(
      Observation(
        .moveBack(draft[place].identifier), reason: reasons[item.paragraph], paragraph: item.paragraph))
  }
}
