import Exchange
import TestSupport
import Testing

extension WordDocument {
  /// Puts new paragraphs behind the one with the words given.
  fileprivate mutating func add(_ texts: [String], behind words: String, tracked: Bool) {
    let place = body.firstIndex { $0.paragraphs.contains { $0.runs.map(\.text).joined().contains(words) } } ?? 0
    let changes = tracked ? [WordChange(.inserted, author: "Peru", date: "2026-05-07T10:00:00Z")] : []
    body.insert(
      contentsOf: texts.map {
        .paragraph(WordParagraph(runs: [WordRun($0, changes: changes)], markChanges: changes))
      }, at: place + 1)
  }
}

@Test(arguments: [nil, "before", "between"], [false, true])
func newParagraphThatIsSentAgainWithOtherWordsReplacesTheFirst(join: String?, tracked: Bool) throws {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To keep wells clean.\n\n2. To thank the donors.\n\n3. To review this text.\n\n4. To close.\n",
    to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  func send(_ texts: [String]) throws -> Answer {
    var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
    document.add(texts, behind: "thank the donors", tracked: tracked)
    try room.write(WordWriter().write(document), to: "sent.docx")
    return room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx")
  }
  if join == "before" { room.amend("merge-paragraphs", "2", "3") }
  #expect(try send(["To pay.", "To print maps of all wells."]).status == 0)
  if join == "between" { room.amend("merge-paragraphs", "2", "3") }
  let answer = try send(["To save money.", "To print maps of all wells."])
  #expect(answer.output == "2 bis. [Peru: To save money.]\n" && !answer.errors.contains("does not stand"))
  let draft = room.amend("consolidate").output
  #expect(
    draft.contains("donors.\(join == nil ? "" : " To review this text.")\n\n2 bis. [Peru: To save money.]\n\n2 ter."))
  #expect(!draft.contains("To pay"))
  #expect(room.amend("verify").errors == "")
}
