import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("An adoption names those whose words are in what it takes")
struct AdoptionNamesTests {
  private func adopted(_ round: DecisionRound) throws -> [String] {
    try CommitMessage(text: round.open().repository.commit(round.open().main.commit).message).values(.adopted)
  }

  /// Of a proposal that was amended, and whose paragraph was cut in two since, as far as its words are there.
  @Test(arguments: ["operative/1", "operative/1 bis"]) func namesWhoseWordsTheAmenderHasAfterASplit(part: String) throws
  {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "witnesses", "safe witnesses")
    let proposal = try round.tip("MEX")
    try round.support("CHL", "operative/1", of: "MEX")
    let support = try round.tip("CHL")
    try round.propose("BRA", "operative/1", .text(.replace(Passage("others"), with: "many others")), on: "CHL")
    let amendment = try round.tip("BRA")
    try round.split("operative/1", before: "and others")
    try round.adopt(part, "BRA")
    let isFirst = part == "operative/1"
    #expect(
      try adopted(round)
        == (isFirst ? ["BRA \(amendment)", "CHL \(support)", "MEX \(proposal)"] : ["BRA \(amendment)"]))
    let taken = try round.open().story(of: proposal).proposals.values.map { $0.taken?.commit }
    #expect(try taken == [isFirst ? round.open().main.commit : nil])
    try round.expectVerified()
  }

  /// What its proposer asks for now may be nothing that the amendment goes along with.
  @Test func namesTheWordsThatWereAmendedWhereThoseOfNowAreNotTaken() throws {
    let round = try DecisionRound()
    try round.replace("CHL", "operative/2", "states", "river states")
    let first = try round.tip("CHL")
    try round.propose("BRA", "operative/2", .text(.replace(Passage("states"), with: "big states")), on: "CHL")
    let amendment = try round.tip("BRA")
    try round.propose("CHL", "operative/2", .text(.text("To urge the member parties to act without delay.")))
    let second = try round.tip("CHL")
    try round.adopt("operative/2", "BRA")
    #expect(try adopted(round) == ["BRA \(amendment)", "CHL \(first)"])
    let negotiation = try round.open()
    let main = negotiation.main.commit
    #expect(try negotiation.story(of: first).proposals.values.map { $0.taken?.commit } == [main])
    #expect(try negotiation.story(of: second).proposals.values.map { $0.taken?.commit } == [nil])
    try round.expectVerified()
  }

  /// An amendment of a joined paragraph may have changed words of the other half alone.
  @Test func namesNobodyWithoutWordsOnceAJoinIsUndone() throws {
    let round = try DecisionRound(
      """
      RESOLVE:

      1. To protect member states[^1].

      2. To ask for a report[^2] on the fish in lakes.

      [^1]: See the charter.

      [^2]: The report is due in May.

      """)
    try round.replace("ARG", "operative/1", "member", "red")
    try round.join("operative/1", "operative/2")
    try round.propose("MEX", "operative/1", .text(.replace(Passage("states"), with: "lake states")), on: "ARG")
    try round.replace("MEX", "operative/1", "fish", "birds")
    let proposal = try round.tip("MEX")
    try round.undo()
    try round.adopt("operative/2", "MEX")
    #expect(try adopted(round) == ["MEX \(proposal)"])
    try round.expectVerified()
  }
}
