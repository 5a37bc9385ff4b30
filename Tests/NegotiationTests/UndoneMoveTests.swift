@testable import Negotiation
import Drafting
import TestSupport
import Testing

@Suite("An undoing tells of orders of place what is so")
struct UndoneMoveTests {
  @Test func orderThatIsWithdrawnDoesNotStandAgain() throws {
    let round = try DecisionRound()
    try round.move("BRA", "operative/2", after: "operative/4")
    try round.replace("VEN", "operative/2", "without delay", "at once")
    try round.adopt("operative/2", "VEN")
    _ = try round.open().withdraw(nil, by: named("BRA"), act: round.act())
    try #expect(round.undo().following == ["VEN p0006 reinstated"])
    try #expect(round.written().filter { $0.hasPrefix("[") } == [])
    try round.expectSound()
  }

  @Test func orderThatGoesOnFromTheUndoneOneIsNotSatisfied() throws {
    let round = try DecisionRound()
    try round.move("BRA", "operative/2", after: "operative/4")
    try round.move("BRA", "operative/3", after: "operative/2")
    let both = try round.written()
    _ = try round.open().place(
      ParagraphAddress("operative/2"), after: nil, of: named("BRA"), DecisionNote(), act: round.act())
    try #expect(round.undo().following == ["BRA p0006 reinstated"])
    try #expect(round.written() == both)
    try round.expectSound()
  }

  @Test func orderThatTheDecisionMetStandsAgainBesideALaterOne() throws {
    let round = try DecisionRound()
    try round.move("BRA", "operative/2", after: "operative/3")
    try round.place("operative/2", after: "operative/3")
    try round.move("BRA", "operative/4", after: "operative/1")
    try #expect(round.undo().following.contains("BRA p0006 reinstated"))
    try #expect(
      round.written().filter { $0.hasPrefix("[") } == [
        "[Bra: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART]", "[Bra: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
  }
}
