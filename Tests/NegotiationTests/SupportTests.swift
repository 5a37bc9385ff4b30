import Drafting
import Negotiation
import TestSupport
import Testing

@Suite("Support")
struct SupportTests {
  @Test func joinsTheLabelsOfAChange() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try expect(
      meeting.support("CHL", "VEN", "operative/1"),
      is: "operative/1: To protect all persons and [Chile, Ven: individuals ~~others~~].")
    try expect(
      meeting.temporary.git("log", "-1", "--format=%an: %B", "delegations/CHL"),
      is: """
        Chile: CHL supports VEN's proposal on operative/1

        Paragraph: operative/1
        Identifier: p0004
        Action: support
        On: VEN


        """)
    try expectSound(meeting)
  }

  @Test func ofWhatOneAmendsIsRefused() throws {
    let meeting = try Meeting()
    try meeting.propose("MEX", "operative/1", .replace("all persons", "individuals"))
    try meeting.propose("CHL", "operative/1", .replace("others", "the rest"), on: "MEX")
    #expect(
      refusal { try meeting.support("CHL", "MEX", "operative/1") }
        == "refused: Chile amends what Mexico proposes on operative/1, and so stands behind the rest of it | To support it "
        + "as it is, withdraw the amendment first: 'amend withdraw --country CHL --paragraph operative/1'.")
    try expectSound(meeting)
  }

  @Test func joinsTheLabelsOfANewParagraph() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge[^1].\n[^1]: Strongly."))
    try meeting.propose("CHL", "operative/1", .newParagraph("To beg."))
    try expect(
      meeting.support("CHL", "VEN", "operative/1 bis"), is: "operative/1 bis: [Chile, Ven: To urge[^1].]")
    try expectSound(meeting)
  }

  @Test func joinsTheLabelsOfADeletion() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/5", .deleteParagraph)
    try expect(
      meeting.support("CHL", "VEN", "operative/5"),
      is: "operative/5: [Chile, Ven: ~~To instruct the Secretariat to report.~~]")
    try expectSound(meeting)
  }

  @Test func joinsTheLabelsOfAMove() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/5", .move("operative/1"))
    try expect(
      meeting.support("CHL", "VEN", "operative/5"),
      is: "operative/5: To instruct the Secretariat to report. PLACE [Chile, Ven]: operative/1")
    try expectSound(meeting)
  }

  @Test func takesWordsAndMoveTogether() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/5", .move("operative/1"))
    try meeting.propose("VEN", "operative/5", .replace("report", "act"))
    try expect(
      meeting.support("CHL", "VEN", "operative/5"),
      is: "operative/5: To instruct the Secretariat to [Chile, Ven: act ~~report~~]. PLACE [Chile, Ven]: operative/1")
    try expectSound(meeting)
  }

  @Test func standsBesideAnOwnProposalOnOtherWords() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.propose("CHL", "operative/1", .replace("protect", "defend"))
    try expect(
      meeting.support("CHL", "VEN", "operative/1"),
      is: "operative/1: To [Chile: defend ~~protect~~] all persons and [Chile, Ven: individuals ~~others~~].")
    try expectSound(meeting)
  }

  @Test func isRefusedWhereItContradictsAnOwnProposal() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.propose("CHL", "operative/1", .replace("others", "everybody"))
    let before = try meeting.temporary.git("for-each-ref")
    #expect(
      refusal { try meeting.support("CHL", "VEN", "operative/1") }
        == "refused: Chile has a proposal of its own on operative/1 that this one contradicts | "
        + "Withdraw it first: 'amend withdraw --country CHL --paragraph operative/1'.")
    try expect(meeting.temporary.git("for-each-ref"), is: before)
  }

  @Test func keepsTheNotesOfBoth() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .whole("To protect all persons[^1] and others.\n[^1]: Everywhere."))
    try meeting.propose("CHL", "operative/1", .whole("To protect[^1] all persons and others.\n[^1]: Always."))
    try meeting.support("CHL", "VEN", "operative/1")
    try expect(
      meeting.branch("CHL")[3], is: "operative p0004 To protect{Always.} all persons{Everywhere.} and others.")
    try expectSound(meeting)
  }

  @Test func nothingToSupportIsSaid() throws {
    let meeting = try Meeting()
    #expect(
      refusal { try meeting.support("CHL", "VEN", "operative/1") }
        == "notFound: Venezuela has no proposal on operative/1 | "
        + "'amend consolidate --paragraph operative/1' shows who has.")
    try meeting.propose("VEN", "operative/1", .delete("all"))
    try meeting.support("CHL", "VEN", "operative/1")
    #expect(
      refusal { try meeting.support("CHL", "VEN", "operative/1") }
        == "refused: Chile already supports what Venezuela proposes on operative/1")
    #expect(
      refusal { try meeting.support("VEN", "VEN", "operative/1") }
        == "refused: a delegation supports another's proposal, not its own")
  }
}
