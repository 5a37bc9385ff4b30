import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("Searching what amendments say by now")
struct SearchAmendmentTests {
  /// Who amends a proposal has its proposer's later words too, and those of whom that amends; and strikes with them.
  @Test func amendmentHasWhatItsProposerSaysSince() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "without delay", "on ponds")
    try round.propose("MEX", "operative/2", .text(.insertBefore("deep", before: Passage("ponds"))), on: "BRA")
    try round.propose("CHL", "operative/2", .text(.insertBefore("very", before: Passage("deep"))), on: "MEX")
    try round.replace("BRA", "operative/2", "urge", "command")
    try expectLines(
      round.found("command"),
      [
        "operative/2 BRA standing: To *command* the member states to act on ponds.",
        "operative/2 CHL standing: To *command* the member states to act on very deep ponds.",
        "operative/2 MEX standing: To *command* the member states to act on deep ponds.",
      ])
    var mexico = SearchFilter()
    mexico.delegation = try named("MEX").code
    try expectLines(
      round.found("command", filter: mexico),
      ["operative/2 MEX standing: To *command* the member states to act on deep ponds."])
    mexico.isStruck = true
    let hits = try round.open().search(SearchQuery(["urge"]), mexico, program: "test").hits
    #expect(hits.map(\.commit) == [try round.tip("MEX")])
    #expect(hits.map(\.state) == [.standing])
  }

  /// Words of a proposal that its proposer gave up stand with its amender no more.
  @Test func amendmentLosesWhatItsProposerGivesUp() throws {
    let round = try DecisionRound()
    try round.propose("BRA", "operative/2", .text(.text("To command the states to act on ponds.")))
    try round.propose("MEX", "operative/2", .text(.insertBefore("deep", before: Passage("ponds"))), on: "BRA")
    try round.replace("BRA", "operative/2", "command", "press")
    try expectLines(
      round.found("command"),
      [
        "operative/2 MEX superseded: To *command* the states to act on deep ponds.",
        "operative/2 BRA superseded: To *command* the states to act on ponds.",
      ])
  }
}
