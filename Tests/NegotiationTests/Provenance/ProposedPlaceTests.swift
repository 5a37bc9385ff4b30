import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("What became of an act that asks for a place, beside words or alone")
struct ProposedPlaceTests {
  private func state(_ commit: ObjectID, _ round: DecisionRound) throws -> String {
    switch try round.open().story(of: commit).proposals.values.first?.state {
    case .standing: "standing"
    case .satisfied: "satisfied"
    case let other: "\(String(describing: other))"
    }
  }

  @Test func itStandsAsLongAsEitherDoes() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "witnesses", "victims")
    try round.move("MEX", "operative/1", after: "operative/3")
    try round.support("BRA", "operative/1", of: "MEX")
    let support = try round.tip("BRA")
    try round.adoptText("operative/1", "To protect all victims and others.")
    #expect(try round.open().status().undecided.contains { $0.deed.commit == support })
    #expect(try state(support, round) == "standing")
    try round.place("operative/1", after: "operative/3")
    #expect(try state(support, round) == "satisfied")
  }

  /// What stood between is joined to another paragraph, and comes back.
  @Test func orderThatADecisionOnAnotherParagraphMetStandsAgain() throws {
    let round = try DecisionRound()
    try round.move("BRA", "operative/3", after: "operative/1")
    let order = try round.tip("BRA")
    try round.join("preamble/2", "operative/2")
    #expect(try state(order, round) == "satisfied")
    try round.undo()
    #expect(try round.open().status().undecided.map(\.deed.commit) == [order])
    #expect(try state(order, round) == "standing")
  }
}
