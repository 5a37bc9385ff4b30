import Exchange
import TestSupport
import Testing

/// A draft whose paragraphs were split or joined after `old.docx` was written.
private func room(_ decision: [String]) throws -> Room {
  let room = try Room()
  try room.write(
    "RESOLVES:\n\n1. To keep wells clean, and to publish the results.\n\n2. To thank the donors.\n\n"
      + "3. To review this text.\n\n4. To meet again in spring.\n\n5. To close.\n\n6. To print.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  #expect(room.amend(decision).status == 0)
  return room
}

private let split = ["split", "1", "--before", "and to publish"]
private let join = ["merge-paragraphs", "2", "3"]

extension Room {
  /// What Peru proposes by the older document after a change of it.
  fileprivate func sent(tracked: Bool, _ edit: (inout WordDocument) -> Void) throws -> Answer {
    var document = try WordReader.read(bytes(ofFile: folder("old.docx")))
    edit(&document)
    try write(WordWriter().write(document), to: "sent.docx")
    return amend(
      ["propose", "--country", "PER", "--from", "ROOM/sent.docx"] + (tracked ? [] : ["--marks", "none"]))
  }
}

extension WordDocument {
  fileprivate func place(_ words: String) -> Int {
    body.firstIndex { $0.paragraphs.contains { $0.runs.map(\.text).joined().contains(words) } } ?? 0
  }

  fileprivate mutating func delete(_ words: String, tracked: Bool) {
    let index = place(words)
    guard tracked, case .paragraph(var paragraph) = body[index] else {
      body.remove(at: index)
      return
    }
    let change = WordChange(.deleted, author: "Peru", date: "2026-05-07T10:00:00Z")
    for run in paragraph.runs.indices { paragraph.runs[run].changes.append(change) }
    paragraph.markChanges.append(change)
    body[index] = .paragraph(paragraph)
  }
}

extension WordBlock {
  fileprivate func moved(_ kind: WordChange.Kind) -> WordBlock {
    guard case .paragraph(var paragraph) = self else { return self }
    let change = WordChange(kind, author: "Peru", date: "2026-05-07T10:00:00Z", moveName: "move1")
    for run in paragraph.runs.indices { paragraph.runs[run].changes.append(change) }
    paragraph.markChanges.append(change)
    return .paragraph(paragraph)
  }
}

@Test(
  arguments: [
    ("review", "2. To thank the donors. [Peru: ~~To review this text.~~]\n"),
    ("thank", "2. [Peru: ~~To thank the donors.~~] To review this text.\n"),
  ], [true, false])
func deletionOfAParagraphThatWasJoinedSinceTakesItsOwnWords(expected: (word: String, text: String), tracked: Bool)
  throws
{
  let room = try room(join)
  let answer = try room.sent(tracked: tracked) { $0.delete(expected.word, tracked: tracked) }
  #expect(answer.output == expected.text, "\(answer.errors)")
  #expect(answer.errors.contains("the paragraph was joined with another since: only its own words go"))
}

@Test(arguments: [true, false])
func deletionOfBothParagraphsThatWereJoinedSinceTakesAll(tracked: Bool) throws {
  let room = try room(join)
  let answer = try room.sent(tracked: tracked) { document in
    for word in ["thank", "review"] { document.delete(word, tracked: tracked) }
  }
  #expect(answer.status == 0, "\(answer.errors)")
  #expect(!room.amend("reading", "--country", "PER").output.contains("donors"))
  #expect(!room.amend("reading", "--country", "PER").output.contains("review"))
}

@Test(arguments: [true, false])
func deletionOfAParagraphThatWasSplitSinceTakesAllItsParts(tracked: Bool) throws {
  let room = try room(split)
  let answer = try room.sent(tracked: tracked) { $0.delete("wells", tracked: tracked) }
  #expect(answer.status == 0, "\(answer.errors)")
  let reading = room.amend("reading", "--country", "PER").output
  #expect(!reading.contains("wells") && !reading.contains("publish"), "\(reading)")
}

@Test(arguments: [true, false])
func paragraphThatWasSplitSinceMovesWithAllItsParts(tracked: Bool) throws {
  let room = try room(split)
  let answer = try room.sent(tracked: tracked) { document in
    var paragraph = document.body.remove(at: document.place("wells"))
    if tracked {
      document.body.insert(paragraph.moved(.movedFrom), at: document.place("donors"))
      paragraph = paragraph.moved(.movedTo)
    }
    document.body.insert(paragraph, at: document.place("review") + 1)
  }
  #expect(answer.status == 0, "\(answer.errors)")
  let reading = room.amend("reading", "--country", "PER").output
  let words = ["donors", "review", "wells", "publish", "spring"]
  let places = words.compactMap { reading.ranges(of: $0).first?.lowerBound }
  #expect(places.count == words.count && places == places.sorted(), "\(reading)")
}

@Test func untouchedOlderDocumentSaysThatItIsOlder() throws {
  let room = try room(["status"])
  room.amend("propose", "--country", "VEN", "--paragraph", "4", "--replace", "spring", "--with", "autumn")
  room.amend("adopt", "4", "--of", "VEN")
  let answer = try room.sent(tracked: true) { $0.delete("print", tracked: true) }
  #expect(
    answer.errors.contains(
      "the draft has other words than when the document was written, which stay as they are: operative/4"),
    "\(answer.errors)")
  #expect(!answer.errors.contains("without any mark"))
}

@Test func wordsTypedBesideATrackedChangeAreNamed() throws {
  let room = try Room()
  try room.write("RESOLVES:\n\n1. To urge the states to share data.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("consolidate", "--output", "ROOM/old.docx")
  let answer = try room.sent(tracked: true) { document in
    document.replace("data", with: "data QQQ")
    document.insert(" safe", after: "share", by: "Peru")
  }
  #expect(answer.output == "1. To urge the states to share [Peru: safe] data.\n")
  #expect(
    answer.errors.contains(
      "other words of the paragraph differ from the draft's without any mark, and were left out (QQQ): track the change"
    ),
    "\(answer.errors)")
}
