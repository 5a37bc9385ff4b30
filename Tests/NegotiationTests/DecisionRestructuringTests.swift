import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Splits and joins")
struct DecisionRestructuringTests {
  @Test func splitTakesEachHalfOfAProposalAlong() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "urge", "invite")
    try round.replace("MEX", "operative/2", "delay", "haste")
    try round.replace("VEN", "operative/2", "delay", "pause")
    try round.move("CHL", "operative/2", after: "preamble/1")
    let before = try round.written()
    let outcome = try round.split("operative/2", before: "to act")
    #expect(outcome.places.map(\.address) == ["operative/2", "operative/2 bis"])
    let lines = try round.written()
    #expect(
      lines[5...8] == [
        "2. To [Mex: invite ~~urge~~] the member states", "[Chile: PLACE WITH PARAGRAPH 1 OF THE PREAMBLE]",
        "2 bis. to act without [Mex: haste / Ven: pause ~~delay~~].",
        "[Chile: PLACE WITH PARAGRAPH 2 OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
    try round.undo()
    try #expect(round.written() == before)
    try round.expectSound()
  }

  @Test func secondHalfStandsRightBehindTheFirst() throws {
    let round = try DecisionRound()
    for (code, text) in [("VEN", "To seek."), ("CHL", "To find.")] {
      _ = try round.open().propose(
        .newParagraph(text), to: .paragraph(ParagraphAddress("operative/2")), by: named(code), act: round.act())
    }
    try round.move("MEX", "operative/4", after: "operative/2")
    try round.replace("MEX", "operative/2", "delay", "pause")
    let before = try round.written()
    try round.split("operative/2", before: "to act")
    try #expect(
      round.written()[5...] == [
        "2. To urge the member states", "2 quater. to act without [Mex: pause ~~delay~~].", "2 bis. [Ven: To seek.]",
        "2 ter. [Chile: To find.]", "3. To thank the host country for its welcome.",
        "4. To request the Permanent Council to follow up.",
        "[Mex: PLACE WITH PARAGRAPH 2 QUATER OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
    try round.undo()
    try #expect(round.written() == before)
    try round.expectSound()
  }

  @Test func joinPutsWhatIsWantedOfBothIntoOne() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "urge", "invite")
    try round.replace("VEN", "operative/3", "thank", "praise")
    try round.replace("VEN", "operative/2", "delay", "pause")
    try round.propose("BRA", "operative/3", .deleteParagraph)
    let before = try round.written()
    try round.join("operative/2", "operative/3")
    try #expect(
      round.reading("VEN").contains {
        $0.hasSuffix("To urge the member states to act without pause. To praise the host country for its welcome.")
      })
    try #expect(round.reading("BRA").contains { $0.hasSuffix("p0006 To urge the member states to act without delay.") })
    try #expect(
      round.reading("MEX").contains {
        $0.hasSuffix("To invite the member states to act without delay. To thank the host country for its welcome.")
      })
    try round.expectSound()
    try round.undo()
    try #expect(round.written() == before)
  }

  @Test func joinCarriesThePositionsOnBoth() throws {
    let round = try DecisionRound()
    for (kind, code, target, reason) in [
      (Position.Kind.reserve, "CAN", "operative/2", nil), (.oppose, "CAN", "operative/3", "No consensus"),
      (.reserve, "USA", "operative/3", "Awaiting instructions"),
    ] as [(Position.Kind, String, String, String?)] {
      _ = try round.open().take(
        Position(kind: kind, reason: reason), on: ParagraphAddress(target), by: named(code), act: round.act())
    }
    let before = try round.open().consolidation().positions
    try round.join("operative/2", "operative/3")
    try #expect(
      round.open().consolidation().positions.mapValues { $0.map { $0.text(in: .english) } } == [
        ParagraphIdentifier("p0006"): [
          "Canada opposes this paragraph: No consensus.", "United States reserves its position: Awaiting instructions.",
        ]
      ])
    try round.expectSound()
    try round.undo()
    try #expect(round.open().consolidation().positions == before)
    try round.expectSound()
  }

  @Test func whatChangedInAHalfStandsInTheWholeOnceTheSplitIsUndone() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "to act")
    try round.replace("CAN", "operative/2 bis", "delay", "haste")
    try round.undo()
    try #expect(round.line("2. To urge") == "2. To urge the member states to act without [Can: haste ~~delay~~].")
    try #expect(!round.written().contains { $0.hasPrefix("2 bis.") })
    try round.expectSound()
  }

  @Test func whatChangedInTheWholeStandsInTheHalvesOnceTheJoinIsUndone() throws {
    let round = try DecisionRound()
    try round.join("operative/2", "operative/3")
    try round.replace("CAN", "operative/2", "delay", "haste")
    try round.replace("CAN", "operative/2", "thank", "praise")
    try round.undo()
    try #expect(
      round.written().filter { $0.contains("Can") } == [
        "2. To urge the member states to act without [Can: haste ~~delay~~].",
        "3. To [Can: praise ~~thank~~] the host country for its welcome.",
      ])
    try round.expectSound()
  }

  @Test func orderForAJoinedParagraphFallsAwayAndIsReported() throws {
    let round = try DecisionRound()
    try round.move("CHL", "operative/3", after: "preamble/1")
    let before = try round.written()
    let outcome = try round.join("operative/2", "operative/3")
    #expect(outcome.reports.flatMap(\.changes).map(\.outcome) == [.void])
    try #expect(!round.written().contains { $0.contains("Chile") })
    try round.expectSound()
    try round.undo()
    try #expect(round.written() == before)
    try round.expectSound()
  }

  @Test func amendersWordsKeepTheirPlaceOnceTheAdoptionIsUndone() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("To welcome the report."), to: .paragraph(ParagraphAddress("operative/2")), by: named("VEN"),
      act: round.act())
    try round.adopt("operative/2 bis", "VEN")
    try round.replace("CAN", "operative/2 bis", "welcome", "note")
    try round.undo()
    try round.expectSound()
  }

  /// Takes a position.
  private func take(
    _ kind: Position.Kind, _ code: String, _ target: String, _ reason: String? = nil, in round: DecisionRound
  ) throws {
    _ = try round.open().take(
      Position(kind: kind, reason: reason), on: ParagraphAddress(target), by: named(code), act: round.act())
  }

  private func positions(in round: DecisionRound) throws -> [String: [String]] {
    Dictionary(
      try round.open().consolidation().positions.map {
        ($0.key.description, $0.value.map { "\($0.delegation.code) " + $0.position.fileText.dropLast() })
      }, uniquingKeysWith: +)
  }

  @Test func amendmentOfAProposalIsStillOneAfterASplitAndAJoin() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .text(.insert("and observers", after: Passage("states"))))
    try round.replace("VEN", "operative/2", "delay", "any delay")
    try round.propose("MEX", "operative/2", .text(.insertBefore("invited", before: Passage("observers"))), on: "VEN")
    try round.split("operative/2", before: "to act")
    let halves = [
      "2. To urge the member states [Ven: and [Mex: invited] observers]",
      "2 bis. to act without [Mex, Ven: any] delay.",
    ]
    try #expect(round.written().filter { $0.hasPrefix("2") && !$0.contains("NOTING") } == halves)
    try #expect(round.amended(by: "MEX") == ["p0006"])
    try round.expectSound()
    try round.propose("MEX", "operative/2 bis", .text(.insert("further", after: Passage("any"))), on: "VEN")
    try #expect(round.line("2 bis.") == "2 bis. to act without [Ven: any [Mex: further]] delay.")
    try round.join("operative/2", "operative/2 bis")
    try #expect(
      round.line("2. To")
        == "2. To urge the member states [Ven: and [Mex: invited] observers] to act without [Ven: any [Mex: further]] "
        + "delay.")
    try #expect(round.amended(by: "MEX") == ["p0006"])
    try round.expectSound()
    try round.adopt("operative/2", "VEN")
    try #expect(
      round.line("2. To")
        == "2. To urge the member states and [Mex: invited] observers to act without any [Mex: further] delay.")
    try round.expectSound()
  }

  @Test func undoneSplitLosesNoPositionAndNoMoveOfItsParts() throws {
    let round = try DecisionRound()
    try take(.oppose, "VEN", "operative/2", "no", in: round)
    try round.split("operative/2", before: "to act")
    try #expect(positions(in: round) == ["p0006": ["VEN oppose: no"], "p0009": ["VEN oppose: no"]])
    try round.move("BRA", "operative/2 bis", after: "operative/4")
    try take(.reserve, "CAN", "operative/2 bis", "capital", in: round)
    try round.move("MEX", "operative/2", after: "operative/4")
    try round.move("CHL", "operative/2 bis", after: "operative/3")
    let outcome = try round.undo()
    #expect(outcome.following == ["BRA p0009 void", "CHL p0009 void"])
    try #expect(positions(in: round) == ["p0006": ["CAN reserve: capital", "VEN oppose: no"]])
    try #expect(round.written().contains("[Mex: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]"))
    try #expect(!round.written().contains { $0.contains("[Bra:") })
    try round.expectSound()
  }

  @Test func undoneSplitLosesNothingOfADelegationThatFollowedIt() throws {
    let round = try DecisionRound()
    for code in ["BRA", "CAN", "MEX"] { try round.replace(code, "operative/2", "urge", "invite") }
    try round.split("operative/2", before: "to act")
    try round.move("BRA", "operative/2 bis", after: "operative/4")
    try take(.reserve, "CAN", "operative/2 bis", "capital", in: round)
    try round.move("MEX", "operative/2", after: "operative/4")
    let outcome = try round.undo()
    #expect(
      outcome.following == [
        "BRA p0006 carried", "BRA p0009 void", "CAN p0006 carried", "MEX p0006 carried",
      ])
    try #expect(positions(in: round) == ["p0006": ["CAN reserve: capital"]])
    try #expect(
      round.written().filter { $0.contains("[") } == [
        "2. To [Bra, Can, Mex: invite ~~urge~~] the member states to act without delay.",
        "[Mex: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
  }

  @Test func moveMadeSinceADecisionStandsOnceThatIsUndone() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "urge", "invite")
    try round.decide(.pend, "operative/2")
    try round.move("MEX", "operative/2", after: "operative/4")
    try round.undo()
    try #expect(round.written().contains("[Mex: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]"))
    try round.expectSound()
  }

  @Test func withdrawnPositionDoesNotComeBackWithTheUndoingOfAJoin() throws {
    let round = try DecisionRound()
    try take(.reserve, "CAN", "operative/3", "capital", in: round)
    try round.join("operative/2", "operative/3")
    _ = try round.open().withdraw(nil, by: named("CAN"), act: round.act())
    try take(.oppose, "VEN", "operative/2", in: round)
    try round.undo()
    try #expect(positions(in: round) == ["p0006": ["VEN oppose"], "p0007": ["VEN oppose"]])
    try round.expectSound()
  }

  @Test func wordsOfTheSecondHalfStandBehindTheLineBreakAgain() throws {
    let round = try DecisionRound()
    try round.adoptText("operative/2", "To urge the member states:\nto act without delay.")
    try round.split("operative/2", before: "to act")
    try round.replace("CAN", "operative/2 bis", "delay", "haste")
    try round.undo()
    try #expect(
      round.open().standingChanges(of: named("CAN"))?.paragraph(ParagraphIdentifier("p0006"))?.text
        == "To urge the member states:\nto act without haste.")
    try round.expectSound()
  }

  @Test func joinKeepsWhatIsPending() throws {
    let round = try DecisionRound()
    try round.decide(.pend, "operative/3")
    try round.join("operative/2", "operative/3")
    try #expect(round.line("2. To urge").hasSuffix("PENDING"))
    try round.expectSound()
  }

  @Test func placedParagraphTakesANumberThatNobodyHas() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("To begin."), to: .paragraph(ParagraphAddress("operative/1")), by: named("PER"), act: round.act())
    let outcome = try round.place("preamble/1", after: "operative/1")
    #expect(outcome.places.map(\.address) == ["operative/1 ter"])
    try round.expectSound()
  }

  @Test func goneNumberIsNotGivenAgain() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "to act")
    try round.join("operative/1", "operative/2 bis")
    try round.split("operative/2", before: "the member")
    try #expect(round.line("2 ter.") == "2 ter. the member states")
    _ = try round.open().propose(
      .newParagraph("To seek."), to: .paragraph(ParagraphAddress("operative/2")), by: named("VEN"), act: round.act())
    try #expect(round.line("2 quater.") == "2 quater. [Ven: To seek.]")
    try round.place("operative/2 ter", after: "preamble/2")
    try #expect(round.line("2 bis. the") == "2 bis. the member states")
    try round.split("operative/1", before: "witnesses")
    try round.place("operative/1 bis", after: "preamble/2")
    try round.split("operative/1", before: "all")
    try #expect(round.line("1 ter.") == "1 ter. all")
    try round.expectSound()
  }

  @Test func proposedParagraphStaysInItsSectionWhenItsNeighbourIsPlacedInAnother() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "to act")
    _ = try round.open().propose(
      .newParagraph("To seek;"), to: .paragraph(ParagraphAddress("preamble/2")), by: named("CHL"), act: round.act())
    try round.place("preamble/2", after: "operative/2 bis")
    try #expect(
      round.written().filter { $0.hasPrefix("2") } == [
        "2 bis. [Chile: To seek;]", "2. To urge the member states", "2 bis. to act without delay.",
        "2 ter. NOTING the report of the Secretariat; and",
      ])
    try round.adopt("preamble/2 bis", "CHL")
    try round.expectSound()
    try round.undo()
    try round.undo()
    try #expect(round.line("2 bis. [Chile: To seek;]") == "2 bis. [Chile: To seek;]")
    try round.expectSound()
  }

  @Test(arguments: [(".", "behind"), ("To urge the member states to act without delay", "")])
  func paragraphNeedsAWord(_ words: String, _ side: String) throws {
    let round = try DecisionRound()
    let message = refused { try round.split("operative/2", before: words) }
    #expect(
      message
        == (side.isEmpty
          ? "refused: operative/2 begins with these words, so there is nothing to cut off"
          : "refused: no word would stand \(side) the cut, and a paragraph needs one: '.'"))
  }

  @Test func writtenPositionsAreReadAsPositions() throws {
    let round = try DecisionRound()
    for (code, position) in [
      ("CAN", Position(kind: .reserve, reason: "Awaiting instructions")), ("VEN", Position(kind: .oppose, reason: nil)),
      ("USA", Position(kind: .oppose, reason: "Peru reserves its position")),
    ] {
      _ = try round.open().take(position, on: ParagraphAddress("operative/1"), by: named(code), act: round.act())
    }
    let consolidation = try round.open().consolidation()
    for language in Language.allCases {
      var plain = consolidation.draft
      plain.settings.language = language
      let read = plain.annotated(with: consolidation.positions).takingPositionsOut(.standard)
      #expect(read.draft == plain)
      #expect(Array(read.positions.values) == Array(consolidation.positions.values))
    }
  }

  @Test func colonOfAPositionStandsAsItsLanguageHasIt() throws {
    let standing = StandingPosition(delegation: try named("CAN"), position: Position(kind: .reserve, reason: "Motif"))
    let written = Language.allCases.map { standing.text(in: $0) }
    #expect(written.filter { $0.contains("\u{A0}:") } == ["Canada réserve sa position\u{A0}: Motif."])
    // Also where somebody typed it without the space, or with another one.
    for text in written + ["Canada réserve sa position: Motif.", "Canada réserve sa position : Motif."] {
      let read = try #require(Position.statement(text))
      #expect(read.position == standing.position, "\(text)")
    }
  }

  @Test func versionIsCutWhereTheTextIs() {
    #expect(divided("a b X c d", like: "a b c d", at: "a b") == ("a b X", "c d"))
    #expect(divided("a b c Y", like: "a b c d", at: "a b") == ("a b", "c Y"))
    #expect(divided("a Z d", like: "a b c d", at: "a b") == ("a Z", "d"))
    #expect(divided("c d", like: "a b c d", at: "a b") == ("", "c d"))
  }

  @Test func positionsAreFootnotesAndAreWithdrawn() throws {
    let round = try DecisionRound()
    _ = try round.open().take(
      Position(kind: .reserve, reason: "Awaiting instructions"), on: ParagraphAddress("operative/1"), by: named("CAN"),
      act: round.act())
    _ = try round.open().take(
      Position(kind: .oppose, reason: nil), on: ParagraphAddress("operative/1"), by: named("VEN"), act: round.act())
    try round.adoptText("operative/1", "To protect all victims.")
    let consolidation = try round.open().consolidation()
    let draft = consolidation.draft.annotated(with: consolidation.positions)
    let item = try #require(draft.sections[1].items.first { $0.body.reading(of: nil).hasPrefix("To protect") })
    #expect(item.body.reading(of: nil) == "To protect all victims.[^1][^2]")
    #expect(
      item.footnotes.map(\.text) == [
        "Canada reserves its position: Awaiting instructions.", "Venezuela opposes this paragraph.",
      ])
    try #expect(
      round.open().events(of: ParagraphIdentifier("p0005")).compactMap(\.action) == [
        .importing, .reserve, .oppose, .adopt,
      ])
    let approved = try round.open().decide(
      .approve, on: .allUndisputed(.operative), DecisionNote(), act: round.act())
    #expect(approved.places.map(\.address) == ["operative/2", "operative/3", "operative/4"])
    _ = try round.open().withdraw(nil, by: named("CAN"), act: round.act())
    try #expect(
      round.open().consolidation().positions.values.flatMap { $0.map(\.delegation.code.description) } == ["VEN"])
  }
}
