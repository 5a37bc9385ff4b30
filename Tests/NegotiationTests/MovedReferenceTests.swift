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
}
