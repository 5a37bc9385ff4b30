import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Two that write at one moment")
struct RaceTests {
  private let lost = "somebody else has changed the branch of Venezuela at this moment; nothing was written"

  @Test func secondOfTwoProposalsOfADelegationIsToldToRepeat() throws {
    let meeting = try Meeting()
    let (first, second) = (try meeting.open(), try meeting.open())
    let venezuela = try delegation("VEN")
    var lateBranch = try second.edit(venezuela, meeting.act())
    lateBranch.set(ParagraphIdentifier(ordinal: 4), to: Paragraph(text: "To defend all."))
    _ = try first.propose(.delete("all"), to: anchor("operative/1"), by: venezuela, act: meeting.act())
    let tip = try meeting.temporary.git("rev-parse", "delegations/VEN")
    let message = CommitMessage(subject: "Late", trailers: [])
    let commit = try lateBranch.commit(message, meeting.act(), in: second.repository)
    #expect(
      refusal { try second.finish(lateBranch, at: commit, message) } == "moved: \(lost) | Type the command again.")
    try expect(meeting.temporary.git("rev-parse", "delegations/VEN"), is: tip)
    try expect(meeting.lines()[5], is: "1. To protect [Ven: ~~all~~] persons and others.")
    try expectSound(meeting)
  }

  @Test func secondProposalAfterTheFirstIsBuiltOnIt() throws {
    let meeting = try Meeting()
    let (first, second) = (try meeting.open(), try meeting.open())
    _ = try first.propose(.delete("all"), to: anchor("operative/1"), by: delegation("VEN"), act: meeting.act())
    _ = try second.propose(
      .delete("and others"), to: anchor("operative/1"), by: delegation("VEN"), act: meeting.act())
    try expect(meeting.lines()[5], is: "1. To protect [Ven: ~~all~~] persons [Ven: ~~and others~~].")
    try expectSound(meeting)
  }

  @Test func secondOfTwoDecisionsIsToldToRepeat() throws {
    let meeting = try Meeting()
    let (first, second) = (try meeting.open(), try meeting.open())
    _ = try first.decide(.approve, on: ParagraphAddress("operative/1"), reason: nil, act: meeting.act())
    #expect(
      refusal {
        _ = try second.decide(.pend, on: ParagraphAddress("operative/1"), reason: nil, act: meeting.act())
      }.hasPrefix(
        "moved: somebody else has decided at this moment; nothing was written: "
          + "The chair approves operative/1 (Ana Secretary, commit "))
    try expect(meeting.lines()[5...6].map(\.self), is: ["1. To protect all persons and others.", "STATUS approved"])
  }

  @Test func proposalOnAParagraphApprovedMeanwhileIsNotLost() throws {
    let meeting = try Meeting()
    let late = try meeting.open()
    try meeting.decide(.approve, "operative/1")
    _ = try late.propose(.delete("all"), to: anchor("operative/1"), by: delegation("VEN"), act: meeting.act())
    try expect(
      meeting.lines()[5...6].map(\.self),
      is: [
        "1. To protect [Ven: ~~all~~] persons and others.", "STATUS approved",
      ])
    try expectSound(meeting)
  }

  @Test func secondOfTwoThatKeepFindsTheDraftOfTheFirst() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("all"))
    let (first, second) = (try meeting.open(), try meeting.open())
    let late = try second.consolidation()
    let kept = try first.keep(first.consolidation(), act: meeting.act())
    try expect(second.keep(late, act: meeting.act()), is: kept)
    try expectSound(meeting)
  }
}
