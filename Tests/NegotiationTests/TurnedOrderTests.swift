@testable import Negotiation
import Drafting
import TestSupport
import Testing

@Suite("An order of place keeps the paragraph that it names, whatever becomes of that one's own order")
struct TurnedOrderTests {
  /// Brazil places the second after the third, and the fourth after the second, in this order or the other.
  private func round(_ isFourthFirst: Bool) throws -> DecisionRound {
    let round = try DecisionRound(
      DecisionRound.draft + "\n\n5. To invite all organs to review it.\n\n6. To thank everybody.\n")
    let moves = [("operative/4", "operative/2"), ("operative/2", "operative/5")]
    for (target, after) in isFourthFirst ? moves : moves.reversed() { try round.move("BRA", target, after: after) }
    return round
  }

  private func orders(_ round: DecisionRound) throws -> [String] {
    try round.written().filter { $0.contains("PLACE WITH") }
  }

  private let standing = ["[Bra: PLACE WITH PARAGRAPH 2 OF THE OPERATIVE PART]"]

  @Test(arguments: [false, true]) func afterItsRejection(isFourthFirst: Bool) throws {
    let round = try round(isFourthFirst)
    #expect(try round.reject("operative/2", "BRA").remarks == [])
    try #expect(orders(round) == standing)
    try round.expectSound()
  }

  @Test(arguments: [false, true]) func afterItsWithdrawal(isFourthFirst: Bool) throws {
    let round = try round(isFourthFirst)
    let withdrawal = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("BRA"), act: round.act())
    #expect(withdrawal.remarks == [])
    try #expect(orders(round) == standing)
    try round.expectSound()
    let again = try self.round(true)
    try again.move("BRA", "operative/6", after: "operative/1")
    let all = try again.open().withdraw(nil, by: named("BRA"), act: again.act())
    #expect(all.remarks == [])
  }

  @Test func supportOfAnotherTakesItAlongAndSaysSo() throws {
    let round = try round(false)
    try round.move("PER", "operative/4", after: "operative/2")
    try round.move("CHL", "operative/2", after: "operative/6")
    let outcome = try round.open().support(
      ParagraphAddress("operative/2"), of: named("CHL"), by: named("PER"), act: round.act())
    #expect(outcome.remarks == ["operative/4 goes along, as Peru would have it behind operative/2."])
  }
}
