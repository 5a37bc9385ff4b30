@testable import Negotiation
import Drafting
import TestSupport
import Testing

@Suite("An order of place that goes on from another one is supported like any other")
struct SupportedMoveTests {
  private func round() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.move("BRA", "operative/2", after: "operative/4")
    try round.move("BRA", "operative/3", after: "operative/2")
    return round
  }

  /// Whose text does not have the paragraph cannot have it elsewhere.
  @Test func ofWhatTheSupporterDeletesIsRefused() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/2", .deleteParagraph)
    try round.move("CHL", "operative/2", after: "operative/3")
    try round.support("ARG", "operative/2", of: "MEX")
    let answer = refused { try round.support("ARG", "operative/2", of: "CHL") }
    #expect(answer == "refused: Argentina proposes to delete operative/2, and Chile would place it elsewhere")
    try round.expectSound()
  }

  @Test func whereTheOtherIsSupportedToo() throws {
    let round = try round()
    try round.support("PER", "operative/2", of: "BRA")
    try round.support("PER", "operative/3", of: "BRA")
    try #expect(
      round.written().filter { $0.hasPrefix("[") } == [
        "[Bra, Peru: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]",
        "[Bra, Peru: PLACE WITH PARAGRAPH 2 OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
  }

  @Test func aloneItIsRefusedAndTheOtherNamed() throws {
    let round = try round()
    #expect(
      refused { try round.support("PER", "operative/3", of: "BRA") }
        == "refused: Brazil would have operative/3 after operative/2, which it places elsewhere too; for Peru that "
        + "leaves operative/3 where it stands")
    #expect(
      refused { try round.support("PER", "operative/1", of: "BRA") }
        == "notFound: Brazil has no proposal on operative/1")
  }

  @Test func wordsAreSupportedWithoutItAndThatIsTold() throws {
    let round = try round()
    try round.replace("BRA", "operative/3", "host", "inviting")
    let outcome = try round.open().support(
      ParagraphAddress("operative/3"), of: named("BRA"), by: named("PER"), act: round.act())
    #expect(
      outcome.remarks == [
        "Brazil would have operative/3 after operative/2, which it places elsewhere too; for Peru that leaves "
          + "operative/3 where it stands."
      ])
    try #expect(round.reading("PER").contains("operative p0007 To thank the inviting country for its welcome."))
    try round.expectSound()
  }

  /// Words and a place are two acts, and each stands beside the other.
  @Test func supportOfWordsAndPlaceIsOfBoth() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "delay", "haste")
    let words = try round.tip("VEN")
    try round.move("VEN", "operative/2", after: "operative/3")
    let place = try round.tip("VEN")
    try round.support("CHL", "operative/2", of: "VEN")
    for act in [words, place] {
      #expect(try round.open().story(of: act).proposals.values.map { $0.supporters.map(\.who) } == [["CHL"]])
    }
  }
}
