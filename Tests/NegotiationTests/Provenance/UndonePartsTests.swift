import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("Proposals made while paragraphs were joined or cut, once that is undone")
struct UndonePartsTests {
  private func state(_ round: DecisionRound, _ commit: ObjectID) throws -> [String] {
    try round.open().story(of: commit).proposals.values.map { story in
      switch story.state {
      case .divided(_, let places): "in " + places.map(\.address).joined(separator: " and ")
      case .adopted: "adopted"
      case .rejected: "rejected"
      case .superseded: "superseded"
      case .withdrawn: "withdrawn"
      case .standing: "standing"
      default: "\(story.state)"
      }
    }
  }

  private func undecided(_ round: DecisionRound) throws -> [String] {
    try round.open().status().undecided.map {
      "\($0.place.address) \($0.delegation.code) \($0.deed.commit.short)"
    }
  }

  private func took(_ commit: ObjectID, _ round: DecisionRound) throws -> [String] {
    try round.open().recordedAct(round.open().repository.commit(commit)).message.values(.adopted)
  }

  private func contributors(_ round: DecisionRound, _ address: String) throws -> [String] {
    try round.open().sources().rows.filter { $0.place?.address == address }
      .flatMap(\.contributors).map { "\($0.delegation.code) \($0.part)" }
  }

  /// Mexico's proposal is told everywhere as one on the second operative paragraph, and as the only one.
  private func expectInTheSecond(_ words: ObjectID, _ round: DecisionRound) throws {
    try expect(undecided(round), is: ["operative/2 MEX \(words.short)"])
    try expect(state(round, words), is: ["in operative/2"])
    try expect(contributors(round, "operative/2"), is: ["MEX proposed"])
    let told = try round.open().events(of: ParagraphIdentifier("p0006"), withRelated: true)
    #expect(told.filter { $0.commit == words }.count == 1)
  }

