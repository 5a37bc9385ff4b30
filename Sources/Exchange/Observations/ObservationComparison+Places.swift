internal import Drafting
internal import Notation

/// Where paragraphs stand, and where their words went or came from.
extension ObservationComparison {
  /// Whether a paragraph of the draft stands there already as the sender reads it.
  func stands(_ place: Int, after anchor: Observation.Anchor) -> Bool {
    let before = draft[..<place].last { $0.section == draft[place].section && !$0.present.isEmpty }
    return switch anchor {
    case .paragraph(let identifier): before?.identifier == identifier
    case .beginning(let section): before == nil && draft[place].section == section
    case .new: false
    }
  }

  /// A number that is printed in a section.
  struct PlacedNumber: Hashable {
    var section: SectionName
    var number: ParagraphNumber?
  }

  /// What stands before the next item of the document.
  ///
  /// Moves are written after all else: what is new stands after the last paragraph that has not moved, and what has moved
  /// comes between them.
  struct Places {
    private var last: (anchor: Observation.Anchor, section: SectionName)?
    private var fixed: (anchor: Observation.Anchor, section: SectionName)?
    private(set) var numbered: [PlacedNumber: Observation.Anchor] = [:]

    var section: SectionName? { last?.section }

    func last(in section: SectionName) -> Observation.Anchor {
      last.flatMap { $0.section == section ? $0.anchor : nil } ?? .beginning(of: section)
    }

    func lastFixed(in section: SectionName) -> Observation.Anchor {
      fixed.flatMap { $0.section == section ? $0.anchor : nil } ?? .beginning(of: section)
    }

    mutating func pass(
      _ anchor: Observation.Anchor, _ section: SectionName, hasMoved: Bool, number: PlacedNumber
    ) {
      last = (anchor, section)
      if !hasMoved { fixed = last }
      numbered[number] = anchor
    }
  }

  /// Asks for another place of a paragraph, unless it stands there already.
  mutating func move(
    _ place: Int, _ item: ObservedDraft.Item, after anchor: Observation.Anchor, _ reasons: [Int: String]
  ) {
    if stands(place, after: anchor) { return }
    let (anchor, note) = placement(after: anchor)
    observations.append(
      Observation(
        .move(draft[place].identifier, after: anchor), reason: reasons[item.paragraph], paragraph: item.paragraph,
        note: note))
  }

  /// Asks for the places that orders behind paragraphs say in the sender's brackets.
  mutating func placeAsOrdered(_ pairs: Pairs, _ places: Places, _ reasons: [Int: String]) {
    for (index, item) in after.enumerated() {
      guard let order = item.placement, let place = pairs.after[index] else { continue }
      guard let anchor = anchor(order, places.numbered) else {
        remarks.append(
          WordRemark(paragraph: item.paragraph, "the placement order was left out: the draft has no such paragraph"))
        continue
      }
      move(place, item, after: anchor, reasons)
    }
  }

  /// What a written order places a paragraph after; `nil` where neither document nor draft has such a paragraph.
  private func anchor(_ order: Placement.Anchor, _ numbered: [PlacedNumber: Observation.Anchor]) -> Observation.Anchor?
  {
    switch order {
    case .beginning(let section): .beginning(of: section)
    case .after(let section, let number):
      numbered[PlacedNumber(section: section, number: number)]
        ?? draft.first { $0.section == section && $0.number == number }.map { .paragraph($0.identifier) }
    }
  }

  /// The section that an item of the document stands in: that of the paragraph which it is, unless it has moved.
  ///
  /// One that has moved stands in the section of what stands before it, or at the beginning of its own.
  func section(_ index: Int, _ pairs: Pairs, _ moved: Set<Int>, after last: SectionName?) -> SectionName {
    guard let place = pairs.after[index] else { return last ?? after[index].section }
    let own = draft[place].section
    guard moved.contains(index), let last, last != own else { return own }
    // Before the section's heading ends the section above; only where it has none does what stands first begin it.
    let next = after.indices.dropFirst(index + 1).first { pairs.after[$0] != nil && !moved.contains($0) }
    guard let next, let follower = pairs.after[next] else { return last }
    return draft[follower].section == own && !after[next].isHeading ? own : last
  }

  /// The nearest place that an order can name, which knows no headings: the beginning of a section for the place behind
  /// its first headings, else the paragraph before the heading.
  func placement(after anchor: Observation.Anchor) -> (anchor: Observation.Anchor, note: String?) {
    guard case .paragraph(let identifier) = anchor,
      let place = draft.firstIndex(where: { $0.identifier == identifier }), draft[place].isHeading
    else { return (anchor, nil) }
    let section = draft[place].section
    guard let paragraph = draft[..<place].last(where: { $0.section == section && !$0.isHeading }) else {
      return (.beginning(of: section), nil)
    }
    return (
      .paragraph(paragraph.identifier),
      "it stands behind a heading there, which no placement order can name: the order says the place before the heading"
    )
  }
}
