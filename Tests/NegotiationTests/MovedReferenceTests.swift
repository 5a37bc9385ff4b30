import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

/// References to several paragraphs that are not together any more.
@Suite("References to what was moved")
struct MovedReferenceTests {
  /// 1 to 8, and the fourth stands behind the first: 4 becomes 2, and 2 and 3 become 3 and 4.
  private func found(_ text: String) throws -> String {
    let rows = try [1, 4, 2, 3, 5, 6, 7, 8].enumerated().map { index, number in
      Renumbering(
        identifier: try ParagraphIdentifier("p\(1000 + number)"), section: .operative, old: ParagraphNumber(number),
        new: ParagraphNumber(index + 1))
    }
    return CrossReferenceFinder(rows)
      .references(in: text, of: try ParagraphIdentifier("p1001"), section: .operative)
      .map { ($0.isCertain ? "" : "?") + $0.suggestion }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("paragraphs 4 to 6", "paragraphs 2, 5 and 6"), ("paragraphs 3-5", "paragraphs 2, 4 and 5"),
    ("paragraphs 1, 4 to 6 or 7", "paragraphs 1, 2 or 5 to 7"), ("paragraphs 4 to 8", "paragraphs 2 and 5 to 8"),
    ("paragraphs 1 to 4", ""), ("paragraphs 2 to 4", ""), ("paragraphs 2 to 3", "paragraphs 3 to 4"),
    ("paragraphs 5 to 8", ""), ("los párrafos 3 a 5", "párrafos 2, 4 y 5"),
    ("les paragraphes 3 à 5", "paragraphes 2, 4 et 5"), ("os parágrafos 3 a 5", "parágrafos 2, 4 e 5"),
    ("OP3-5", "?OP2, 4 and 5"), ("paragraphs 4 to 6 of this resolution", "paragraphs 2, 5 and 6"),
    ("paragraph 4 to 6", "?paragraph 2, 5 and 6"),
    ("paragraphs 4 above to 6 below", "?paragraphs 2, 5 and 6"),
  ])
  func rangeThatIsNoneAnyMoreIsAList(_ text: String, _ expected: String) throws {
    try #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("paragraphs 2, 3, 4, 5 and 6", ""), ("paragraphs 2, 4 and 6", "paragraphs 2, 3 and 6"),
    ("paragraphs 3 and/or 4", "paragraphs 2 and/or 4"), ("paragraphs 4 and 3", "paragraphs 2 and 4"),
    ("paragraphs 5 and 3", "paragraphs 5 and 4"),
    ("as in paragraphs 3 and 4, respectively,", "paragraphs 4 and 2"),
    ("paragraphs 3 above and 4 below", "paragraphs 4 above and 2"),
  ])
  func listStaysInItsOrder(_ text: String, _ expected: String) throws {
    try #expect(found(text) == expected)
  }

  @Test func rangeIsRewrittenInTheTextAndInProposals() throws {
    let round = try DecisionRound(
      """
      DRAFT

      RESOLVES:

      1. To act under paragraphs 3-5.

      2. To go.

      3. To apply paragraphs 4 to 6.

      4. To plan.

      5. To stay.

      6. To end.

      """)
    try round.propose("CHL", "operative/5", .text(.insert("under paragraphs 4 to 6", after: Passage("stay"))))
    try round.place("operative/4", after: "operative/1")
    let before = try round.written()
    _ = try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
    try #expect(
      round.written() == [
        "RESOLVES:", "1. To act under paragraphs 2, 4 and 5.", "2. To plan.", "3. To go.",
        "4. To apply paragraphs 2, 5 and 6.", "5. To stay [Chile: under paragraphs 2, 5 and 6].", "6. To end.",
      ])
    try round.expectSound()
    try round.undo()
    try #expect(round.written() == before)
    try round.expectSound()
  }

  /// 1 to 8 without 3, which is part of 2, and 5 and 8, which were deleted; 4, 6 and 7 become 3, 4 and 5.
  private func foundWithoutSome(_ text: String) throws -> String {
    let (section, identifier) = (SectionName.operative, { try ParagraphIdentifier("p\(1000 + $0)") })
    let rows = try [1, 2, 4, 6, 7].enumerated().map { index, number in
      Renumbering(
        identifier: try identifier(number), section: section, old: ParagraphNumber(number),
        new: ParagraphNumber(index + 1))
    }
    let gone = try [3, 5, 8].map { number in
      GoneNumber(
        identifier: try identifier(number), section: section, old: ParagraphNumber(number),
        joined: number == 3 ? try identifier(2) : nil)
    }
    return CrossReferenceFinder(rows, gone: gone)
      .references(in: text, of: try identifier(1), section: section)
      .map { reference in
        reference.missing.isEmpty
          ? (reference.isCertain ? "" : "?") + reference.suggestion
            + reference.leftOut.map { " without \($0)" }.joined() : "missing"
      }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("paragraph 3", "paragraph 2"), ("paragraphs 3 and 4", "paragraphs 2 and 3"),
    ("paragraphs 2 and 3", "?paragraph 2"), ("paragraphs 1, 2 and 3", "paragraphs 1 and 2"),
    ("paragraphs 3 to 7", "paragraphs 2 to 5"), ("paragraphs 3 and 40", "missing"), ("paragraph 5", "missing"),
    ("paragraph 8", ""), ("paragraphs 4, 5 and 6", "paragraphs 3 and 4 without 5"),
    ("paragraphs 5 to 7", "paragraphs 4 to 5 without 5"), ("paragraphs 7 and 8", "?paragraph 5 without 8"),
    ("paragraphs 5 and 8", "missing"), ("paragraphs 4 to 6", "paragraphs 3 to 4"),
  ])
  func numberOfAJoinedParagraphMeansTheWhole(_ text: String, _ expected: String) throws {
    try #expect(foundWithoutSome(text) == expected)
  }

  @Test func referencesToWhatWasJoinedAndSplitAreRewritten() throws {
    let round = try DecisionRound(
      """
      DRAFT

      RESOLVES:

      1. To note paragraphs 2, 3 and 3 bis.

      2. To go.

      3. To stay.

      3 bis. To plan.

      4. To recall paragraph 3.

      """)
    try round.propose("CHL", "operative/4", .text(.insert("and paragraphs 3 and 4", after: Passage("recall"))))
    try round.join("operative/2", "operative/3")
    try round.split("operative/1", before: "paragraphs")
    let clean = try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
    #expect(
      clean.references.map { "\($0.phrase) → \($0.suggestion) \($0.isCertain)" } == [
        "paragraphs 2, 3 and 3 bis → paragraphs 3 and 4 true", "paragraphs 3 and 4 → paragraphs 3 and 5 true",
      ])
    try #expect(
      round.written() == [
        "RESOLVES:", "1. To note", "2. paragraphs 3 and 4.", "3. To go. To stay.", "4. To plan.",
        "5. To recall [Chile: and paragraphs 3 and 5] paragraph 3.",
      ])
    try round.expectSound()
  }

  @Test func whatWasLeftToAPersonIsNotTakenForANewNumber() throws {
    let round = try DecisionRound(
      "DRAFT\n\nRESOLVES:\n\n1. To act.\n\n2. To recall paragraph 3.\n\n3. To go.\n\n4. To stay.\n\n5. To end.\n")
    try round.propose("CHL", "operative/5", .text(.insert("under paragraph 3", after: Passage("end"))))
    try round.propose("ARG", "operative/3", .deleteParagraph)
    try round.adopt("operative/3", "ARG")
    func clean() throws -> [String] {
      try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
        .references.map { "\($0.phrase) → \($0.suggestion) \($0.wasLeft) \($0.isCertain)" }
    }
    try #expect(clean() == ["paragraph 3 → paragraph 3 false false", "paragraph 3 → paragraph 3 false false"])
    try round.expectSound()
    try round.replace("CHL", "operative/4", "under paragraph 3", "under paragraph 2")
    try round.open().proposeNew("To insist.", after: "operative/1", by: "MEX", round.act())
    try round.adopt("operative/1 bis", "MEX")
    let before = try round.written()
    try #expect(clean() == ["paragraph 3 → paragraph 4 true false", "paragraph 2 → paragraph 3 false true"])
    try #expect(round.line("3.") == "3. To recall paragraph 3.")
    try #expect(round.line("5.") == "5. To end [Chile: under paragraph 3].")
    try round.expectSound()
    try round.undo()
    try #expect(round.written() == before)
  }

  @Test func whatTheLastNumberingListedIsListedAsLongAsItReadsSo() throws {
    let round = try DecisionRound(
      "DRAFT\n\nRESOLVES:\n\n1. To act.\n\n2. To recall paragraph 3.\n\n3. To go.\n\n4. To stay.\n")
    try round.place("operative/4", after: "operative/1")
    func clean(_ note: DecisionNote? = nil) throws -> [String] {
      try round.open().clean(isCurrent: true, fixes: false, writing: note, act: round.act)
        .references.map { "\($0.phrase) → \($0.suggestion) \($0.readsAsThen) \($0.isCertain)" }
    }
    try #expect(clean(DecisionNote()) == ["paragraph 3 → paragraph 4 false true"])
    try #expect(clean() == ["paragraph 3 → paragraph 4 true false"])
    try round.adoptText("operative/3", "To recall paragraph 4.")
    try #expect(clean() == [])
    try round.expectSound()
  }
}
