import Drafting
@testable import Negotiation
import TestSupport
import Testing

@Suite("What moved between two orders")
struct OrderCacheTests {
  /// What a delegation would place elsewhere has not moved again because another paragraph has gone.
  @Test func namesNoneWhereOthersHaveGone() throws {
    let identifiers = (1...9).map { ParagraphIdentifier(ordinal: $0) }
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var old = try Self.order(identifiers.shuffled(using: &random), &random)
      for identifier in identifiers where Bool.random(using: &random) { old.moved.insert(identifier) }
      var new = old
      for identifier in identifiers where Int.random(in: 0..<3, using: &random) == 0 { new.remove(identifier) }
      #expect(new.moves(between: old) == [], "seed \(seed)")
      #expect(old.moves(between: new) == [], "seed \(seed), the other way round")
    }
  }

  /// Orders without a move are not compared as a whole; what is found must be the same.
  @Test func findsWhatTheWholeComparisonFinds() throws {
    let identifiers = (1...9).map { ParagraphIdentifier(ordinal: $0) }
    for seed in 0..<400 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let old = try Self.order(identifiers.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }, &random)
      var rest = old.places.map(\.entry.identifier)
      for _ in 0..<Int.random(in: 0...2, using: &random) where rest.count > 1 {
        let taken = rest.remove(at: Int.random(in: rest.indices, using: &random))
        rest.insert(taken, at: Int.random(in: 0...rest.count, using: &random))
      }
      for identifier in identifiers where Int.random(in: 0..<4, using: &random) == 0 {
        if let place = rest.firstIndex(of: identifier) {
          rest.remove(at: place)
        } else {
          rest.insert(identifier, at: Int.random(in: 0...rest.count, using: &random))
        }
      }
      let new = try Self.order(rest, &random)
      var expected = Set(new.changes(since: old).movedParagraphs)
      for place in new.places where old.place(of: place.entry.identifier) != place {
        expected.insert(place.entry.identifier)
      }
      expected = expected.filter { old.place(of: $0) != nil && new.place(of: $0) != nil }
      let cache = OrderCache()
      let found = try cache.moves(
        from: cache.order(of: [nil]) { old }, to: cache.order(of: [nil, nil]) { new })
      #expect(found == expected, "seed \(seed)")
    }
  }

  /// Two sections; the ninth and the eighth are headings; numbers follow the identifiers, but for some.
  private static func order(
    _ identifiers: [ParagraphIdentifier], _ random: inout SeededGenerator
  ) throws -> DraftOrder {
    let cut = Int.random(in: 0...identifiers.count, using: &random)
    return try DraftOrder(
      [("preamble", identifiers[..<cut]), ("operative", identifiers[cut...])].map { name, part in
        Outline(
          section: try SectionName(name),
          entries: try part.map { identifier in
            let number = identifier.ordinal + (Int.random(in: 0..<12, using: &random) == 0 ? 10 : 0)
            return Outline.Entry(
              identifier,
              identifier.ordinal > 7 ? .heading : .numbered(try #require(ParagraphNumber(String(number)))))
          })
      })
  }
}
