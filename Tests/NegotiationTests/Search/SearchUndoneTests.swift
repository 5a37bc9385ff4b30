import Drafting
@testable import Negotiation
import TestSupport
import Testing

@Suite("Searching words that decisions made a delegation's own for a time")
struct SearchUndoneTests {
  private func states(_ round: DecisionRound, _ words: String) throws -> [String] {
    try round.open().search(SearchQuery([words]), SearchFilter(), program: "test").hits.map { hit in
      "\(hit.address) \(hit.delegation?.code.description ?? "-") \(hit.state.rawValue)"
    }
  }

  /// While the paragraph is deleted, all that is left of it is Brazil's; afterwards the words are the chair's as ever.
  @Test func chairsWordsAreNoDelegationsOnceTheDeletionIsUndone() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "urge", "implore")
    try round.propose("ARG", "operative/2", .deleteParagraph)
    let before = try states(round, "delay")
    try #require(before == ["operative/2 - current"])
    try round.adopt("operative/2", "ARG")
    try expectLines(states(round, "delay"), ["operative/2 BRA standing", "operative/2 - former"])
    try round.undo()
    try expectLines(states(round, "delay"), before)
    try expectLines(states(round, "implore"), ["operative/2 BRA standing"])
  }

  /// On joined paragraphs an act's words stand beside those of another, which are adopted when the join is undone.
  @Test func wordsAreTheActsThatAskedForThemOnceTheJoinIsUndone() throws {
    let round = try DecisionRound()
    try round.replace("CHL", "operative/1", "witnesses", "victims")
    try round.replace("BRA", "operative/2", "delay", "haste")
    try round.join("operative/1", "operative/2")
    try round.support("CHL", "operative/1", of: "BRA")
    try round.undo()
    try expectLines(states(round, "victims"), ["operative/1 CHL standing"])
    try round.adopt("operative/1", "CHL")
    try expectLines(states(round, "victims"), ["operative/1 - current", "operative/1 CHL adopted"])
    try expectLines(states(round, "haste"), ["operative/2 CHL standing", "operative/2 BRA standing"])
  }
}
