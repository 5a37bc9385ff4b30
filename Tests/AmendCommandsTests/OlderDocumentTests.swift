import Exchange
import TestSupport
import Testing

private let draft = """
  DRAFT RESOLUTION

  CONSIDERING:

  1. That water is shared by all States of the region;

  2. That rivers know no borders of any kind;

  RESOLVES:

  1. To exchange hydrological data every month without any charge.

  2. To hold a meeting of experts each year in the capital of the host country.

  3. To ask the Secretariat for a report on floods in the region. The report shall be public.

  4. To thank the host country for its hospitality and good organization.

  5. To invite observers to take part in the work of the committee.

  """

/// A negotiation in which documents were written before the chair decided on much of what is in them: `draft.docx`,
/// `reading.docx` and `base.docx`.
private func decided() throws -> Room {
  let room = try Room()
  try room.write(draft, to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "month", "--with", "dry week")
  room.amend("propose", "--country", "VEN", "--paragraph", "OP2", "--replace", "each year", "--with", "twice a year")
  room.amend("propose", "--country", "VEN", "--new-after", "OP5", "--text", "To publish maps in four languages.")
  room.amend("propose", "--country", "MEX", "--new-after", "OP1", "--text", "To pay for the stations along the border.")
  room.amend("consolidate", "--output", "ROOM/draft.docx")
  room.amend("reading", "--country", "VEN", "--output", "ROOM/reading.docx")
  room.amend("reading", "--output", "ROOM/base.docx")
  for decision in [
    ["adopt", "OP1", "--of", "MEX"], ["adopt", "OP1bis", "--of", "MEX"], ["split", "OP3", "--before", "The report"],
    ["place", "OP5", "--after", "PP1"], ["merge-paragraphs", "PP1", "PP2"],
    ["propose", "--country", "VEN", "--paragraph", "OP4", "--replace", "good", "--with", "excellent"],
    ["propose", "--country", "MEX", "--paragraph", "OP2", "--replace", "capital", "--with", "main city"],
  ] {
    #expect(room.amend(decision).status == 0)
  }
  return room
}

/// A document with other words typed in, and nothing that marks them.
private func edited(
  _ name: String, _ room: Room, isStripped: Bool = false, _ change: (inout WordDocument) -> Void
) throws -> Answer {
  var document = try WordReader.read(bytes(ofFile: room.folder(name)))
  if isStripped { document.properties.origin = nil }
  change(&document)
  try room.write(WordWriter().write(document), to: "sent.docx")
  return room.amend("propose", "--country", "VEN", "--from", "ROOM/sent.docx", "--marks", "none")
}

extension WordDocument {
  mutating func replace(_ words: String, with others: String) {
    for index in body.indices {
      guard case .paragraph(var paragraph) = body[index] else { continue }
      for run in paragraph.runs.indices {
        paragraph.runs[run].text = paragraph.runs[run].text.replacing(words, with: others)
      }
      body[index] = .paragraph(paragraph)
    }
  }
}

@Test(arguments: ["draft.docx", "reading.docx", "base.docx"])
func olderDocumentWithoutMarksRevertsNoDecision(name: String) throws {
  let room = try decided()
  let before = room.amend("consolidate").output
  let answer = try edited(name, room) { _ in }
  #expect(answer.status == 1)
  #expect(answer.errors.contains("the document was written from an earlier state of the draft (commit "))
  #expect(
    answer.errors.contains("the draft has other words than when the document was written, which stay as they are"))
  #expect(room.amend("consolidate").output == before)
}

