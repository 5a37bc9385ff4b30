import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("Searching what joins took along")
struct SearchJoinTests {
  private func states(_ round: DecisionRound, _ words: String) throws -> [String] {
    try round.open().search(SearchQuery([words]), SearchFilter(), program: "test").hits.map { hit in
      "\(hit.address) \(hit.delegation?.code.description ?? "-") \(hit.state.rawValue) \(hit.commit.short)"
    }
  }

  /// The paragraph to which its own was joined had another proposal of the delegation's already.
  @Test func proposalThatJoinedAnotherOfTheSameDelegation() throws {
    let round = try DecisionRound()
    try round.replace("COL", "operative/2", "without delay", "at once")
    let first = try round.tip("COL").short
    try round.replace("COL", "operative/1", "witnesses", "victims")
    let second = try round.tip("COL").short
    try round.join("operative/1", "operative/2")
    try expectLines(states(round, "once"), ["operative/1 COL standing \(first)"])
    try expectLines(states(round, "victims"), ["operative/1 COL standing \(second)"])
    try round.undo()
    try expectLines(states(round, "once"), ["operative/2 COL standing \(first)"])
    try expectLines(states(round, "victims"), ["operative/1 COL standing \(second)"])
    try round.join("operative/1", "operative/2")
    try round.adopt("operative/1", "COL")
    let chair = try round.open().main.commit.short
    try expectLines(
      states(round, "once"), ["operative/1 - current \(chair)", "operative/1 COL adopted \(first)"])
  }

  @Test func undoingAJoinAdoptsNothing() throws {
    let round = try DecisionRound()
    try round.replace("COL", "operative/2", "without delay", "at once")
    let proposal = try round.tip("COL").short
    try round.join("operative/1", "operative/2")
    try expectLines(states(round, "once"), ["operative/1 COL standing \(proposal)"])
    try round.undo()
    try expectLines(states(round, "once"), ["operative/2 COL standing \(proposal)"])
    try round.join("operative/1", "operative/2")
    try expectLines(states(round, "once"), ["operative/1 COL standing \(proposal)"])
    try round.undo()
    try round.replace("COL", "operative/2", "at once", "promptly")
    let other = try round.tip("COL").short
    try round.join("operative/1", "operative/2")
    try expectLines(states(round, "promptly"), ["operative/1 COL standing \(other)"])
    try expectLines(states(round, "once"), ["operative/2 COL superseded \(proposal)"])
  }

  /// What the chair decided on stays decided, whatever comes to its paragraph by a join, and goes again.
  @Test(arguments: ["adopted", "rejected"]) func decidedStaysDecided(state: String) throws {
    let round = try DecisionRound()
    try round.replace("COL", "operative/1", "witnesses", "victims")
    let first = try round.tip("COL").short
    if state == "adopted" { try round.adopt("operative/1", "COL") } else { try round.reject("operative/1", "COL") }
    try round.replace("COL", "operative/2", "without delay", "at once")
    let second = try round.tip("COL").short
    func proposals(_ words: String) throws -> [String] { try states(round, words).filter { $0.contains(" COL ") } }
    try expectLines(proposals("victims"), ["operative/1 COL \(state) \(first)"])
    try round.join("operative/1", "operative/2")
    try expectLines(proposals("victims"), ["operative/1 COL \(state) \(first)"])
    try expectLines(proposals("once"), ["operative/1 COL standing \(second)"])
    try round.undo()
    try expectLines(proposals("victims"), ["operative/1 COL \(state) \(first)"])
    try expectLines(proposals("once"), ["operative/2 COL standing \(second)"])
  }

