import Drafting
@testable import Negotiation
import Notation
import Testing

@Suite("The history of a footnote's words")
struct NoteHistoryTests {
  private func paragraph(_ text: String, _ notes: (Int, String)...) -> Paragraph {
    Paragraph(text: text, footnotes: notes.map { Footnote(number: $0.0, text: $0.1) })
  }

  @Test func notesAreCountedAsInTheOtherState() {
    let old = paragraph("To act[^1] at[^2] once[^4].", (1, "A"), (2, "B"), (4, "D"))
    let cases: [(Paragraph, [String])] = [
      (paragraph("To act[^3] at[^2] once[^4].", (3, "A too"), (2, "B"), (4, "D")), ["[^3]: A", "[^2]: B", "[^4]: D"]),
      (
        paragraph("To act[^5] at[^3] once[^4].", (5, "B"), (3, "A"), (4, "D too")),
        ["[^3]: A", "[^5]: B", "[^4]: D"]
      ),
      (paragraph("To act[^3] at once[^4].", (3, "C"), (4, "D")), ["[^1]: A", "[^2]: B", "[^4]: D"]),
      (paragraph("To act."), ["[^1]: A", "[^2]: B", "[^4]: D"]),
    ]
    for (other, expected) in cases {
      let counted = old.countingNotes(as: other)
      #expect(counted.footnotes.map(\.line) == expected)
      #expect(FootnoteMarks.written(in: counted.text) == counted.footnotes.map(\.number))
    }
  }

  /// A note whose words are adopted gets another number with them.
  @Test func changeOfANoteIsToldAsOneOfItsWords() throws {
    let round = try DecisionRound(
      DecisionRound.draft.replacing("without delay.", with: "without delay.[^1]") + "\n[^1]: The annex is a document.\n"
    )
    try round.propose(
      "VEN", "operative/2",
      .text(.text("To urge the member states to act without delay.[^1]\n[^1]: The annex is a map.")))
    try round.adopt("operative/2", "VEN")
    let negotiation = try round.open()
    let writer = BracketWriter(labels: LabelTable(registry: negotiation.registry))
    let written = try negotiation.story(of: negotiation.main.commit).events.map { writer.write($0.words) }
    #expect(
      written == [
        """
        To urge the member states to act without delay.[^2]
        [^2]: The annex is a [Chair: map ~~document~~].
        """
      ])
  }
}
