import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Proposals, when main moves on")
struct FollowingTests {
  @Test func standOnAnotherStatus() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("all"))
    try meeting.decide(.pend, "operative/1", reason: "Consultations with Brazil")
    try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"))
    try expect(
      Array(meeting.lines()[5...8]),
      is: [
        "1. To protect [Ven: ~~all~~] persons and others.", "STATUS pending Consultations with Brazil",
        "2. To take note of the report[^1] [Ven: ~~of the Secretariat~~].", "[^1]: CP/doc. 4321.",
      ])
    try expect(
      meeting.temporary.git("log", "--first-parent", "--format=%s, %an, %P", "-2", "delegations/VEN")
        .split(separator: "\n").map { $0.prefix { $0 != "," } },
      is: [
        "VEN proposes a change to operative/2", "VEN follows main",
      ])
    try meeting.withdraw("VEN", "operative/2")
    try meeting.decide(.reopen, "operative/1")
    try expect(meeting.lines()[5], is: "1. To protect [Ven: ~~all~~] persons and others.")
    try expectSound(meeting)
  }

  @Test func moveAlongWithOtherWords() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.rewrite("operative/1", "To defend all persons and others.")
    let expected = "1. To defend all persons and [Ven: individuals ~~others~~]."
    try expect(meeting.lines()[5], is: expected)
    try #expect(meeting.open().consolidation().conflicts.isEmpty)
    try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"))
    try expect(meeting.lines()[5], is: expected)
    try expectSound(meeting)
  }

  @Test func areSatisfiedByTheirOwnWords() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.rewrite("operative/1", "To protect all persons and individuals.")
    try expect(meeting.lines()[5], is: "1. To protect all persons and individuals.")
    try #expect(meeting.open().consolidation().conflicts.isEmpty)
    try expectSound(meeting)
  }

  @Test func areInConflictWithOtherWordsInTheirPlace() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.rewrite("operative/1", "To protect all persons and everybody.")
    try expect(meeting.lines()[5], is: "1. To protect all persons and [Ven: individuals ~~everybody~~].")
    try expect(
      meeting.open().consolidation().conflicts.map { "\($0.identifier) \($0.code)" }, is: ["p0004 VEN"])
    try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"))
    try expect(meeting.lines()[5], is: "1. To protect all persons and [Ven: individuals ~~everybody~~].")
    try expectSound(meeting)
  }

  @Test func keepTheNotesThatMainAdded() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .whole("To protect all persons and others[^1].\n[^1]: Ours."))
    let file = "Status: open\n\nTo protect[^1] all persons and others.\n\n[^1]: The chair's.\n"
    try meeting.write(["paragraphs/00/p0004": file], to: ReferenceNames.main)
    try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"))
    try expect(
      Array(meeting.lines()[5...7]),
      is: [
        "1. To protect[^1] all persons and others[Ven: [^2]].", "[^1]: The chair's.", "[^2]: Ours.",
      ])
    try expectSound(meeting)
  }

  @Test func newMovedAndDeletedParagraphsStandOnANewOrder() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    try meeting.propose("VEN", "operative/5", .move("operative/1 bis"))
    try meeting.propose("VEN", "operative/4", .deleteParagraph)
    try meeting.write(
      [
        "outline/operative": "p0003 heading\np0005 1\np0004 2\np0006 3\np0007 4\np0009 5\np0008 6\n",
        "paragraphs/00/p0009": "Status: open\n\nTo add something.\n",
      ], to: ReferenceNames.main)
    let before = try meeting.lines()
    try meeting.propose("VEN", "preamble/1", .delete("of the Organization"))
    try expect(
      meeting.branch("VEN").map { String($0.prefix { $0 != ";" }) },
      is: [
        "preamble p0001 Recalling the Charter",
        "preamble p0002 Recognizing that women, men and others take part in the work",
        "operative p0003 RESOLVE:", "operative p0005 To take note of the report{CP/doc. 4321.} of the Secretariat.",
        "operative p0004 To protect all persons and others.", "operative ven-0001 To urge.",
        "operative p0008 To instruct the Secretariat to report.", "operative p0006 To thank the host country.",
        "operative p0009 To add something.",
      ])
    try expect(meeting.lines()[2...], is: before[2...])
    try expectSound(meeting)
  }

  @Test func paragraphThatMainTookAwayKeepsAnotherWording() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/5", .replace("report", "act"))
    try meeting.write(
      ["outline/operative": "p0003 heading\np0004 1\np0005 2\np0006 3\np0007 4\n", "paragraphs/00/p0008": nil],
      to: ReferenceNames.main)
    let lines = try meeting.lines()
    try meeting.propose("VEN", "operative/1", .delete("all"))
    #expect(lines.contains { $0.contains("to act.") }, "\(lines)")
    try #expect(meeting.branch("VEN").contains("operative p0008 To instruct the Secretariat to act."))
    try expectSound(meeting)
  }
}