  /// Another proposal of the same delegation came to its paragraph by a join, and went again.
  @Test func withdrawnStaysWithdrawn() throws {
    let round = try DecisionRound()
    try round.replace("COL", "operative/1", "witnesses", "victims")
    let first = try round.tip("COL").short
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("COL"), act: round.act())
    try round.replace("COL", "operative/2", "without delay", "at once")
    let second = try round.tip("COL").short
    try round.join("operative/1", "operative/2")
    try expectLines(states(round, "victims"), ["operative/1 COL withdrawn \(first)"])
    try expectLines(states(round, "once"), ["operative/1 COL standing \(second)"])
    try round.undo()
    try expectLines(states(round, "victims"), ["operative/1 COL withdrawn \(first)"])
    try expectLines(states(round, "once"), ["operative/2 COL standing \(second)"])
  }

  /// What was asked for anew while paragraphs were one stands where its words are once they are two again, and what it
  /// replaced does not.
  @Test func whatWasReplacedWhileParagraphsWereOne() throws {
    let round = try DecisionRound()
    try round.replace("COL", "operative/2", "without delay", "at once")
    let first = try round.tip("COL").short
    try round.join("operative/1", "operative/2")
    try round.replace("COL", "operative/1", "member", "other")
    let second = try round.tip("COL").short
    try round.undo()
    let wanted = ["operative/2 COL standing \(second)", "operative/2 COL superseded \(first)"]
    try expectLines(states(round, "once").sorted(), wanted)
    try expectLines(states(round, "other"), ["operative/2 COL standing \(second)"])
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("COL"), act: round.act())
    try round.join("operative/3", "operative/2")
    try expectLines(states(round, "other"), ["operative/2 COL withdrawn \(second)"])
    try round.replace("COL", "operative/3", "without delay", "at once")
    let third = try round.tip("COL").short
    try round.undo()
    try expectLines(
      states(round, "once"),
      [
        "operative/2 COL standing \(third)", "operative/2 COL withdrawn \(second)",
        "operative/2 COL superseded \(first)",
      ])
    try expectLines(struck(round, "without delay"), try states(round, "once"))
  }

  /// What was asked for on one of two joined paragraphs repeats what its delegation wants of the other.
  @Test func wordsOfTheOtherHalfAreToldThere() throws {
    let round = try DecisionRound()
    try round.replace("COL", "operative/2", "without delay", "at once")
    let first = try round.tip("COL").short
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.join("operative/1", "operative/2")
    try round.support("COL", "operative/1", of: "VEN")
    let support = try round.tip("COL").short
    try round.undo()
    try expectLines(states(round, "once"), ["operative/2 COL standing \(first)"])
    try expectLines(states(round, "victims").filter { $0.contains("COL") }, ["operative/1 COL standing \(support)"])
  }

  private func struck(_ round: DecisionRound, _ words: String) throws -> [String] {
    var filter = SearchFilter()
    filter.isStruck = true
    return try round.open().search(SearchQuery([words]), filter, program: "test").hits.map { hit in
      "\(hit.address) \(hit.delegation?.code.description ?? "-") \(hit.state.rawValue) \(hit.commit.short)"
    }
  }

  @Test func undoingASplitAdoptsNothing() throws {
    let round = try DecisionRound()
    try round.replace("COL", "operative/2", "without delay", "at once")
    let proposal = try round.tip("COL").short
    try round.split("operative/2", before: "to act")
    try expectLines(states(round, "once"), ["operative/2 bis COL standing \(proposal)"])
    try round.undo()
    try expectLines(states(round, "once"), ["operative/2 COL standing \(proposal)"])
  }
}

/// One half of a paragraph was decided on in one way, the other in the other.
@Suite("Searching what a split cut in two")
struct SearchSplitTests {
  private func states(_ round: DecisionRound, _ words: String) throws -> [String] {
    try round.open().search(SearchQuery([words]), SearchFilter(), program: "test").hits.map { hit in
      "\(hit.address) \(hit.delegation?.code.description ?? "-") \(hit.state.rawValue) \(hit.commit.short)"
    }
  }

  @Test(arguments: [true, false]) func eachHalfHasAStateOfItsOwn(isFirstAdopted: Bool) throws {
    let round = try DecisionRound()
    try round.propose("COL", "operative/2", .text(.text("To urge the observers to act at once.")))
    let proposal = try #require(try round.open().delegationTips().first?.tip).short
    try round.split("operative/2", before: "to act")
    try expectLines(states(round, "observers"), ["operative/2 COL standing \(proposal)"])
    try expectLines(states(round, "once"), ["operative/2 bis COL standing \(proposal)"])
    try round.adopt(isFirstAdopted ? "operative/2" : "operative/2 bis", "COL")
    let chair = try round.open().main.commit.short
    try round.reject(isFirstAdopted ? "operative/2 bis" : "operative/2", "COL")
    let (adopted, rejected) = isFirstAdopted ? ("observers", "once") : ("once", "observers")
    let (first, second) = isFirstAdopted ? ("operative/2", "operative/2 bis") : ("operative/2 bis", "operative/2")
    try expectLines(states(round, adopted), ["\(first) - current \(chair)", "\(first) COL adopted \(proposal)"])
    try expectLines(states(round, rejected), ["\(second) COL rejected \(proposal)"])
  }

  /// One half goes on to another paragraph: the other is told where it is.
  @Test func halfThatWentOn() throws {
    let round = try DecisionRound()
    try round.propose("COL", "operative/2", .text(.text("To urge the observers to act at once.")))
    let proposal = try round.tip("COL").short
    try round.split("operative/2", before: "to act")
    try round.join("operative/1", "operative/2 bis")
    try expectLines(states(round, "observers"), ["operative/2 COL standing \(proposal)"])
    try expectLines(states(round, "once"), ["operative/1 COL standing \(proposal)"])
  }

  /// Up to a day, the chair's words are told that stood then, though they went and came back since.
  @Test func wordsOfTheChairsThatCameBackAreToldUpToATimeBefore() throws {
    let round = try DecisionRound()
    let first = try round.open().main.commit
    let time = Int(try round.open().repository.commit(first).committer.seconds)
    try round.adoptText("operative/2", "To urge everyone to act without delay.")
    try round.adoptText("operative/2", "To urge the member states to act without delay.")
    let last = try round.open().main.commit
    func hits(until: Int?) throws -> [String] {
      var filter = SearchFilter()
      filter.times.until = until.map { .moment($0) }
      return try round.open().search(SearchQuery(["member states"]), filter, program: "test").hits.map {
        "\($0.address) \($0.state.rawValue) \($0.commit.short)"
      }
    }
    try expectLines(hits(until: nil), ["operative/2 current \(last.short)"])
    try expectLines(hits(until: time + 30), ["operative/2 former \(first.short)"])
    try expectLines(hits(until: time - 30), [])
  }
}
