import Drafting
import Negotiation
import TestSupport
import Testing

@Suite("A proposal")
struct ProposalTests {
  @Test(arguments: [
    (ProposedChange.replace("others", "individuals"), "To protect all persons and [Ven: individuals ~~others~~]."),
    (.insert("everywhere", after: "persons"), "To protect all persons [Ven: everywhere] and others."),
    (.insert(", where possible,", after: "protect"), "To protect [Ven: , where possible,] all persons and others."),
    (.insert("and defend", before: "all"), "To protect [Ven: and defend] all persons and others."),
    (.insert("Always", before: "To protect"), "[Ven: Always] To protect all persons and others."),
    (.delete("and others"), "To protect all persons [Ven: ~~and others~~]."),
    (.whole("To protect all human beings and others."), "To protect all [Ven: human beings ~~persons~~] and others."),
    (.whole("  To protect all  persons\tand others, always. \n"), "To protect all persons and others [Ven: , always]."),
  ])
  func changesWords(change: ProposedChange, result: String) throws {
    let meeting = try Meeting()
    try expect(meeting.propose("VEN", "operative/1", change), is: "operative/1: \(result)")
    try expect(meeting.lines()[5], is: "1. \(result)")
    try expectSound(meeting)
  }

  @Test func secondProposalStartsFromTheOwnReading() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "OP1", .replace("others", "all others"))
    try meeting.propose("VEN", "OP1", .replace("all others", "the others"))
    try expect(
      meeting.propose("VEN", "OP1", .insert("(sic)", after: "persons")),
      is: "operative/1: To protect all persons [Ven: (sic) and the ~~and~~] others.")
    try expectSound(meeting)
  }

  @Test func deletesAParagraph() throws {
    let meeting = try Meeting()
    try expect(
      meeting.propose("VEN", "operative/5", .deleteParagraph),
      is: "operative/5: [Ven: ~~To instruct the Secretariat to report.~~]")
    try expect(meeting.branch("VEN").count, is: 7)
    try expectSound(meeting)
  }

  @Test func addsAParagraphAfterAnother() throws {
    let meeting = try Meeting()
    try expect(
      meeting.propose("VEN", "operative/1", .newParagraph("To urge  the states.")),
      is: "operative/1 bis: [Ven: To urge the states.]")
    try expect(meeting.lines()[6], is: "1 bis. [Ven: To urge the states.]")
    try expectSound(meeting)
  }

  @Test func addsAParagraphAtTheBeginningOfASection() throws {
    let meeting = try Meeting()
    try expect(
      meeting.propose("VEN", "preamble", .newParagraph("Alarmed by droughts;")),
      is: "preamble/1 bis: [Ven: Alarmed by droughts;]")
    try expect(
      Array(meeting.lines()[..<3]),
      is: [
        "preamble", "1 bis. [Ven: Alarmed by droughts;]", "1. Recalling the Charter of the Organization;",
      ])
    try expectSound(meeting)
  }

  @Test func addsAParagraphAfterAnothersNewOne() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge the states."))
    try expect(
      meeting.propose("CHL", "operative/1 bis", .newParagraph("To thank them.")),
      is: "operative/1 ter: [Chile: To thank them.]")
    try expect(
      Array(meeting.lines()[6...7]),
      is: ["1 bis. [Ven: To urge the states.]", "1 ter. [Chile: To thank them.]"])
    try expectSound(meeting)
  }

  @Test func everyDelegationGetsTheNextFreeNumber() throws {
    let meeting = try Meeting()
    let codes = ["VEN", "CHL", "MEX", "BRA", "ARG"]
    let numbers = try codes.map { code in
      try meeting.propose(code, "operative/1", .newParagraph("New of \(code).")).prefix { $0 != ":" }
    }
    #expect(numbers == ["bis", "ter", "quater", "quinquies", "sexies"].map { "operative/1 \($0)" })
    try expect(
      meeting.propose("VEN", "operative/1 bis", .newParagraph("Another.")), is: "operative/1 septies: [Ven: Another.]")
    try expectSound(meeting)
  }

  @Test func movesAParagraphAfterAnother() throws {
    let meeting = try Meeting()
    try expect(
      meeting.propose("VEN", "operative/5", .move("preamble/1")),
      is: "operative/5: To instruct the Secretariat to report. PLACE [Ven]: preamble/1")
    try expect(meeting.branch("VEN")[1], is: "preamble p0008 To instruct the Secretariat to report.")
    try expectSound(meeting)
  }

  @Test func movesAParagraphToTheBeginningOfASection() throws {
    let meeting = try Meeting()
    try expect(
      meeting.propose("VEN", "operative/5", .move("operative")),
      is: "operative/5: To instruct the Secretariat to report. PLACE [Ven]: operative")
    try expectSound(meeting)
  }

  @Test func severalMovesToOnePlaceKeepTheirOrder() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/4", .move("preamble/1"))
    try meeting.propose("VEN", "operative/5", .move("operative/4"))
    try expect(meeting.branch("VEN")[1...2].map { $0.prefix(14) }, is: ["preamble p0007", "preamble p0008"])
    try expectSound(meeting)
  }

  @Test func amendsAnothersProposal() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge the states to continue."))
    try expect(
      meeting.propose("CHL", "operative/1 bis", .insert("and observers", after: "states"), on: "VEN"),
      is: "operative/1 bis: [Ven: To urge the states [Chile: and observers] to continue.]")
    try expectSound(meeting)
  }

  @Test func amendsAChangeOfWords() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("persons", "women, men and children"))
    try meeting.propose("CHL", "operative/1", .replace("children", "young people"), on: "VEN")
    try expect(
      meeting.lines()[5],
      is: "1. To protect all [Ven: women, men and [Chile: young people ~~children~~] ~~persons~~] and others.")
    try expectSound(meeting)
  }

  @Test func typedNotesBelongToTheParagraph() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .whole("To protect all persons[^1] and others.\n[^1]: Everywhere."))
    try meeting.propose("CHL", "operative/2", .whole("To take note of the report[^1] of the Secretariat.\n[^1]: Doc."))
    try meeting.propose("MEX", "operative/4", .newParagraph("To pay[^1].\n[^1]: In time.\n[^2]: Nowhere."))
    try expect(
      meeting.lines(),
      is: [
        "preamble", "1. Recalling the Charter of the Organization;",
        "2. Recognizing that women, men and others take part in the work;",
        "operative", "RESOLVE:", "1. To protect all persons[Ven: [^1]] and others.", "[^1]: Everywhere.",
        "2. To take note of the report[Chile: [^2] ~~[^1]~~] of the Secretariat.",
        "[^1]: CP/doc. 4321.", "[^2]: Doc.", "3. To thank the host country.", "STATUS approved",
        "4. To request the Permanent Council to follow up on this resolution.",
        "4 bis. [Mex: To pay[^1].]", "[^1]: In time.", "5. To instruct the Secretariat to report.",
      ])
    try expectSound(meeting)
  }

  @Test func noteGoesWithItsMark() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/2", .delete("[^1]"))
    try expect(meeting.branch("VEN")[4], is: "operative p0005 To take note of the report of the Secretariat.")
    try expect(
      meeting.temporary.git("show", "delegations/VEN:paragraphs/00/p0005"),
      is: "Status: open\n\nTo take note of the report of the Secretariat.\n")
    try expectSound(meeting)
  }

  @Test func commitSaysWhoWhatAndWhy() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    try meeting.propose("CHL", "OP1bis", .insert("all", after: "urge"), on: "VEN", reason: "Article 34,\nas agreed")
    try expect(
      meeting.temporary.git("log", "-1", "--format=%an <%ae>|%cn <%ce>|%ct|%B", "delegations/CHL"),
      is: """
        Chile <chl@delegations.invalid>|Ana Secretary <ana@example.org>|1773570720|\
        CHL proposes a change to operative/1 bis, on VEN's proposal

        Paragraph: operative/1 bis
        Identifier: ven-0001
        Action: propose
        On: VEN
        Reason: Article 34, as agreed


        """)
    let message = try meeting.temporary.git("log", "-1", "--format=%B", "delegations/CHL")
    try expect(
      meeting.temporary.git("interpret-trailers", "--parse", input: Array(message.utf8)),
      is: """
        Paragraph: operative/1 bis
        Identifier: ven-0001
        Action: propose
        On: VEN
        Reason: Article 34, as agreed

        """)
    #expect(
      CommitMessage(text: message).trailers.map(\.value)
        == ["operative/1 bis", "ven-0001", "propose", "VEN", "Article 34, as agreed"])
  }

  @Test func oneProposalIsOneCommitThatChangesOneFile() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "all"))
    try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"))
    try expect(
      meeting.temporary.git("log", "--format=%s", "--name-only", "main..delegations/VEN"),
      is: """
        VEN proposes a change to operative/2

        paragraphs/00/p0005
        VEN proposes a change to operative/1

        paragraphs/00/p0004

        """)
  }
}
