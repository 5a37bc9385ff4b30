import Drafting
import Merging
@testable import Negotiation
import Notation
import Testing

/// Identical proposals share one bracket, also where what is proposed is a new paragraph.
@Suite("New paragraphs that several propose")
struct SharedParagraphTests {
  private static let words = "To urge the member states."

  /// Mexico and Chile propose the same behind the first paragraph.
  private func shared() throws -> DecisionRound {
    let round = try DecisionRound()
    for code in ["MEX", "CHL"] { try round.add(code, after: "operative/1", Self.words) }
    return round
  }

  @Test(arguments: [["MEX", "CHL", "BRA"], ["BRA", "CHL", "MEX"]])
  func identicalOnesStandOnceWithEveryName(_ codes: [String]) throws {
    let round = try DecisionRound()
    for code in codes { try round.add(code, after: "operative/1", Self.words) }
    try #expect(round.newLines() == ["1 bis. [Bra, Chile, Mex: \(Self.words)]"])
    try round.expectSound()
    try round.expectReadBack("BRA", "CHL", "MEX", "VEN")
    for code in codes {
      try #expect(
        round.git("log", "-1", "--format=%s", "delegations/\(code)")
          == "\(code) proposes a new paragraph, operative/1 bis\n")
    }
  }

  @Test func typedNumberAndOtherNewParagraphsAreNoDifference() throws {
    let round = try DecisionRound()
    try round.add("MEX", after: "operative/1", "To seek.")
    try round.add("MEX", after: "operative/1 bis", Self.words)
    try round.add("CHL", after: "operative/1", "To find.")
    try round.add("CHL", after: "operative/1", "1 ter. " + Self.words)
    try #expect(
      round.newLines() == [
        "1 bis. [Mex: To seek.]", "1 ter. [Chile, Mex: \(Self.words)]", "1 quater. [Chile: To find.]",
      ])
    try round.expectSound()
    try round.expectReadBack("CHL", "MEX")
  }

  @Test func ofSeveralMadeApartTheFirstByNumberIsJoined() throws {
    let round = try DecisionRound()
    try round.add("MEX", after: "operative/1", Self.words)
    try round.add("CHL", after: "operative/1", "To find.")
    try round.propose("CHL", "operative/1 ter", .text(.text(Self.words)))
    try round.add("BRA", after: "operative/1", Self.words)
    // Not the first by its identifier, nor by the code of its delegation.
    try #expect(
      round.newLines() == ["1 bis. [Bra, Mex: \(Self.words)]", "1 ter. [Chile: \(Self.words)]"])
    try round.expectSound()
    try round.expectReadBack("BRA", "CHL", "MEX")
  }

  @Test func otherWordsOrAnotherPlaceStandAlone() throws {
    let round = try shared()
    try round.add("BRA", after: "operative/2", Self.words)
    try round.add("PER", after: "operative/1", "To urge all member states.")
    try #expect(
      round.newLines() == [
        "1 bis. [Chile, Mex: \(Self.words)]", "1 ter. [Peru: To urge all member states.]",
        "2 bis. [Bra: \(Self.words)]",
      ])
    try round.expectSound()
    try round.expectReadBack("BRA", "CHL", "MEX", "PER")
  }

  @Test(arguments: [["MEX"], ["CHL"], ["MEX", "CHL"]]) func adoptingOneSatisfiesAll(_ codes: [String]) throws {
    let round = try shared()
    let outcome = try round.open().adopt(
      .proposals(codes.map { try named($0) }), for: ParagraphAddress("operative/1 bis"), DecisionNote(),
      act: round.act())
    #expect(outcome.following == ["CHL mex-0001 satisfied", "MEX mex-0001 satisfied"])
    try #expect(round.newLines() == ["1 bis. \(Self.words)"])
    try round.expectSound()
    try round.undo()
    try #expect(round.newLines() == ["1 bis. [Chile, Mex: \(Self.words)]"])
    try round.expectSound()
  }

  @Test func rejectingOrWithdrawingOneLeavesTheOther() throws {
    let round = try shared()
    try round.reject("operative/1 bis", "MEX")
    try #expect(round.newLines() == ["1 bis. [Chile: \(Self.words)]"])
    try round.expectSound()
    try round.undo()
    _ = try round.open().withdraw(ParagraphAddress("operative/1 bis"), by: named("MEX"), act: round.act())
    try #expect(round.newLines() == ["1 bis. [Chile: \(Self.words)]"])
    try round.add("MEX", after: "operative/1", Self.words)
    try #expect(round.newLines() == ["1 bis. [Chile, Mex: \(Self.words)]"])
    try round.expectSound()
    for code in ["MEX", "CHL"] {
      _ = try round.open().withdraw(ParagraphAddress("operative/1 bis"), by: named(code), act: round.act())
    }
    try #expect(round.newLines() == [])
    try round.expectSound()
  }

  @Test func eachCanBeAmendedAndChanged() throws {
    let round = try shared()
    try round.propose("BRA", "operative/1 bis", .text(.insert("all", after: Passage("urge"))), on: "CHL")
    try #expect(round.newLines() == ["1 bis. [Chile, Mex: To urge [Bra: all] the member states.]"])
    try round.expectSound()
    try round.expectReadBack("BRA", "CHL", "MEX")
    try round.replace("CHL", "operative/1 bis", "member states", "states")
    try round.expectVerified()
    try round.expectReadBack("BRA", "CHL", "MEX")
  }
}

extension DecisionRound {
  fileprivate func add(_ code: String, after other: String, _ text: String) throws {
    _ = try open().propose(.newParagraph(text), to: .paragraph(ParagraphAddress(other)), by: named(code), act: act())
  }

  /// The written paragraphs whose numbers have a suffix, and orders to place any.
  fileprivate func newLines() throws -> [String] {
    try written().filter { $0.contains(#/^\d [a-z]+\. /#) || $0.contains("PLACE") }
  }

  /// What delegations read in the written draft is what they read in the repository, word for word.
  fileprivate func expectReadBack(
    _ codes: String..., at location: SourceLocation = #_sourceLocation
  ) throws {
    let draft = try open().consolidation().draft
    let text = DraftWriter(format: .text, notation: .oas, registry: .standard).write(draft)
    let read = DraftReader(registry: .standard, format: .text).read(text).draft
    for code in codes {
      let label = try named(code).label
      func lines(_ draft: ConsolidatedDraft) -> [String] {
        draft.reading(of: label).sections.flatMap { section in
          section.items.map { "\(section.name) \($0.kind) \($0.body.reading(of: nil))" }
        }
      }
      #expect(lines(read) == lines(draft), "\(code)", sourceLocation: location)
    }
  }
}
