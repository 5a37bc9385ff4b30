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
}
