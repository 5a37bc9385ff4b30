package import Drafting
package import Notation
internal import Merging

/// Two states of a draft as one list: what went, what came, what stayed and what moved, each paragraph in its place.
///
/// Without what came and what moved here the list is the old state; without what went and what moved away it is the new
/// one.
package struct DraftComparison: Sendable {
  package private(set) var steps: [Step] = []

  package enum Step: Hashable, Sendable {
    case kept(old: ConsolidatedDraft.Item, new: ConsolidatedDraft.Item)
    case deleted(ConsolidatedDraft.Item)
    case inserted(ConsolidatedDraft.Item)
    /// Stands elsewhere in the new state; the number is the move's, the same at both ends.
    case movedAway(old: ConsolidatedDraft.Item, new: ConsolidatedDraft.Item, Int)
    case movedHere(old: ConsolidatedDraft.Item, new: ConsolidatedDraft.Item, Int)
  }

  /// - Parameters:
  ///   - old: a draft without brackets, each item with its identifier.
  ///   - new: the same.
  ///   - moved: what is known to have moved, where the orders alone could as well say that of its neighbours.
  /// - Cost: n log n in the number of items.
  package init(
    from old: ConsolidatedDraft, to new: ConsolidatedDraft, moved: Set<ParagraphIdentifier> = []
  ) {
    let (before, after) = (Self.items(of: old), Self.items(of: new))
    let changes = orderChanges(from: before.order, to: after.order.filter { !moved.contains($0) })
    let known = moved.filter { before.items[$0] != nil }.union(changes.moved.map(\.identifier))
    let moves = Dictionary(
      after.order.filter(known.contains).enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let gone = Set(before.order.filter { after.items[$0] == nil || moves[$0] != nil })
    var left = before.order[...]
    for identifier in after.order {
      takeGone(&left, gone, before.items, after.items, moves)
      guard let item = after.items[identifier] else { continue }
      if let was = before.items[identifier] {
        if let move = moves[identifier] {
          steps.append(.movedHere(old: was, new: item, move))
        } else {
          left.removeFirst()
          steps.append(.kept(old: was, new: item))
        }
      } else {
        steps.append(.inserted(item))
      }
    }
    takeGone(&left, gone, before.items, after.items, moves)
  }

  /// What went stands where it stood, before whatever came there.
  private mutating func takeGone(
    _ left: inout ArraySlice<ParagraphIdentifier>, _ gone: Set<ParagraphIdentifier>,
    _ items: [ParagraphIdentifier: ConsolidatedDraft.Item],
    _ newItems: [ParagraphIdentifier: ConsolidatedDraft.Item], _ moves: [ParagraphIdentifier: Int]
  ) {
    while let identifier = left.first, gone.contains(identifier) {
      left.removeFirst()
      guard let item = items[identifier] else { continue }
      if let move = moves[identifier], let new = newItems[identifier] {
        steps.append(.movedAway(old: item, new: new, move))
      } else {
        steps.append(.deleted(item))
      }
    }
  }

  private static func items(
    of draft: ConsolidatedDraft
  ) -> (order: [ParagraphIdentifier], items: [ParagraphIdentifier: ConsolidatedDraft.Item]) {
    var order: [ParagraphIdentifier] = []
    var items: [ParagraphIdentifier: ConsolidatedDraft.Item] = [:]
    for item in draft.sections.flatMap(\.items) {
      guard let identifier = item.identifier, items.updateValue(item, forKey: identifier) == nil else { continue }
      order.append(identifier)
    }
    return (order, items)
  }
}
