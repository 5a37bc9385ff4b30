import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("What is approved in one breath, and what is done to several paragraphs at once, in the record")
struct ApprovalRecordTests {
  private func acts(_ round: DecisionRound, _ address: String) throws -> [String] {
    let sources = try round.open().sources()
    let row = try #require(sources.rows.first { $0.place?.address == address })
    return RecordedAct.sentences(row.acts, in: .english, sources.registry).map { String($0.dropFirst(11)) }
  }

  private func adopt(
    _ round: DecisionRound, _ wording: AdoptedWording, _ target: String, approves: Bool, _ note: DecisionNote
  ) throws {
    _ = try round.open().adopt(
      wording, for: ParagraphAddress(target), approves: approves, note, act: round.act())
  }

  @Test func sourcesTellTheApprovalOfAnAdoption() throws {
    let round = try DecisionRound()
    let note = DecisionNote(reason: "Article 34", meeting: "plenary")
    try round.replace("VEN", "operative/1", "others", "victims")
    try adopt(round, .proposals([named("VEN")]), "operative/1", approves: true, note)
    #expect(
      try acts(round, "operative/1") == [
        "proposed by Venezuela", "adopted, wording of Venezuela, and approved – Article 34 [plenary]",
      ])
    try adopt(round, .text("To act now."), "operative/2", approves: true, DecisionNote())
    #expect(try acts(round, "operative/2") == ["adopted in the chair's words, and approved"])
    try round.undo()
    #expect(
      try acts(round, "operative/2").first == "adopted in the chair's words, and approved (undone 2026-03-15)")
    // What is approved is what the commit says, not what somebody wrote beside it.
    try adopt(
      round, .text("To act soon."), "operative/2", approves: false,
      DecisionNote(reason: "The chair reads and approves it"))
    #expect(try acts(round, "operative/2").last == "adopted in the chair's words – The chair reads and approves it")
  }

  @Test func coverNoteTellsTheApprovalOfAnAdoption() throws {
    let round = try DecisionRound()
    try adopt(round, .text("To act now."), "operative/2", approves: true, DecisionNote())
    try adopt(round, .text("To thank it."), "operative/3", approves: false, DecisionNote())
    let note = try round.open().coverNote(round.open().record())
    #expect(
      note.acts.map { "\($0.action) \($0.paragraphs) \($0.approves)" } == [
        "adopt [\"operative/2\"] true", "adopt [\"operative/3\"] false",
      ])
  }

  /// One commit may speak of many paragraphs; each of them is a proposal, taken back or not.
  @Test func activityIsCountedByParagraph() throws {
    let round = try DecisionRound(
      "DRAFT\n\nRESOLVE:\n\n1. To act [Ven: now].\n\n2. To go [Ven: home].\n\n3. To end [Arg: well / Ven: soon].\n")
    func counts() throws -> [String] {
      try round.open().status().delegations.map {
        "\($0.delegation.code) \($0.standing.count): \($0.proposed) proposed, \($0.withdrawn) withdrawn"
      }
    }
    #expect(try counts() == ["ARG 1: 1 proposed, 0 withdrawn", "VEN 3: 3 proposed, 0 withdrawn"])
    _ = try round.open().withdraw(nil, by: named("VEN"), act: round.act())
    #expect(try counts() == ["ARG 1: 1 proposed, 0 withdrawn", "VEN 0: 3 proposed, 3 withdrawn"])
  }
}
