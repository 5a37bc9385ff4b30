import Exchange
import TestSupport
import Testing

/// A draft with proposals of Venezuela: a new paragraph, and in another new words.
private let draft = """
  RESOLVES:

  1. To keep wells clean.

  2. To thank [Ven: warmly] the donors of pumps [Ven: , pipes and taps] in villages.

  3. To review this [Ven: long ~~short~~] text.

  3 bis. [Ven: To ask the banks of the region for a loan.]

  4. To close.

  """

private func room() throws -> Room {
  let room = try Room()
  try room.write(draft, to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  return room
}

extension Room {
  /// Sends the document as Peru's, with words in the place of others.
  fileprivate func send(_ words: [(String, String)]) throws -> Answer {
    var document = try WordReader.read(bytes(ofFile: folder("old.docx")))
    for (word, new) in words { document.replace(word, with: new, tracked: true) }
    try write(WordWriter().write(document), to: "sent.docx")
    return amend(["propose", "--country", "PER", "--from", "ROOM/sent.docx"])
  }
}

private let nothing = Answer(
  status: 1, output: "",
  errors: "amend: ROOM/sent.docx changes nothing that is not read so already\n"
    + "--marks says what shows the changes: tracked, formatting or none.\n")

@Test(arguments: [
  [("banks", "funds")], [("clean", "safe"), ("banks", "funds")], [("long", "longer")],
  [("clean", "safe"), ("long", "longer")], [("donors", "givers"), ("taps", "tubs")],
  [("donors", "givers"), ("taps", "tubs"), ("long", "longer"), ("banks", "funds"), ("clean", "safe")],
])
func sameDocumentSentAgainChangesNothing(words: [(String, String)]) throws {
  let room = try room()
  #expect(try room.send(words).status == 0)
  let (draft, log) = (room.amend("consolidate").output, room.amend("log").output)
  #expect(words.allSatisfy { draft.contains($0.1) })
  #expect(try room.send(words) == nothing)
  #expect(room.amend("consolidate").output == draft && room.amend("log").output == log)
}

/// A corrected copy keeps the amendments of others' proposals that it has still, and takes those back that it has no more.
@Test func amendmentStandsWhileACorrectedCopyHasIt() throws {
  let room = try room()
  let words = [("banks", "funds"), ("donors", "givers"), ("taps", "tubs")]
  #expect(try room.send(words).status == 0)
  let draft = room.amend("consolidate").output
  let corrected = try room.send(words + [("clean", "safe")])
  #expect(corrected.status == 0 && !corrected.errors.contains("earlier copy"), "\(corrected.errors)")
  #expect(room.amend("consolidate").output == draft.replacing("clean", with: "[Peru: safe ~~clean~~]"))
  let other = try room.send([("donors", "lenders"), ("taps", "hoses"), ("clean", "safe"), ("banks", "fonds")])
  #expect(!other.errors.contains("earlier copy"), "\(other.errors)")
  #expect(
    room.amend("consolidate").output
      == draft.replacing("clean", with: "[Peru: safe ~~clean~~]").replacing("givers", with: "lenders")
      .replacing("tubs", with: "hoses").replacing("funds", with: "fonds"))
  let shorter = try room.send([("donors", "givers"), ("taps", "tubs"), ("clean", "safe")])
  #expect(
    shorter.errors.contains("an earlier copy of the document proposed it for operative/3 bis, and this one does not"))
  #expect(
    room.amend("consolidate", "--paragraph", "OP3bis").output
      == "3 bis. [Ven: To ask the banks of the region for a loan.]\n")
}

/// A paragraph that the sender amends stands in the document, whatever its proposer made of it since.
@Test func amendedParagraphIsNotToldAsMissingWhenItsProposalChanged() throws {
  let room = try room()
  #expect(try room.send([("banks", "funds"), ("region", "world")]).status == 0)
  room.amend("propose", "--country", "VEN", "--paragraph", "OP3bis", "--replace", "loan", "--with", "grant")
  let draft = room.amend("consolidate").output
  #expect(try room.send([("banks", "funds"), ("region", "world")]) == nothing)
  #expect(room.amend("consolidate").output == draft)
}
