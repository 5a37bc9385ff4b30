import Drafting
import Negotiation
import TestSupport
import Testing

@Suite("A withdrawal")
struct WithdrawalTests {
  @Test func restoresTheDraftsText() throws {
    let meeting = try Meeting()
    let before = try meeting.lines()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"))
    try expect(meeting.withdraw("VEN", "operative/1"), is: ["operative/1"])
    try expect(
      meeting.lines()[5...6].map(\.self),
      is: [
        "1. To protect all persons and others.", "2. To take note of the report[^1] [Ven: ~~of the Secretariat~~].",
      ])
    try expect(meeting.withdraw("VEN", "operative/2"), is: ["operative/2"])
    try expect(meeting.lines(), is: before)
    try expect(
      meeting.temporary.git("log", "--reverse", "--format=%s", "main..delegations/VEN"),
      is: """
        VEN proposes a change to operative/1
        VEN proposes a change to operative/2
        VEN withdraws its proposal on operative/1
        VEN withdraws its proposal on operative/2

        """)
    try expectSound(meeting)
  }

  @Test func takesBackEverythingAtOnce() throws {
    let meeting = try Meeting()
    let before = try meeting.lines()
    try meeting.propose("VEN", "operative/5", .deleteParagraph)
    try meeting.propose("VEN", "operative/4", .move("preamble"))
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    try meeting.propose("VEN", "preamble/1", .insert("Founding", before: "Charter"))
    let dry = try meeting.temporary.content()
    let all = ["operative/4", "preamble/1", "operative/1 bis", "operative/5"]
    try expect(meeting.withdraw("VEN", isDryRun: true), is: all)
    try expect(meeting.temporary.content(), is: dry)
    try expect(meeting.withdraw("VEN"), is: all)
    try expect(meeting.lines(), is: before)
    try expect(
      meeting.temporary.git("log", "-1", "--format=%s", "delegations/VEN"),
      is: "VEN withdraws its proposal on operative/4 and 3 more\n")
    try expect(meeting.temporary.git("diff", "--stat", "main", "delegations/VEN"), is: "")
    try expectSound(meeting)
  }

  @Test func identifierOfAWithdrawnParagraphIsNeverUsedAgain() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    try expect(meeting.withdraw("VEN", "operative/1 bis"), is: ["operative/1 bis"])
    try meeting.propose("VEN", "operative/1", .newParagraph("To beg."))
    try expect(
      meeting.branch("VEN")[4], is: "operative ven-0002 To beg.")
    try meeting.withdraw("VEN")
    try meeting.propose("VEN", "preamble", .newParagraph("Alarmed;"))
    try expect(meeting.branch("VEN")[0], is: "preamble ven-0003 Alarmed;")
    try expectSound(meeting)
  }

  @Test func ofAnImportedParagraphLeavesItsIdentifierUsedToo() throws {
    let meeting = try Meeting("operative\n1. One.\n1 bis. [Ven: New.]")
    try meeting.withdraw("VEN")
    try meeting.propose("VEN", "operative/1", .newParagraph("Newer."))
    try expect(meeting.branch("VEN"), is: ["operative p0001 One.", "operative ven-0002 Newer."])
    try expectSound(meeting)
  }

  @Test func ofTheProposerLeavesTheSupporters() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    try meeting.support("CHL", "VEN", "operative/1 bis")
    try meeting.withdraw("VEN", "operative/1 bis")
    try expect(meeting.lines()[6], is: "1 bis. [Chile: To urge.]")
    try expectSound(meeting)
  }

  @Test func ofAnAmendedProposalLeavesTheAmendment() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "all others"))
    try meeting.propose("CHL", "operative/1", .replace("all others", "all the others"), on: "VEN")
    try meeting.withdraw("VEN", "operative/1")
    try expect(meeting.lines()[5], is: "1. To protect all persons and [Chile: all the] others.")
    try expectSound(meeting)
  }

  @Test func ofAParagraphThatAnotherKeepsElsewhereHasTheNumberThatIsPrinted() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "without delay", "at once")
    try round.propose("CHL", "operative/2", .deleteParagraph)
    try round.move("ARG", "operative/2", after: "preamble/1")
    try round.adopt("operative/2", "CHL")
    try round.propose("ARG", "operative/2", .text(.replace(Passage("without delay"), with: "soon")))
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("ARG"), act: round.act())
    let form = "--format=%(trailers:key=Paragraph,valueonly,separator=%x2C)"
    try #expect(round.git("log", "-2", form, "delegations/ARG") == "operative/2\noperative/2\n")
    try round.expectSound()
  }

  @Test func ofNothingIsRefused() throws {
    let meeting = try Meeting()
    #expect(refusal { try meeting.withdraw("VEN") } == "notFound: Venezuela has no standing proposal")
    try meeting.propose("VEN", "operative/1", .delete("all"))
    #expect(
      refusal { try meeting.withdraw("VEN", "operative/2") }
        == "notFound: Venezuela has no standing proposal on operative/2 | "
        + "'amend status --country VEN' lists what it has.")
    try meeting.withdraw("VEN")
    #expect(refusal { try meeting.withdraw("VEN") } == "notFound: Venezuela has no standing proposal")
  }
}
