import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

/// New numbers, and the references in what delegations say.
@Suite("References in proposals")
struct ProposedReferenceTests {
  /// 1 to 4; Mexico's `1 bis` is adopted, so that 2, 3 and 4 become 3, 4 and 5.
  private func round(_ draft: String? = nil) throws -> DecisionRound {
    let round = try DecisionRound(
      draft ?? """
        DRAFT

        RESOLVES:

        1. To act under paragraph 3.

        2. To ask for a study as in paragraphs 3 and 4.[^1]

        3. To convene a meeting.

        4. To thank the host, recalling paragraph 2.

        [^1]: See paragraph 3.

        """)
    try round.open().proposeNew("To insist.", after: "operative/1", by: "MEX", round.act())
    return round
  }

  private func clean(_ round: DecisionRound, fixes: Bool = true, isWritten: Bool = true) throws -> CleanText {
    try round.open().clean(isCurrent: true, fixes: fixes, writing: isWritten ? DecisionNote() : nil, act: round.act)
  }

  private func told(_ clean: CleanText) -> [String] {
    (clean.decision?.reports ?? []).flatMap { report in
      report.changes.map { change in
        let references = change.references.map { "; \($0.phrase) → \($0.suggestion)" }.joined()
        return "\(report.delegation.code) \(change.address) \(change.outcome.rawValue)\(references)"
      }
    }
  }

