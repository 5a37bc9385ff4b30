import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("Who struck which words, and whose a footnote is")
struct BlameStrikeTests {
  /// A delegation's words stand inside those that another would strike; nobody strikes them.
  @Test func wordsInsideAStruckParagraphAreNotStruck() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/2", "without delay", "at once")
    try round.propose("BRA", "operative/2", .deleteParagraph)
    let lines = try round.blame("operative/2", isConsolidated: true)
    #expect(lines.contains { $0.hasSuffix("MEX: at once") }, "\(lines)")
    #expect(!lines.contains { $0.contains("MEX struck by") }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("draft struck by BRA: To urge the member states to act") }, "\(lines)")
  }

  /// Words that several would strike are struck by all of them, those inside others as well.
  @Test func everybodyWhoStrikesTheSameWordsIsNamed() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .text(.delete(Passage(" without delay"))))
    try round.propose("CHL", "operative/2", .text(.delete(Passage(" without delay"))))
    try round.propose("BRA", "operative/2", .text(.delete(Passage("to act without delay"))))
    let both = "draft struck by VEN, CHL"
    let lines = try round.blame("operative/2", isConsolidated: true)
    #expect(lines.contains { $0.hasSuffix("\(both), BRA: without delay") }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("draft struck by BRA: to act") }, "\(lines)")
    try round.adopt("operative/2", "VEN", "CHL")
    let told = try round.blame("operative/2")
    #expect(told.contains("former \(both), decided: without delay"), "\(told)")
  }

  /// Who supports an amendment strikes what it strikes, by the act of support.
  @Test func supporterOfAnAmendmentStrikesItsWords() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "without delay", "on maps of deserts")
    try round.propose("VEN", "operative/2", .text(.replace(Passage("deserts"), with: "glaciers")), on: "BRA")
    try round.support("MEX", "operative/2", of: "VEN")
    let both = try round.blame("operative/2", isConsolidated: true)
    #expect(both.contains("[Bra] [struck] BRA struck by VEN, MEX: deserts"), "\(both)")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    let one = try round.blame("operative/2", isConsolidated: true)
    #expect(one.contains("[Bra] [struck] BRA struck by MEX: deserts"), "\(one)")
  }

  /// Who amends a proposal strikes with it what its proposer strikes later.
  @Test func amenderStrikesWhatItsProposerStrikesSince() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "without delay", "on ponds")
    try round.propose("MEX", "operative/2", .text(.insertBefore("deep", before: Passage("ponds"))), on: "BRA")
    try round.replace("BRA", "operative/2", "urge", "command")
    let lines = try round.blame("operative/2", isConsolidated: true)
    #expect(lines.contains("[Bra, Mex] BRA: command"), "\(lines)")
    #expect(lines.contains("[struck] draft struck by BRA, MEX (following): urge"), "\(lines)")
  }

  /// A paragraph that was joined once, which was undone, is no part of a later join with another.
  @Test func whatWasStruckInAParagraphThatIsNotJoinedIsNotTold() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.undo()
    try round.replace("ARG", "operative/2", "urge", "ask")
    try round.adopt("operative/2", "ARG")
    try round.join("operative/1", "operative/3")
    try expect(
      round.blame("operative/1"),
      is: ["draft: To protect all witnesses and others.", "draft: To thank the host country for its welcome."])
  }

  /// Who read on without the chair's new words, and is adopted, struck them, though its own text never had them.
  @Test func wordsThatAnAdoptedProposalNeverHadAreStruckByIt() throws {
    let round = try DecisionRound("DRAFT\n\nRESOLVE:\n\n1. To count on the care of motorists and on the street.\n")
    try round.replace("BRA", "operative/1", "motorists", "adult drivers")
    try round.adoptText(
      "operative/1", "To count on the care of everyone at the wheel, adult drivers first, and on the street.")
    try round.replace("BRA", "operative/1", "adult drivers", "drivers")
    let asked = try round.blame("operative/1", isConsolidated: true)
    #expect(asked.contains("[struck] chair struck by BRA: first,"), "\(asked)")
    try round.adopt("operative/1", "BRA")
    let told = try round.blame("operative/1")
    #expect(told.contains("former chair struck by BRA, decided: first,"), "\(told)")
    #expect(told.contains("former chair struck by BRA, decided: everyone at the wheel, adult"), "\(told)")
  }

  /// Who struck others before is in conflict with the decision that brought the words which it reads on without.
  @Test func wordsThatCameInMeanwhileAreStruckInConflict() throws {
    let round = try DecisionRound()
    try round.replace("ARG", "operative/2", "without delay", "at once")
    try round.replace("MEX", "operative/2", "without delay", "with due haste")
    try round.adopt("operative/2", "MEX")
    try expect(
      round.blame("operative/2", isConsolidated: true),
      is: [
        "draft: To urge the member states to act", "[Arg] ARG: at once",
        "[struck] MEX adopted struck by ARG (in conflict): with due haste",
        "former draft struck by MEX, decided: without delay", "draft: .",
      ])
  }

  /// Once the chair decides so, who struck words that came in meanwhile is told to have been in conflict with them.
  @Test func wordsThatCameInMeanwhileWereStruckInConflict() throws {
    let round = try DecisionRound()
    try round.replace("ARG", "operative/2", "without delay", "at once")
    try round.adoptText("operative/2", "To urge the member states to act with due haste.")
    try round.adopt("operative/2", "ARG")
    try expect(
      round.blame("operative/2"),
      is: [
        "draft: To urge the member states to act", "ARG adopted: at once",
        "former chair struck by ARG (in conflict), decided: with due haste",
        "former draft struck by chair: without delay",
        "draft: .",
      ])
  }

  /// What a delegation took back strikes nothing, nor does the withdrawal.
  @Test func whatWasWithdrawnStrikesNothing() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "delay", "haste")
    try round.adoptText("operative/2", "To urge the member states to act with all their strength.")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("BRA"), act: round.act())
    try round.replace("BRA", "operative/2", "strength", "power")
    let proposal = try round.tip("BRA")
    try round.undo()
    let negotiation = try round.open()
    let blame = try negotiation.blame(
      negotiation.place(at: ParagraphAddress("operative/2")), isConsolidated: true)
    let named = blame.deeds.filter { $0.delegation != nil }.map(\.commit)
    #expect(Set(named) == [proposal])
  }

  /// Of a half that is joined to the other again no word was struck by the join.
  @Test func joinStrikesNothing() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "every year")
    try round.support("PER", "operative/2", of: "VEN")
    try round.propose(
      "ARG", "operative/2", .text(.insertBefore("at least", before: Passage("every year"))), on: "VEN")
    try round.split("operative/2", before: "to act")
    try round.adopt("operative/2 bis", "ARG")
    let struck = "[struck] ARG adopted struck by PER (in conflict): at least"
    let half = try round.blame("operative/2 bis", isConsolidated: true)
    #expect(half.contains(struck), "\(half)")
    try round.join("operative/2", "operative/2 bis")
    let whole = try round.blame("operative/2", isConsolidated: true)
    #expect(whole.contains(struck), "\(whole)")
  }

  /// A footnote that reads otherwise is of who would have it so; one that keeps its words keeps its history.
  @Test func changedFootnoteIsWhoChangedIt() throws {
    let round = try DecisionRound(
      "DRAFT\n\nRESOLVE:\n\n1. To act[^1] now.[^2]\n\n[^1]: One.\n\n[^2]: Two.\n")
    try round.propose("BRA", "operative/1", .text(.text("To act[^1] now.[^2]\n\n[^1]: One.\n\n[^2]: Second.")))
    try expect(
      round.blame("operative/1", isConsolidated: true),
      is: ["draft: To act[^1] now.", "[Bra] BRA: [^3]", "[struck] draft struck by BRA: [^2]"])
    try round.adopt("operative/1", "BRA")
    try expect(
      round.blame("operative/1"),
      is: ["draft: To act[^1] now.", "BRA adopted: [^3]", "former draft struck by BRA, decided: [^2]"])
  }
}