@Test(arguments: [
  (
    "data", "figures", "OP1", "1. To exchange hydrological [Ven: figures ~~data~~] every dry week without any charge.\n"
  ),
  (
    "hospitality", "generosity", "OP4",
    "4. To thank the host country for its [Ven: generosity and excellent ~~hospitality and good~~] organization.\n"
  ),
  ("floods", "storms", "OP3", "3. To ask the Secretariat for a report on [Ven: storms ~~floods~~] in the region.\n"),
  ("public", "secret", "OP3bis", "3 bis. The report shall be [Ven: secret ~~public~~].\n"),
  (
    "borders", "frontiers", "PP1",
    "1. That water is shared by all States of the region; That rivers know no [Ven: frontiers ~~borders~~] of any kind;\n"
  ),
  (
    "observers", "guests", "PP1bis",
    "1 bis. To invite [Ven: guests ~~observers~~] to take part in the work of the committee.\n"
  ),
  ("stations", "bridges", "OP1bis", "1 bis. To pay for the [Ven: bridges ~~stations~~] along the border.\n"),
])
func changesInAnOlderDocumentAreCarriedOverToTheDraftOfToday(
  words: String, others: String, paragraph: String, expected: String
) throws {
  let room = try decided()
  let answer = try edited("draft.docx", room) { $0.replace(words, with: others) }
  #expect(answer == Answer(status: 0, output: expected, errors: answer.errors))
  #expect(answer.errors.hasSuffix("1 proposal.\n"), "\(answer.errors)")
  #expect(room.amend("consolidate", "--paragraph", paragraph).output == expected)
}

@Test func paragraphTakenOutOfAnOlderDocumentIsProposedForDeletion() throws {
  let room = try decided()
  let answer = try edited("draft.docx", room) { document in
    document.body.removeAll { block in
      guard case .paragraph(let paragraph) = block else { return false }
      return paragraph.runs.contains { $0.text.contains("To thank") }
    }
  }
  #expect(answer.output == "4. [Ven: ~~To thank the host country for its hospitality and good organization.~~]\n")
}

@Test func documentThatDoesNotSayItsStateIsSaidToBePerhapsOlder() throws {
  let room = try decided()
  let answer = try edited("draft.docx", room, isStripped: true) { _ in }
  #expect(
    answer.errors.contains(
      "“1. To exchange hydrological data every …”: the words are those of before the chair changed them on 2026-03-15"
    ), "\(answer.errors)")
}

@Test func documentOfAnotherNegotiationIsComparedWithThePresentDraft() throws {
  let room = try decided()
  let answer = try edited("draft.docx", room) { document in
    document.properties.origin?.main = String(repeating: "12", count: 20)
  }
  #expect(
    answer.errors.contains(
      "the document was written from a state that this negotiation has not had (commit 1212121): it was compared with the"
        + " present one"))
}

/// A room in which Peru proposed something after `old.docx` was written, and nobody did anything else.
private func proposedSince(_ command: [String] = ["consolidate"]) throws -> Room {
  let room = try Room()
  try room.write("RESOLVES:\n\n1. To urge the states to share data.\n\n2. To close.\n", to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  if command[0] != "consolidate" {
    room.amend("propose", "--country", "PER", "--paragraph", "1", "--replace", "share", "--with", "publish")
  }
  #expect(room.amend(command + ["--output", "ROOM/old.docx"]).status == 0)
  #expect(
    room.amend("propose", "--country", "PER", "--paragraph", "1", "--insert", "all", "--before", "the states").status
      == 0)
  return room
}

@Test func olderDocumentWithoutMarksTakesNothingBackThatItsSenderProposedSince() throws {
  let room = try proposedSince()
  var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
  document.replace("close", with: "end")
  try room.write(WordWriter().write(document), to: "sent.docx")
  for _ in 0..<2 {
    room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx", "--marks", "none")
    #expect(
      room.amend("consolidate").output.hasSuffix(
        "1. To urge [Peru: all] the states to share data.\n\n2. To [Peru: end ~~close~~].\n"))
  }
  // Its sender goes on writing in the same file.
  document.replace("end", with: "end soon")
  document.replace("share data", with: "share some data")
  try room.write(WordWriter().write(document), to: "sent.docx")
  room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx", "--marks", "none")
  #expect(
    room.amend("consolidate").output.hasSuffix(
      "1. To urge [Peru: all] the states to share [Peru: some] data.\n\n2. To [Peru: end soon ~~close~~].\n"),
    "\(room.amend("consolidate").output)")
}

