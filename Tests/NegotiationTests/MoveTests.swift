import Drafting
import Negotiation
import TestSupport
import Testing

@Suite("Moves")
struct MoveTests {
  @Test func severalToOnePlaceStandThereInTheirOrder() throws {
    let meeting = try Meeting(
      """
      operative
      1. One.
      2. Two.
      3. Three.
      PLACE [Ven]: operative/1
      4. Four.
      PLACE [Ven]: operative/1
      """)
    try expect(meeting.branch("VEN").map { $0.suffix(6).filter(\.isLetter) }, is: ["One", "Three", "Four", "Two"])
    try expectSound(meeting)
  }

  @Test func afterAParagraphThatMovesItselfFollowsIt() throws {
    let meeting = try Meeting(
      """
      preamble
      1. One.
      2. Two.
      operative
      1. Three.
      PLACE [Ven]: operative/2
      2. Four.
      PLACE [Ven]: preamble
      """)
    try expect(meeting.branch("VEN").map { $0.suffix(6).filter(\.isLetter) }, is: ["Four", "Three", "One", "Two"])
    try expectSound(meeting)
  }

  @Test func fromTheEndOfASectionToTheBeginningOfTheNextIsAMove() throws {
    let meeting = try Meeting()
    try expect(
      meeting.propose("VEN", "preamble/2", .move("operative")),
      is: "preamble/2: Recognizing that women, men and others take part in the work; PLACE [Ven]: operative")
    try expectSound(meeting)
  }

  @Test func afterAParagraphThatTheDelegationDeletesKeepsItsPlace() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "preamble/1", .move("operative/1"))
    try meeting.propose("VEN", "operative/1", .deleteParagraph)
    try expect(
      meeting.lines()[1...2],
      is: [
        "1. Recalling the Charter of the Organization;", "PLACE [Ven]: operative/1",
      ])
    try expectSound(meeting)
  }

  @Test func whatWouldBeLeftRightBehindAHeadingGoesAlong() throws {
    let meeting = try Meeting(
      """
      preamble
      1. One.
      operative
      RESOLVE:
      1. Two.
      ALSO RESOLVE:
      2. Three.
      """)
    try meeting.propose("VEN", "preamble/1", .move("operative/2"))
    try meeting.propose("VEN", "operative/2", .move("preamble"))
    try #expect(
      meeting.branch("VEN").filter { $0.hasPrefix("preamble") } == ["preamble p0005 Three.", "preamble p0001 One."])
    try expectSound(meeting)
  }

  @Test func orderThatIsCalledByAnotherNameIsTold() throws {
    let round = try DecisionRound()
    func move(_ target: String, after other: String) throws -> [String] {
      try round.open().propose(
        .move(after: .paragraph(ParagraphAddress(other))), to: .paragraph(ParagraphAddress(target)), by: named("VEN"),
        act: round.act()
      ).remarks
    }
    try #expect(move("operative/3", after: "operative/1") == [])
    try #expect(
      move("operative/2", after: "operative/3") == [
        "Of Venezuela these orders are printed now, which together give the order it asks for: "
          + "operative/2: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART."
      ])
    #expect(
      refused {
        _ = try round.open().place(
          ParagraphAddress("operative/3"), after: nil, of: named("VEN"), DecisionNote(), act: round.act())
      } == "notFound: Venezuela asks for no other place of operative/3")
    try #expect(
      round.reading("VEN").suffix(4).map { $0.prefix(15) } == [
        "operative p0005", "operative p0007", "operative p0006", "operative p0008",
      ])
    try round.expectSound()
  }

  @Test func orderThatExplainsOthersTakesNothingFromThem() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/2", after: "operative/4")
    try round.move("VEN", "operative/3", after: "operative/2")
    let remarks = try round.open().propose(
      .move(after: .paragraph(ParagraphAddress("operative/1"))), to: .paragraph(ParagraphAddress("operative/4")),
      by: named("VEN"), act: round.act()
    ).remarks
    #expect(remarks == ["operative/2, operative/3 go along, as Venezuela would have them behind operative/4."])
    try #expect(
      round.written().filter { $0.hasPrefix("[") }
        == ["4", "2", "1"].map { "[Ven: PLACE WITH PARAGRAPH \($0) OF THE OPERATIVE PART]" })
    try #expect(
      round.reading("VEN").suffix(4).map { $0.prefix(15) } == [
        "operative p0005", "operative p0008", "operative p0006", "operative p0007",
      ])
    try round.expectSound()
  }

  @Test func importedParagraphBelongsToItsProposerAndNotToTheAmender() throws {
    let meeting = try Meeting("operative\n1. One.\n1 bis. [Ven: To urge [Chile: all] states.]")
    try expect(meeting.branch("VEN"), is: ["operative p0001 One.", "operative ven-0001 To urge states."])
    try expectSound(meeting)
  }
}
