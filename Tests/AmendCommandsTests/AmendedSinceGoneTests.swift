import Exchange
import TestSupport
import Testing

/// A document made when Venezuela had brackets in a paragraph, in one of which Argentina adds a word.
private func room() throws -> Room {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To publish within [Ven: six months ~~a year~~] all maps [Ven: , and to share them with neighbouring States] for free.\n\n"
      + "2. To close.\n",
    to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
  document.replace("neighbouring", with: "riparian", tracked: true)
  try room.write(WordWriter().write(document), to: "sent.docx")
  return room
}

extension Room {
  fileprivate func send() -> Answer {
    amend("propose", "--country", "ARG", "--from", "ROOM/sent.docx", "--author", "Peru=ARG")
  }
}

@Test(arguments: [["withdraw", "--country", "VEN", "--paragraph", "OP1"], ["reject", "OP1", "--of", "VEN"]])
func amendmentOfAProposalThatIsGoneTakesNoneOfItsWords(decision: [String]) throws {
  let room = try room()
  #expect(room.amend(decision).status == 0)
  let before = room.amend("consolidate").output
  #expect(
    room.send()
      == Answer(
        status: 1, output: "",
        errors:
          "ROOM/sent.docx: “1. To publish within [Ven: six …”: a change inside the bracket of Ven was left out: the draft"
          + " has no such proposal now; the paragraph would read: To publish within six months all maps, and to share them"
          + " with riparian States for free.\n"
          + "amend: ROOM/sent.docx gives no proposal: what was left as it is is said above\n"
          + "--marks says what shows the changes: tracked, formatting or none.\n"))
  #expect(room.amend("consolidate").output == before)
}

/// What was adopted stands in the draft: the change is one of its own words.
@Test func amendmentOfAProposalThatWasAdoptedChangesTheDraftsWords() throws {
  let room = try room()
  room.amend("adopt", "OP1", "--of", "VEN")
  #expect(room.send().status == 0)
  #expect(
    room.amend("consolidate", "--paragraph", "OP1").output
      == "1. To publish within six months all maps, and to share them with [Arg: riparian ~~neighbouring~~] States for free.\n"
  )
}

/// Another proposal that was made instead keeps its words, and takes the change where the words stand there still.
@Test func amendmentIsCarriedOverToTheProposalOfToday() throws {
  let room = try room()
  room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--replace", "six", "--with", "ten")
  #expect(room.send().status == 0)
  #expect(
    room.amend("consolidate", "--paragraph", "OP1").output
      == "1. To publish within [Arg, Ven: ten months ~~a year~~] all maps [Ven: , and to share them with [Arg: riparian ~~neighbouring~~] States] for free.\n"
  )
}
