import Exchange
import TestSupport
import Testing

/// A paragraph that somebody put elsewhere without tracking is no proposal, and is not passed over either.
@Test func whatADocumentChangesWithoutAnyMarkIsTold() throws {
  let room = try Room()
  try room.write("RESOLVES:\n\n1. To keep wells clean.\n\n2. To thank the donors.\n\n3. To close.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/sent.docx")
  let same = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx", "--marks", "tracked")
  #expect(same.errors.contains("changes nothing that is not read so already"))
  var document = try WordReader.read(bytes(ofFile: room.folder("sent.docx")))
  let place = try #require(
    document.body.firstIndex { $0.paragraphs.contains { $0.runs.map(\.text).joined().contains("keep wells") } })
  document.body.swapAt(place, place + 1)
  try room.write(WordWriter().write(document), to: "sent.docx")
  let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx", "--marks", "tracked")
  #expect(answer.status == 1 && answer.output == "")
  #expect(
    answer.errors.hasSuffix(
      """
      sent.docx marks no change, and differs from the draft in 1 paragraph
      '--marks none --dry-run' shows what that would propose.

      """), "\(answer.errors)")
}
