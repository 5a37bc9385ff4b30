internal import Drafting
internal import Notation

/// Where paragraphs stand, and where their words went or came from.
extension ObservationComparison {
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

    /// Passes what an order places elsewhere: its number means it, but nothing here stands behind it.
    mutating func passOrdered(_ anchor: Observation.Anchor, from section: SectionName, number: PlacedNumber) {
      if last?.section != section {
        last = (.beginning(of: section), section)
        fixed = last
      }
      numbered[number] = anchor
    }
  }

  /// What a written order places a paragraph after; `nil` where neither document nor draft has such a paragraph.
  ///
  /// A number means the paragraph that the document has under it: the draft may have been numbered anew since.
  func anchor(_ order: Placement.Anchor, _ placed: [PlacedNumber: Observation.Anchor]) -> Observation.Anchor? {
    switch order {
    case .beginning(let section): return .beginning(of: section)
    case .after(let section, let number):
      let place = PlacedNumber(section: section, number: number)
      if let identifier = numbered[place] {
        if draft.contains(where: { $0.identifier == identifier }) { return .paragraph(identifier) }
        // A new paragraph of the document's own gets another identifier here.
        return identifier.prefix == "p" ? nil : placed[place]
      }
      return placed[place]
        ?? draft.first { ($0.origin ?? $0.section) == section && $0.number == number }.map { .paragraph($0.identifier) }
    }
  }

  /// Whether the chair has taken a paragraph to another section since the document was written: nothing then stands beside it.
  func isElsewhereNow(_ item: ObservedDraft.Item, _ place: Int?) -> Bool {
    guard isFormer, let place, draft[place].section != item.section else { return false }
    return draft.contains { $0.section == item.section }
  }

  /// The section that an item of the document stands in: that of the paragraph which it is, unless it has moved.
  ///
  /// One that has moved stands in the section of what stands before it, or at the beginning of the first.
  func section(_ index: Int, _ pairs: Pairs, _ moved: Set<Int>, after last: SectionName?) -> SectionName {
    guard let place = pairs.after[index] else { return last ?? after[index].section }
    let own = draft[place].section
    guard moved.contains(index), last != own else { return own }
    // Before the section's heading ends the section above; only where it has none does what stands first begin it.
    let next = after.indices.dropFirst(index + 1).first { pairs.after[$0] != nil && !moved.contains($0) }
    guard let next, let follower = pairs.after[next] else { return last ?? own }
    guard let last else { return draft[follower].section }
    return draft[follower].section == own && !after[next].isHeading ? own : last
  }

  /// The nearest place that an order can name, which knows no headings: the beginning of a section for the place behind
  /// its first headings, else the paragraph before the heading.
  func placement(after anchor: Observation.Anchor) -> (anchor: Observation.Anchor, note: String?) {
    guard case .paragraph(let identifier) = anchor,
      let place = draft.firstIndex(where: { $0.identifier == identifier }), draft[place].isHeading
    else { return (anchor, nil) }
    let section = draft[place].section
    guard !draft[place].isOpening,
      let paragraph = draft[..<place].last(where: { $0.section == section && !$0.isHeading })
    else {
      return (.beginning(of: section), nil)
    }
    return (
      .paragraph(paragraph.identifier),
      "it stands right behind the heading “\(draft[place].present.prefix(40))”, which no placement order can name: the order"
        + " says the place before the heading; a reason can say what is meant"
    )
  }
}
