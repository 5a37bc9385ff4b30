import Packages
import TestSupport
import Testing

/// A Word document with the operative paragraphs of ``Room/draft``, in which two delegations have tracked changes, and
/// Peru two new paragraphs.
func documentOfTwoDelegations(report: String = "report") throws -> [UInt8] {
  func words(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
  func added(_ text: String, _ author: String) -> String {
    "<w:ins w:id=\"1\" w:author=\"\(author)\">\(words(text))</w:ins>"
  }
  func paragraph(_ content: String) -> String { "<w:p>\(content)</w:p>" }
  func new(_ text: String) -> String {
    "<w:p><w:pPr><w:rPr><w:ins w:id=\"2\" w:author=\"Peru\"/></w:rPr></w:pPr>\(added(text, "Peru"))</w:p>"
  }
  let body =
    paragraph(words("RESOLVE:"))
    + paragraph(words("1. To protect all ") + added("good ", "Peru") + words("persons and others."))
    + paragraph(
      words("2. To take ") + added("careful ", "Chile")
        + words(
          "note of the \(report)"
            + " of the Secretariat") + added(", without delay", "Peru") + words("."))
    + new("To plant a tree.") + new("To water it every day.")
    + paragraph(words("3. To thank the host country. APPROVED"))
  let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  let document = "<?xml version=\"1.0\"?><w:document \(namespace)><w:body>\(body)</w:body></w:document>"
  return try PackageWriter.write(["word/document.xml": Array(document.utf8)])
}

/// What is shown first is what is done then, number by number.
@Test(arguments: [
  ["propose", "--country", "PER", "--from", "ROOM/all.docx", "--author", "Peru=PER"],
  ["import-changes", "ROOM/all.docx"],
])
func dryRunOfADocumentShowsWhatIsDone(command: [String]) throws {
  let room = try Room.withTalks()
  try room.write(documentOfTwoDelegations(), to: "all.docx")
  let before = try room.content()
  let shown = room.amend(command + ["--dry-run"])
  #expect(try room.content() == before)
  let done = room.amend(command)
  #expect(shown.status == 0 && done.status == 0, "\(shown)\(done)")
  #expect(shown.output == done.output)
  #expect(
    done.output.hasSuffix("2 bis. [Peru: To plant a tree.]\n2 ter. [Peru: To water it every day.]\n"), "\(done.output)")
  #expect(shown.errors.contains("dry run") && !shown.errors.contains("(commit"))
}

/// What `import` lists once is counted where a reading is taken out of the same text, and not said at all where quiet is asked for.
@Test(arguments: [false, true])
func lostStrikethroughsAreCountedByExtract(isQuiet: Bool) throws {
  let room = try Room()
  try room.write(
    "RESOLVE:\n\n1. To thank [Mex: individuals others].\n\n2. To implement strengthen it.\n", to: "draft.txt")
  let answer = room.amend(["extract", "ROOM/draft.txt", "--country", "MEX"] + (isQuiet ? ["--quiet"] : []))
  #expect(answer.status == 0)
  #expect(
    answer.errors
      == (isQuiet
        ? "" : "ROOM/draft.txt: struck words may have lost their mark in 2 places; 'amend import' lists them.\n"))
  #expect(room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/made").errors.contains("possible lost strikethrough"))
}

