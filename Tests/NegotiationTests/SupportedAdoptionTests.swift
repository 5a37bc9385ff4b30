import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("The adoption of words that others support, and positions beside it")
struct SupportedAdoptionTests {
  private func adopted(_ round: DecisionRound) throws -> [String] {
    try CommitMessage(text: round.open().repository.commit(round.open().main.commit).message).values(.adopted)
  }

  /// Uruguay supports Brazil, who supports Venezuela.
  private func supported() throws -> (round: DecisionRound, commits: [String]) {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "delay", "haste")
    try round.support("BRA", "operative/2", of: "VEN")
    try round.support("URY", "operative/2", of: "BRA")
    return (round, try ["URY", "BRA", "VEN"].map { "\($0) \(try round.tip($0).short)" })
  }

  @Test func namesWhomTheAdoptedDelegationSupports() throws {
    let (round, commits) = try supported()
    let proposal = try round.tip("VEN")
    try round.adopt("operative/2", "URY")
    #expect(try adopted(round) == commits)
    #expect(
      try round.open().story(of: proposal).proposals.values.map { $0.taken?.commit } == [round.open().main.commit])
    try round.expectVerified()
  }

  @Test func namesNobodyWhoseWordsAreOthersSince() throws {
    let (round, commits) = try supported()
    try round.replace("BRA", "operative/2", "urge", "ask")
    try round.adopt("operative/2", "URY")
    #expect(try adopted(round) == [commits[0]])
    try round.expectVerified()
  }

  private func state(_ position: ObjectID, _ round: DecisionRound) throws -> [String] {
    try round.open().story(of: position).proposals.values.map {
      switch $0.state {
      case .standing: "standing"
      case .withdrawn(let deed): "withdrawn by \(deed.commit.short)"
      case .void(let deed): "void by \(deed?.commit.short ?? "")"
      default: "another"
      }
    }
  }

  @Test(arguments: ["adopt", "reject"])
  func positionStandsWhateverBecomesOfProposals(way: String) throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "delay", "haste")
    _ = try round.open().take(
      Position(kind: .reserve, reason: nil), on: ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    let position = try round.tip("VEN")
    if way == "adopt" { try round.adopt("operative/2", "VEN") } else { try round.reject("operative/2", "VEN") }
    #expect(try state(position, round) == ["standing"])
  }

  @Test func positionOnAParagraphThatIsGoneIsVoid() throws {
    let round = try DecisionRound()
    _ = try round.open().take(
      Position(kind: .reserve, reason: nil), on: ParagraphAddress("operative/2"), by: named("CHL"), act: round.act())
    let position = try round.tip("CHL")
    try round.propose("MEX", "operative/2", .deleteParagraph)
    try round.adopt("operative/2", "MEX")
    #expect(try state(position, round) == ["void by \(round.open().main.commit.short)"])
    try round.undo()
    #expect(try state(position, round) == ["standing"])
  }

  @Test func positionWithdrawnWhileItsParagraphWasJoinedIsWithdrawn() throws {
    let round = try DecisionRound()
    _ = try round.open().take(
      Position(kind: .reserve, reason: nil), on: ParagraphAddress("operative/2"), by: named("CHL"), act: round.act())
    let position = try round.tip("CHL")
    try round.join("operative/1", "operative/2")
    #expect(try state(position, round) == ["standing"])
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("CHL"), act: round.act())
    let withdrawal = try round.tip("CHL")
    try round.undo()
    #expect(try state(position, round) == ["withdrawn by \(withdrawal.short)"])
  }
}