  @Test func proposalOnTheWholeStandsInItsPartAgain() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.replace("MEX", "operative/1", "without delay", "at once")
    let words = try round.tip("MEX")
    try round.undo()
    try expectInTheSecond(words, round)
    try round.replace("MEX", "operative/1", "witnesses", "victims")
    let other = try round.tip("MEX")
    try expect(
      undecided(round), is: ["operative/1 MEX \(other.short)", "operative/2 MEX \(words.short)"])
    try expect(state(round, words), is: ["in operative/2"])
    let adoption = try round.adopt("operative/2", "MEX").commit
    try expect(took(adoption, round), is: ["MEX \(words.hex)"])
    try expect(state(round, words), is: ["adopted"])
    try expect(state(round, other), is: ["standing"])
    try expect(contributors(round, "operative/2"), is: ["MEX adopted"])
    try round.expectSound()
  }

  @Test func proposalOnAHalfStandsInTheWholeAgain() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "without")
    try round.replace("MEX", "operative/2 bis", "delay", "haste")
    let words = try round.tip("MEX")
    try round.undo()
    try expectInTheSecond(words, round)
    let adoption = try round.adopt("operative/2", "MEX").commit
    try expect(took(adoption, round), is: ["MEX \(words.hex)"])
    try expect(state(round, words), is: ["adopted"])
    try round.expectSound()
    try round.undo()
    try expect(state(round, words), is: ["in operative/2"])
    try round.reject("operative/2", "MEX")
    try expect(state(round, words), is: ["rejected"])
  }

  @Test func proposalOnAHalfStandsInTheNextOne() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "without")
    try round.replace("MEX", "operative/2 bis", "delay", "haste")
    let words = try round.tip("MEX")
    try round.join("operative/2", "operative/2 bis")
    try expect(state(round, words), is: ["standing"])
    try round.split("operative/2", before: "without")
    let place = try #require(try round.open().status().undecided.first?.place.address)
    try expect(state(round, words), is: ["in \(place)"])
    let adoption = try round.adopt(place, "MEX").commit
    try expect(took(adoption, round), is: ["MEX \(words.hex)"])
    try round.expectSound()
  }

  @Test func withdrawnOrReplacedWhereItCameBack() throws {
    for isWithdrawn in [true, false] {
      let round = try DecisionRound()
      try round.join("operative/1", "operative/2")
      try round.replace("MEX", "operative/1", "without delay", "at once")
      let words = try round.tip("MEX")
      try round.undo()
      if isWithdrawn {
        _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("MEX"), act: round.act())
      } else {
        try round.replace("MEX", "operative/2", "at once", "promptly")
      }
      try expect(state(round, words), is: [isWithdrawn ? "withdrawn" : "superseded"])
      try round.expectSound()
    }
  }

  /// Words that each part had before are told of it, whatever was asked for on the whole meanwhile.
  @Test func partsKeepWhatTheyHadBefore() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    let second = try round.tip("MEX")
    try round.join("operative/1", "operative/2")
    try round.replace("MEX", "operative/1", "witnesses", "victims")
    let first = try round.tip("MEX")
    try round.undo()
    try expect(
      undecided(round), is: ["operative/1 MEX \(first.short)", "operative/2 MEX \(second.short)"])
  }

  /// The same of a part that the delegation would delete.
  @Test func deletionOfAPartIsTheOneFromBefore() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "witnesses", "victims")
    let first = try round.tip("MEX")
    try round.propose("MEX", "operative/2", .deleteParagraph)
    let second = try round.tip("MEX")
    try round.join("operative/1", "operative/2")
    try round.undo()
    try expect(
      undecided(round), is: ["operative/1 MEX \(first.short)", "operative/2 MEX \(second.short)"])
    let adoption = try round.adopt("operative/2", "MEX").commit
    try expect(took(adoption, round), is: ["MEX \(second.hex)"])
    try expect([state(round, first), state(round, second)], is: [["standing"], ["adopted"]])
  }

  /// Each half of a proposal that was cut in two has its own end, and both are told.
  @Test func halvesAreAdoptedAndRejected() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/2", .text(.text("To invite the member states to act at once.")))
    let words = try round.tip("MEX")
    try round.split("operative/2", before: "to act")
    func elsewhere() throws -> [String] {
      try round.open().story(of: words).proposals.values.flatMap(\.elsewhere).map { part in
        if case .rejected = part.state { "\(part.address) rejected" } else { "\(part.address) \(part.state)" }
      }
    }
    try round.reject("operative/2 bis", "MEX")
    try expect(state(round, words), is: ["in operative/2"])
    try expect(elsewhere(), is: ["operative/2 bis rejected"])
    try round.adopt("operative/2", "MEX")
    try expect(state(round, words), is: ["adopted"])
    try expect(elsewhere(), is: ["operative/2 bis rejected"])
    try round.undo()
    try round.undo()
    try expect(state(round, words), is: ["in operative/2 and operative/2 bis"])
    try expect(elsewhere(), is: [])
  }

  /// Both proposals of a delegation whose paragraphs were joined are taken with the whole.
  @Test func adoptionOfAJoinedParagraphNamesBothProposals() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "witnesses", "victims")
    let first = try round.tip("MEX")
    try round.replace("MEX", "operative/2", "without delay", "at once")
    let second = try round.tip("MEX")
    try round.join("operative/1", "operative/2")
    let adoption = try round.adopt("operative/1", "MEX").commit
    try expect(took(adoption, round), is: ["MEX \(second.hex)", "MEX \(first.hex)"])
    try expect(state(round, first), is: ["adopted"])
    try expect(state(round, second), is: ["adopted"])
    let activity = try round.open().status().delegations.first { $0.delegation.code.description == "MEX" }
    #expect(activity?.adopted == 1)
    try round.expectSound()
    try round.undo()
    try expect(state(round, first), is: ["standing"])
    try expect(state(round, second), is: ["standing"])
  }

  /// Who supports one half of it supports it.
  @Test func supportOfAHalfIsTold() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/2", .text(.text("To invite the member states to act at once.")))
    let words = try round.tip("MEX")
    try round.split("operative/2", before: "to act")
    try round.support("CHL", "operative/2 bis", of: "MEX")
    func supporters() throws -> [String] {
      try round.open().story(of: words).proposals.values.flatMap(\.supporters)
        .compactMap { $0.delegation?.code.description }
    }
    try expect(supporters(), is: ["CHL"])
    try round.support("BRA", "operative/2", of: "MEX")
    try expect(supporters(), is: ["CHL", "BRA"])
    _ = try round.open().withdraw(ParagraphAddress("operative/2 bis"), by: named("CHL"), act: round.act())
    try expect(supporters(), is: ["BRA"])
  }

  /// The chair's placing of one paragraph leaves another where a delegation would have it.
  @Test func placingMeetsTheMoveOfANeighbour() throws {
    let round = try DecisionRound()
    try round.move("MEX", "operative/2", after: "operative/3")
    let move = try round.tip("MEX")
    try round.move("VEN", "operative/3", after: "operative/1")
    let placing = try round.place("operative/3", after: nil).commit
    let told = try round.open().story(of: placing).following.map {
      "\($0.delegation.code) \($0.change.address) \($0.change.outcome)"
    }
    expect(told, is: ["MEX operative/2 satisfied", "VEN operative/3 satisfied"])
    let story = try #require(try round.open().story(of: move).proposals.values.first)
    guard case .satisfied(let deed?) = story.state else {
      Issue.record("\(story.state)")
      return
    }
    #expect(deed.commit == placing)
    let last = try #require(try round.open().events(of: ParagraphIdentifier("p0006")).last)
    #expect(last.action == .follow && last.delegation?.code.description == "MEX" && last.parents.last == placing)
  }
}
