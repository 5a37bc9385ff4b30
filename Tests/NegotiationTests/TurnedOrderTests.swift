@testable import Negotiation
import Drafting
import TestSupport
import Testing

@Suite("An act that changes how another order of place is printed says so")
struct TurnedOrderTests {
  /// Brazil places the second after the third, and the fourth after the second, in this order or the other.
  private func round(_ isFourthFirst: Bool) throws -> DecisionRound {
    let round = try DecisionRound(
      DecisionRound.draft + "\n\n5. To invite all organs to review it.\n\n6. To thank everybody.\n")
    let moves = [("operative/4", "operative/2"), ("operative/2", "operative/5")]
    for (target, after) in isFourthFirst ? moves : moves.reversed() { try round.move("BRA", target, after: after) }
    return round
  }

  @Test func rejectionSaysIt() throws {
    let round = try round(false)
    // The fourth stands after the second, behind the fifth.
    let outcome = try round.reject("operative/2", "BRA")
    #expect(
      outcome.remarks == [
        "Of Brazil these orders are printed now: operative/4: PLACE WITH PARAGRAPH 5 OF THE OPERATIVE PART."
      ])
    try round.expectSound()
  }

  @Test func withdrawalSaysIt() throws {
    let round = try round(false)
    let withdrawal = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("BRA"), act: round.act())
    #expect(
      withdrawal.remarks == [
        "Of Brazil these orders are printed now: operative/4: PLACE WITH PARAGRAPH 5 OF THE OPERATIVE PART."
      ])
    try round.expectSound()
    let again = try self.round(true)
    try again.move("BRA", "operative/6", after: "operative/1")
    let all = try again.open().withdraw(nil, by: named("BRA"), act: again.act())
    #expect(all.remarks == [])
  }

  @Test func supportSaysIt() throws {
    let round = try round(false)
    try round.move("PER", "operative/4", after: "operative/2")
    try round.move("CHL", "operative/2", after: "operative/6")
    let outcome = try round.open().support(
      ParagraphAddress("operative/2"), of: named("CHL"), by: named("PER"), act: round.act())
    #expect(
      outcome.remarks == [
        "Of Peru these orders are printed now: operative/2: PLACE WITH PARAGRAPH 6 OF THE OPERATIVE PART; "
          + "operative/4: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART."
      ])
  }
}
