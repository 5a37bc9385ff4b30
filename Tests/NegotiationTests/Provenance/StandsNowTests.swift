import Drafting
import Git
@testable import Negotiation
import Notation
import Testing

/// Decisions give paragraphs other numbers, cut them and join them.
@Suite("Where that is now which an act was about")
struct StandsNowTests {
  private func places(_ round: DecisionRound, _ commit: ObjectID) throws -> [String] {
    try round.open().story(of: commit).places.sorted { $0.key < $1.key }.map { identifier, places in
      "\(identifier): " + places.map(\.address).joined(separator: " and ")
    }
  }

  @Test func wordsAreToldWhereTheyAreJoinedAndCut() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    let proposal = try round.tip("MEX")
    try round.join("operative/1", "operative/2")
    let join = try round.open().main.commit
    #expect(try places(round, proposal) == ["p0006: operative/1"])
    try round.adopt("operative/1", "MEX")
    let adoption = try round.open().main.commit
    try round.split("operative/1", before: "To urge")
    #expect(try places(round, proposal) == ["p0006: operative/1 bis"])
    #expect(try places(round, adoption) == ["p0005: operative/1 bis"])
    #expect(try places(round, join) == ["p0005: operative/1 and operative/1 bis", "p0006: operative/1 bis"])
  }

  @Test func whatIsGoneIsNowhere() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/2", .newParagraph("To ask for a report."))
    let proposal = try round.tip("MEX")
    _ = try round.open().take(
      Position(kind: .oppose, reason: nil), on: ParagraphAddress("operative/2 bis"), by: named("ARG"), act: round.act())
    for act in [proposal, try round.tip("ARG")] { #expect(try places(round, act) == ["mex-0001: operative/2 bis"]) }
    try round.reject("operative/2 bis", "MEX")
    #expect(try places(round, proposal) == ["mex-0001: "])
  }

  /// A kept draft has brackets of delegations, and no words of the chair's.
  @Test func keptDraftHasItsBracketsAsTheDraftHasThem() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "delay", "haste")
    let negotiation = try round.open()
    let kept = try negotiation.keep(negotiation.consolidation(), act: round.act())
    let writer = BracketWriter(labels: LabelTable(registry: negotiation.registry))
    #expect(
      try negotiation.story(of: kept).events.map { writer.write($0.words) }
        == ["To urge the member states to act without [Mex: haste ~~delay~~]."])
  }
}
