import Exchange
import TestSupport
import Testing

/// A negotiation in which Venezuela has proposed a note before one of the draft's, and its consolidated draft, `draft.docx`.
private func withNote() throws -> Room {
  let room = try Room()
  try room.write(
    """
    RESOLVES:

    1. To note the report of the experts1/ and the reply of the Secretariat;2/

    2. To close.

    1/ Document 1.
    2/ Document 2.

    """, to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  let words = "To note the report of the experts[^1] and the reply of the Secretariat[^3];[^2]\n[^3]: See the annex."
  room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--text", words)
  room.amend("consolidate", "--output", "ROOM/draft.docx")
  return room
}

/// What a copy of the document proposes.
private func send(
  _ room: Room, by country: String, _ options: String..., edit: (inout WordDocument) -> Void = { _ in }
) throws -> Answer {
  var document = try WordReader.read(bytes(ofFile: room.folder("draft.docx")))
  edit(&document)
  try room.write(WordWriter().write(document), to: "sent.docx")
  return room.amend(["propose", "--country", country, "--from", "ROOM/sent.docx"] + options)
}

extension WordDocument {
  /// Puts a tracked note behind some words.
  fileprivate mutating func note(_ text: String, after words: String, by author: String) {
    insert("", after: words, by: author)
    footnotes[90] = [WordParagraph(runs: [WordRun(text)])]
    for index in body.indices {
      guard case .paragraph(var paragraph) = body[index],
        let place = paragraph.runs.firstIndex(where: { $0.text.isEmpty && !$0.changes.isEmpty })
      else { continue }
      paragraph.runs[place].note = .footnote(90)
      body[index] = .paragraph(paragraph)
    }
  }
}

@Test func documentWithTheNoteOfAnotherProposesNothingOfItsOwn() throws {
  let room = try withNote()
  let before = room.amend("consolidate").output
  #expect(try send(room, by: "ARG", "--marks", "none").errors.contains("changes nothing that is not read so already"))
  #expect(try send(room, by: "VEN", "--marks", "none").errors.contains("changes nothing that is not read so already"))
  #expect(room.amend("consolidate").output == before)
  let answer = try send(room, by: "ARG", "--marks", "none") { $0.replace("report", with: "findings") }
  #expect(answer.errors.hasSuffix("1 proposal.\n"))
  #expect(
    room.amend("reading", "--country", "ARG", "--paragraph", "1").output == """
      1. To note the findings of the experts1/ and the reply of the Secretariat;2/

      1/ Document 1.
      2/ Document 2.

      """)
}

@Test func notesOfADocumentThatComesBackAreKnownByWhatTheySay() throws {
  let room = try withNote()
  let answer = try send(room, by: "VEN") {
    $0.insert(" full", after: "To note the", by: "Venezuela")
    $0.note("Held in Lima.", after: "experts", by: "Venezuela")
  }
  #expect(
    answer.output
      == "1. To note the [Ven: full] report of the experts[Ven: [^4]][^1] and the reply of the Secretariat[Ven: [^3]];[^2]\n"
  )
  #expect(answer.errors.split(separator: "\n").dropFirst() == ["1 proposal."], "\(answer.errors)")
  #expect(
    room.amend("reading", "--country", "VEN", "--paragraph", "1").output == """
      1. To note the full report of the experts[^1]2/ and the reply of the Secretariat3/;4/

      1/ Held in Lima.
      2/ Document 1.
      3/ See the annex.
      4/ Document 2.

      """)
}

/// The draft counts Argentina's note before Venezuela's, whose branch has it under that number.
@Test func ownNoteThatTheDraftCountsOtherwiseStays() throws {
  let room = try withNote()
  let theirs = "To note the full report of the experts[^1] and the reply of the Secretariat;[^2][^3]\n[^3]: See Lima."
  room.amend("propose", "--country", "ARG", "--paragraph", "OP1", "--text", theirs)
  room.amend("consolidate", "--output", "ROOM/draft.docx")
  let answer = try send(room, by: "VEN") { $0.insert(" kind", after: "and the", by: "Venezuela") }
  #expect(
    answer.output
      == "1. To note the [Arg: full] report of the experts[^1] and the [Ven: kind] reply of the Secretariat[Ven: [^4]];[^2]"
      + "[Arg: [^3]]\n", "\(answer.errors)")
  #expect(
    try room.git("show", "delegations/VEN:paragraphs/00/p0002").hasSuffix(
      """

      To note the report of the experts[^1] and the kind reply of the Secretariat[^3];[^2]

      [^1]: Document 1.
      [^2]: Document 2.
      [^3]: See the annex.

      """))
}
