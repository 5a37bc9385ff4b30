internal import Drafting
internal import Merging
internal import Notation

/// The order of the consolidated draft: main's, with every new paragraph in its place, and the moves that are proposed.
struct ConsolidatedOrder {
  var sections: [Outline]
  var placements: [ParagraphIdentifier: [Placement]]
  var movers: [ParagraphIdentifier: [DelegationCode]]

  /// Moves to a place that no placement order can name: right after a heading.
  var unplaced: [(identifier: ParagraphIdentifier, code: DelegationCode)] = []

  /// The paragraph that a move to right after `predecessor` is named by: that one, or where it is a heading the
  /// paragraph next to it which the delegation does not have.
  fileprivate func anchor(_ predecessor: ParagraphIdentifier, for own: DraftOrder) -> DraftOrder.Place? {
    for section in sections {
      guard let index = section.entries.firstIndex(where: { $0.identifier == predecessor }) else { continue }
      let next = section.entries[(index + 1)...].prefix { own.place(of: $0.identifier) == nil }
      return ([section.entries[index]] + next).first { $0.number != nil }
        .map { DraftOrder.Place(section: section.section, entry: $0) }
    }
    return nil
  }
}

extension Negotiation {
  func consolidatedOrder(_ changes: [StandingChanges]) throws -> ConsolidatedOrder {
    let base = try main.order()
    let others = changes.compactMap { change in
      change.order.map { order in
        let changes = order.own.changes(since: order.base)
        return (
          delegation: change.delegation, own: order.own, moved: changes.moved,
          new: Set(changes.inserted.map(\.identifier))
        )
      }
    }
    guard !others.isEmpty else { return ConsolidatedOrder(sections: base.outlines, placements: [:], movers: [:]) }
    var entries: [ParagraphIdentifier: DraftOrder.Place] = [:]
    for change in others.reversed() {
      for place in change.own.places { entries[place.entry.identifier] = place }
    }
    for place in base.places { entries[place.entry.identifier] = place }

    var result = ConsolidatedOrder(sections: [], placements: [:], movers: [:])
    func ranked(_ order: DraftOrder) -> [RankedToken] {
      order.tokens.map { token in
        guard case .paragraph(let identifier) = token else { return RankedToken(token: token, number: nil) }
        return RankedToken(token: token, number: entries[identifier]?.entry.number)
      }
    }
    // What a delegation moves stands where the chair has it, and new paragraphs beside what stands still.
    let lists = others.map { change in
      let moved = Set(change.moved.map(\.identifier))
      return ranked(change.own).filter { !moved.contains($0.token) }
    }
    let merged = Merging.consolidatedOrder(base: ranked(base), lists: lists)
    for token in merged {
      switch token.token {
      case .start(let section): result.sections.append(Outline(section: try SectionName(section)))
      case .paragraph(let identifier):
        guard let place = entries[identifier], !result.sections.isEmpty else { continue }
        result.sections[result.sections.count - 1].entries.append(place.entry)
      }
    }
    for section in result.sections {
      for entry in section.entries {
        entries[entry.identifier] = DraftOrder.Place(section: section.section, entry: entry)
      }
    }
    var anchors: [ParagraphIdentifier: [(anchor: Placement.Anchor, labels: [String])]] = [:]
    let shared = Self.common(others.map(\.new))
    for change in others {
      let displaced =
        change.new.isDisjoint(with: shared)
        ? []
        : change.own.displaced(
          in: merged.map(\.token), moved: Set(change.moved.map(\.identifier)), new: change.new)
      for move in change.moved + displaced {
        guard case .paragraph(let identifier) = move.identifier else { continue }
        let anchor: Placement.Anchor
        // What stands behind a first paragraph that the delegation deletes is named by that.
        let opened = base.outlines.first { outline in
          move.after == base.opening(of: outline.section, in: change.own)
            && outline.entries.first { $0.number != nil }.map { change.own.place(of: $0.identifier) != nil } ?? true
        }
        switch opened.map({ DraftOrder.Predecessor.start(of: $0.section.description) }) ?? move.after {
        case .paragraph(let previous):
          guard let place = result.anchor(previous, for: change.own), let number = place.entry.number else {
            if !change.new.contains(move.identifier) { result.unplaced.append((identifier, change.delegation.code)) }
            continue
          }
          anchor = .after(place.section, number)
        case .start(let section): anchor = .beginning(try SectionName(section))
        case nil: continue
        }
        result.movers[identifier, default: []].append(change.delegation.code)
        var known = anchors[identifier] ?? []
        if let index = known.firstIndex(where: { $0.anchor == anchor }) {
          known[index].labels.append(change.delegation.label)
        } else {
          known.append((anchor, [change.delegation.label]))
        }
        anchors[identifier] = known
      }
    }
    result.placements = anchors.mapValues { list in
      list.map { Placement(labels: $0.labels.sorted(by: alphabetically), anchor: $0.anchor) }
        .sorted { alphabetically($0.labels[0], $1.labels[0]) }
    }
    return result
  }

  /// What stands in more than one of some sets.
  private static func common<Element>(_ sets: [Set<Element>]) -> Set<Element> {
    var (seen, common) = (Set<Element>(), Set<Element>())
    for set in sets {
      common.formUnion(set.intersection(seen))
      seen.formUnion(set)
    }
    return common
  }
}

/// A place in an order that stands before another by its number, where nothing else says which comes first.
private struct RankedToken: Hashable, Comparable, Sendable {
  var token: DraftOrder.Predecessor
  var number: ParagraphNumber?

  static func < (first: RankedToken, second: RankedToken) -> Bool {
    if let one = first.number, let other = second.number, one != other { return one < other }
    return first.token < second.token
  }
}
