internal import Drafting
internal import Git
internal import Synchronization

/// Orders of the draft that were read last, and what moved between them; shared by the threads that look at commits.
///
/// Every branch that follows main goes through the same orders, one branch after the other. So orders are kept in two
/// generations: those that were not asked for while the younger one filled up are forgotten with the older. What moved
/// between two orders takes longest to find and least room to keep, and is kept for many pairs.
final class OrderCache: Sendable {
  /// The objects that determine an order: the draft's settings and the folder of its outlines.
  typealias Key = [ObjectID?]

  /// An order with the places of all that stands in it.
  final class Order: Sendable {
    let order: DraftOrder
    let places: [ParagraphIdentifier: DraftOrder.Place]
    let positions: [ParagraphIdentifier: Int]
    fileprivate let key: Key

    fileprivate init(_ order: DraftOrder, _ key: Key) {
      self.order = order
      self.key = key
      let all = order.places
      places = Dictionary(all.map { ($0.entry.identifier, $0) }, uniquingKeysWith: { first, _ in first })
      positions = Dictionary(
        all.enumerated().map { ($0.element.entry.identifier, $0.offset) }, uniquingKeysWith: { _, last in last })
    }

    /// What a paragraph stands behind, of what stands in another order too.
    fileprivate func neighbour(of identifier: ParagraphIdentifier, in other: Order) -> DraftOrder.Predecessor? {
      for outline in order.outlines {
        guard let index = outline.entries.firstIndex(where: { $0.identifier == identifier }) else { continue }
        let last = outline.entries[..<index].last { other.places[$0.identifier] != nil }
        return last.map { .paragraph($0.identifier) } ?? .start(of: outline.section.description)
      }
      return nil
    }
  }

  private struct Pair: Hashable {
    let old: Key
    let new: Key
  }

  private struct Kept {
    var young: [Key: Order] = [:]
    var old: [Key: Order] = [:]
    var moves: [Pair: Set<ParagraphIdentifier>] = [:]
  }

  private let kept = Mutex(Kept())
  private static let orderLimit = 64
  private static let pairLimit = 1 << 14

  /// The order that some objects determine.
  func order(of key: Key, _ read: () throws -> DraftOrder) throws -> Order {
    let known = kept.withLock { kept in kept.young[key] ?? kept.old[key] }
    // Read outside the lock: that two threads read the same once costs less than that one waits.
    let order = try known ?? Order(read(), key)
    kept.withLock { kept in
      if kept.young[key] != nil { return }
      if kept.young.count >= Self.orderLimit { (kept.old, kept.young) = (kept.young, [:]) }
      kept.young[key] = order
    }
    return order
  }

  /// The order of a branch's state.
  func order(of snapshot: Snapshot, in repository: Repository, _ trees: TreeCache) throws -> Order {
    let key = try [DraftSettings.path, "outline"].map { try repository.object(at: $0, in: snapshot.tree, trees) }
    return try order(of: key) { try snapshot.order() }
  }

  /// The paragraphs of both orders that have another place in the second: another number or section, or other neighbours
  /// because they were moved.
  func moves(from old: Order, to new: Order) -> Set<ParagraphIdentifier> {
    if old.key == new.key { return [] }
    let pair = Pair(old: old.key, new: new.key)
    if let known = kept.withLock({ $0.moves[pair] }) { return known }
    let found = Self.moves(from: old, to: new)
    kept.withLock { kept in
      if kept.moves.count >= Self.pairLimit { kept.moves = [:] }
      kept.moves[pair] = found
    }
    return found
  }

  /// Of the paragraphs that explain a change of the order with the fewest moves, those that did move, as the act says
  /// that it moved others: those that have another number or section, and of those that it names the ones that stand
  /// behind another one.
  func moves(
    named told: Set<ParagraphIdentifier>, of moved: Set<ParagraphIdentifier>, from old: Order, to new: Order
  ) -> Set<ParagraphIdentifier> {
    let strays = moved.filter { !told.contains($0) && old.places[$0] == new.places[$0] }
    if strays.isEmpty { return moved }
    return moved.subtracting(strays).union(
      told.filter {
        old.places[$0] != nil && new.places[$0] != nil
          && old.neighbour(of: $0, in: new) != new.neighbour(of: $0, in: old)
      })
  }

  private static func moves(from old: Order, to new: Order) -> Set<ParagraphIdentifier> {
    var found = Set(new.order.moves(between: old.order))
    for (identifier, place) in new.places where old.places[identifier].map({ $0 != place }) ?? false {
      found.insert(identifier)
    }
    return found.filter { old.places[$0] != nil && new.places[$0] != nil }
  }
}
