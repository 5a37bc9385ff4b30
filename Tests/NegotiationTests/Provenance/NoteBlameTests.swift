import Drafting
@testable import Negotiation
import Testing

@Suite("Who brought in the words of footnotes")
struct NoteBlameTests {
  private static let draft = """
    DRAFT

    RESOLVE:

    1. To act on wells[^1] now.

    2. To report on lakes[^2].

    [^1]: Held jointly with the Council.

    [^2]: See the annex.

    """

  private func changeNote(_ round: DecisionRound, _ code: String, _ note: String) throws {
    try round.propose(
      code, "operative/1", .text(.text("To act on wells[^1] now.\n[^1]: \(note)")))
  }

  /// The words of a note have their history like those of the text: proposed, adopted, struck, undone.
  @Test func changedWordsOfANoteAreFound() throws {
    let round = try DecisionRound(Self.draft)
    try expect(round.blameOfNotes("operative/1"), is: ["[^1] draft: Held jointly with the Council."])
    try changeNote(round, "VEN", "Held in Caracas with the Council.")
    try expect(
      round.blameOfNotes("operative/1", isConsolidated: true),
      is: [
        "[^1] draft: Held jointly with the Council.", "[^2] [Ven] draft: Held", "[^2] [Ven] VEN: in Caracas",
        "[^2] [Ven] draft: with the Council.",
      ])
    try round.adopt("operative/1", "VEN")
    let adopted = [
      "[^2] draft: Held", "[^2] VEN adopted: in Caracas", "[^2] former draft struck by VEN, decided: jointly",
      "[^2] draft: with the Council.",
    ]
    try expect(round.blameOfNotes("operative/1"), is: adopted)
    try changeNote(round, "BRA", "Held jointly with the Council.")
    try round.adopt("operative/1", "BRA")
    let lines = try round.blameOfNotes("operative/1")
    #expect(lines.contains("[^3] BRA adopted: jointly (first draft)"), "\(lines)")
    try round.undo()
    try expect(round.blameOfNotes("operative/1"), is: adopted)
  }

  @Test func notesOfJoinedParagraphsKeepTheirCredit() throws {
    let round = try DecisionRound(Self.draft)
    try changeNote(round, "VEN", "Held in Caracas with the Council.")
    try round.adopt("operative/1", "VEN")
    try round.join("operative/1", "operative/2")
    try expect(
      round.blameOfNotes("operative/1").filter { !$0.contains("former") },
      is: [
        "[^2] draft: Held", "[^2] VEN adopted: in Caracas", "[^2] draft: with the Council.",
        "[^3] draft: See the annex.",
      ])
  }

  /// What the last note said is told as struck, though no mark is left.
  @Test func wordsOfANoteThatIsGoneAreStruck() throws {
    let round = try DecisionRound(Self.draft)
    try round.adoptText("operative/1", "To act on wells now.")
    try expect(
      round.blameOfNotes("operative/1"), is: ["gone former draft struck by chair: Held jointly with the Council."])
  }

  /// A mark that another note before it gave a new number is the mark of the same note.
  @Test func renumberedMarkKeepsItsHistory() throws {
    let round = try DecisionRound(Self.draft)
    try round.propose("MEX", "operative/1", .text(.text("To act on wells now.")))
    try round.propose(
      "ARG", "operative/1",
      .text(.text("To act on wells[^1] now[^2].\n[^1]: Held jointly with the Council.\n[^2]: This year.")))
    try round.adoptText(
      "operative/1", "To act[^1] on wells[^2] now.\n[^1]: In writing.\n[^2]: Held jointly with the Council.")
    try expect(
      round.blame("operative/1"), is: ["draft: To act", "chair: [^1]", "draft: on wells[^2] now."])
    let asked = try round.blame("operative/1", isConsolidated: true)
    #expect(asked.contains { $0.hasPrefix("[struck] draft struck by MEX: ") }, "\(asked)")
    try round.adopt("operative/1", "ARG")
    let story = try round.blame("operative/1")
    #expect(story.contains { $0.hasPrefix("ARG adopted: [^") }, "\(story)")
    #expect(!story.contains { $0.contains("former") }, "\(story)")
  }

  /// A new note right before a word leaves the word and the mark behind it to whom they are of.
  @Test func wordBetweenTwoMarksStays() throws {
    let round = try DecisionRound(Self.draft)
    try round.adoptText(
      "operative/1", "To act on[^1] wells[^2] now.\n[^1]: In writing.\n[^2]: Held jointly with the Council.")
    try expect(round.blame("operative/1"), is: ["draft: To act on", "chair: [^1]", "draft: wells[^2] now."])
  }

  @Test func paragraphWithoutNotesHasNone() throws {
    let round = try DecisionRound()
    try expect(round.blameOfNotes("operative/1", isConsolidated: true), is: [])
  }
}
