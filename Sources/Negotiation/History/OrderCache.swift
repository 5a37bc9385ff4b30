internal import Drafting
internal import Git

/// Orders of the draft that were read last, and what moved between them.
struct OrderCache {
  /// An order with the places of all that stands in it.
  final class Order {
    let order: DraftOrder
    fileprivate let objects: [ObjectID?]
    private(set) lazy var places = Dictionary(
      order.places.map { ($0.entry.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    private(set) lazy var positions = Dictionary(
      order.places.enumerated().map { ($0.element.entry.identifier, $0.offset) }, uniquingKeysWith: { _, last in last })

    init(_ order: DraftOrder, _ objects: [ObjectID?]) {
      self.order = order
      self.objects = objects
    }
  }

  private struct Pair: Hashable {
    let old: [ObjectID?]
    let new: [ObjectID?]
  }

  private var orders: [[ObjectID?]: Order] = [:]
  private var moves: [Pair: Set<ParagraphIdentifier>] = [:]

  /// The order that some objects determine.
  mutating func order(of objects: [ObjectID?], _ read: () throws -> DraftOrder) throws -> Order {
    if let known = orders[objects] { return known }
    if orders.count >= 64 { orders = [:] }
    let order = Order(try read(), objects)
    orders[objects] = order
    return order
  }

  /// The paragraphs of both orders that have another place in the second: another number or section, or other neighbours
  /// because they were moved.
  mutating func moves(from old: Order, to new: Order) -> Set<ParagraphIdentifier> {
    let pair = Pair(old: old.objects, new: new.objects)
    if let known = moves[pair] { return known }
    if moves.count >= 64 { moves = [:] }
    var found = Set(new.order.changes(since: old.order).movedParagraphs)
    for (identifier, place) in new.places where old.places[identifier].map({ $0 != place }) ?? false {
      found.insert(identifier)
    }
    found = found.filter { old.places[$0] != nil && new.places[$0] != nil }
    moves[pair] = found
    return found
  }
}
