import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

/// Brazil's first proposal is decided on, it makes a second one on the same paragraph, and the decision is undone.
@Suite("What became of a proposal whose decision is undone")
struct UndoneStateTests {
  /// - Returns: the commits of both proposals.
  private func proposals(in round: DecisionRound, decided decide: () throws -> Void) throws -> [ObjectID] {
    try round.replace("BRA", "operative/1", "witnesses", "victims")
    let first = try round.tip("BRA")
    try decide()
    try round.replace("BRA", "operative/1", "others", "experts")
    return [first, try round.tip("BRA")]
  }

  private func withdraw(_ round: DecisionRound) throws {
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("BRA"), act: round.act())
  }

  private func state(_ commit: ObjectID, _ round: DecisionRound) throws -> String {
    let stories = try round.open().story(of: commit).proposals.values.map(\.state)
    guard let state = stories.first, stories.count == 1 else { return "\(stories.count) states" }
    return switch state {
    case .standing: "standing"
    case .superseded(let deed): "superseded \(deed.commit.short)"
    case .withdrawn(let deed): "withdrawn \(deed.commit.short)"
    case .adopted: "adopted"
    case .rejected: "rejected"
    default: "\(state)"
    }
  }

  private func found(_ words: String, _ round: DecisionRound) throws -> [String] {
    var filter = SearchFilter()
    filter.delegation = try named("BRA").code
    return try round.open().search(SearchQuery([words]), filter, program: "test").hits.map {
      "\($0.state.rawValue) \($0.commit.short)"
    }
  }

  private func undecided(_ round: DecisionRound) throws -> [String] {
    try round.open().status().undecided.map { "\($0.delegation.code) \($0.deed.commit.short)" }
  }

  @Test func theSecondTakesItsPlace() throws {
    let round = try DecisionRound()
    let commits = try proposals(in: round) { try round.adopt("operative/1", "BRA") }
    let (first, second) = (commits[0], commits[1])
    try round.undo()
    try expect([state(first, round), state(second, round)], is: ["superseded \(second.short)", "standing"])
    try expect(found("victims", round), is: ["standing \(second.short)", "superseded \(first.short)"])
    try expect(found("experts", round), is: ["standing \(second.short)"])
    try expect(undecided(round), is: ["BRA \(second.short)"])
  }

  @Test func itStandsAgainOnceTheSecondIsWithdrawn() throws {
    let round = try DecisionRound()
    let commits = try proposals(in: round) { try round.adopt("operative/1", "BRA") }
    let (first, second) = (commits[0], commits[1])
    try withdraw(round)
    let withdrawal = try round.tip("BRA")
    try round.undo()
    try expect([state(first, round), state(second, round)], is: ["standing", "withdrawn \(withdrawal.short)"])
    try expect(found("victims", round), is: ["standing \(first.short)"])
    try expect(found("experts", round), is: ["withdrawn \(second.short)"])
    try expect(undecided(round), is: ["BRA \(first.short)"])
    let adoption = try round.adopt("operative/1", "BRA").commit
    try expect(
      round.open().recordedAct(round.open().repository.commit(adoption)).message.values(.adopted),
      is: ["BRA \(first.hex)"])
    try expect([state(first, round), state(second, round)], is: ["adopted", "withdrawn \(withdrawal.short)"])
    try expect(found("victims", round), is: ["adopted \(first.short)"])
    try round.expectSound()
  }

  @Test func itIsNotRejectedAnyMore() throws {
    for isWithdrawn in [false, true] {
      let round = try DecisionRound()
      let commits = try proposals(in: round) { try round.reject("operative/1", "BRA") }
      let (first, second) = (commits[0], commits[1])
      if isWithdrawn { try withdraw(round) }
      try round.undo()
      try expect(state(first, round), is: isWithdrawn ? "standing" : "superseded \(second.short)")
      try expect(undecided(round), is: ["BRA \((isWithdrawn ? first : second).short)"])
      try expect(
        found("victims", round),
        is: isWithdrawn
          ? ["standing \(first.short)"] : ["standing \(second.short)", "superseded \(first.short)"])
    }
  }

  /// The same of a paragraph that is only proposed: the undoing names it, though the chair's text never had it.
  @Test func itIsNotRejectedAnyMoreWhereItIsANewParagraph() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/1", .newParagraph("To protect the lakes."))
    try round.support("BRA", "operative/1 bis", of: "VEN")
    let support = try round.tip("BRA")
    try round.reject("operative/1 bis", "BRA")
    try expect([state(support, round)] + found("lakes", round), is: ["rejected", "rejected \(support.short)"])
    try round.undo()
    try expect([state(support, round)] + found("lakes", round), is: ["standing", "standing \(support.short)"])
    let told = try round.open().events(of: ParagraphIdentifier("ven-0001"))
    expect(
      told.map { "\($0.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")" },
      is: ["VEN propose", "BRA support", "chair reject", "chair undo", "BRA follow"])
    try round.expectSound()
  }

  /// What the chair adopts later on the same paragraph is another proposal of its delegation's.
  @Test func whatWasRejectedStaysSo() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/1", "witnesses", "victims")
    let words = try round.tip("BRA")
    try round.reject("operative/1", "BRA")
    try round.move("BRA", "operative/1", after: "operative/3")
    let move = try round.tip("BRA")
    try round.adopt("operative/1", "BRA")
    try expect([state(words, round), state(move, round)], is: ["rejected", "adopted"])
    let activity = try round.open().status().delegations.first
    expect([activity?.rejected, activity?.adopted], is: [1, 1])
    try round.undo()
    try expect([state(words, round), state(move, round)], is: ["rejected", "standing"])
  }

  /// The same in a paragraph that was cut in two, where what became of each part is worked out.
  @Test func itIsTheSameWhereTheParagraphWasCut() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/1", "witnesses", "victims")
    let first = try round.tip("BRA")
    try round.split("operative/1", before: "and")
    try round.adopt("operative/1", "BRA")
    try round.propose("BRA", "operative/1", .text(.insertBefore("the", before: Passage("victims"))))
    let second = try round.tip("BRA")
    try round.undo()
    try expect(state(first, round), is: "superseded \(second.short)")
    try expect(found("victims", round), is: ["standing \(second.short)", "superseded \(first.short)"])
  }
}
