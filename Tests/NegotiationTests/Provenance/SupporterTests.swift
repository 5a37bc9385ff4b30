import Drafting
import Git
@testable import Negotiation
import Testing

/// A support names the delegation; whose proposal it is of, the words tell.
@Suite("Who supports a proposal")
struct SupporterTests {
  private let round: DecisionRound
  private let proposal: ObjectID

  /// Mexico proposes, and Chile supports it.
  init() throws {
    round = try DecisionRound()
    try round.replace("MEX", "operative/2", "delay", "haste")
    proposal = try round.tip("MEX")
    try round.support("CHL", "operative/2", of: "MEX")
  }

  private func withdraw(_ code: String) throws {
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named(code), act: round.act())
  }

  private func supporters(_ commit: ObjectID) throws -> [String] {
    try round.open().story(of: commit).proposals.values.flatMap(\.supporters).map(\.who)
  }

  @Test func whoStandsWithTheWordsSupportsThemOnceTheyAreProposedAgain() throws {
    try withdraw("MEX")
    try round.replace("MEX", "operative/2", "delay", "haste")
    let renewed = try round.tip("MEX")
    #expect(try round.line("2. To").contains("[Chile, Mex: haste ~~delay~~]"))
    #expect(try supporters(proposal) == ["CHL"])
    #expect(try supporters(renewed) == ["CHL"])
    try round.adopt("operative/2", "MEX")
    #expect(try supporters(renewed) == ["CHL"])
  }

  @Test func whoHasTakenItsSupportBackSupportsNothingRenewed() throws {
    try withdraw("MEX")
    try withdraw("CHL")
    try round.replace("MEX", "operative/2", "delay", "haste")
    #expect(try supporters(round.tip("MEX")) == [])
  }

  @Test func supportOfOtherWordsIsNoneOfThoseProposedInstead() throws {
    try round.replace("MEX", "operative/2", "haste", "patience")
    #expect(try supporters(round.tip("MEX")) == [])
    try round.replace("MEX", "operative/2", "patience", "haste")
    #expect(try supporters(round.tip("MEX")) == ["CHL"])
  }

  @Test func whoAsksForOtherWordsInsteadSupportsNoMore() throws {
    try round.replace("CHL", "operative/2", "urge", "ask")
    #expect(try supporters(proposal) == ["CHL"])
    try round.replace("CHL", "operative/2", "haste", "patience")
    #expect(try supporters(proposal) == [])
  }

  @Test func whoseSupportIsRejectedSupportsNoMoreUntilThatIsUndone() throws {
    try round.reject("operative/2", "CHL")
    #expect(try supporters(proposal) == [])
    try round.undo()
    #expect(try supporters(proposal) == ["CHL"])
  }

  @Test func whatTheSupporterDoesAfterTheDecisionChangesNothing() throws {
    try round.adopt("operative/2", "MEX")
    try round.replace("CHL", "operative/2", "urge", "ask")
    try withdraw("CHL")
    #expect(try supporters(proposal) == ["CHL"])
  }
}
