import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("Searching what was struck")
struct SearchStruckTests {
  private func struck(_ round: DecisionRound, _ words: String..., code: String? = nil) throws -> [String] {
    var filter = SearchFilter()
    filter.isStruck = true
    filter.delegation = try code.map { try named($0).code }
    return try round.open().search(SearchQuery(words), filter, program: "test").hits.map { hit in
      #expect(hit.strikes)
      let bytes = Array(hit.text.utf8)
      let found = hit.places.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "|")
      return
        "\(hit.address) \(hit.delegation?.code.description ?? "-") \(hit.state.rawValue) \(hit.commit.short)"
        + (hit.conflict.map { " in conflict since \($0.short)" } ?? "") + ": \(found)"
    }
  }

  @Test func whoEverDeletedIt() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .text(.delete(Passage(" without delay"))))
    try round.replace("BRA", "operative/2", "delay", "haste")
    try round.propose("MEX", "operative/2", .deleteParagraph)
    try round.replace("CHL", "operative/2", "member states", "states")
    let (brazil, mexico, venezuela) = (
      try round.tip("BRA").short, try round.tip("MEX").short, try round.tip("VEN").short
    )
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("BRA"), act: round.act())
    let withdrawn = "operative/2 BRA withdrawn \(brazil): without delay"
    try expectLines(
      struck(round, "without delay"),
      [
        "operative/2 MEX standing \(mexico): without delay", "operative/2 VEN standing \(venezuela): without delay",
        withdrawn,
      ])
    try expectLines(
      struck(round, "without delay", code: "VEN"), ["operative/2 VEN standing \(venezuela): without delay"])
    try expectLines(struck(round, "thank"), [])
    try round.adopt("operative/2", "VEN")
    let chair = try round.open().main.commit.short
    let told = try struck(round, "without delay")
    #expect(told.first == "operative/2 - current \(chair): without delay")
    #expect(told.suffix(2) == [withdrawn, "operative/2 VEN adopted \(venezuela): without delay"], "\(told)")
    try round.undo()
    try expectLines(
      struck(round, "without delay").filter { $0.contains(" - ") },
      ["operative/2 - former \(chair): without delay"])
    #expect(try round.found("without delay").count == 1)
  }

  /// Who asks for other words than before strikes those, which the chair's text never had.
  @Test func whoReplacesItsOwnWordsStrikesThem() throws {
    let round = try DecisionRound()
    try round.replace("CHL", "operative/2", "without delay", "every year")
    try round.replace("CHL", "operative/2", "every year", "each spring")
    try expectLines(
      struck(round, "every year"), ["operative/2 CHL standing \(try round.tip("CHL").short): every year"])
  }

  @Test func amendmentStrikesWordsOfAProposal() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "with due diligence")
    try round.propose("PER", "operative/2", .text(.delete(Passage("due"))), on: "VEN")
    try expectLines(
      struck(round, "due diligence"), ["operative/2 PER standing \(try round.tip("PER").short): due diligence"])
  }

  /// Words that came in meanwhile are struck by who is in conflict with the decision that brought them; what is gone from
  /// the chair's text is struck by no standing proposal.
  @Test func wordsThatCameInMeanwhileAreStruckInConflict() throws {
    let round = try DecisionRound()
    try round.replace("ARG", "operative/2", "without delay", "at once")
    try round.replace("MEX", "operative/2", "without delay", "with due haste")
    let (argentina, mexico) = (try round.tip("ARG").short, try round.tip("MEX").short)
    try round.adopt("operative/2", "MEX")
    let decision = try round.open().main.commit.short
    try expectLines(
      struck(round, "due haste"), ["operative/2 ARG standing \(argentina) in conflict since \(decision): due haste"])
    try expectLines(
      struck(round, "without delay"),
      [
        "operative/2 - current \(decision): without delay", "operative/2 MEX adopted \(mexico): without delay",
        "operative/2 ARG satisfied \(argentina): without delay",
      ])
  }

  /// The chair struck words also where the same word stands elsewhere in the paragraph.
  @Test func wordThatStandsElsewhereIsStruckByTheChair() throws {
    let round = try DecisionRound("DRAFT\n\nRESOLVE:\n\n1. To ask for the report on the fish.\n")
    try round.replace("VEN", "operative/1", "on the fish", "on fish")
    let proposal = try round.tip("VEN").short
    try round.adopt("operative/1", "VEN")
    let decision = try round.open().main.commit.short
    try expectLines(
      struck(round, "the"),
      ["operative/1 - current \(decision): the|the", "operative/1 VEN adopted \(proposal): the|the"])
  }

  @Test func supporterOfAnAmendmentStrikesItsWords() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "without delay", "on maps of deserts")
    try round.propose("VEN", "operative/2", .text(.replace(Passage("deserts"), with: "glaciers")), on: "BRA")
    try round.support("MEX", "operative/2", of: "VEN")
    try expectLines(
      struck(round, "deserts"),
      [
        "operative/2 MEX standing \(try round.tip("MEX").short): deserts",
        "operative/2 VEN standing \(try round.tip("VEN").short): deserts",
      ])
  }

  /// An act that was cut in two strikes what it strikes in either half, and is told with itself, not with the merge by which its
  /// branch followed the split.
  @Test func actInTwoParagraphsStrikesInBoth() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .text(.text("To press the member states to act at once.")))
    let act = try round.tip("VEN").short
    try round.split("operative/2", before: "to act")
    try expectLines(struck(round, "urge"), ["operative/2 VEN standing \(act): urge"])
    try expectLines(struck(round, "delay"), ["operative/2 bis VEN standing \(act): delay"])
  }

  /// An amendment strikes nothing of what its proposer says only later.
  @Test func amendmentStrikesNothingThatCameLater() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "on ponds")
    try round.propose("CHL", "operative/2", .text(.insertBefore("deep", before: Passage("ponds"))), on: "MEX")
    try round.replace("MEX", "operative/2", "member states", "whole world")
    try round.adoptText("operative/2", "Also to urge the member states to act without delay.")
    try expectLines(struck(round, "whole world", code: "CHL"), [])
  }

  @Test func wordsThatAJoinTakesAlongAreNotStruck() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "at once")
    let proposal = try round.tip("VEN").short
    try round.join("operative/1", "operative/2")
    try expectLines(struck(round, "without delay"), ["operative/1 VEN standing \(proposal): without delay"])
    try round.undo()
    try expectLines(struck(round, "without delay"), ["operative/2 VEN standing \(proposal): without delay"])
    try round.split("operative/2", before: "to act")
    try expectLines(struck(round, "without delay"), ["operative/2 bis VEN standing \(proposal): without delay"])
  }
}
