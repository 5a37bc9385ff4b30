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

extension WordDocument {
  /// Puts a word in place of another, tracked or not.
  mutating func replace(_ word: String, with new: String, tracked: Bool) {
    for index in body.indices {
      guard case .paragraph(var paragraph) = body[index] else { continue }
      paragraph.runs = paragraph.runs.flatMap { run -> [WordRun] in
        let parts = run.text.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return [run] }
        let date = "2026-05-07T10:00:00Z"
        let words = [
          (parts[0], []), (word, [WordChange(.deleted, author: "Peru", date: date)]),
          (new, [WordChange(.inserted, author: "Peru", date: date)]), (parts[1], []),
        ]
        return words.filter { tracked || $0.0 != word }.map { text, changes in
          var part = run
          (part.text, part.changes) = (text, tracked ? changes : [])
          return part
        }
      }
      body[index] = .paragraph(paragraph)
    }
  }
}

/// A room with a document, and Peru's proposal to review the text "often", which no document has.
private func roomWithDocument() throws -> Room {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To keep wells clean.\n\n2. To thank the donors of pumps.\n\n3. To review this text.\n\n4. To close.\n",
    to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  return room
}

extension Room {
  /// Sends the document with words in the place of others.
  fileprivate func send(_ words: [String: String], tracked: Bool, isDryRun: Bool = false) throws -> Answer {
    var document = try WordReader.read(bytes(ofFile: folder("old.docx")))
    for (word, new) in words { document.replace(word, with: new, tracked: tracked) }
    try write(WordWriter().write(document), to: "sent.docx")
    return amend(["propose", "--country", "PER", "--from", "ROOM/sent.docx"] + (isDryRun ? ["--dry-run"] : []))
  }
}

@Test(arguments: [true, false])
func whatACorrectedCopyDoesNotSayAnyMoreIsTakenBack(tracked: Bool) throws {
  let room = try roomWithDocument()
  #expect(try room.send(["clean": "safe", "donors": "givers"], tracked: tracked).status == 0)
  room.amend("propose", "--country", "PER", "--paragraph", "OP3", "--replace", "review", "--with", "revise")
  let note =
    "sent.docx: an earlier copy of the document proposed it for operative/2, and this one does not"
  let trial = try room.send(["clean": "pure"], tracked: tracked, isDryRun: true)
  #expect(trial.output.contains("Peru would withdraw its proposals on operative/2.\n") && trial.errors.contains(note))
  let answer = try room.send(["clean": "pure"], tracked: tracked)
  #expect(answer.output.contains("Peru withdraws its proposals on operative/2.\n") && answer.errors.contains(note))
  let draft = room.amend("consolidate").output
  #expect(draft.contains("1. To keep wells [Peru: pure ~~clean~~].\n\n2. To thank the donors of pumps.\n"))
  #expect(draft.contains("3. To [Peru: revise ~~review~~] this text."))
  #expect(try !room.send(["clean": "pure", "close": "end"], tracked: tracked).errors.contains("earlier copy"))
  #expect(room.amend("verify").errors == "")
}

@Test(arguments: [true, false])
func copyThatSaysNothingOfWhatWasSentBeforeTakesNothingBack(tracked: Bool) throws {
  let room = try roomWithDocument()
  #expect(try room.send(["clean": "safe"], tracked: tracked).status == 0)
  let answer = try room.send(["donors": "givers"], tracked: tracked)
  #expect(
    answer.errors.contains(
      "sent.docx: what an earlier copy of the document proposed for operative/1 does not stand in this one, and was left as"
        + " it is: 'amend withdraw --country PER --paragraph operative/1' takes it back\n"))
  #expect(!answer.errors.contains("what the delegation proposes does not stand"))
  #expect(room.amend("consolidate").output.contains("1. To keep wells [Peru: safe ~~clean~~]."))
}

/// Where the chair changed a paragraph meanwhile, its words may be others: nothing is taken back, and it is told.
@Test func whatFollowedADecisionIsToldAndNotTakenBack() throws {
  let room = try roomWithDocument()
  #expect(try room.send(["clean": "safe", "donors": "givers"], tracked: true).status == 0)
  room.amend("propose", "--country", "MEX", "--paragraph", "OP2", "--replace", "pumps", "--with", "pipes")
  room.amend("adopt", "OP2", "--of", "MEX")
  let answer = try room.send(["clean": "pure"], tracked: true)
  #expect(answer.errors.contains("what an earlier copy of the document proposed for operative/2 does not stand"))
  #expect(room.amend("consolidate").output.contains("the [Peru: givers ~~donors~~] of pipes"))
}

/// A comment that is a reason already is not told as left out when the same document is sent again; another one is.
@Test func commentThatIsAReasonAlreadyIsNotToldAgain() throws {
  let room = try roomWithDocument()
  func send(_ comment: String) throws -> String {
    var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
    document.replace("clean", with: "safe", tracked: true)
    document.comments[1] = WordComment(author: "Peru", paragraphs: [WordParagraph(runs: [WordRun(comment)])])
    for index in document.body.indices {
      guard case .paragraph(var paragraph) = document.body[index] else { continue }
      for run in paragraph.runs.indices where paragraph.runs[run].text == "safe" { paragraph.runs[run].comments = [1] }
      document.body[index] = .paragraph(paragraph)
    }
    try room.write(WordWriter().write(document), to: "sent.docx")
    return room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx").errors
  }
  #expect(try !send("Children drink from them.").contains("comment"))
  #expect(room.amend("log", "OP1").output.contains("Children drink from them."))
  #expect(try !send("Children drink from them.").contains("comment"))
  #expect(try send("Cattle too.").contains("a comment was left out, since nothing is changed beside it: Cattle too."))
}
