import Exchange
import TestSupport
import Testing

private let draft = """
  DRAFT RESOLUTION

  RESOLVES:

  1. To exchange hydrological data every month without any charge.

  """

private let author = "Ana"

/// Puts one tracked replacement of a word into a document that the program wrote.
private func replacing(_ word: String, with new: String, in file: [UInt8]) throws -> [UInt8] {
  var document = try WordReader.read(file)
  for index in document.body.indices {
    guard case .paragraph(var paragraph) = document.body[index],
      let place = paragraph.runs.firstIndex(where: { $0.text.hasPrefix(word) })
    else { continue }
    let run = paragraph.runs[place]
    var (old, added, rest) = (run, run, run)
    (old.text, added.text, rest.text) = (word, new, String(run.text.dropFirst(word.count)))
    old.changes = [WordChange(.deleted, author: author)]
    added.changes = [WordChange(.inserted, author: author)]
    paragraph.runs.replaceSubrange(place...place, with: [old, added, rest])
    document.body[index] = .paragraph(paragraph)
  }
  return try WordWriter().write(document)
}

/// Amends Mexico's words in a document, while Venezuela wants something itself.
private func amended(own words: String, _ wanted: String) throws -> (room: Room, answer: Answer) {
  let room = try Room()
  try room.write(draft, to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "month", "--with", "dry week")
  room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--replace", words, "--with", wanted)
  room.amend("consolidate", "--output", "ROOM/draft.docx")
  let file = try bytes(ofFile: room.folder("draft.docx"))
  try room.write(replacing("dry", with: "wet", in: file), to: "ven.docx")
  return (room, room.amend("propose", "--country", "VEN", "--from", "ROOM/ven.docx"))
}

@Test func amendmentOfARivalFromADocumentIsRefusedWhereItsProposerHasOtherWords() throws {
  let (room, answer) = try amended(own: "month", "day")
  #expect(answer.status == 1)
  #expect(
    answer.errors.contains(
      "“1. To exchange hydrological data every …”: Venezuela has a proposal of its own on operative/1 that Mexico's"
        + " contradicts. Withdraw it first: 'amend withdraw --country VEN --paragraph operative/1'.\n"))
  #expect(
    room.amend("reading", "--country", "VEN", "--paragraph", "OP1").output
      == "1. To exchange hydrological data every day without any charge.\n")
}

@Test func amendmentFromADocumentStandsBesideOtherWordsOfItsProposer() throws {
  let (room, answer) = try amended(own: "any charge", "cost")
  let both =
    "1. To exchange hydrological data every [Mex: [Ven: wet ~~dry~~] week ~~month~~] without"
    + " [Ven: cost ~~any charge~~].\n"
  #expect(answer == Answer(status: 0, output: both, errors: answer.errors))
  // Sent again it changes nothing more.
  #expect(room.amend("propose", "--country", "VEN", "--from", "ROOM/ven.docx").status == 1)
  #expect(room.amend("consolidate", "--paragraph", "OP1").output == both)
}
