import TestSupport
import Testing

private let draft = """
  DRAFT RESOLUTION

  THE ASSEMBLY,

  1. Recalling the charter of rivers and all resolutions on waters;

  2. Aware that borders are crossed by streams and by peoples alike;

  3. Concerned that drought has grown since the year of the report;

  4. Convinced that neighbours share data before they share damage,

  RESOLVES:

  1. To exchange hydrological data every month without any charge.

  2. To establish a group of experts which meets twice in a year.

  3. To request the Secretariat to prepare studies of early warning.

  4. To invite financial institutions to consider requests favourably.

  5. To recognize riparian communities and to consult them in time.

  6. To apply provisionally a table with contributions of members.

  7. To review this text at the forty-second regular session.

  """

/// The orders of both sections, as a delegation has them in a repository.
private func orders(_ room: Room, _ repository: String) throws -> String {
  let branch = "delegations/VEN"
  return try run(
    "git", ["cat-file", "--batch", "--buffer"],
    input: Array("\(branch):outline/preamble\n\(branch):outline/operative\n".utf8), in: room.folder(repository),
    scratch: room.folder.path
  ).output
}

/// Makes moves, each of a paragraph behind an anchor, and takes them from both forms of the delegation's observations.
private func expectMovesBack(
  _ moves: [(paragraph: String, after: String)], _ what: String, of draft: String = draft
) throws {
  let room = try Room()
  func amend(_ repository: String, _ words: [String]) -> Int32 {
    room.amend(
      words, environment: ["AMEND_DATE": "2026-03-15T10:00:00Z", "AMEND_REPO": room.folder(repository)]
    ).status
  }
  try room.write(draft, to: "draft.txt")
  #expect(amend("plain", ["import", "ROOM/draft.txt", "--repo", "ROOM/plain"]) == 0)
  for name in ["talks", "marks", "tracked"] {
    _ = try run("cp", ["-r", "plain", name], in: room.folder.path, scratch: room.folder.path)
  }
  var made = 0
  for move in moves {
    let words = ["propose", "--country", "VEN", "--paragraph", move.paragraph, "--move-after", move.after]
    if amend("talks", words) == 0 { made += 1 }
  }
  let wanted = try orders(room, "talks")
  guard made > 0, try wanted != initial(room) else { return }
  for (look, option) in [("marks", []), ("tracked", ["--tracked"])] {
    let file = "ROOM/\(look).docx"
    #expect(amend("talks", ["observations", "--country", "VEN", "--output", file] + option) == 0, "\(what), \(look)")
    #expect(amend(look, ["propose", "--country", "VEN", "--from", file]) == 0, "\(what), \(look)")
    #expect(try orders(room, look) == wanted, "\(what), \(look)")
    #expect(amend(look, ["propose", "--country", "VEN", "--from", file]) != 0, "\(what), \(look): taken twice")
  }
}

/// The answer that `orders` gives where nothing has moved.
private func initial(_ room: Room) throws -> String {
  try run(
    "git", ["cat-file", "--batch", "--buffer"], input: Array("main:outline/preamble\nmain:outline/operative\n".utf8),
    in: room.folder("plain"), scratch: room.folder.path
  ).output
}

@Test(arguments: [
  // Two neighbours that go together, and two that go to one place.
  ["OP6 OP1", "OP7 OP6"], ["OP4 OP1", "OP7 OP1"],
  // The beginning of a section, from the other.
  ["OP3 preamble"], ["PP3 operative"], ["OP3 operative", "OP4 OP3"], ["PP1 operative", "PP3 operative"],
  // A swap of neighbours, and the end of a section.
  ["OP4 OP5"], ["OP2 PP4"], ["OP2 PP4", "OP1 OP2", "PP2 OP7"],
])
func movesComeBackFromWordInTheirOrder(moves: [String]) throws {
  let moves = moves.map { $0.split(separator: " ").map(String.init) }
  try expectMovesBack(moves.map { ($0[0], $0[1]) }, "\(moves)")
}

