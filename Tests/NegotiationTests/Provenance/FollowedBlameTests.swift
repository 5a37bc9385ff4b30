@testable import Negotiation
import TestSupport
import Testing

@Suite("Blame of amendments that follow")
struct FollowedBlameTests {
  /// What a proposer says later is its own in the brackets of all who follow it, also at second hand.
  @Test func wordsThatAreFollowedAreTheProposers() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "protect", "shield")
    try round.propose("CHL", "operative/1", .text(.replace(Passage("others"), with: "families")), on: "VEN")
    try round.propose("MEX", "operative/1", .text(.delete(Passage("all "))), on: "CHL")
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    let lines = try round.blame("operative/1", isConsolidated: true).filter {
      $0.contains("victims") || $0.contains("witnesses")
    }
    #expect(
      lines == [
        "[Chile, Mex, Ven] VEN: victims", "[struck] draft struck by VEN, CHL (following), MEX (following): witnesses",
      ])
  }
}
