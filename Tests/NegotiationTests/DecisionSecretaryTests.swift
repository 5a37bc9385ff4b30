import Drafting
import Git
import Merging
@testable import Negotiation
import TestSupport
import Testing

/// What a secretary expects of decisions beyond the words.
@Suite("Decisions as a secretary expects them")
struct DecisionSecretaryTests {
  @Test func adoptedNewParagraphKeepsTheOrderOfNumbers() throws {
    let round = try DecisionRound()
    try round.newParagraph("VEN", after: "operative/2", "To ask for a report.")
    try round.newParagraph("CHL", after: "operative/2", "To ask for a second report.")
    try round.adopt("operative/2 bis", "VEN")
    try #expect(
      round.written().filter { $0.hasPrefix("2") && $0.contains("report.") || $0.contains("PLACE") } == [
        "2 bis. To ask for a report.", "2 ter. [Chile: To ask for a second report.]",
      ])
    try round.expectSound()
    try round.adopt("operative/2 ter", "CHL")
    try #expect(
      round.written().filter { $0.hasPrefix("2 ") } == [
        "2 bis. To ask for a report.", "2 ter. To ask for a second report.",
      ])
    try round.expectSound()
  }

  @Test func placeCarriesOutTheOneOrderAndSaysWhose() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/4", after: "operative/1")
    try round.move("CHL", "operative/4", after: "operative/1")
    let outcome = try round.place("operative/4", after: nil)
    #expect(outcome.subject == "The chair places operative/4, where Chile and Ven would have it")
    #expect(outcome.following == ["CHL p0008 satisfied", "VEN p0008 satisfied"])
    try round.expectSound()
  }

  @Test func placeAmongSeveralOrdersNamesThem() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/4", after: "operative/1")
    try round.move("CHL", "operative/4", after: "operative/2")
    #expect(
      refused { try round.place("operative/4", after: nil) } == "ambiguous: 2 places are asked for operative/4: "
        + "Chile: PLACE WITH PARAGRAPH 2 OF THE OPERATIVE PART; Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART")
    let outcome = try round.open().place(
      ParagraphAddress("operative/4"), after: nil, of: named("CHL"), DecisionNote(), act: round.act())
    #expect(outcome.subject == "The chair places operative/4, where Chile would have it")
    try round.expectSound()
    #expect(
      refused {
        _ = try round.open().place(
          ParagraphAddress("operative/4"), after: nil, of: named("BRA"), DecisionNote(), act: round.act())
      } == "notFound: Brazil asks for no other place of operative/4")
  }

  @Test func whoAmendedWhatGoesIsNamedAndReadsOn() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "others", "all others")
    try round.propose("CHL", "operative/1", .text(.insert("here", after: Passage("all others"))), on: "VEN")
    let outcome = try round.reject("operative/1", "VEN")
    #expect(outcome.amenders.map(\.delegation.code.description) == ["CHL"])
    try #expect(round.line("1. To") == "1. To protect all witnesses and [Chile: all] others [Chile: here].")
    try round.expectSound()
    try round.undo()
    let withdrawal = try round.open().withdraw(
      ParagraphAddress("operative/1"), by: named("VEN"), act: round.act(), isDryRun: true)
    #expect(withdrawal.amenders.map(\.delegation.code.description) == ["CHL"])
    try round.expectSound()
  }

  @Test(arguments: [
    ("3. To act", "To act", true), ("3) To act", "To act", true), ("4. To act", "4. To act", true),
    ("3.5 per cent", "3.5 per cent", false),
    ("2026. A year", "2026. A year", true), ("3 States", "3 States", false),
  ]) func typedNumberOfTheParagraphIsNoText(_ typed: String, _ text: String, _ isTold: Bool) throws {
    let round = try DecisionRound()
    let outcome = try round.open().propose(
      .text(.text(typed)), to: .paragraph(ParagraphAddress("operative/3")), by: named("VEN"), act: round.act())
    #expect(outcome.remarks.isEmpty == !isTold)
    try #expect(round.reading("VEN").contains("operative p0007 " + text))
  }

  @Test func typedNumberOfANewParagraphIsNoText() throws {
    let round = try DecisionRound()
    try round.newParagraph("VEN", after: "operative/4", "5. To act.")
    try round.newParagraph("VEN", after: "operative/2", "2 bis. To act again.")
    try #expect(
      round.written().filter { $0.contains("To act") && $0.contains("[Ven") } == [
        "2 bis. [Ven: To act again.]", "4 bis. [Ven: To act.]",
      ])
    let outcome = try round.adoptText("operative/1", "1. To protect.")
    #expect(outcome.remarks.count == 1)
    try #expect(round.line("1. To") == "1. To protect.")
  }

  @Test func approvedParagraphIsReopenedFirst() throws {
    let round = try DecisionRound()
    try round.decide(.approve, "operative/2", "operative/3")
    let before = try round.git("rev-parse", "main")
    let target = try ParagraphAddress("operative/2")
    let decisions: [() throws -> Void] = [
      { try round.decide(.pend, "operative/1", "operative/2") },
      { try round.decide(.agree(adReferendum: [named("CAN")]), "operative/2") },
      { try round.place("operative/2", after: "operative/3") },
      { try round.adoptText("operative/2", "To act.") },
      { _ = try round.open().split(target, before: Passage("to act"), DecisionNote(), act: round.act()) },
      {
        _ = try round.open().join(
          ParagraphAddress("operative/1"), with: target, DecisionNote(), act: round.act())
      },
    ]
    for decision in decisions { #expect(refused(decision) == "refused: operative/2 is APPROVED") }
    try #expect(round.git("rev-parse", "main") == before)
    try round.decide(.reopen, "operative/2")
    try round.decide(.pend, "operative/2")
    try round.expectSound()
  }

  @Test func positionThatReplacesAnotherSaysSo() throws {
    let round = try DecisionRound()
    func take(_ kind: Position.Kind, _ reason: String) throws -> Position? {
      try round.open().take(
        Position(kind: kind, reason: reason), on: ParagraphAddress("operative/1"), by: named("CAN"), act: round.act()
      ).replaced
    }
    try #expect(take(.reserve, "Awaiting instructions") == nil)
    try #expect(take(.oppose, "Against it") == Position(kind: .reserve, reason: "Awaiting instructions"))
    let withdrawal = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("CAN"), act: round.act())
    #expect(withdrawal.isOfPositions)
    try #expect(
      round.git("log", "-1", "--format=%s", "delegations/CAN") == "CAN withdraws its opposition to operative/1\n")
    let acts = try round.open().sources().rows.flatMap { $0.acts.compactMap { $0.sentence(in: .english, .standard) } }
    #expect(
      acts.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        "position reserved by Canada – Awaiting instructions", "opposed by Canada – Against it",
        "opposition withdrawn by Canada",
      ])
    try round.expectSound()
  }

  @Test func coverNoteListsWhatStands() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "others", "all others")
    try round.replace("VEN", "operative/1", "all others", "everybody")
    try round.replace("MEX", "operative/2", "delay", "fear")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("MEX"), act: round.act())
    for kind in Position.Kind.allCases {
      _ = try round.open().take(
        Position(kind: kind, reason: nil), on: ParagraphAddress("operative/3"), by: named("CAN"), act: round.act())
    }
    _ = try round.open().withdraw(ParagraphAddress("operative/3"), by: named("CAN"), act: round.act())
    let note = try round.open().revise(symbol: "rev. 1", DecisionNote(), act: round.act()).note
    #expect(
      note.acts.map { "\($0.action.rawValue) \($0.delegation?.description ?? "") \($0.paragraphs.joined())" } == [
        "propose VEN operative/1", "withdraw MEX operative/2", "withdraw CAN operative/3",
      ])
  }

  @Test func numberOfARevisionIsHigherThanThoseBefore() throws {
    let round = try DecisionRound()
    _ = try round.open().revise(symbol: "doc. 1 rev. 3", DecisionNote(), act: round.act())
    for symbol in ["doc. 1 rev. 2", "doc. 2 rev. 3"] {
      #expect(
        refused { _ = try round.open().revise(symbol: symbol, DecisionNote(), act: round.act()) }
          == "refused: '\(symbol)' says revision \(symbol.last ?? " "), and rev/3 is made already")
    }
    try #expect(round.open().revise(symbol: "doc. 2", DecisionNote(), act: round.act()).revision.name == "4")
  }

  @Test func disputedParagraphsAreListedInTheOrderOfTheDraft() throws {
    let round = try DecisionRound()
    try round.newParagraph("VEN", after: "operative/1", "To ask for a report.")
    try round.replace("CHL", "operative/3", "host", "kind host")
    #expect(
      refused { _ = try round.open().clean(isCurrent: false, fixes: false, act: round.act) }
        == "refused: 2 paragraphs are still disputed: operative/1 bis, operative/3")
  }

  @Test func newParagraphsOfOneMomentGetEachItsOwnNumber() async throws {
    let round = try DecisionRound()
    let (path, act) = (round.path, round.act())
    let numbers = try await withThrowingTaskGroup(of: String.self) { group in
      for code in ["VEN", "CHL", "BRA", "MEX"] {
        group.addTask {
          try Negotiation(at: path).propose(
            .newParagraph("To act as \(code)."), to: .paragraph(ParagraphAddress("operative/2")), by: named(code),
            act: act
          ).place.address
        }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }.sorted()
    }
    #expect(numbers == ["operative/2 bis", "operative/2 quater", "operative/2 quinquies", "operative/2 ter"])
    try round.expectSound()
  }
}

extension DecisionRound {
  fileprivate func newParagraph(_ code: String, after other: String, _ text: String) throws {
    _ = try open().propose(.newParagraph(text), to: .paragraph(ParagraphAddress(other)), by: named(code), act: act())
  }
}