  @Test func proposalsSpeakTheNewNumbersAndNothingElseOfThemChanges() throws {
    let round = try round()
    try round.replace("CHL", "operative/4", "paragraph 2", "paragraph 3")
    try round.replace("CHL", "operative/2", "study", "full study")
    try round.propose("BRA", "operative/2", .text(.insert("and paragraph 4", after: Passage("full study"))), on: "CHL")
    try round.propose("PER", "operative/3", .text(.insert("on resolution 12, paragraph 3", after: Passage("meeting"))))
    try round.propose("ARG", "operative/1", .deleteParagraph)
    try round.open().proposeNew("To go on with paragraphs 2 and 2 bis.", after: "operative/2", by: "VEN", round.act())
    try round.adopt("operative/1 bis", "MEX")
    let before = try round.written()
    let clean = try clean(round)
    #expect(
      told(clean) == [
        "ARG operative/1 unchanged", "BRA operative/3 carried; paragraph 4 → paragraph 5", "CHL operative/3 carried",
        "CHL operative/5 carried; paragraph 3 → paragraph 4",
        "VEN operative/3 bis unchanged; paragraphs 2 and 2 bis → paragraphs 3 and 3 bis",
      ])
    try #expect(
      round.written() == [
        "RESOLVES:", "1. [Arg: ~~To act under paragraph 4.~~]", "2. To insist.",
        "3. To ask for a [Bra, Chile: full] study [Bra: and paragraph 5] as in paragraphs 4 and 5.1/",
        "3 bis. [Ven: To go on with paragraphs 3 and 3 bis.]",
        "4. To convene a meeting [Peru: on resolution 12, paragraph 3].",
        "5. To thank the host, recalling paragraph [Chile: 4 ~~3~~].", "1/ See paragraph 4.",
      ])
    #expect(
      clean.references.filter { $0.delegation != nil && !$0.isCertain }.map { "\($0.delegation!) \($0.phrase)" } == [
        "PER paragraph 3"
      ])
    try round.expectSound()
    try #expect(round.amended(by: "BRA") == ["p0003"])
    // Who amends still follows what the proposer makes of the proposal.
    try round.replace("CHL", "operative/3", "full study", "whole study")
    try #expect(
      round.line("3.")
        == "3. To ask for a [Bra, Chile: whole] study [Bra: and paragraph 5] as in paragraphs 4 and 5.1/")
    try round.expectVerified()
    try round.replace("CHL", "operative/3", "whole study", "full study")
    try round.undo()
    try #expect(round.written() == before)
    try round.expectSound()
  }

  @Test func withoutRewritingTheyAreOnlyListed() throws {
    let round = try round()
    try round.replace("CHL", "operative/4", "paragraph 2", "paragraph 3")
    try round.open().takePosition(.reserve, "See paragraph 4", on: "operative/3", by: "GTM", round.act())
    try round.adopt("operative/1 bis", "MEX")
    let clean = try clean(round, fixes: false)
    #expect(
      clean.references.map { "\($0.delegation?.description ?? "") \($0.passage): \($0.phrase) → \($0.suggestion)" } == [
        " text: paragraph 3 → paragraph 4", " text: paragraphs 3 and 4 → paragraphs 4 and 5",
        " footnote(1): paragraph 3 → paragraph 4", " text: paragraph 2 → paragraph 3",
        "CHL text: paragraph 3 → paragraph 4", "GTM position: paragraph 4 → paragraph 5",
      ])
    try #expect(round.line("5.") == "5. To thank the host, recalling paragraph [Chile: 3 ~~2~~].")
    try round.expectSound()
  }

  @Test func positionsAndProposalsMadeSinceAreRewrittenBackByTheUndoing() throws {
    let round = try round()
    try round.open().takePosition(.reserve, "See paragraph 4", on: "operative/3", by: "GTM", round.act())
    try round.adopt("operative/1 bis", "MEX")
    #expect(told(try clean(round)) == ["GTM operative/4 unchanged; paragraph 4 → paragraph 5"])
    try #expect(position(round) == "See paragraph 5")
    try round.replace("COL", "operative/4", "a meeting", "what paragraph 5 says")
    try round.undo()
    try #expect(round.line("3.") == "3. To convene [Col: what paragraph 4 says ~~a meeting~~].")
    try #expect(position(round) == "See paragraph 4")
    try round.expectSound()
  }

  private func position(_ round: DecisionRound) throws -> String? {
    let negotiation = try round.open()
    return try negotiation.standingChanges(of: named("GTM")).flatMap { try negotiation.positions(of: $0) }?
      .values.first?.reason
  }

  @Test(arguments: [
    ("paragraph 3", "paragraph 4"), ("párrafo 3", "párrafo 4"), ("paragraphe 3", "paragraphe 4"),
    ("parágrafo 3", "parágrafo 4"), ("paragraphs 3 to 4", "paragraphs 4 to 5"), ("párrafos 3 y 4", "párrafos 4 y 5"),
    ("paragraphes 3 à 4", "paragraphes 4 à 5"), ("parágrafos 3 e 4", "parágrafos 4 e 5"),
  ])
  func fourLanguages(_ old: String, _ new: String) throws {
    let round = try round()
    try round.propose("CHL", "operative/3", .text(.insert("(\(old))", after: Passage("meeting"))))
    try round.adopt("operative/1 bis", "MEX")
    #expect(told(try clean(round)) == ["CHL operative/4 unchanged; \(old) → \(new)"])
    try #expect(round.line("4.") == "4. To convene a meeting [Chile: (\(new))].")
  }

  @Test func rangeOverAParagraphNumberedInBetweenIsSaid() throws {
    let round = try round()
    try round.propose("COL", "operative/3", .text(.insert("(paragraphs 1 to 2)", after: Passage("meeting"))))
    try round.propose("PER", "operative/3", .text(.insert("(paragraphs 3 to 4)", after: Passage("meeting"))))
    try round.adopt("operative/1 bis", "MEX")
    let clean = try clean(round, fixes: false, isWritten: false)
    #expect(
      clean.references.filter { $0.delegation != nil }.map {
        "\($0.suggestion) \($0.covered.map(\.description))"
      } == ["paragraphs 1 to 3 [\"1\", \"1 bis\", \"2\"]", "paragraphs 4 to 5 []"])
  }

  @Test func branchThatFollowsLateReadsTheSame() throws {
    let round = try round()
    try round.replace("CHL", "operative/4", "paragraph 2", "paragraph 3")
    try round.adopt("operative/1 bis", "MEX")
    let name = ReferenceNames.delegation(try named("CHL").code)
    let tip = try #require(try round.open().repository.reference(name))
    _ = try clean(round)
    let line = try round.line("5.")
    _ = try round.git("update-ref", name, tip.hex)
    try #expect(round.line("5.") == line)
    // An amendment of what has not followed yet knows what was rewritten in it.
    try round.propose("BRA", "operative/5", .text(.replace(Passage("host"), with: "hosts")), on: "CHL")
    try #expect(round.line("5.") == "5. To thank the [Bra: hosts ~~host~~], recalling paragraph [Bra, Chile: 4 ~~3~~].")
    try round.expectSound()
  }

  @Test func proposalThatACoincidenceWouldEndIsRefused() throws {
    let round = try round(
      "DRAFT\n\nRESOLVES:\n\n1. To act.\n\n2. To recall paragraph 3.\n\n3. To go.\n\n4. To stay.\n\n5. To end.\n")
    try round.replace("CHL", "operative/2", "paragraph 3", "paragraph 4")
    try round.propose("ARG", "operative/4", .deleteParagraph)
    try round.adopt("operative/4", "ARG")
    try round.adopt("operative/1 bis", "MEX")
    #expect(
      refused { _ = try clean(round) }
        == "refused: Chile's proposal on operative/2 would read like the new text by a coincidence of numbers")
    try round.expectSound()
  }

  @Test func sectionWhoseFirstParagraphIsGoneBeginsWhereItBegan() throws {
    let round = try DecisionRound(
      "DRAFT\n\nTHE GENERAL ASSEMBLY,\n\n1. RECALLING all;\n\nRESOLVE:\n\n1. To act.\n\n2. To go.\n\n3. To end.\n")
    try round.propose("ARG", "operative/1", .deleteParagraph)
    try round.adopt("operative/1", "ARG")
    #expect(
      try clean(round, isWritten: false).concordance.map { "\($0.section)/\($0.old) → \($0.new)" }
        == ["preamble/1 → 1", "operative/2 → 1", "operative/3 → 2"])
    let other = try DecisionRound(
      "DRAFT\n\nTHE GENERAL ASSEMBLY,\n\n1. RECALLING all;\n\n2. NOTING all;\n\nRESOLVE:\n\n3. To act.\n\n4. To go.\n")
    try other.propose("ARG", "preamble/2", .deleteParagraph)
    try other.adopt("preamble/2", "ARG")
    #expect(
      try clean(other, isWritten: false).concordance.map { "\($0.section)/\($0.old) → \($0.new)" }
        == ["preamble/1 → 1", "operative/3 → 2", "operative/4 → 3"])
  }
}

extension Negotiation {
  func proposeNew(_ text: String, after target: String, by code: String, _ act: Act) throws {
    _ = try propose(
      .newParagraph(text), to: .paragraph(ParagraphAddress(target)), by: named(code), act: act)
  }

  fileprivate func takePosition(
    _ kind: Position.Kind, _ reason: String, on target: String, by code: String, _ act: Act
  ) throws {
    _ = try take(Position(kind: kind, reason: reason), on: ParagraphAddress(target), by: named(code), act: act)
  }
}
