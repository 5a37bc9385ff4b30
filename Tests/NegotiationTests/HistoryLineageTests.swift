import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("The history of a paragraph with those that became part of it, and of what was undone")
struct HistoryLineageTests {
  private func told(_ round: DecisionRound, _ identifier: String) throws -> [String] {
    try round.open().events(of: ParagraphIdentifier(identifier), withRelated: true).map {
      "\($0.identifier) \($0.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")"
    }
  }

  @Test func holdsUpToTheLastJoin() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.undo()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    try round.join("operative/1", "operative/2")
    try expectLines(
      told(round, "p0005"),
      [
        "p0005 chair import", "p0006 chair import", "p0005 chair merge-paragraphs", "p0005 chair undo",
        "p0006 MEX propose", "p0005 chair merge-paragraphs", "p0005 MEX follow",
      ])
  }

  /// A paragraph has a history before the chair has words of it, and it goes along with them.
  @Test func rejectionThatIsUndoneHidesNoProposal() throws {
    let round = try DecisionRound()
    let (target, mexico) = (try ParagraphAddress("operative/2 bis"), try named("MEX"))
    _ = try round.open().propose(
      .newParagraph("To ask for a report."), to: .paragraph(ParagraphAddress("operative/2")), by: mexico,
      act: round.act())
    _ = try round.open().reject(target, of: mexico, DecisionNote(), act: round.act())
    try round.undo()
    try round.adopt("operative/2 bis", "MEX")
    try round.join("operative/2", "operative/2 bis")
    try expectLines(
      told(round, "p0006"),
      [
        "p0006 chair import", "mex-0001 MEX propose", "mex-0001 chair reject", "mex-0001 chair undo",
        "mex-0001 MEX follow", "mex-0001 chair adopt", "p0006 chair merge-paragraphs",
      ])
  }

  /// Several paragraphs became part of one: what one commit did to them is told of this one first, then of the others by
  /// their identifiers, whoever asks.
  @Test func whatOneCommitDidToSeveralHasOneOrder() throws {
    let round = try DecisionRound()
    for other in ["operative/4", "operative/3", "operative/2", "preamble/2"] { try round.join("operative/1", other) }
    let imported = try told(round, "p0005").filter { $0.hasSuffix("chair import") }
    expectLines(imported, ["p0005", "p0003", "p0006", "p0007", "p0008"].map { $0 + " chair import" })
  }

  /// Joined to one paragraph, set free again, and joined to another that is joined to the first: all ways lead to its
  /// proposals.
  @Test func holdsUpToTheLastOfSeveralWays() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/3")
    try round.undo()
    try round.replace("MEX", "operative/3", "welcome", "hospitality")
    try round.join("operative/2", "operative/3")
    try round.join("operative/1", "operative/2")
    let lines = try told(round, "p0005")
    #expect(lines.filter { $0 == "p0007 MEX propose" }.count == 1, "\(lines)")
    #expect(lines.filter { $0.hasSuffix("chair merge-paragraphs") }.count == 3, "\(lines)")
    #expect(lines.filter { $0.hasSuffix("chair undo") } == ["p0005 chair undo"], "\(lines)")
  }

  /// What was done on the part of a paragraph is told of the whole, the chair's acts too; what was done on the first part
  /// is not told of the second.
  @Test func partsOfASplitThatWasUndone() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "without")
    let part = "p0009"
    try round.replace("VEN", "operative/2 bis", "delay", "haste")
    try round.adopt("operative/2 bis", "VEN")
    try round.replace("CHL", "operative/2", "urge", "ask")
    try round.undo()
    try round.undo()
    try expectLines(
      told(round, "p0006").filter { !$0.hasSuffix("follow") },
      [
        "p0006 chair import", "p0006 chair split", "\(part) VEN propose", "\(part) chair adopt", "p0006 CHL propose",
        "\(part) chair undo", "p0006 chair undo",
      ])
    try expectLines(
      told(round, part).filter { !$0.hasSuffix("follow") },
      [
        "p0006 chair import", "\(part) chair split", "\(part) VEN propose", "\(part) chair adopt",
        "\(part) chair undo", "\(part) chair undo",
      ])
    let acts = try round.open().sources().rows.first { $0.identifier.description == "p0006" }?.acts ?? []
    expectLines(
      acts.map { "\($0.deed.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")" },
      ["chair split", "VEN propose", "chair adopt", "CHL propose", "chair undo", "chair undo"])
  }

  /// What was done on two paragraphs that were one is told of the one whose words it was about, withdrawals too.
  @Test func halvesOfAJoinThatWasUndone() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.replace("VEN", "operative/1", "delay", "haste")
    try round.adopt("operative/1", "VEN")
    try round.replace("BRA", "operative/1", "witnesses", "victims")
    try round.replace("CHL", "operative/1", "member", "other")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("CHL"), act: round.act())
    try round.undo()
    try round.undo()
    try expectLines(
      told(round, "p0006").filter { !$0.hasSuffix("follow") },
      [
        "p0006 chair import", "p0006 chair merge-paragraphs", "p0005 VEN propose", "p0005 chair adopt",
        "p0005 CHL propose", "p0005 CHL withdraw", "p0005 chair undo", "p0006 chair undo",
      ])
    let rows = try round.open().sources().rows
    func row(_ identifier: String) -> [String] {
      rows.filter { $0.identifier.description == identifier }.flatMap { row in
        row.contributors.map { "\($0.delegation.code) \($0.part)" }
          + row.acts.map { "\($0.deed.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")" }
      }
    }
    expectLines(row("p0005"), ["BRA proposed", "chair merge-paragraphs", "BRA propose", "chair undo"])
    expectLines(
      row("p0006"),
      [
        "CHL proposed", "VEN proposed", "chair merge-paragraphs", "VEN propose", "chair adopt", "CHL propose",
        "CHL withdraw", "chair undo", "chair undo",
      ])
  }

  /// A rejection changes no words: it is told where those stand that it was about.
  @Test func rejectionOnJoinedParagraphs() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.replace("VEN", "operative/1", "delay", "haste")
    try round.reject("operative/1", "VEN")
    try round.undo()
    try round.undo()
    let rows = try round.open().sources().rows
    func row(_ identifier: String) -> [String] {
      rows.filter { $0.identifier.description == identifier }.flatMap(\.acts).map {
        "\($0.deed.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")"
      }
    }
    expectLines(row("p0005"), ["chair merge-paragraphs", "chair undo"])
    expectLines(
      row("p0006"), ["chair merge-paragraphs", "VEN propose", "chair reject", "chair undo", "chair undo"])
  }

  /// What was done on joined paragraphs is told of both ends of the one whose words it was about, where that is cut later.
  @Test func halfThatWasCutAfterwards() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.replace("VEN", "operative/1", "delay", "haste")
    try round.adopt("operative/1", "VEN")
    try round.undo()
    try round.undo()
    try round.split("operative/2", before: "to act")
    let rows = try round.open().sources().rows.filter { row in
      row.contributors.contains { $0.delegation.code.description == "VEN" }
    }
    #expect(rows.map(\.identifier.description).sorted() == ["p0006", "p0009"])
    for row in rows {
      expectLines(
        row.acts.map { "\($0.deed.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")" }
          .filter { $0 != "chair merge-paragraphs" && $0 != "chair split" },
        ["VEN propose", "chair adopt", "chair undo", "chair undo"])
    }
  }

  /// A new paragraph whose adoption is undone, and that is adopted again with other words, is the same one.
  @Test func paragraphThatCameBack() throws {
    let round = try DecisionRound()
    try round.propose("CHL", "operative/4", .newParagraph("To protect the lakes and the rivers."))
    try round.adopt("operative/4 bis", "CHL")
    try round.undo()
    try round.replace("CHL", "operative/4 bis", "lakes", "wells")
    try round.adopt("operative/4 bis", "CHL")
    try round.split("operative/4 bis", before: "and")
    let row = try #require(try round.open().sources().rows.first { $0.identifier.description == "chl-0001" })
    expectLines(
      row.acts.map { "\($0.deed.delegation?.code.description ?? "chair") \($0.action?.rawValue ?? "?")" },
      ["CHL propose", "chair adopt", "chair undo", "CHL propose", "chair adopt", "chair split"])
  }

  /// What is only proposed again, once its adoption and a join are undone, can be withdrawn, and that is told.
  @Test func paragraphThatIsOnlyProposedAgain() throws {
    let round = try DecisionRound()
    try round.propose("CHL", "operative/4", .newParagraph("To protect the lakes and the rivers."))
    try round.adopt("operative/4 bis", "CHL")
    try round.join("operative/4 bis", "operative/3")
    try round.undo()
    try round.undo()
    _ = try round.open().withdraw(ParagraphAddress("operative/4 bis"), by: named("CHL"), act: round.act())
    let row = try #require(try round.open().sources().rows.first { $0.identifier.description == "chl-0001" })
    #expect(row.acts.last?.action == .withdraw)
  }

  /// A clock that is slow at the join hides nothing that was done before it.
  @Test func joinByASlowClock() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "without")
    let early = round.act()
    try round.replace("VEN", "operative/2 bis", "delay", "haste")
    try round.adopt("operative/2 bis", "VEN")
    _ = try round.open().join(
      ParagraphAddress("operative/2"), with: ParagraphAddress("operative/2 bis"), DecisionNote(), act: early)
    try expectLines(
      told(round, "p0006").filter { !$0.hasSuffix("follow") }.sorted(),
      [
        "p0006 chair import", "p0006 chair merge-paragraphs", "p0006 chair split", "p0009 VEN propose",
        "p0009 chair adopt",
      ])
    let row = try round.open().sources().rows.first { $0.identifier.description == "p0006" }
    expectLines(row?.contributors.map { "\($0.delegation.code) \($0.part)" } ?? [], ["VEN adopted"])
    #expect(row?.acts.compactMap { $0.action?.rawValue }.sorted() == ["adopt", "merge-paragraphs", "propose", "split"])
  }

  @Test func undoingOfARejectionIsToldOfItsParagraph() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.reject("operative/1", "VEN")
    try round.undo()
    try expectLines(
      told(round, "p0005"),
      ["p0005 chair import", "p0005 VEN propose", "p0005 chair reject", "p0005 chair undo", "p0005 VEN follow"])
    var acts = 0
    try round.open().eachHappening(newestFirst: false) { happening in
      if case .act = happening { acts += 1 }
      return true
    }
    #expect(acts == 0)
  }

  /// With one time for all, a branch follows a decision after it, and what was proposed before a decision is told before.
  @Test func oneSecondIsToldAsItWentOn() throws {
    let round = try DecisionRound()
    let act = round.act()
    let target = try ParagraphAddress("operative/1")
    func propose(_ code: String, _ words: String, _ new: String, on other: String? = nil) throws {
      _ = try round.open().propose(
        .text(.replace(Passage(words), with: new)), to: .paragraph(target), by: named(code),
        amending: other.map { try named($0) }, act: act)
    }
    try propose("URY", "others", "individuals")
    try propose("ARG", "individuals", "all individuals", on: "URY")
    try propose("CHL", "witnesses", "victims")
    _ = try round.open().adopt(.proposals([named("CHL")]), for: target, DecisionNote(), act: act)
    try propose("BRA", "protect", "defend")
    try expectLines(
      told(round, "p0005"),
      [
        "p0005 chair import", "p0005 CHL propose", "p0005 URY propose", "p0005 ARG propose", "p0005 chair adopt",
        "p0005 ARG follow", "p0005 BRA propose", "p0005 URY follow",
      ])
    var filter = EventFilter()
    filter.limit = 4
    let newest = try round.open().events(of: ParagraphIdentifier("p0005"), matching: filter)
    #expect(newest.map { $0.action?.rawValue } == ["adopt", "follow", "propose", "follow"])
  }
}
