import Drafting
@testable import Negotiation
import Testing

/// Chile asks for other words than the chair has, the chair changes the same ones, adopts Chile's, and undoes that.
@Suite("A conflict that an undone adoption had ended")
struct UndoneAdoptionConflictTests {
  private func round() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.replace("CHL", "operative/2", "without delay", "at once")
    return round
  }

  private func decide(_ round: DecisionRound) throws {
    try round.adoptText("operative/2", "To urge the member states to act with due haste.")
    try round.adopt("operative/2", "CHL")
    try round.undo()
  }

  /// The proposal is what it was before the adoption, which ended nothing.
  @Test func itIsInConflictAsBefore() throws {
    let round = try round()
    let proposal = try round.tip("CHL")
    try decide(round)
    let story = try #require(try round.open().story(of: proposal).proposals.values.first)
    #expect("\(story.state)" == "inConflict")
    try round.undo()
    let free = try #require(try round.open().story(of: proposal).proposals.values.first)
    #expect("\(free.state)" == "standing")
  }

  /// The same on a paragraph that was cut in two and put together again since.
  @Test func itIsInConflictAsBeforeInAParagraphThatWasCut() throws {
    let round = try round()
    let proposal = try round.tip("CHL")
    try round.split("operative/2", before: "to act")
    try round.join("operative/2", "operative/2 bis")
    try decide(round)
    let story = try #require(try round.open().story(of: proposal).proposals.values.first)
    #expect("\(story.state)" == "inConflict")
  }

  /// A search tells the decision that brought the words, not the undoing that brought them back.
  @Test func searchTellsTheDecisionThatBeganIt() throws {
    let round = try round()
    try round.adoptText("operative/2", "To urge the member states to act with due haste.")
    let decision = try round.open().main.commit
    try round.adopt("operative/2", "CHL")
    try round.undo()
    var filter = SearchFilter()
    (filter.isStruck, filter.delegation) = (true, try named("CHL").code)
    let hits = try round.open().search(SearchQuery(["haste"]), filter, program: "test").hits
    #expect(hits.map(\.conflict) == [decision])
    #expect(hits.map(\.state) == [.standing])
  }
}
