import TestSupport
import Testing

@Test func documentsAreWrittenAndMistakesAreAnswered() throws {
  let room = try Room.withTalks()
  room.amend("consolidate", "--output", "ROOM/draft.docx")
  room.amend("consolidate", "--format", "docx")
  room.amend("consolidate", "--format", "text", "--output", "ROOM/draft.docx")
  room.amend("consolidate", "--paragraph", "OP1bis", "--output", "ROOM/part.docx")
  room.amend("observations", "--country", "VEN", "--output", "ROOM/ven.docx")
  room.amend("observations", "--country", "VEN", "--tracked", "--output", "ROOM/tracked.docx")
  room.amend("observations", "--country", "MEX", "--tracked")
  room.amend("observations", "--country", "MEX")
  room.amend("observations", "--country", "MEX", "--format", "markdown", "--output", "ROOM/mex.md")
  room.amend("observations", "--country", "PER", "--output", "ROOM/per.docx")
  room.amend("observations", "--output", "ROOM/who.docx")
  room.amend("reading", "--country", "MEX", "--output", "ROOM/mex.docx")
  room.amend("reading", "--country", "MEX", "--format", "docx")
  room.amend("revise", "--symbol", "CP/doc. 1/26 rev. 1")
  room.amend("adopt", "OP1bis", "--of", "VEN")
  room.amend("reopen", "OP3")
  room.amend("place", "OP3", "--after", "PP1")
  room.amend("diff", "rev/1", "main", "--output", "ROOM/changes.docx")
  room.amend("diff", "rev/1", "main", "--format", "docx")
  room.amend("diff", "rev/1", "main", "--output", "ROOM/changes.md")
  room.amend("diff", "main", "main", "--output", "ROOM/none.docx")
  room.amend("clean", "--current", "--output", "ROOM/clean.docx")
  room.amend("sources", "--output", "ROOM/sources.docx")
  room.amend("sources", "--format", "docx")
  room.amend("sources", "--format", "csv", "--output", "ROOM/sources.docx")
  room.amend("consolidate", "--output", "ROOM/missing/draft.docx")
  try expectGolden(room.transcript, "talks-word.txt")
  for name in ["draft", "part", "ven", "tracked", "mex", "changes", "none", "clean", "sources"] {
    #expect(try bytes(ofFile: room.folder("\(name).docx")).starts(with: [0x50, 0x4B]))
  }
}

@Test func sameStateGivesTheSameDocument() throws {
  let room = try Room.withTalks()
  for name in ["first", "second"] {
    // Without a date of its own a document has that of the newest commit, whatever the clock says.
    let clockless = ["AMEND_DATE": ""]
    room.amend("consolidate", "--output", "ROOM/draft-\(name).docx", environment: clockless)
    room.amend("observations", "--country", "VEN", "--output", "ROOM/ven-\(name).docx", environment: clockless)
    room.amend(
      "observations", "--country", "VEN", "--tracked", "--date", "2026-03-15", "--output", "ROOM/tracked-\(name).docx")
  }
  for name in ["draft", "ven", "tracked"] {
    let (first, second) = (room.folder("\(name)-first.docx"), room.folder("\(name)-second.docx"))
    #expect(try bytes(ofFile: first) == bytes(ofFile: second))
  }
}
