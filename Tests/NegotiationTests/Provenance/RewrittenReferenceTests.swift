import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

/// What the record says of references that new numbers have rewritten in proposals and positions.
@Suite("References rewritten in what delegations say, in the record")
struct RewrittenReferenceTests {
  /// Uruguay's `3 bis` names 2, which becomes 3; Brazil's reservation on 1 names 3, which becomes 2.
  private func round() throws -> DecisionRound {
    let round = try DecisionRound(
      "DRAFT\n\nDECLARES:\n\n1. Alpha is the first.\n\n2. Bravo is the second.\n\n3. Charlie is the third.\n")
    try round.open().proposeNew("To apply paragraph 2.", after: "operative/3", by: "URY", round.act())
    try round.propose("ARG", "operative/3 bis", .text(.insert("all", after: Passage("apply"))), on: "URY")
    _ = try round.open().take(
      Position(kind: .reserve, reason: "see paragraph 3"), on: ParagraphAddress("operative/1"), by: named("BRA"),
      act: round.act())
    try round.place("operative/3", after: "operative/1")
    _ = try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
    try round.expectSound()
    return round
  }

  @Test func decisionTellsWhatItRewroteInWhatDelegationsSay() throws {
    let round = try round()
    let story = try round.open().story(of: round.open().main.commit)
    expect(
      story.following.map {
        "\($0.delegation.code) \($0.change.address) \($0.change.outcome.rawValue) \($0.rewritten)"
      }.joined(separator: "\n"),
      is: """
        ARG operative/2 bis carried []
        BRA operative/1 unchanged ["paragraph 3 → paragraph 2"]
        URY operative/2 bis carried ["paragraph 2 → paragraph 3"]
        """)
  }

