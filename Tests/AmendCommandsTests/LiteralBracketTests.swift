import Exchange
import TestSupport
import Testing

private let draft = #"""
  DRAFT DECLARATION

  RESOLVES:

  1. To keep the words \[Mex: as they were adopted] in the declaration of 2009.

  2. To read C:\\[old] and \[Ven: – ~~this~~] as they are.

  3. To thank the host country.

  """#

@Test func cleanDocumentShowsALiteralBracketWithoutBackslash() throws {
  let room = try Room()
  try room.write(draft, to: "draft.txt")
  #expect(room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks").status == 0)
  for command in [["clean", "--current"], ["reading"]] {
    #expect(room.amend(command + ["--output", "ROOM/\(command[0]).docx"]).status == 0)
    let words = try run(
      "sh", ["-c", "unzip -p \(command[0]).docx word/document.xml | sed 's/<[^>]*>//g'"], in: room.folder.path,
      scratch: room.folder.path
    ).output
    #expect(words.contains("the words [Mex: as they were adopted] in"), "\(words)")
    #expect(words.contains(#"C:\[old] and [Ven: – ~~this~~] as"#), "\(words)")
    #expect(room.amend("import", "ROOM/\(command[0]).docx", "--repo", "ROOM/\(command[0])").status == 0)
    let again = room.amend("reading", environment: ["AMEND_REPO": room.folder(command[0])]).output
    #expect(again == room.amend("reading").output)
    #expect(again.contains(#"\[Mex: as they were adopted]"#))
  }
}

@Test func literalBracketIsNoProposalInObservations() throws {
  let room = try Room()
  try room.write(draft, to: "draft.txt")
  #expect(room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks").status == 0)
  _ = try run("cp", ["-r", "talks", "plain"], in: room.folder.path, scratch: room.folder.path)
  room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--replace", "declaration", "--with", "text")
  for (name, option) in [("marks", []), ("tracked", ["--tracked"])] {
    let file = "ROOM/\(name).docx"
    #expect(room.amend(["observations", "--country", "VEN", "--output", file] + option).status == 0)
    let environment = ["AMEND_REPO": room.folder("plain")]
    let answer = room.amend(
      ["propose", "--country", "VEN", "--from", file, "--dry-run"], environment: environment)
    #expect(
      answer.output.contains(#"\[Mex: as they were adopted] in the [Ven: text ~~declaration~~] of"#), "\(answer.output)"
    )
    #expect(
      answer.errors
        == "VEN proposes a change to operative/1 (dry run, nothing was written).\n1 proposal; nothing was written.\n")
  }
}

@Test(arguments: [["clean", "--current"], ["reading"]])
func lineThatBeginsInTheMiddleOfASentenceHasNoBackslashInADocument(command: [String]) throws {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To renew:\na) for wells;\n\\for springs;\nb) for lakes,\n\\\\for seas.\n\n2. To close.\n",
    to: "draft.txt")
  #expect(room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks").status == 0)
  #expect(room.amend(command + ["--output", "ROOM/text.docx"]).status == 0)
  let words = try run(
    "sh", ["-c", "unzip -p text.docx word/document.xml | sed 's/<[^>]*>/|/g'"], in: room.folder.path,
    scratch: room.folder.path
  ).output
  #expect(words.contains("|for springs;|"), "\(words)")
  #expect(room.amend("import", "ROOM/text.docx", "--repo", "ROOM/again").status == 0)
  let again = room.amend("reading", environment: ["AMEND_REPO": room.folder("again")]).output
  #expect(again == room.amend("reading").output)
  #expect(again.contains("\na) for wells;\n\\for springs;\nb) for lakes,\n"))
  // A change of one word in it is a change of that word.
  let file = room.folder("text.docx")
  var document = try WordReader.read(bytes(ofFile: file))
  document.replace("lakes", with: "ponds")
  try room.write(WordWriter().write(document), to: "sent.docx")
  let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx", "--marks", "none")
  #expect(
    answer.output.contains("a) for wells;\nfor springs;\nb) for [Peru: ponds ~~lakes~~],\n"),
    "\(answer.output)\(answer.errors)")
}
