import Merging
import Testing

struct OrderTests {
  private typealias Place = OrderChanges<String>.Place

  @Test func deletedNewAndMovedParagraphsAreTold() {
    let changes = orderChanges(from: ["p1", "p2", "p3", "p4", "p5"], to: ["p1", "p4", "v1", "p2", "p3"])
    #expect(changes.deleted == ["p5"])
    #expect(changes.inserted == [Place(identifier: "v1", after: "p4")])
    #expect(changes.moved == [Place(identifier: "p4", after: "p1")])
  }

  @Test func anUnchangedOrderChangesNothing() {
    #expect(orderChanges(from: ["a", "b"], to: ["a", "b"]) == OrderChanges())
    #expect(orderChanges(from: [], to: ["a"]).inserted == [Place(identifier: "a", after: nil)])
  }

  @Test func theMovedSetIsTheSmallest() {
    for seed in 0..<500 as Range<UInt64> {
      var generator = Generator(seed: seed)
      let base = Array(0..<7)
      let list = base.shuffled(using: &generator)
      let moved = orderChanges(from: base, to: list).moved.count
      var longest = 0
      for mask in 0..<128 {
        let chosen = list.filter { mask >> $0 & 1 == 1 }
        if chosen == chosen.sorted() { longest = max(longest, chosen.count) }
      }
      #expect(moved == 7 - longest, "seed \(seed)")
    }
  }

  @Test func newParagraphsOfAllFindTheirPlace() {
    let order = consolidatedOrder(
      base: ["p1", "p2", "p3"],
      lists: [
        ["p1", "ven-1", "ven-2", "p2", "p3"], ["p1", "bra-1", "p2", "p3", "bra-2"],
        ["p1", "ven-1", "chl-1", "ven-2", "p2"],
      ])
    #expect(order == ["p1", "bra-1", "ven-1", "chl-1", "ven-2", "p2", "p3", "bra-2"])
  }

  @Test func aMovedParagraphStaysInTheConsolidatedOrder() {
    #expect(consolidatedOrder(base: ["a", "b", "c"], lists: [["c", "new", "a", "b"]]) == ["new", "a", "b", "c"])
  }

  @Test func theOrderOfTheListsChangesNothing() {
    for seed in 0..<500 as Range<UInt64> {
      var generator = Generator(seed: seed)
      let base = (0..<6).map { "p\($0)" }
      let lists = (0..<5).map { _ in
        var list = base
        for _ in 0..<4 { list.insert("n\(generator.below(8))", at: generator.below(list.count + 1)) }
        if generator.below(2) == 0 { list.shuffle(using: &generator) }
        return list
      }
      let order = consolidatedOrder(base: base, lists: lists)
      #expect(order == consolidatedOrder(base: base, lists: lists.shuffled(using: &generator)), "seed \(seed)")
      #expect(Set(order) == Set(base + lists.joined()) && Set(order).count == order.count, "seed \(seed)")
      #expect(order.filter { $0.hasPrefix("p") } == base, "seed \(seed)")
    }
  }
}