/// Nothing can be ordered to stand right behind a heading: what stands there cannot be what has moved.
@Test func swapUnderAHeadingMovesTheParagraphThatMoved() throws {
  let parted = draft.replacing("4. To invite", with: "II. Means\n\n4. To invite")
  try expectMovesBack([("OP4", "OP5")], "swap", of: parted)
  try expectMovesBack([("OP7", "OP4"), ("OP1", "OP7"), ("PP2", "operative")], "several", of: parted)
}

@Test(arguments: [1, 2, 3] as [UInt64])
func randomMovesComeBackFromWord(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let paragraphs = (1...4).map { "PP\($0)" } + (1...7).map { "OP\($0)" }
  let moved = paragraphs.shuffled(using: &random).prefix(Int.random(in: 2...5, using: &random))
  let moves = moved.map { paragraph in
    let anchors = (paragraphs + ["preamble", "operative"]).filter { $0 != paragraph }
    return (paragraph: paragraph, after: anchors.randomElement(using: &random) ?? "operative")
  }
  try expectMovesBack(moves, "seed \(seed): \(moves)")
}

/// Words that go stand where the paragraph was, and those that come where it is moved to; the move says that it is one.
@Test func aShortParagraphThatMovesAndChangesComesBackFromWord() throws {
  let room = try Room()
  try room.write("1. To urge others.\n\n2. To go on.\n\n3. To thank the hosts.\n", to: "draft.txt")
  for name in ["talks", "observed", "changed"] { room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/\(name)") }
  room.amend("propose", "--country", "VEN", "--paragraph", "OP3", "--replace", "hosts", "--with", "guests")
  room.amend("propose", "--country", "VEN", "--paragraph", "OP3", "--move-after", "OP1")
  room.amend("observations", "--country", "VEN", "--tracked", "--output", "ROOM/ven.docx")
  room.amend("propose", "--repo", "ROOM/observed", "--country", "VEN", "--from", "ROOM/ven.docx")
  room.amend("import-changes", "ROOM/ven.docx", "--repo", "ROOM/changed", "--author", "Venezuela=VEN")
  let draft = room.amend("consolidate").output
  #expect(
    draft.hasSuffix(
      "3. To thank the [Ven: guests ~~hosts~~].\n[Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]\n"))
  for name in ["observed", "changed"] {
    #expect(room.amend("consolidate", "--repo", "ROOM/\(name)").output == draft, "\(name)")
  }
  // Read as a draft, it stays where it was, with what went and what came in their places.
  room.amend("import", "ROOM/ven.docx", "--repo", "ROOM/imported")
  let imported = room.amend("consolidate", "--repo", "ROOM/imported").output
  #expect(imported.hasSuffix("3. To thank the [Ven: guests ~~hosts~~].\n"), "\(imported)")
}

/// A place behind what its delegation deletes too is the one where the paragraph stands.
@Test(arguments: [[], ["--marks", "none"]])
func orderBehindAParagraphThatItsDelegationDeletesComesBackUnchanged(marks: [String]) throws {
  let room = try Room()
  try room.write(draft.replacing("5. To recog", with: "FOLLOW-UP\n\n5. To recog"), to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "VEN", "--paragraph", "OP2", "--move-after", "OP5")
  room.amend("propose", "--country", "VEN", "--paragraph", "OP5", "--delete-paragraph")
  room.amend("propose", "--country", "VEN", "--paragraph", "OP6", "--delete-paragraph")
  room.amend("consolidate", "--output", "ROOM/draft.docx")
  let answer = room.amend(["propose", "--country", "VEN", "--from", "ROOM/draft.docx"] + marks)
  #expect(
    answer
      == Answer(
        status: 1, output: "",
        errors: """
          amend: ROOM/draft.docx changes nothing that is not read so already
          --marks says what shows the changes: tracked, formatting or none.

          """))
}
