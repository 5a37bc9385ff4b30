import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("Who brought each word in")
struct BlameTests {
  @Test func adoptedWordsStayTheirProposers() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.support("CHL", "operative/1", of: "MEX")
    try round.adopt("operative/1", "CHL")
    try expect(
      round.blame("operative/1"),
      is: [
        "draft: To protect all witnesses and", "MEX adopted: individuals",
        "former draft struck by MEX, decided: others",
        "draft: .",
      ])
  }

  @Test func compromiseIsTheChairsAndKeptWordsAreNot() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adoptText("operative/1", "To protect all witnesses, individuals and their families.")
    try expect(
      round.blame("operative/1"),
      is: [
        "draft: To protect all witnesses", "chair: ,", "chair: individuals (first MEX)", "chair: and their families",
        "former draft struck by chair: and others", "draft: .",
      ])
  }

  @Test func amendmentOfAProposalKeepsBothAuthors() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.propose("CHL", "operative/1", .text(.insert("vulnerable", after: Passage("and"))), on: "MEX")
    try round.adopt("operative/1", "CHL")
    try expect(
      round.blame("operative/1"),
      is: [
        "draft: To protect all witnesses and", "CHL adopted: vulnerable", "MEX adopted: individuals",
        "former draft struck by MEX, decided: others", "draft: .",
      ])
  }

  @Test func wordsThatComeBackNameWhoBroughtThemBackAndTheFirst() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adopt("operative/1", "MEX")
    try round.replace("VEN", "operative/1", "individuals", "others")
    try round.adopt("operative/1", "VEN")
    try expect(
      round.blame("operative/1"),
      is: [
        "draft: To protect all witnesses and", "VEN adopted: others (first draft)",
        "former draft struck by MEX, decided: others", "former MEX adopted struck by VEN, decided: individuals",
        "draft: .",
      ])
  }

  @Test func undoingOnlyRestores() throws {
    let round = try DecisionRound()
    let before = try round.blame("operative/1")
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adopt("operative/1", "MEX")
    try round.undo()
    try expect(
      round.blame("operative/1"),
      is: [
        "draft: To protect all witnesses and others."
      ])
    #expect(before == ["draft: To protect all witnesses and others."])
  }

  /// What was adopted again after it had been undone is credited to the decision that stands, and what went before the
  /// undone decision stays struck by whoever struck it.
  @Test func undoneDecisionsGetNoCredit() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.adopt("operative/1", "VEN")
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adopt("operative/1", "MEX")
    try round.undo()
    let struck = [
      "draft: To protect all", "VEN adopted: victims", "former draft struck by VEN, decided: witnesses", "draft: and",
    ]
    try expect(round.blame("operative/1"), is: struck.dropLast() + ["draft: and others."])
    let credited = try round.open().blame(round.open().place(at: ParagraphAddress("operative/1")), isConsolidated: true)
    let undone = try #require(try round.open().repository.commit(round.open().main.commit).parents.first)
    #expect(!credited.deeds.map(\.commit).contains(undone))
    try round.adopt("operative/1", "MEX")
    try expect(
      round.blame("operative/1"),
      is: struck + ["MEX adopted: individuals", "former draft struck by MEX, decided: others", "draft: ."])
    let again = try round.open().blame(round.open().place(at: ParagraphAddress("operative/1")))
    #expect(again.deeds.map(\.commit).contains(try round.open().main.commit))
  }

  @Test func withdrawnAndRejectedWordsLeaveNoTrace() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("MEX"), act: round.act())
    try round.reject("operative/1", "VEN")
    try expect(round.blame("operative/1", isConsolidated: true), is: ["draft: To protect all witnesses and others."])
  }

  @Test func bracketsNameTheirAuthors() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("VEN", "operative/1", "others", "individuals")
    try round.replace("BRA", "operative/1", "others", "persons")
    try expect(
      round.blame("operative/1", isConsolidated: true),
      is: [
        "draft: To protect all witnesses and", "[Bra] BRA: persons", "[Mex, Ven] MEX: individuals",
        "[struck] draft struck by MEX, VEN, BRA: others", "draft: .",
      ])
    try expect(round.blame("operative/1"), is: ["draft: To protect all witnesses and others."])
  }

  @Test func splitAndJoinedParagraphsKeepTheirWords() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "at once and together")
    try round.adopt("operative/2", "MEX")
    try round.split("operative/2", before: "to act")
    try expect(round.blame("operative/2"), is: ["draft: To urge the member states"])
    let second = [
      "draft: to act", "MEX adopted: at once and together", "former draft struck by MEX, decided: without delay",
      "draft: .",
    ]
    try expect(round.blame("operative/2 bis"), is: second)
    try round.join("operative/2", "operative/2 bis")
    try expect(
      round.blame("operative/2"),
      is: [
        "draft: To urge the member states to act", "MEX adopted: at once and together",
        "former draft struck by MEX, decided: without delay", "draft: .",
      ])
  }

  /// What a delegation strikes is struck by its proposal, not by the merge that took it to another paragraph.
  @Test func strikesGoAlongWithTheirWords() throws {
    for isSplit in [false, true] {
      let round = try DecisionRound()
      try round.replace("VEN", "operative/2", "without delay", "at once")
      let proposal = try #require(try round.open().delegationTips().first?.tip)
      let address = isSplit ? "operative/2 bis" : "operative/1"
      if isSplit {
        try round.split("operative/2", before: "to act")
      } else {
        try round.join("operative/1", "operative/2")
      }
      let lines = try round.blame(address, isConsolidated: true)
      #expect(lines.contains("[Ven] VEN: at once"), "\(lines)")
      #expect(lines.contains("[struck] draft struck by VEN: without delay"), "\(lines)")
      let negotiation = try round.open()
      let blame = try negotiation.blame(negotiation.place(at: ParagraphAddress(address)), isConsolidated: true)
      #expect(Set(blame.deeds.filter { $0.delegation != nil }.map(\.commit)) == [proposal], "split: \(isSplit)")
      try round.adopt(address, "VEN")
      let adopted = try round.open().blame(round.open().place(at: ParagraphAddress(address)))
      #expect(Set(adopted.deeds.filter { $0.delegation != nil }.map(\.commit)) == [proposal], "split: \(isSplit)")
    }
  }

  /// Words that two delegations want at one time have not gone from anywhere, nor those that stand in the other half.
  @Test func wordsThatNeverWentAreNotFirstAnywhere() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "others", "individuals")
    try round.replace("MEX", "operative/1", "witnesses", "informants, individuals,")
    let lines = try round.blame("operative/1", isConsolidated: true)
    #expect(!lines.contains { $0.contains("(first") }, "\(lines)")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("VEN"), act: round.act())
    try round.replace("CHL", "operative/1", "protect", "defend and spare")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("CHL"), act: round.act())
    try round.replace("BRA", "operative/1", "protect", "spare")
    let now = try round.blame("operative/1", isConsolidated: true)
    #expect(now.contains { $0.hasSuffix("BRA: spare (first CHL)") }, "\(now)")
    try round.split("operative/2", before: "to act")
    try round.replace("PER", "operative/2", "urge", "urge without delay")
    let half = try round.blame("operative/2", isConsolidated: true)
    #expect(!half.contains { $0.contains("(first") }, "\(half)")
  }

  /// Marks of footnotes that are counted on in the joined paragraph stay whose they are.
  @Test func footnotesOfAJoinedParagraphKeepTheirCredit() throws {
    let round = try DecisionRound(
      "DRAFT\n\nRESOLVE:\n\n1. To act now.[^1]\n\n2. To report.[^2]\n\n[^1]: One.\n\n[^2]: Two.\n")
    try round.join("operative/1", "operative/2")
    try expect(round.blame("operative/1"), is: ["draft: To act now.[^1]", "draft: To report.[^2]"])
  }

  @Test func movedClauseKeepsItsWords() throws {
    let round = try DecisionRound()
    try round.adoptText(
      "operative/2", "To act without delay, and to urge the member states in the region to follow the same path.")
    try round.adoptText(
      "operative/2", "In the region to follow the same path, to act without delay, and to urge the member states.")
    let lines = try round.blame("operative/2")
    #expect(lines.contains("chair moved by chair: In the region to follow the same path"), "\(lines)")
  }

  @Test func revisionIsTheFirstThatHasTheWords() throws {
    let round = try DecisionRound()
    _ = try round.open().revise(symbol: "CP/1 rev. 1", DecisionNote(), act: round.act())
    try round.replace("MEX", "operative/1", "others", "individuals")
    _ = try round.open().revise(symbol: "CP/1 rev. 2", DecisionNote(), act: round.act())
    try round.adopt("operative/1", "MEX")
    try expect(
      round.blame("operative/1").filter { !$0.hasPrefix("former") },
      is: [
        "draft: To protect all witnesses and rev. 1", "MEX adopted: individuals", "draft: . rev. 1",
      ])
    _ = try round.open().revise(symbol: "CP/1 rev. 3", DecisionNote(), act: round.act())
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try expect(
      round.blame("operative/1", isConsolidated: true).filter { !$0.hasPrefix("former") },
      is: [
        "draft: To protect all rev. 1", "[Ven] VEN: victims", "[struck] draft struck by VEN: witnesses rev. 1",
        "draft: and rev. 1", "MEX adopted: individuals rev. 3", "draft: . rev. 1",
      ])
  }

  @Test func newParagraphIsItsProposers() throws {
    let round = try DecisionRound()
    try round.propose("URY", "operative/2", .newParagraph("To ask for a report."))
    try expect(round.blame("operative/2 bis"), is: ["[Uru] URY: To ask for a report."])
    try round.adopt("operative/2 bis", "URY")
    try expect(round.blame("operative/2 bis"), is: ["URY adopted: To ask for a report."])
  }

  @Test func undoneJoinStrikesNothing() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    let before = try round.blame("operative/2", isConsolidated: true)
    try round.join("operative/1", "operative/2")
    try round.undo()
    try expect(round.blame("operative/2", isConsolidated: true), is: before)
    try round.adopt("operative/2", "MEX")
    try expect(
      round.blame("operative/2"),
      is: [
        "draft: To urge the member states to act", "MEX adopted: at once",
        "former draft struck by MEX, decided: without delay", "draft: .",
      ])
  }

  @Test func undoneAdoptionOfANewParagraphStrikesNothing() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("To ask for a report."), to: .paragraph(ParagraphAddress("operative/4")), by: named("URY"),
      act: round.act())
    try round.propose("ARG", "operative/4 bis", .text(.insertBefore("yearly", before: Passage("report"))), on: "URY")
    let before = try round.blame("operative/4 bis")
    try round.adopt("operative/4 bis", "ARG")
    try round.undo()
    try expect(round.blame("operative/4 bis"), is: before)
  }

  @Test func undoneRejectionGivesTheWordsBackToTheirProposals() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/1", .text(.insertBefore("very", before: Passage("witnesses"))))
    try round.propose("CHL", "operative/2", .text(.delete(Passage("without delay"))))
    let targets = ["operative/1", "operative/2"]
    let before = try targets.map { try round.blame($0, isConsolidated: true) }
    let commits = try targets.map { try deeds(round, $0) }
    try round.reject("operative/1", "MEX")
    try round.reject("operative/2", "CHL")
    try round.undo()
    try round.undo()
    for (index, target) in targets.enumerated() {
      try expect(round.blame(target, isConsolidated: true), is: before[index])
      try expect(deeds(round, target), is: commits[index])
    }
  }

  private func deeds(_ round: DecisionRound, _ target: String) throws -> [String] {
    let negotiation = try round.open()
    return try negotiation.blame(negotiation.place(at: ParagraphAddress(target)), isConsolidated: true)
      .deeds.map(\.commit.short)
  }
}
