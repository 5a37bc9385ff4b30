import Drafting
import Git
import Merging
@testable import Negotiation
import TestSupport
import Testing

@Suite("Moves compose")
struct DecisionMoveTests {
  @Test func movedByOneAndEditedByAnotherIsShownMovedAndEdited() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/4", after: "preamble/1")
    try round.replace("MEX", "operative/4", "request", "invite")
    try #expect(
      round.written().suffix(2) == [
        "4. To [Mex: invite ~~request~~] the Permanent Council to follow up.",
        "[Ven: PLACE WITH PARAGRAPH 1 OF THE PREAMBLE]",
      ])
    try round.adopt("operative/4", "VEN")
    try #expect(round.line("1 bis.") == "1 bis. To [Mex: invite ~~request~~] the Permanent Council to follow up.")
    try round.expectSound()
  }

  @Test func twoPlacesAreTwoOrders() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/4", after: "preamble/1")
    try round.move("CHL", "operative/4", after: "operative/1")
    try #expect(
      round.written().suffix(2) == [
        "[Chile: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]", "[Ven: PLACE WITH PARAGRAPH 1 OF THE PREAMBLE]",
      ])
    let outcome = try round.adopt("operative/4", "CHL")
    #expect(outcome.following == ["CHL p0008 satisfied", "VEN p0008 conflict"])
    try #expect(round.written().contains("[Ven: PLACE WITH PARAGRAPH 1 OF THE PREAMBLE]"))
    try round.expectSound()
  }

  @Test func orderThatTheOthersExplainIsNoLongerSaid() throws {
    let round = try DecisionRound(DecisionRound.draft + "\n5. To go on.\n\n6. To meet.\n\n7. To end here.\n")
    try round.move("VEN", "operative/3", after: "operative/7")
    try round.place("operative/7", after: "operative/1")
    try round.move("VEN", "operative/2", after: "operative/6")
    try round.move("VEN", "operative/6", after: "operative/3")
    try #expect(
      round.git("show", "delegations/VEN:outline/_moved") == "p0006 after p0010\np0010 after p0007\n")
    let numbers = try round.branch("VEN").filter { $0.hasPrefix("operative p") }.map { $0.split(separator: " ")[1] }
    #expect(numbers == ["p0004", "p0005", "p0011", "p0007", "p0010", "p0006", "p0008", "p0009"])
    try round.expectSound()
  }

  @Test func reportNamesWhatWentAlongAndBothOrdersThatContradictEachOther() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "without delay", "at once")
    try round.propose("MEX", "operative/2", .deleteParagraph)
    try round.replace("PER", "operative/3", "welcome", "help")
    try round.move("ARG", "operative/2", after: "preamble/1")
    let told = try round.place("operative/2", after: "operative/4").reports.flatMap(\.changes)
    #expect(told.map(\.address) == ["operative/2", "operative/2", "operative/2"])
    #expect(told.map(\.outcome) == [.inConflict, .unchanged, .unchanged])
    #expect(told.map(\.wentAlong) == [false, true, true])
    #expect(
      told.flatMap(\.conflicts) == [
        .init(
          was: "PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART", wanted: "PLACE WITH PARAGRAPH 1 OF THE PREAMBLE",
          now: "PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART")
      ])
    let undone = try round.undo().reports.flatMap(\.changes)
    #expect(undone.map(\.outcome) == [.reinstated, .unchanged, .unchanged])
    #expect(undone.map(\.wentAlong) == [false, true, true])
    try round.expectSound()
  }

  @Test func newParagraphThatTwoWouldHaveInOtherPlacesSaysSo() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("To ask for a report."), to: .paragraph(ParagraphAddress("operative/2")), by: named("VEN"),
      act: round.act())
    try round.support("CHL", "operative/2-bis", of: "VEN")
    try round.move("CHL", "operative/2-bis", after: "operative/3")
    try #expect(
      round.written().filter { $0.contains("report.") || $0.contains("PLACE") } == [
        "2 bis. [Chile, Ven: To ask for a report.]", "[Chile: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
  }

  /// What another delegation moves there from another section stands elsewhere for ours.
  @Test func newParagraphBehindAnothersStaysInItsSection() throws {
    let round = try DecisionRound()
    try round.propose("BRA", "operative/4", .newParagraph("To ask for a report."))
    try round.move("BRA", "preamble/2", after: "operative/4")
    try round.propose("MEX", "operative/4 bis", .newParagraph("To thank Canada."))
    try #expect(
      round.written().suffix(2) == ["4 bis. [Bra: To ask for a report.]", "4 ter. [Mex: To thank Canada.]"])
    try round.expectVerified()
  }

  @Test func moveStandsBesideADeletion() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/4", after: "operative/1")
    try round.propose("BRA", "operative/4", .deleteParagraph)
    try #expect(
      round.written().suffix(2) == [
        "4. [Bra: ~~To request the Permanent Council to follow up.~~]",
        "[Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]",
      ])
    try round.adopt("operative/4", "BRA")
    try #expect(round.line("4. [Ven") == "4. [Ven: To request the Permanent Council to follow up.]")
    try round.expectSound()
  }

  @Test func orderThatGoesAlongIntoAnotherSectionIsTold() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/4", after: "operative/1")
    try round.move("CHL", "operative/4", after: "operative/2")
    let outcome = try round.place("operative/1", after: "preamble/1")
    #expect(outcome.following == ["VEN p0008 carried"])
    #expect(outcome.reports.flatMap(\.changes).map { $0.goesAlongWith?.address } == ["preamble/1 bis"])
    try #expect(round.written().contains("[Ven: PLACE WITH PARAGRAPH 1 BIS OF THE PREAMBLE]"))
    try #expect(round.reading("VEN").contains { $0.hasPrefix("preamble p0008") })
    try round.expectSound()
  }

  @Test func placeThatTheDraftDoesNotHaveIsNamed() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("To ask for a report."), to: .paragraph(ParagraphAddress("operative/2")), by: named("VEN"),
      act: round.act())
    #expect(
      refused { try round.place("operative/4", after: "operative/2 bis") }
        == "refused: operative/2 bis is only proposed; the chair places after a paragraph of the draft")
    let beginning = refused {
      _ = try round.open().place(
        ParagraphAddress("operative/4"), after: .beginning(of: .annex(1)), DecisionNote(), act: round.act())
    }
    #expect(beginning == "notFound: the draft has no section 'annex-1'")
  }

  @Test func placeAloneIsGrantedWhereTheWordsStillStand() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/4", "request", "invite")
    try round.move("MEX", "operative/4", after: "operative/1")
    let outcome = try round.open().place(
      ParagraphAddress("operative/4"), after: nil, of: named("MEX"), DecisionNote(), act: round.act())
    #expect(outcome.following == ["MEX p0008 unchanged"])
    #expect(outcome.reports.flatMap(\.changes).map(\.isPlaced) == [true])
    try #expect(round.line("4.") == "4. To [Mex: invite ~~request~~] the Permanent Council to follow up.")
    try round.expectSound()
  }

  @Test func chainOfMovesIsReadInItsOrder() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/1", after: "preamble/1")
    try round.move("VEN", "operative/4", after: "operative/1")
    try round.expectSound()
  }

  @Test func unlabelledOrderAfterANewParagraphIsCarriedOutOnceItIsAdopted() throws {
    let round = try DecisionRound(
      DecisionRound.draft.replacing(
        "2. To urge the member states",
        with: """
          1 bis. [Ven: To ask for a report.] PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.

          2. To urge the member states
          """))
    try round.adopt("operative/1 bis", "VEN")
    try #expect(round.written()[6] == "PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.")
    try round.expectSound()
    let outcome = try round.place("operative/1 bis", after: nil)
    #expect(outcome.subject == "The chair places operative/1 bis as preamble/2 bis")
    try #expect(round.written()[3...4] == ["2 bis. To ask for a report.", "RESOLVE:"])
    try round.expectSound()
  }

  @Test(arguments: [
    "PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.", "[PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE]",
  ])
  func unlabelledOrderIsCarriedOutAndGoes(_ order: String) throws {
    let round = try DecisionRound(
      DecisionRound.draft.replacing(
        "4. To request the Permanent Council to follow up.",
        with: """
          4. To request the Permanent Council to follow up.
          \(order)
          """))
    try round.replace("MEX", "operative/4", "request", "invite")
    try #expect(round.written().last == order)
    let message = refused { try round.adopt("operative/4", "MEX", approves: true) }
    #expect(message == "refused: an order to place it still stands after operative/4: \(order)")
    let outcome = try round.place("operative/4", after: nil)
    #expect(outcome.subject == "The chair places operative/4 as preamble/2 bis")
    try #expect(
      round.written()[3...5] == [
        "2 bis. To [Mex: invite ~~request~~] the Permanent Council to follow up.", "RESOLVE:",
        "1. To protect all witnesses and others.",
      ])
    try round.expectSound()
  }
}

extension String {
  fileprivate func replacing(_ words: String, with other: String) -> String {
    guard let range = firstRange(of: words) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
