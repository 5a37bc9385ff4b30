import Drafting
import Exchange
import TestSupport
import Testing

/// A document of somebody else's, by mistake, is refused before anything is written.
@Test func documentThatAsksForTooManyChangesIsRefusedAsAWhole() throws {
  let room = try Room.withTalks()
  let change = [WordChange(.inserted, author: "Peru", date: "2026-05-07T10:00:00Z")]
  let new = (0...4_000).map {
    WordBlock.paragraph(WordParagraph(runs: [WordRun("x\($0)", changes: change)], markChanges: change))
  }
  let last = WordBlock.paragraph(WordParagraph(runs: [WordRun("3. To thank the host country. APPROVED")]))
  try room.write(WordWriter().write(WordDocument(body: [last] + new)), to: "sent.docx")
  let before = try room.content()
  let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx")
  #expect(answer.status == 3)
  #expect(answer.output == "")
  #expect(
    answer.errors == """
      amend: ROOM/sent.docx asks for 4001 changes; 4000 are allowed in one document
      Is it a document of this negotiation? 'amend import' makes one of a draft.

      """)
  #expect(try room.content() == before)
}

/// Behind one number there are 98 more with bis, ter and so on, which have names.
@Test func newParagraphWithoutANumberLeftIsRefused() throws {
  let room = try Room()
  let new = (2...99).map { "\(ParagraphNumber(1, multiplicity: $0)). [Ven: To count to \($0).]" }.joined(
    separator: "\n\n")
  try room.write("RESOLVES:\n\n1. To begin.\n\n\(new)\n\n2. To close.\n", to: "draft.txt")
  #expect(room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks").status == 0)
  let answer = room.amend("propose", "--country", "PER", "--new-after", "OP1", "--text", "To go on.")
  #expect(
    answer
      == Answer(
        status: 1, output: "",
        errors: """
          amend: no number is left behind operative/1: 99 paragraphs have it with bis, ter and so on
          Place new paragraphs elsewhere, or have the chair adopt some and number the draft anew.

          """))
}