  @Test func logAndSourcesTellIt() throws {
    let round = try round()
    let negotiation = try round.open()
    let events = try negotiation.events(of: negotiation.place(at: ParagraphAddress("operative/1")).entry.identifier)
    let last = try #require(events.last)
    #expect(last.delegation?.code.description == "BRA" && last.action == .follow)
    #expect(last.before == last.after)
    #expect(last.message.references(rewrittenIn: last.identifier) == ["paragraph 3 → paragraph 2"])
    let sources = try negotiation.sources()
    func acts(_ target: String) -> [String] {
      let acts = sources.rows.first { $0.place?.address == target }?.acts ?? []
      return RecordedAct.sentences(acts, in: .english, sources.registry).map { String($0.dropFirst(11)) }
    }
    expect(
      acts("operative/1").joined(separator: "\n"),
      is: """
        position reserved by Brazil – see paragraph 3
        references rewritten in what is said by Brazil: paragraph 3 → paragraph 2
        """)
    #expect(
      acts("operative/2 bis").last
        == "references rewritten in what is said by Uruguay: paragraph 2 → paragraph 3")
    let note = try negotiation.coverNote(negotiation.record())
    #expect(note.acts.first { $0.action == .reserve }?.reason == "see paragraph 2")
  }

  @Test func undoingTellsWhatItRewritesBack() throws {
    let round = try round()
    let outcome = try round.undo()
    try round.expectSound()
    expect(
      outcome.reports.flatMap { report in
        report.changes.filter { !$0.references.isEmpty }.map { change in
          "\(report.delegation.code) \(change.address) \(change.outcome.rawValue) "
            + change.references.map { "\($0.phrase) → \($0.suggestion)" }.joined(separator: ", ")
        }
      }.joined(separator: "\n"),
      is: """
        BRA operative/1 unchanged paragraph 2 → paragraph 3
        URY operative/3 bis unchanged paragraph 3 → paragraph 2
        """)
    let negotiation = try round.open()
    let story = try negotiation.story(of: negotiation.main.commit)
    #expect(
      story.following.flatMap(\.rewritten) == ["paragraph 2 → paragraph 3", "paragraph 3 → paragraph 2"])
    let sources = try negotiation.sources()
    func acts(_ target: String) -> [String] {
      let acts = sources.rows.first { $0.place?.address == target }?.acts ?? []
      return RecordedAct.sentences(acts, in: .english, sources.registry).map { String($0.dropFirst(11)) }
    }
    #expect(
      acts("operative/1").suffix(2) == [
        "references rewritten in what is said by Brazil: paragraph 3 → paragraph 2 (undone 2026-03-15)",
        "references rewritten in what is said by Brazil: paragraph 2 → paragraph 3",
      ])
    #expect(
      acts("operative/3 bis").suffix(2) == [
        "references rewritten in what is said by Uruguay: paragraph 2 → paragraph 3 (undone 2026-03-15)",
        "references rewritten in what is said by Uruguay: paragraph 3 → paragraph 2",
      ])
    let note = try negotiation.coverNote(negotiation.record())
    #expect(note.acts.first { $0.action == .reserve }?.reason == "see paragraph 3")
  }

  /// One merge takes the branch there and back.
  @Test func branchThatFollowsTheDecisionAndItsUndoingAtOnceRewroteNothing() throws {
    let round = try round()
    let name = ReferenceNames.delegation(try named("URY").code)
    _ = try round.git("update-ref", name, try round.tip("URY").hex + "~1")
    try round.undo()
    try #expect(CommitMessage(text: round.open().repository.commit(round.tip("URY")).message).values(.rewritten) == [])
    try round.expectSound()
  }

  @Test func chairsReferencesAreToldBothWays() throws {
    let round = try DecisionRound("DRAFT\n\nDECLARES:\n\n1. Alpha of paragraph 3.\n\n2. Bravo.\n\n3. Charlie.\n")
    try round.place("operative/3", after: "operative/1")
    _ = try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
    try round.undo()
    let events = try round.open().events(of: ParagraphIdentifier("p0001"))
    expect(
      events.suffix(2).map { "\(written($0.words)) | \($0.message.references(rewrittenIn: $0.identifier).joined())" }
        .joined(separator: "\n"),
      is: """
        Alpha of paragraph [Chair: 2 ~~3~~]. | paragraph 3 → paragraph 2
        Alpha of paragraph [Chair: 3 ~~2~~]. | paragraph 2 → paragraph 3
        """)
    try round.expectSound()
  }

  /// What stands behind the text changes with the numbers too.
  @Test func ordersAndFootnotesOfAProposalAreToldWhereTheyAreRewritten() throws {
    let round = try DecisionRound(
      """
      DRAFT

      DECLARES:

      1. Alpha.

      2. Bravo.

      3. Charlie.

      3 bis. [Ven: To insist.] PLACE WITH PARAGRAPH 2

      """)
    try round.propose(
      "CHL", "operative/1", .text(.text("Alpha.[^1]\n[^1]: See paragraph 3.")))
    try round.place("operative/3", after: "operative/1")
    _ = try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
    try round.undo()
    func words(_ identifier: String) throws -> [String] {
      try round.open().events(of: ParagraphIdentifier(identifier)).filter { $0.action == .follow }
        .map { written($0.words) }
    }
    try #expect(
      words("ven-0001") == [
        "To insist.\nPLACE WITH PARAGRAPH [Ven: 3 ~~2~~]", "To insist.\nPLACE WITH PARAGRAPH [Ven: 2 ~~3~~]",
      ])
    try #expect(
      words("p0001") == [
        "Alpha.[Chile: [^1]\n[^1]: See paragraph 2.]", "Alpha.[Chile: [^1]\n[^1]: See paragraph 3.]",
      ])
    try round.expectSound()
  }

  @Test func wordsThatStandNoLongerAreNotFoundAsStanding() throws {
    let round = try round()
    try expect(round.found("\"paragraph 2\"").filter { $0.contains(" standing: ") }, is: [])
    try expect(
      round.found("\"paragraph 3\"").joined(separator: "\n"),
      is: """
        operative/2 bis ARG standing: To apply all *paragraph 3*.
        operative/2 bis URY standing: To apply *paragraph 3*.
        """)
  }

  @Test func newNumberIsNotOfTheProposalThatSaidAnother() throws {
    let round = try round()
    let negotiation = try round.open()
    let proposal = try #require(
      try negotiation.events(of: ParagraphIdentifier("ury-0001")).first { $0.delegation?.code.description == "URY" })
    let blame = try negotiation.blame(
      negotiation.place(at: ParagraphAddress("operative/2 bis")), isConsolidated: true)
    let number = try #require(blame.words.first { $0.text.contains("3") })
    #expect(number.credit.broughtIn.commit != proposal.commit)
    #expect(number.credit.broughtIn.who == "URY")
    #expect(blame.words.first { $0.text.contains("apply") }?.credit.broughtIn.commit == proposal.commit)
  }
}

extension ParagraphBlame {
  /// The words that stand, one run after the other.
  fileprivate var words: [CreditedWords] { pieces.flatMap(\.words) }
}

extension BlamePiece {
  fileprivate var words: [CreditedWords] {
    switch self {
    case .words(let words): [words]
    case .former: []
    case .bracket(let bracket): (bracket.alternatives.flatMap(\.pieces) + (bracket.struck ?? [])).flatMap(\.words)
    }
  }
}