/// A document with a new paragraph of Venezuela's behind the second operative one, and in it something of Brazil's.
private func documentWithANewParagraph(_ content: String, mark: String, isBegunAtTheEnd: Bool = false) throws -> [UInt8]
{
  func words(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
  func paragraph(_ content: String, mark: String = "") -> String {
    "<w:p><w:pPr><w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>"
  }
  let body =
    paragraph(words("RESOLVE:")) + paragraph(words("1. To protect all persons and others."))
    + paragraph(words("2. To take note of the report of the Secretariat."), mark: isBegunAtTheEnd ? mark : "")
    + paragraph(content, mark: isBegunAtTheEnd ? "" : mark) + paragraph(words("3. To thank the host country. APPROVED"))
  let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  let document = "<?xml version=\"1.0\"?><w:document \(namespace)><w:body>\(body)</w:body></w:document>"
  return try PackageWriter.write(["word/document.xml": Array(document.utf8)])
}

private func tracked(_ text: String, _ author: String) -> String {
  "<w:ins w:id=\"1\" w:author=\"\(author)\"><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:ins>"
}

/// Whatever somebody adds in a paragraph that another puts in stands in that paragraph.
@Test(arguments: [false, true])
func wordsBehindANewParagraphOfAnotherAmendIt(isBegunAtTheEnd: Bool) throws {
  let room = try Room.withTalks()
  try room.write(
    documentWithANewParagraph(
      tracked("To invite observers.", "Venezuela") + tracked(" All costs are borne by them.", "Brazil"),
      mark: "<w:ins w:id=\"2\" w:author=\"Venezuela\"/>", isBegunAtTheEnd: isBegunAtTheEnd), to: "all.docx")
  let answer = room.amend("import-changes", "ROOM/all.docx")
  #expect(
    answer.output == """
      2 bis. [Ven: To invite observers.]
      2 bis. [Ven: To invite observers. [Bra: All costs are borne by them.]]

      """)
  #expect(answer.status == 0 && answer.errors.hasSuffix("\n2 proposals.\n"))
  #expect(answer.errors.contains("BRA proposes a change to operative/2 bis, on VEN's proposal (commit "))
}

@Test(arguments: [["--dry-run"], []])
func newParagraphThatAnotherStrikesInTheSameDocumentStaysAndIsTold(flags: [String]) throws {
  let room = try Room.withTalks()
  let struck =
    "<w:ins w:id=\"1\" w:author=\"Venezuela\"><w:del w:id=\"3\" w:author=\"Brazil\"><w:r><w:delText>To invite observers."
    + "</w:delText></w:r></w:del></w:ins>"
  try room.write(
    documentWithANewParagraph(
      struck, mark: "<w:ins w:id=\"2\" w:author=\"Venezuela\"/><w:del w:id=\"4\" w:author=\"Brazil\"/>"), to: "all.docx"
  )
  let answer = room.amend(["import-changes", "ROOM/all.docx"] + flags)
  #expect(answer.status == 0)
  #expect(answer.output == "2 bis. [Ven: To invite observers.]\n")
  #expect(
    answer.errors.contains(
      "the paragraph that Ven proposes was struck, and was left as it is: nobody can delete what only others propose;"
        + " 'amend oppose' says that the delegation does not want it\n"), "\(answer.errors)")
}

/// What was typed in a new paragraph while nothing was tracked is told, and the paragraph is proposed without it.
@Test(arguments: [" All costs are borne by them.", " ALL COSTS ARE BORNE BY THEM", " quickly"])
func untrackedWordsInANewParagraphAreLeftOutAndTold(words: String) throws {
  let room = try Room.withTalks()
  try room.write(
    documentWithANewParagraph(
      tracked("To invite observers.", "Venezuela") + "<w:r><w:t xml:space=\"preserve\">\(words)</w:t></w:r>",
      mark: "<w:ins w:id=\"2\" w:author=\"Venezuela\"/>"), to: "all.docx")
  let answer = room.amend("import-changes", "ROOM/all.docx", "--dry-run")
  #expect(answer.output == "2 bis. [Ven: To invite observers.]\n")
  #expect(
    answer.errors == """
      ROOM/all.docx: “\(words.dropFirst())”: “\(words.dropFirst())” stands in the new paragraph without any mark, and was left out: track it
      ROOM/all.docx: 3 paragraphs do not stand in the document, and no mark says that they were deleted: they were left as they are (preamble/1, preamble/2, operative/1 bis); track the deletions, or propose them with --delete-paragraph
      VEN proposes a new paragraph, operative/2 bis (dry run, nothing was written).
      1 proposal; nothing was written.

      """)
}
