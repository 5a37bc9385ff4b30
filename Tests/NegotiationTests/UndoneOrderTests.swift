import Drafting
@testable import Negotiation
import TestSupport
import Testing

@Suite("An undone decision brings orders of place back, beside those of since")
struct UndoneOrderTests {
  private static let long =
    DecisionRound.draft + "\n5. To invite all organs to review it.\n\n6. To thank everybody.\n\n7. To go on.\n\n"
    + "8. To end here.\n"

  /// The numbers of the operative paragraphs as a delegation reads them; `+` for a new one.
  private func order(_ round: DecisionRound, _ code: String) throws -> String {
    try round.reading(code).compactMap { line in
      let name = line.split(separator: " ")[1]
      if name.hasPrefix("ven") { return "+" }
      return Int(name.dropFirst()).flatMap { $0 > 4 ? String($0 - 4) : nil }
    }.joined(separator: " ")
  }

  private func file(_ round: DecisionRound, _ code: String) throws -> String {
    try round.git("show", "delegations/\(code):outline/_moved")
  }

  @Test func whatIsPutBehindAJoinedParagraphStandsBehindItsFirstPart() throws {
    let round = try DecisionRound(Self.long)
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.join("operative/1", "operative/2")
    try round.replace("VEN", "operative/1", "others", "families")
    try round.move("VEN", "operative/5", after: "operative/1")
    try round.propose("VEN", "operative/5", .newParagraph("To add this."))
    try #expect(order(round, "VEN") == "1 5 + 3 4 6 7 8")
    try round.undo()
    try #expect(order(round, "VEN") == "1 5 + 2 3 4 6 7 8")
    try #expect(file(round, "VEN") == "p0009 after p0005\n")
    try round.expectSound()
  }

  @Test func whatIsPutAtTheBeginningOfASectionSinceStillBeginsIt() throws {
    let round = try DecisionRound(Self.long)
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.adoptText("operative/2", "To urge all states to act.")
    try round.propose("VEN", "operative/5", .move(after: .beginning(of: .operative)))
    try #expect(file(round, "VEN") == "p0009 begins operative\n")
    try round.undo()
    try #expect(order(round, "VEN") == "5 1 2 3 4 6 7 8")
    try #expect(file(round, "VEN") == "p0009 begins operative\n")
    try round.expectSound()
  }

  @Test func whatIsPutBehindTheFirstPartOfASplitStandsBehindTheWhole() throws {
    let round = try DecisionRound(Self.long)
    try round.split("operative/1", before: "and others")
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.move("VEN", "operative/5", after: "operative/1")
    try round.move("VEN", "operative/6", after: "operative/1 bis")
    try round.undo()
    try #expect(order(round, "VEN") == "1 5 6 2 3 4 7 8")
    try #expect(file(round, "VEN") == "p0009 after p0005\np0010 after p0005\n")
    try round.expectSound()
  }

  @Test func whatWasPutBehindASplitParagraphStandsBehindTheWholeBesideAnOrderOfSince() throws {
    let round = try DecisionRound(Self.long)
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.move("VEN", "operative/8", after: "operative/1")
    try round.split("operative/1", before: "and others")
    try round.move("VEN", "operative/5", after: "operative/8")
    try round.undo()
    try #expect(order(round, "VEN") == "1 8 5 2 3 4 6 7")
    try #expect(file(round, "VEN") == "p0009 after p0012\np0012 after p0005\n")
    try round.expectSound()
  }

  @Test(arguments: ["place", "adopt", "reject"])
  func orderComesBackBesideWordsAndAnotherOrderOfSince(_ decision: String) throws {
    let round = try DecisionRound(Self.long)
    try round.move("VEN", "operative/2", after: "operative/4")
    switch decision {
    case "place": try round.place("operative/2", after: "operative/4")
    case "adopt": try round.adopt("operative/2", "VEN")
    default: try round.reject("operative/2", "VEN")
    }
    try round.replace("VEN", "operative/2", "without delay", "at once")
    try round.move("VEN", "operative/5", after: "operative/1")
    try round.undo()
    try #expect(order(round, "VEN") == "1 5 3 4 2 6 7 8")
    try #expect(file(round, "VEN") == "p0006 after p0008\np0009 after p0005\n")
    try #expect(round.reading("VEN").contains("operative p0006 To urge the member states to act at once."))
    try round.expectSound()
  }

  @Test(arguments: [false, true])
  func orderHasTheParagraphAgainThatItNamed(_ joins: Bool) throws {
    let round = try DecisionRound(Self.long)
    try round.move("VEN", "operative/5", after: "operative/2")
    if joins {
      try round.join("operative/1", "operative/2")
    } else {
      try round.propose("CHL", "operative/2", .deleteParagraph)
      try round.adopt("operative/2", "CHL")
    }
    try round.move("VEN", "operative/4", after: "operative/6")
    try round.undo()
    try #expect(order(round, "VEN") == "1 2 5 3 6 4 7 8")
    try #expect(file(round, "VEN") == "p0008 after p0010\np0009 after p0006\n")
    try round.expectSound()
  }

  @Test func orderOnAnAdoptedParagraphStandsOnceThatIsTheDelegationsAgain() throws {
    let round = try DecisionRound(Self.long)
    try round.propose("VEN", "operative/3", .newParagraph("To add this."))
    try round.adopt("operative/3 bis", "VEN")
    try round.move("VEN", "operative/3 bis", after: "operative/6")
    try round.undo()
    try #expect(order(round, "VEN") == "1 2 3 4 5 6 + 7 8")
    try round.expectSound()
  }

  @Test func paragraphThatIsMovedToWhereItStandsTakesNothingAlong() throws {
    let round = try DecisionRound(Self.long)
    try round.move("VEN", "operative/5", after: "operative/2")
    try round.propose("VEN", "operative/2", .newParagraph("To add this."))
    #expect(
      refused { try round.move("VEN", "operative/2", after: "operative/1") }.hasPrefix(
        "refused: the proposal changes nothing"))
    try #expect(order(round, "VEN") == "1 2 + 5 3 4 6 7 8")
  }

  @Test func newerOrderOnARejectedParagraphStands() throws {
    let round = try DecisionRound(Self.long)
    try round.move("CHL", "operative/5", after: "operative/1")
    try round.move("CHL", "operative/2", after: "operative/8")
    try round.reject("operative/2", "CHL")
    try round.move("CHL", "operative/2", after: "operative/1")
    let before = try order(round, "CHL")
    #expect(before == "1 2 5 3 4 6 7 8")
    try round.undo()
    try #expect(order(round, "CHL") == before)
    try round.expectSound()
  }

  /// Argentina gives up its deletion, and amends, while the paragraph before stands elsewhere.
  @Test func whatWasTakenAwayAndComesBackIsNotMoved() throws {
    let round = try DecisionRound()
    try round.propose("ARG", "preamble/2", .deleteParagraph)
    try round.replace("CHL", "preamble/2", "report", "work")
    try round.place("preamble/1", after: "operative/4")
    try round.propose("ARG", "preamble/2", .text(.replace(Passage("work"), with: "whole work")), on: "CHL")
    try round.undo()
    try expectLines(
      round.written().filter { $0.contains("[") },
      ["2. NOTING the [Chile: [Arg: whole] work ~~report~~] of the Secretariat; and"])
    try round.expectSound()
  }
}
