import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("What became of a proposal in each paragraph that had words of it")
struct ProposalPartsTests {
  /// The state of a proposal, and behind it those of its other parts.
  private func states(_ round: DecisionRound, _ commit: ObjectID) throws -> [String] {
    try round.open().story(of: commit).proposals.values.flatMap { story in
      [told(story.state)] + story.elsewhere.map { "\($0.address) \(told($0.state))" }
    }
  }

  private func told(_ state: ProposalStory.State) -> String {
    switch state {
    case .standing: "standing"
    case .inConflict: "in conflict"
    case .divided(_, let places): "in " + places.map(\.address).joined(separator: " and ")
    case .withdrawn(let deed): "withdrawn \(deed.commit.short)"
    case .superseded(let deed): "superseded \(deed.commit.short)"
    case .adopted(let deed, _): "adopted \(deed.commit.short)"
    case .rejected(let deed): "rejected \(deed.commit.short)"
    case .satisfied(let deed): "satisfied \(deed?.commit.short ?? "")"
    case .void(let deed): "void \(deed?.commit.short ?? "")"
    }
  }

  /// A proposal with words in both halves of a paragraph that the chair cut.
  private func cutProposal(_ round: DecisionRound) throws -> ObjectID {
    try round.propose("VEN", "operative/2", .text(.text("To invite the member states to act at once.")))
    let words = try round.tip("VEN")
    try round.split("operative/2", before: "to act")
    return words
  }

  @Test func halfThatIsWithdrawnIsTold() throws {
    let round = try DecisionRound()
    let words = try cutProposal(round)
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    let withdrawal = "withdrawn \(try round.tip("VEN").short)"
    try expect(states(round, words), is: ["in operative/2 bis", "operative/2 \(withdrawal)"])
    let adoption = try round.adopt("operative/2 bis", "VEN").commit
    try expect(states(round, words), is: ["adopted \(adoption.short)", "operative/2 \(withdrawal)"])
    try round.undo()
    try expect(states(round, words), is: ["in operative/2 bis", "operative/2 \(withdrawal)"])
  }

  @Test func halfThatIsSupersededIsTold() throws {
    let round = try DecisionRound()
    let words = try cutProposal(round)
    try round.replace("VEN", "operative/2 bis", "at once", "promptly")
    let other = "operative/2 bis superseded \(try round.tip("VEN").short)"
    try expect(states(round, words), is: ["in operative/2", other])
    let rejection = try round.reject("operative/2", "VEN").commit
    try expect(states(round, words), is: ["rejected \(rejection.short)", other])
  }

  @Test func halfThatIsMetByTheChairsOwnWordsIsTold() throws {
    let round = try DecisionRound()
    let words = try cutProposal(round)
    let first = try round.adoptText("operative/2", "To invite the member states").commit
    let met = "satisfied \(first.short)"
    try expect(states(round, words), is: ["in operative/2 bis", "operative/2 \(met)"])
    let second = try round.adopt("operative/2 bis", "VEN").commit
    try expect(states(round, words), is: ["adopted \(second.short)", "operative/2 \(met)"])
  }

  /// Who supported the whole supports both halves, and may withdraw from one.
  @Test func supportOfTheWholeIsOfBothHalves() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .text(.text("To invite the member states to act at once.")))
    let words = try round.tip("VEN")
    try round.support("CHL", "operative/2", of: "VEN")
    try round.split("operative/2", before: "to act")
    func supporters() throws -> [String] {
      try round.open().story(of: words).proposals.values.flatMap(\.supporters).map(\.who)
    }
    for half in ["operative/2", "operative/2 bis"] {
      try expect(supporters(), is: ["CHL"])
      _ = try round.open().withdraw(ParagraphAddress(half), by: named("CHL"), act: round.act())
    }
    try expect(supporters(), is: [])
  }

  /// A support whose words went to another paragraph was met by the adoption there, and not by what took them along.
  @Test func supportIsMetWhereItsWordsAre() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "at once")
    let proposal = try round.tip("VEN")
    try round.support("CHL", "operative/2", of: "VEN")
    let support = try round.tip("CHL")
    for isJoined in [true, false] {
      if isJoined {
        try round.join("operative/1", "operative/2")
      } else {
        try round.split("operative/2", before: "to act")
      }
      let home = isJoined ? "operative/1" : "operative/2 bis"
      try expect(states(round, support), is: [isJoined ? "standing" : "in operative/2 bis"])
      let adoption = try round.adopt(home, "VEN").commit
      try expect(states(round, proposal), is: ["adopted \(adoption.short)"])
      try expect(states(round, support), is: ["satisfied \(adoption.short)"])
      try round.undo()
      try round.undo()
      try expect(states(round, support), is: ["standing"])
    }
  }

  @Test func supportOnTheWholeIsMetInItsPartOnceTheJoinIsUndone() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "at once")
    let proposal = try round.tip("VEN")
    try round.join("operative/1", "operative/2")
    try round.support("CHL", "operative/1", of: "VEN")
    let support = try round.tip("CHL")
    try round.undo()
    try expect(states(round, support), is: ["in operative/2"])
    let supporters = try round.open().story(of: proposal).proposals.values.flatMap(\.supporters)
    #expect(supporters.map(\.commit) == [support])
    let adoption = try round.adopt("operative/2", "VEN").commit
    try expect(states(round, support), is: ["satisfied \(adoption.short)"])
  }

  /// What is asked for on the whole ends a proposal on one of its paragraphs no longer than that is part of it.
  @Test func proposalOnTheWholeEndsThatOnAPartUntilTheJoinIsUndone() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    let words = try round.tip("MEX")
    try round.join("operative/1", "operative/2")
    try round.replace("MEX", "operative/1", "witnesses", "victims")
    let other = try round.tip("MEX")
    try expect(states(round, words), is: ["superseded \(other.short)"])
    try round.undo()
    try expect(states(round, words), is: ["standing"])
    try expect(states(round, other), is: ["standing"])
  }

  /// What is asked for of the other part of the whole meanwhile takes no place of it.
  @Test func rejectedProposalStandsAgainBesideOneOnTheOtherPart() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    let words = try round.tip("MEX")
    try round.reject("operative/2", "MEX")
    try round.join("operative/2", "operative/1")
    try round.replace("MEX", "operative/2", "witnesses", "victims")
    let other = try round.tip("MEX")
    try round.undo()
    try round.undo()
    try #expect(round.line("2. To") == "2. To urge the member states to act [Mex: at once ~~without delay~~].")
    try expect(states(round, words), is: ["standing"])
    try expect(states(round, other), is: ["in operative/1"])
  }
}
