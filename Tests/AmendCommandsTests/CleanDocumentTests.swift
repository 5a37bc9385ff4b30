import Exchange
import TestSupport
import Testing

/// A negotiation in which Venezuela proposes words, and `clean.docx`, made with the words given.
private func cleaned(_ words: String...) throws -> Room {
  let room = try Room()
  try room.write(
    """
    RESOLVES:

    2. To urge the states to share data as paragraph 4 says.

    4. To close the meeting and to thank the host.

    """, to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "VEN", "--paragraph", "2", "--replace", "share", "--with", "publish")
  let answer = room.amend(["clean", "--current", "--output", "ROOM/clean.docx"] + words)
  #expect(answer.status == 0, "\(answer.errors)")
  return room
}

private func send(_ room: Room, _ edit: (inout WordDocument) -> Void) throws -> Answer {
  var document = try WordReader.read(bytes(ofFile: room.folder("clean.docx")))
  edit(&document)
  try room.write(WordWriter().write(document), to: "sent.docx")
  return room.amend("propose", "--country", "VEN", "--from", "ROOM/sent.docx")
}

@Test(arguments: [[], ["--fix-references"], ["--commit"], ["--fix-references", "--commit"]])
func cleanTextThatComesBackTakesNothingBack(words: [String]) throws {
  let room = try cleaned()
  if !words.isEmpty { room.amend(["clean", "--current", "--output", "ROOM/clean.docx"] + words) }
  let before = room.amend("consolidate").output
  let answer = try send(room) { _ in }
  #expect(answer.status == 1 && answer.output == "")
  // References that were put right in the file alone are other words than the draft's.
  let told =
    words == ["--fix-references"]
    ? "the draft has other words than when the document was written, which stay as they are: operative/2"
    : "what the delegation proposes does not stand in the document, and was left as it is: operative/2; 'amend withdraw'"
      + " takes it back"
  #expect(
    answer.errors == """
      ROOM/sent.docx: \(told)
      amend: ROOM/sent.docx gives no proposal: what was left as it is is said above
      --marks says what shows the changes: tracked, formatting or none.

      """)
  #expect(room.amend("consolidate").output == before)
}

@Test(arguments: [[], ["--fix-references"]], [false, true])
func wordsInACleanTextAreProposedBesideTheStandingOnes(words: [String], isTracked: Bool) throws {
  let room = try cleaned()
  room.amend(["clean", "--current", "--output", "ROOM/clean.docx"] + words)
  let answer = try send(room) {
    if isTracked {
      $0.insert(" freely", after: "data", by: "Venezuela")
    } else {
      $0.replace("data", with: "data freely")
    }
  }
  #expect(
    answer.output
      == "2. To urge the states to [Ven: publish ~~share~~] data [Ven: freely] as paragraph 4 says.\n")
  #expect(answer.errors.hasSuffix("1 proposal.\n") && !answer.errors.contains("does not say any more"))
}

@Test func comparisonOfTwoStatesSaysWhichTheLaterIs() throws {
  let room = try cleaned()
  room.amend("adopt", "2", "--of", "VEN")
  let commits = try room.git("rev-parse", "main", "main~1").split(separator: "\n").map(String.init)
  room.amend("diff", commits[1], "main", "--output", "ROOM/changes.docx")
  let document = try WordReader.read(bytes(ofFile: room.folder("changes.docx")))
  #expect(document.properties.origin?.main == commits[0])
  #expect(document.properties.origin?.form == .reading(nil))
}
