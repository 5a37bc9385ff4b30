import Exchange
import TestSupport
import Testing

/// Observations are the way back of an amendment to a paragraph that only another delegation proposes. Other programs may lose
/// the bookmarks and controls that say what paragraph it is: then its number and its words say it.
@Test(arguments: [[], ["--tracked"]], [false, true])
func amendmentOfAnothersNewParagraphComesBackFromObservations(form: [String], hasLostNames: Bool) throws {
  let room = try Room()
  try room.write("RESOLVES:\n\n1. To keep wells clean.\n\n2. To thank the donors.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "VEN", "--new-after", "OP1", "--text", "To urge the member states to continue.")
  room.amend(
    "propose", "--country", "CHL", "--paragraph", "OP1 bis", "--on", "VEN", "--insert", "and observers", "--after",
    "states")
  let draft = room.amend("consolidate").output
  room.amend(["observations", "--country", "CHL", "--output", "ROOM/chl.docx"] + form)
  if hasLostNames {
    var document = try WordReader.read(bytes(ofFile: room.folder("chl.docx")))
    for index in document.body.indices {
      guard case .paragraph(let paragraph) = document.body[index] else { continue }
      var plain = WordParagraph(style: paragraph.style, runs: paragraph.runs, markChanges: paragraph.markChanges)
      for run in plain.runs.indices { plain.runs[run].control = nil }
      document.body[index] = .paragraph(plain)
    }
    try room.write(WordWriter().write(document), to: "chl.docx")
  }
  _ = try room.git("update-ref", "-d", "refs/heads/delegations/CHL")
  let answer = room.amend("propose", "--country", "CHL", "--from", "ROOM/chl.docx")
  #expect(answer.status == 0)
  #expect(
    answer.output == "1 bis. [Ven: To urge the member states [Chile: and observers] to continue.]\n",
    "\(answer.output)\(answer.errors)")
  #expect(room.amend("consolidate").output == draft)
}
