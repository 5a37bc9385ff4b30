import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

/// An amendment is to one proposal: the act that asked for it is named, and what its proposer asks for once that is gone
/// is another one.
@Suite("The proposal that is amended")
struct StandingAloneTests {
  /// Argentina amends the proposal of Venezuela's that comes first here; Venezuela has proposed something else since.
  private func amended() throws -> (round: DecisionRound, proposal: ObjectID, amendment: ObjectID) {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without", "without any")
    let proposal = try round.tip("VEN")
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.propose("ARG", "operative/2", .text(.delete(Passage("member "))), on: "VEN")
    return (round, proposal, try round.tip("ARG"))
  }

  private func amends(_ commit: ObjectID, _ round: DecisionRound) throws -> [String] {
    try round.open().story(of: commit).proposals.values.compactMap { $0.amends?.commit }
  }

  @Test func isNamedByTheActThatAskedForIt() throws {
    let (round, proposal, amendment) = try amended()
    #expect(try amends(amendment, round) == [proposal.hex])
    try round.adopt("operative/2", "ARG")
    let decision = try round.open().main.commit
    #expect(
      try CommitMessage(text: round.open().repository.commit(decision).message).values(.adopted)
        == ["ARG \(amendment.hex)", "VEN \(proposal.hex)"])
    #expect(try round.open().story(of: proposal).proposals.values.map { $0.taken?.commit } == [decision])
    try round.expectVerified()
  }

  @Test func ofANewParagraphIsThatParagraph() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .newParagraph("To invite observers."))
    let proposal = try round.tip("VEN")
    try round.propose("VEN", "operative/1", .newParagraph("To keep records."))
    try round.propose("ARG", "operative/2 bis", .text(.replace(Passage("observers"), with: "all observers")), on: "VEN")
    let amendment = try round.tip("ARG")
    #expect(try amends(amendment, round) == [proposal.hex])
    try round.adopt("operative/2 bis", "ARG")
    #expect(
      try CommitMessage(text: round.open().repository.commit(round.open().main.commit).message).values(.adopted)
        == ["ARG \(amendment.hex)", "VEN \(proposal.hex)"])
    try round.expectVerified()
  }

  /// However the proposal went, what its proposer asks for afterwards leaves the amendment alone.
  @Test(arguments: ["withdraw", "reject"])
  func isNotTheOneThatItsProposerMakesAfterwards(way: String) throws {
    let (round, _, _) = try amended()
    if way == "reject" {
      try round.reject("operative/2", "VEN")
    } else {
      _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    }
    let alone = "operative p0006 To urge the states to act without any delay."
    #expect(try round.reading("ARG").contains(alone))
    let outcome = try round.open().propose(
      .text(.replace(Passage("act"), with: "move")), to: .paragraph(ParagraphAddress("operative/2")), by: named("VEN"),
      act: round.act())
    #expect(outcome.remarks == [])
    #expect(try round.reading("ARG").contains(alone))
    try expectLines(
      [round.line("2. To")],
      ["2. To urge the [Arg: ~~member~~] states to [Ven: move ~~act~~] without [Arg: any] delay."])
    #expect(try round.open().observations(of: named("ARG"))?.amended == [:])
    try round.replace("ARG", "operative/2", "urge", "ask")
    #expect(try round.reading("ARG").contains("operative p0006 To ask the states to act without any delay."))
    try round.adopt("operative/2", "ARG")
    #expect(
      try round.open().main.paragraph(ParagraphIdentifier("p0006"))?.text
        == "To ask the states to act without any delay.")
    try round.expectSound()
  }
}
