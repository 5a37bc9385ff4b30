import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("The history of a paragraph with those that became part of it, and of what was undone")
struct HistoryLineageTests {
  private func told(_ round: DecisionRound, _ identifier: String) throws -> [String] {
    try round.open().events(of: ParagraphIdentifier(identifier), withRelated: true).map {
      "\($0.identifier) \($0.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")"
    }
  }

  @Test func holdsUpToTheLastJoin() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.undo()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    try round.join("operative/1", "operative/2")
    try expectLines(
      told(round, "p0005"),
      [
        "p0005 chair import", "p0006 chair import", "p0005 chair merge-paragraphs", "p0005 chair undo",
        "p0006 MEX propose", "p0005 chair merge-paragraphs", "p0005 MEX follow",
      ])
  }

  /// Several paragraphs became part of one: what one commit did to them is told of this one first, then of the others by
  /// their identifiers, whoever asks.
  @Test func whatOneCommitDidToSeveralHasOneOrder() throws {
    let round = try DecisionRound()
    for other in ["operative/4", "operative/3", "operative/2", "preamble/2"] { try round.join("operative/1", other) }
    let imported = try told(round, "p0005").filter { $0.hasSuffix("chair import") }
    expectLines(imported, ["p0005", "p0003", "p0006", "p0007", "p0008"].map { $0 + " chair import" })
  }

  /// Joined to one paragraph, set free again, and joined to another that is joined to the first: all ways lead to its
  /// proposals.
  @Test func holdsUpToTheLastOfSeveralWays() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/3")
    try round.undo()
    try round.replace("MEX", "operative/3", "welcome", "hospitality")
    try round.join("operative/2", "operative/3")
    try round.join("operative/1", "operative/2")
    let lines = try told(round, "p0005")
    #expect(lines.filter { $0 == "p0007 MEX propose" }.count == 1, "\(lines)")
    #expect(lines.filter { $0.hasSuffix("chair merge-paragraphs") }.count == 3, "\(lines)")
    #expect(lines.filter { $0.hasSuffix("chair undo") } == ["p0005 chair undo"], "\(lines)")
  }

  @Test func undoingOfARejectionIsToldOfItsParagraph() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.reject("operative/1", "VEN")
    try round.undo()
    try expectLines(
      told(round, "p0005"),
      ["p0005 chair import", "p0005 VEN propose", "p0005 chair reject", "p0005 chair undo", "p0005 VEN follow"])
    var acts = 0
    try round.open().eachHappening(newestFirst: false) { happening in
      if case .act = happening { acts += 1 }
      return true
    }
    #expect(acts == 0)
  }

  /// With one time for all, a branch follows a decision after it, and what was proposed before a decision is told before.
  @Test func oneSecondIsToldAsItWentOn() throws {
    let round = try DecisionRound()
    let act = round.act()
    let target = try ParagraphAddress("operative/1")
    func propose(_ code: String, _ words: String, _ new: String, on other: String? = nil) throws {
      _ = try round.open().propose(
        .text(.replace(Passage(words), with: new)), to: .paragraph(target), by: named(code),
        amending: other.map { try named($0) }, act: act)
    }
    try propose("URY", "others", "individuals")
    try propose("ARG", "individuals", "all individuals", on: "URY")
    try propose("CHL", "witnesses", "victims")
    _ = try round.open().adopt(.proposals([named("CHL")]), for: target, DecisionNote(), act: act)
    try propose("BRA", "protect", "defend")
    try expectLines(
      told(round, "p0005"),
      [
        "p0005 chair import", "p0005 CHL propose", "p0005 URY propose", "p0005 ARG propose", "p0005 chair adopt",
        "p0005 ARG follow", "p0005 BRA propose", "p0005 URY follow",
      ])
    var filter = EventFilter()
    filter.limit = 4
    let newest = try round.open().events(of: ParagraphIdentifier("p0005"), matching: filter)
    #expect(newest.map { $0.action?.rawValue } == ["adopt", "follow", "propose", "follow"])
  }
}
