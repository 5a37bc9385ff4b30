import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("A move is told of the paragraph that was moved")
struct NamedMoveTests {
  /// Every placement order that is printed, after the number of its paragraph.
  private func orders(_ round: DecisionRound) throws -> [String] {
    var number = ""
    return try round.written().compactMap { line in
      guard line.hasPrefix("[") else {
        number = String(line.prefix { $0 != "." })
        return nil
      }
      return "\(number) \(line)"
    }
  }

  private func moved(_ round: DecisionRound, _ code: String) throws -> [String] {
    try round.git("show", "delegations/\(code):outline/_moved").split(separator: "\n")
      .map { $0.hasPrefix("fatal") ? String($0) : String($0.prefix { $0 != " " }) }
  }

  @Test(arguments: [("operative/3", "operative/1", "3"), ("operative/2", "operative/3", "2")])
  func overOneNeighbourIsPrintedWhereItWasMade(_ target: String, _ after: String, _ number: String) throws {
    let round = try DecisionRound()
    try round.move("VEN", target, after: after)
    let order = "[Ven: PLACE WITH PARAGRAPH \(after.suffix(1)) OF THE OPERATIVE PART]"
    try #expect(orders(round) == ["\(number) \(order)"])
    try #expect(moved(round, "VEN") == ["p000\((Int(number) ?? 0) + 4)"])
    #expect(refused { try round.decide(.approve, target) }.hasPrefix("refused: \(target) still has brackets"))
    try round.support("CHL", target, of: "VEN")
    try #expect(orders(round).map { $0.contains("[Chile, Ven: PLACE") } == [true])
    try round.expectSound()
    let outcome = try round.open().place(
      ParagraphAddress(target), after: nil, of: named("VEN"), DecisionNote(), act: round.act())
    #expect(
      outcome.following.map { $0.suffix(15) } == [
        "p000\((Int(number) ?? 0) + 4) satisfied", "p000\((Int(number) ?? 0) + 4) satisfied",
      ])
    try round.expectSound()
    try #expect(orders(round) == [])
    try #expect(moved(round, "VEN").first?.hasPrefix("fatal") ?? false)
    try round.undo()
    try #expect(orders(round).map { $0.contains("[Chile, Ven: PLACE") } == [true])
    _ = try round.open().withdraw(ParagraphAddress(target), by: named("CHL"), act: round.act())
    try round.reject(target, "VEN")
    try #expect(orders(round) == [])
    try round.expectSound()
  }

  @Test func neighbourIsLeftAlone() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    #expect(
      refused { _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act()) }
        == "notFound: Venezuela has no standing proposal on operative/2")
    try round.decide(.approve, "operative/2")
    try round.replace("VEN", "operative/1", "others", "individuals")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("VEN"), act: round.act())
    try #expect(orders(round) == ["3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]"])
    try round.expectSound()
  }

  @Test func wordsTakenBackLeaveANeighboursMoveOverThemStanding() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.replace("VEN", "operative/2", "without delay", "at once")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    try #expect(orders(round) == ["3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]"])
    try round.replace("VEN", "operative/2", "without delay", "at once")
    try round.reject("operative/2", "VEN")
    try #expect(orders(round) == ["3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]"])
    try round.expectSound()
  }

  @Test func severalKeepTheirNames() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/2", after: "operative/4")
    try round.move("VEN", "operative/3", after: "operative/2")
    let both = [
      "2 [Ven: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]", "3 [Ven: PLACE WITH PARAGRAPH 2 OF THE OPERATIVE PART]",
    ]
    try #expect(orders(round) == both)
    try round.expectSound()
    try round.move("VEN", "operative/1", after: "operative/3")
    // All of them have passed the fourth now: it is these that were named.
    try #expect(orders(round) == ["1 [Ven: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART]"] + both)
    try round.expectSound()
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    // The third stands behind the second, as its order says, without anybody's order now.
    try #expect(moved(round, "VEN") == ["p0005"])
    try #expect(
      round.reading("VEN").filter { $0.hasPrefix("operative p") }.map { String($0.dropFirst(10).prefix(5)) }
        == ["p0004", "p0006", "p0007", "p0005", "p0008"])
    try round.expectSound()
  }

  @Test func nameThatExplainsNothingGoes() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    // The second goes before it, to where it was: nothing is left of the first move.
    try round.move("VEN", "operative/2", after: "operative/1")
    try #expect(orders(round) == [])
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.support("CHL", "operative/3", of: "VEN")
    // The same order by another name.
    try round.move("VEN", "operative/2", after: "operative/3")
    try #expect(
      orders(round) == [
        "2 [Ven: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART]",
        "3 [Chile: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]",
      ])
    try #expect(moved(round, "VEN") == ["p0006"])
    try round.expectSound()
  }

  @Test func followsTheTextByItsName() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.adoptText("operative/2", "To urge all states to act.")
    try #expect(orders(round) == ["3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]"])
    let outcome = try round.place("operative/2", after: "operative/4")
    // The third follows the first without anybody's order now.
    #expect(outcome.following == ["VEN p0007 satisfied"])
    try round.expectSound()
    try round.undo()
    try #expect(orders(round) == ["3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]"])
    try round.split("operative/3", before: "host")
    try round.expectSound()
    try #expect(moved(round, "VEN") == ["p0007", "p0009"])
    try round.undo()
    try #expect(orders(round) == ["3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]"])
    try round.join("operative/3", "operative/4")
    try #expect(orders(round) == ["3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]"])
    try round.expectSound()
  }

  @Test func undoneDecisionTellsEveryOrderThatStandsAgain() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.support("CHL", "operative/3", of: "VEN")
    try round.move("PER", "operative/2", after: "operative/3")
    try round.move("BRA", "operative/3", after: "operative/4")
    let outcome = try round.place("operative/3", after: "operative/1")
    #expect(
      outcome.following == ["BRA p0007 conflict", "CHL p0007 satisfied", "PER p0006 satisfied", "VEN p0007 satisfied"])
    try #expect(
      round.undo().following == [
        "BRA p0007 reinstated", "CHL p0007 reinstated", "PER p0006 reinstated", "VEN p0007 reinstated",
      ])
    // Placed by another's name, it meets the same orders.
    try round.place("operative/2", after: "operative/3")
    try #expect(round.undo().following == ["CHL p0007 reinstated", "PER p0006 reinstated", "VEN p0007 reinstated"])
    try round.expectSound()
  }

  /// Six paragraphs of the operative part, so that several of them can go past each other.
  private static let long =
    DecisionRound.draft + """

      5. To invite all organs to review it.

      6. To thank everybody.

      """

  private func order(_ round: DecisionRound, _ code: String) throws -> [String] {
    try round.reading(code).filter { $0.hasPrefix("operative p") }.map { String($0.dropFirst(10).prefix(5)) }
  }

  @Test(arguments: [false, true])
  func orderStandsWhereTheTextMeetsItOnlyWithAnotherOrder(_ joins: Bool) throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/2", after: "operative/5")
    try round.move("BRA", "operative/4", after: "operative/1")
    if joins {
      try round.join("operative/1", "operative/3")
    } else {
      #expect(try round.place("operative/3", after: "operative/4").following == [])
    }
    try #expect(
      orders(round) == [
        "2 [Bra: PLACE WITH PARAGRAPH 5 OF THE OPERATIVE PART]",
        "4 [Bra: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]",
      ])
    #expect(refused { try round.decide(.approve, "operative/4") }.hasPrefix("refused: operative/4 still has brackets"))
    try round.expectSound()
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("BRA"), act: round.act())
    let third = joins ? [] : ["p0007"]
    try #expect(order(round, "BRA").dropFirst() == ["p0005", "p0008", "p0006"] + third + ["p0009", "p0010"])
    try round.expectSound()
  }

  @Test func ordersThatFollowFromEachOtherAllStand() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/4", after: "operative/1")
    try round.move("BRA", "operative/5", after: "operative/4")
    // Each of the two places follows from the other now, in a text that meets neither.
    try round.place("operative/5", after: "operative/1")
    try round.place("operative/4", after: "operative/5")
    let both = [
      "5 [Bra: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]", "4 [Bra: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]",
    ]
    try #expect(orders(round) == both)
    try round.expectSound()
    let again = try DecisionRound(round.written().joined(separator: "\n\n"))
    try #expect(again.written() == round.written())
    try again.expectSound()
  }

  @Test func orderThatTheTextMeetsBehindAnothersPlaceStands() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/2", after: "operative/4")
    try round.move("BRA", "operative/3", after: "operative/2")
    try round.place("operative/3", after: "operative/4")
    try #expect(
      orders(round) == [
        "2 [Bra: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]",
        "3 [Bra: PLACE WITH PARAGRAPH 2 OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
  }

  @Test func orderThatGoesOnFromAnotherIsNotMetByAnything() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.move("VEN", "operative/4", after: "operative/3")
    let both = [
      "3 [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]", "4 [Ven: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART]",
    ]
    try #expect(round.adoptText("operative/2", "To urge all states to act.").following == [])
    try #expect(orders(round) == both)
    try #expect(round.place("operative/3", after: "operative/1").following == ["VEN p0007 satisfied"])
    try #expect(orders(round) == [both[1]])
    try round.expectSound()
  }

  @Test func writtenDraftBringsTheNameBack() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.move("CHL", "operative/1", after: "operative/2")
    let again = try DecisionRound(round.written().joined(separator: "\n\n"))
    try #expect(again.written() == round.written())
    try #expect(moved(again, "VEN") == ["p0007"])
    try #expect(moved(again, "CHL") == ["p0005"])
    try again.expectSound()
  }

  @Test func whatTheChairPlacesIsToldOfThat() throws {
    let round = try DecisionRound()
    try round.place("operative/3", after: "operative/1")
    try round.undo()
    try round.place("operative/2", after: "operative/3")
    let negotiation = try round.open()
    func events(_ target: String) throws -> [String] {
      try negotiation.events(of: negotiation.place(at: ParagraphAddress(target)).entry.identifier).map(\.subject)
    }
    try #expect(
      events("operative/3") == [
        "Import draft.txt", "The chair places operative/3", "The chair undoes: places operative/3",
      ])
    try #expect(events("operative/2") == ["Import draft.txt", "The chair places operative/2"])
    let first = try #require(
      try negotiation.repository.commits(from: [negotiation.main.commit], order: .oldestFirst).first)
    let moved = try negotiation.differences(
      from: negotiation.state(named: first.short), to: negotiation.state(named: "now"))
    #expect(moved.filter(\.isMoved).map(\.identifier.description) == ["p0006"])
  }

  @Test func repositoryWithoutNamesReadsAsTheFewestMoves() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/2", after: "operative/4")
    let message = try round.git("log", "-1", "--format=%B", "delegations/VEN")
    let outline = try round.file("outline/operative", on: "delegations/VEN")
    try Forgery(
      branch: "refs/heads/delegations/VEN", author: "Venezuela <ven@delegations.invalid>", message: message,
      files: ["outline/operative": outline], parent: String(round.git("rev-parse", "main").prefix(40))
    ).make(in: round)
    try #expect(orders(round) == ["2 [Ven: PLACE WITH PARAGRAPH 4 OF THE OPERATIVE PART]"])
    try round.adoptText("operative/1", "To protect everybody.")
    try round.expectSound()
    try #expect(moved(round, "VEN").first?.hasPrefix("fatal") ?? false)
  }

  @Test func lieAboutItIsFound() throws {
    for (lie, expected) in [
      (
        "p0006\n",
        ["p0006 is said to be moved, and no trailer names it", "p0007 stands moved, and is no longer said to be"]
      ),
      ("p0008\n", ["p0008 is said to be moved, and is not", "p0007 stands moved, and is no longer said to be"]),
      (nil, ["p0007 stands moved, and is no longer said to be"]),
    ] as [(String?, [String])] {
      let round = try DecisionRound()
      try round.move("VEN", "operative/3", after: "operative/1")
      try round.replace("VEN", "operative/1", "others", "individuals")
      let message = try round.git("log", "-1", "--format=%B", "delegations/VEN")
      let text = try round.file("paragraphs/00/p0005", on: "delegations/VEN")
      try Forgery(
        branch: "refs/heads/delegations/VEN", author: "Venezuela <ven@delegations.invalid>", message: message,
        files: ["paragraphs/00/p0005": text, "outline/_moved": lie],
        parent: String(round.git("rev-parse", "delegations/VEN^").prefix(40))
      ).make(in: round)
      try #expect(
        round.findings() == expected.map { "outline: 'VEN proposes a change to operative/1' outline/_moved: \($0)" })
    }
    let round = try DecisionRound()
    try Forgery(
      branch: "refs/heads/main", message: "The chair places operative/3\n\nAction: place\n",
      files: ["outline/_moved": "p0007\n"]
    ).make(in: round)
    try #expect(round.findings().contains { $0.hasPrefix("unknown-file: ") && $0.contains("outline/_moved") })
  }
}