@Test(arguments: [
  (["consolidate"], "1. To urge [Peru: all] the states to share data [Peru: soon].\n"),
  (
    ["reading", "--country", "PER"],
    "1. To urge [Peru: all] the states to [Peru: publish ~~share~~] data [Peru: soon].\n"
  ),
  (
    ["observations", "--country", "PER", "--tracked"],
    "1. To urge [Peru: all] the states to [Peru: publish ~~share~~] data [Peru: soon].\n"
  ),
])
func trackedChangeInAnOlderDocumentLeavesWhatItsSenderProposedSince(command: [String], expected: String) throws {
  let room = try proposedSince(command)
  var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
  document.insert(" soon", after: "data", by: "Peru")
  try room.write(WordWriter().write(document), to: "sent.docx")
  let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx")
  #expect(answer.output == expected, "\(answer.errors)")
  #expect(answer.errors.contains("the document was made for other words than the draft has now"))
}

@Test func trackedDocumentThatIsSentAgainReplacesWhatWasSentBefore() throws {
  let room = try proposedSince()
  func send(_ file: String, _ edit: (inout WordDocument) -> Void) throws -> String {
    var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
    edit(&document)
    try room.write(WordWriter().write(document), to: file)
    room.amend("propose", "--country", "PER", "--from", "ROOM/\(file)")
    return room.amend("consolidate", "--paragraph", "1").output
  }
  #expect(
    try send("first.docx") { $0.insert(" soon", after: "data", by: "Peru") }
      == "1. To urge [Peru: all] the states to share data [Peru: soon].\n")
  #expect(
    try send("second.docx") { $0.insert(" very soon", after: "data", by: "Peru") }
      == "1. To urge [Peru: all] the states to share data [Peru: very soon].\n")
  #expect(
    try send("third.docx") { $0.insert(" gladly", after: "to", by: "Peru") }
      == "1. To urge [Peru: all] the states to [Peru: gladly] share data.\n")
  #expect(room.amend("verify").errors == "")
  // What it says itself afterwards is no more the document's.
  room.amend("propose", "--country", "PER", "--paragraph", "1", "--insert", "now", "--after", "data")
  #expect(
    try send("fourth.docx") { $0.insert(" gladly and soon", after: "to", by: "Peru") }.contains("data [Peru: now]"))
}

@Test func documentThatLostItsPropertiesIsReported() throws {
  let room = try proposedSince()
  var document = try WordReader.read(bytes(ofFile: room.folder("old.docx")))
  document.properties = WordProperties()
  document.insert(" soon", after: "data", by: "Peru")
  try room.write(WordWriter().write(document), to: "sent.docx")
  let answer = room.amend("propose", "--country", "PER", "--from", "ROOM/sent.docx")
  #expect(answer.errors.contains("the document does not say any more from which state of the draft it was written"))
}

extension WordDocument {
  mutating func insert(_ words: String, after others: String, by author: String) {
    for index in body.indices {
      guard case .paragraph(var paragraph) = body[index],
        let place = paragraph.runs.firstIndex(where: { $0.text.contains(others) && $0.changes.isEmpty }),
        let end = paragraph.runs[place].text.ranges(of: others).first?.upperBound
      else { continue }
      var (before, after) = (paragraph.runs[place], paragraph.runs[place])
      before.text = String(before.text[..<end])
      after.text = String(after.text[end...])
      let change = WordChange(.inserted, author: author, date: "2026-05-07T10:00:00Z")
      paragraph.runs.replaceSubrange(
        place...place, with: [before, WordRun(words, changes: [change], control: before.control), after])
      body[index] = .paragraph(paragraph)
      return
    }
  }
}
