import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// Acts follow one another as their commits do, whatever the clock said.
@Suite("A clock that was wrong")
struct WrongClockTests {
  private let path: String
  private let folder: TemporaryFolder

  init() throws {
    let round = try DecisionRound()
    (path, folder) = (round.path, round.folder)
  }

  private func act(_ day: Int) -> Act {
    Act(name: "Ana Secretary", email: "ana@example.org", time: 1_773_500_000 + 86400 * day)
  }

  private func open() throws -> Negotiation { try Negotiation(at: path) }

  private func propose(_ code: String, _ words: String, _ new: String, day: Int) throws -> ObjectID {
    _ = try open().propose(
      .text(.replace(Passage(words), with: new)), to: .paragraph(ParagraphAddress("operative/2")), by: named(code),
      amending: nil, act: act(day))
    return try tip(code)
  }

  private func tip(_ code: String) throws -> ObjectID {
    try #require(try open().delegationTips().first { $0.delegation.code.description == code }?.tip)
  }

  private func support(day: Int) throws -> ObjectID {
    _ = try open().support(ParagraphAddress("operative/2"), of: named("VEN"), by: named("CHL"), act: act(day))
    return try tip("CHL")
  }

  private func adopt(day: Int) throws -> ObjectID {
    try open().adopt(
      .proposals([named("VEN")]), for: ParagraphAddress("operative/2"), DecisionNote(), act: act(day)
    ).commit
  }

  private func story(_ commit: ObjectID) throws -> ProposalStory {
    try #require(try open().story(of: commit).proposals.values.first)
  }

  @Test func adoptionBeforeTheProposalItTook() throws {
    let proposal = try propose("VEN", "delay", "haste", day: 90)
    let adoption = try adopt(day: 3)
    guard case .adopted(let deed, nil) = try story(proposal).state else { throw Unexpected() }
    #expect(deed.commit == adoption)
    let row = try open().sources().rows.first { $0.place?.address == "operative/2" }
    #expect(row?.contributors.map { "\($0.delegation.code) \($0.part)" } == ["VEN adopted"])
    #expect(
      try open().search(SearchQuery(["haste"]), SearchFilter(), program: "test").hits.map(\.state.rawValue).sorted()
        == ["adopted", "current"])
  }

  @Test func supportBeforeTheProposalThatItTakes() throws {
    let first = try propose("VEN", "delay", "haste", day: 80)
    let second = try propose("VEN", "haste", "patience", day: 90)
    let support = try support(day: 2)
    #expect(try story(first).supporters.map(\.commit) == [])
    #expect(try story(second).supporters.map(\.commit) == [support])
  }

  @Test func withdrawalBeforeTheSupportThatItTakesBack() throws {
    let proposal = try propose("VEN", "delay", "haste", day: 1)
    _ = try support(day: 90)
    _ = try open().withdraw(ParagraphAddress("operative/2"), by: named("CHL"), act: act(2))
    #expect(try story(proposal).supporters.map(\.commit) == [])
  }

  @Test func whatFollowedADecisionIsToldAfterAnotherActOfAnEarlierDay() throws {
    _ = try propose("VEN", "delay", "haste", day: 1)
    let decision = try open().adopt(
      .text("To urge all states to act without delay."), for: ParagraphAddress("operative/2"), DecisionNote(),
      act: act(90)
    ).commit
    _ = try propose("VEN", "act", "work", day: 2)
    #expect(
      try open().story(of: decision).following.map { "\($0.delegation.code) \($0.change.outcome)" } == ["VEN carried"])
  }

  @Test func revisionBeforeWhatItHolds() throws {
    let proposal = try propose("VEN", "delay", "haste", day: 1)
    let adoption = try adopt(day: 90)
    _ = try open().revise(symbol: "CP/1 rev. 2", DecisionNote(), act: act(3))
    guard case .adopted(let deed, let revision) = try story(proposal).state else { throw Unexpected() }
    #expect([deed.commit.hex, revision] == [adoption.hex, "2"])
    let words = try open().blame(open().place(at: ParagraphAddress("operative/2"))).pieces.compactMap {
      if case .words(let words) = $0 {
        "\(words.text.split(separator: " ").last ?? "") \(words.credit.revision ?? "-")"
      } else {
        nil
      }
    }
    #expect(words == ["without 2", "haste 2", ". 2"])
  }

  /// What is asked for anew while it is in conflict is told on the chair's text.
  @Test(arguments: [12, 2]) func actAfterAConflictAndBeforeItByTheClock(day: Int) throws {
    _ = try propose("VEN", "delay", "haste", day: 10)
    _ = try open().adopt(
      .text("To urge the member states to act at once."), for: ParagraphAddress("operative/2"), DecisionNote(),
      act: act(11))
    let last = try propose("VEN", "haste", "hurry", day: day)
    let identifier = try open().place(at: ParagraphAddress("operative/2")).entry.identifier
    let event = try #require(try open().events(of: identifier).first { $0.commit == last })
    #expect(
      BracketWriter(labels: LabelTable(labels: [String]())).write(event.words)
        == "To urge the member states to act [Ven: without hurry ~~at once~~].")
  }

  private struct Unexpected: Error {}
}
