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

/// Observations in bold are no draft: whoever imports them is told what becomes of the words, and what to do instead.
@Test func observationsThatAreImportedAreTold() throws {
  let room = try Room.withTalks()
  room.amend("propose", "--country", "PER", "--paragraph", "OP2", "--replace", "report", "--with", "account")
  room.amend("observations", "--country", "PER", "--output", "ROOM/per.docx")
  let answer = room.amend("import", "ROOM/per.docx", "--repo", "ROOM/other")
  #expect(answer.status == 0)
  #expect(
    answer.errors.contains(
      "words that are bold and underlined, or struck through, stand outside of every delegation's bracket here, and were"
        + " taken for words of the draft itself; if they are what one delegation would add and delete, import the draft"
        + " without them first, and then take them with 'amend propose --country CODE --from FILE --marks formatting'"),
    "\(answer.errors)")
  // The other documents of this program have nothing of the kind.
  for command in [
    ["consolidate"], ["reading", "--country", "PER"], ["clean", "--current"],
    ["observations", "--country", "PER", "--tracked"],
  ] {
    room.amend(command + ["--output", "ROOM/\(command[0]).docx"])
    let imported = room.amend("import", "ROOM/\(command[0]).docx", "--repo", "ROOM/\(command[0])")
    #expect(imported.status == 0 && !imported.errors.contains("bold"), "\(command): \(imported.errors)")
  }
}
