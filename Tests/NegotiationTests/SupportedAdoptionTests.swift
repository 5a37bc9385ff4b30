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
    return (round, try ["URY", "BRA", "VEN"].map { "\($0) \(try round.tip($0).hex)" })
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

  @Test func namesThoseAloneWhoAskForTheWordsStill() throws {
    let (round, commits) = try supported()
    try round.propose("BRA", "operative/2", .text(.text("To urge all states to act soon.")))
    try round.adopt("operative/2", "URY")
    #expect(try adopted(round) == [commits[0], commits[2]])
    try round.expectVerified()
  }

  @Test func namesWhomTheAdoptedDelegationWentOnFrom() throws {
    let (round, commits) = try supported()
    try round.replace("URY", "operative/2", "urge", "ask")
    let proposal = try round.tip("VEN")
    let own = "URY \(try round.tip("URY").hex)"
    try round.adopt("operative/2", "URY")
    #expect(try adopted(round) == [own] + commits[1...])
    #expect(
      try round.open().story(of: proposal).proposals.values.map { $0.taken?.commit } == [round.open().main.commit])
    try round.expectVerified()
  }

  @Test func namesNobodyWhoseWordsItReplaced() throws {
    let (round, _) = try supported()
    try round.replace("URY", "operative/2", "haste", "patience")
    let own = "URY \(try round.tip("URY").hex)"
    try round.adopt("operative/2", "URY")
    #expect(try adopted(round) == [own])
    try round.expectVerified()
  }

  /// Who wrote words that are adopted has written them, whatever it asks for since.
  @Test(arguments: ["withdrawn", "superseded", "rejected"]) func namesWhoBroughtTheWordsIn(end: String) throws {
    let (round, commits) = try supported()
    let proposal = try round.tip("VEN")
    if end == "withdrawn" {
      _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
      // What it has asked for since shows that the decision has seen the withdrawal.
      try round.adoptText("operative/3", "To thank the host country.")
      try round.replace("VEN", "operative/3", "thank", "praise")
    } else if end == "rejected" {
      try round.reject("operative/2", "VEN")
    } else {
      try round.replace("VEN", "operative/2", "haste", "patience")
    }
    try round.adopt("operative/2", "URY")
    #expect(try adopted(round) == commits)
    let negotiation = try round.open()
    #expect(try negotiation.story(of: proposal).proposals.values.map { $0.taken?.commit } == [negotiation.main.commit])
    let row = try #require(try negotiation.sources().rows.first { $0.place?.address == "operative/2" })
    #expect(
      row.contributors.map { "\($0.delegation.code) \($0.part)" } == ["BRA adopted", "URY adopted", "VEN adopted"])
    #expect(try negotiation.status().delegations.map(\.adopted) == [1, 1, 1])
    try round.expectVerified()
  }

  /// What it asks for instead by now was not adopted with the words that it had asked for before.
  @Test func whatTheAuthorAsksForInsteadStands() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "member states", "governments")
    try round.support("URY", "operative/2", of: "VEN")
    try round.propose("VEN", "operative/2", .text(.text("To urge the to act without delay.")))
    try round.adopt("operative/2", "URY")
    #expect(try adopted(round).count == 2)
    #expect(try round.line("2. To") == "2. To urge the [Ven: ~~governments~~] to act without delay.")
    try round.expectVerified()
  }

  @Test func namesNobodyWhoseWordsWereReplacedBeforeItWasSupported() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "delay", "haste")
    try round.replace("VEN", "operative/2", "haste", "patience")
    let proposal = "VEN \(try round.tip("VEN").hex)"
    try round.support("BRA", "operative/2", of: "VEN")
    let support = "BRA \(try round.tip("BRA").hex)"
    try round.replace("VEN", "operative/2", "patience", "calm")
    try round.adopt("operative/2", "BRA")
    #expect(try adopted(round) == [support, proposal])
    try round.expectVerified()
  }

  @Test func namesWhoBroughtInANewParagraphThatAnotherSupportsAndChanges() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .newParagraph("To build wells near schools."))
    try round.support("CHL", "operative/2 bis", of: "VEN")
    try round.replace("CHL", "operative/2 bis", "To build", "To dig")
    let commits = try ["CHL", "VEN"].map { "\($0) \(try round.tip($0).hex)" }
    try round.adopt("operative/2 bis", "CHL")
    #expect(try adopted(round) == commits)
    try round.expectVerified()
  }

  @Test func namesEachProposalOnce() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "delay", "haste")
    let amended = try round.tip("VEN").hex
    try round.propose("ARG", "operative/2", .text(.replace(Passage("urge"), with: "ask")), on: "VEN")
    try round.propose("CHL", "operative/2", .text(.replace(Passage("member"), with: "all")), on: "VEN")
    let commits = try ["ARG", "CHL"].map { "\($0) \(try round.tip($0).hex)" }
    try round.adopt("operative/2", "ARG", "CHL")
    #expect(try adopted(round) == [commits[0], "VEN \(amended)", commits[1]])
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
