import Drafting
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// A footnote stands in the consolidated draft as long as the chair's text or somebody's proposal has its mark; whose words
/// an amendment was made on, or a paragraph was joined with, does not count.
@Suite("Footnotes that were struck")
struct StruckNoteTests {
  private static let text = """
    DRAFT RESOLUTION

    RESOLVE:

    1. To urge member states to protect wells[^1] and to publish what they measure each year.

    2. To ask the secretariat for a report[^2] on lakes and on the fish that live in them.

    [^1]: Wells are defined in annex B.
    [^2]: The report is due in May.

    """

  /// The paragraphs of the consolidated draft, and their notes.
  private func lines(_ round: DecisionRound) throws -> [String] {
    try Array(round.open().consolidation().draft.lines.drop { $0 != "RESOLVE:" }.dropFirst())
  }

  @Test func noteThatTheAmendedWordsHadIsGoneWithItsMark() throws {
    let round = try DecisionRound(Self.text)
    try round.propose("PER", "OP2", .text(.insertBefore("blue", before: Passage("lakes"))))
    try round.propose("MEX", "OP2", .text(.insertBefore("big", before: Passage("fish"))), on: "PER")
    try round.adoptText("OP2", "To ask the secretariat for a report on lakes and on the fish that live in them.")
    try expectLines(
      lines(round),
      [
        "1. To urge member states to protect wells[^1] and to publish what they measure each year.",
        "[^1]: Wells are defined in annex B.",
        "2. To ask the secretariat for a report on [Mex, Peru: blue] lakes and on the [Mex: big] fish that live in them.",
      ])
  }

  @Test func noteThatTheAmendedWordsHaveElsewhereStandsInTheirBracket() throws {
    let round = try DecisionRound(Self.text)
    let words = "To ask the secretariat for a report on lakes[^1] and on the fish that live in them."
    try round.propose("PER", "OP2", .text(.text(words + "\n[^1]: The report is due in May.")))
    try round.propose("MEX", "OP2", .text(.insertBefore("big", before: Passage("fish"))), on: "PER")
    try round.adoptText("OP2", "To ask the secretariat for a report on lakes and on the fish that live in them.")
    try expectLines(
      lines(round),
      [
        "1. To urge member states to protect wells[^1] and to publish what they measure each year.",
        "[^1]: Wells are defined in annex B.",
        "2. To ask the secretariat for a report on lakes[Mex, Peru: [^1]] and on the [Mex: big] fish that live in them.",
        "[^1]: The report is due in May.",
      ])
  }

  @Test func noteOfAJoinedParagraphGoesBackWithIt() throws {
    let round = try DecisionRound(Self.text)
    try round.replace("ARG", "OP1", "member", "red")
    try round.join("OP1", "OP2")
    try round.propose("MEX", "OP1", .text(.insertBefore("lake", before: Passage("each"))), on: "ARG")
    try round.replace("MEX", "OP1", "fish", "birds")
    try round.undo()
    try expectLines(
      lines(round),
      [
        "1. To urge [Arg, Mex: red ~~member~~] states to protect wells[^1] and to publish what they measure [Mex: lake] each "
          + "year.",
        "[^1]: Wells are defined in annex B.",
        "2. To ask the secretariat for a report[^1] on lakes and on the [Mex: birds ~~fish~~] that live in them.",
        "[^1]: The report is due in May.",
      ])
  }
}
