import Exchange
import TestSupport
import Testing

/// A negotiation with Venezuela's observations in a document of its own.
private func observed() throws -> Room {
  let room = try Room.withTalks()
  room.amend(
    "propose", "--country", "VEN", "--paragraph", "OP1", "--replace", "persons", "--with", "people", "--reason",
    "As in the Charter.")
  room.amend("observations", "--country", "VEN", "--output", "ROOM/ven.docx")
  room.amend("reading", "--country", "VEN", "--output", "ROOM/reading.docx")
  room.forget()
  return room
}

@Test func authorIsNamedOnce() throws {
  let room = try observed()
  for command in [
    ["propose", "--country", "VEN", "--from", "ROOM/ven.docx"], ["import-changes", "ROOM/ven.docx"],
    ["import", "ROOM/ven.docx", "--repo", "ROOM/other"],
  ] {
    let answer = room.amend(command + ["--author", "Ana=VEN", "--author", "Ana=MEX"])
    #expect(answer.status == 2 && answer.output.isEmpty)
    #expect(
      answer.errors.hasPrefix(
        "amend: --author names 'Ana' twice: VEN and MEX. An author speaks for one delegation.\n"), "\(answer.errors)")
  }
}

@Test(arguments: ["ven.docx", "reading.docx"], [false, true])
func documentOfAnotherDelegationIsRefused(file: String, isDryRun: Bool) throws {
  let room = try observed()
  let command = ["propose", "--country", "MEX", "--from", "ROOM/\(file)"] + (isDryRun ? ["--dry-run"] : [])
  let answer = room.amend(command)
  #expect(
    answer
      == Answer(
        status: 1, output: "",
        errors: "amend: ROOM/\(file) is Venezuela's by what it says itself, and --country says Mexico\n"
          + "Give --country VEN, or --author 'Venezuela=MEX' if it is Mexico's all the same.\n"))
  // Its sender is heard where that is said.
  let named = room.amend(command + ["--author", "Venezuela=MEX"])
  #expect(named.status == 0 && named.output.contains("people"), "\(named)")
  #expect(named.errors.contains("Mex") || named.errors.contains("MEX proposes"))
}

@Test(arguments: [false, true])
func reasonOfAMoveIsAComment(isTracked: Bool) throws {
  let room = try Room.withTalks()
  room.amend(
    "propose", "--country", "PER", "--paragraph", "OP2", "--move-after", "PP1", "--reason", "It belongs to the why.")
  room.amend(
    ["observations", "--country", "PER", "--output", "ROOM/per.docx"] + (isTracked ? ["--tracked"] : []))
  let document = try WordReader.read(bytes(ofFile: room.folder("per.docx")))
  let comments = document.comments.values.map { $0.paragraphs.flatMap(\.runs).map(\.text).joined() }
  #expect(comments == ["It belongs to the why."])
  let copy = try Room.withTalks()
  try copy.write(bytes(ofFile: room.folder("per.docx")), to: "per.docx")
  copy.amend("propose", "--country", "PER", "--from", "ROOM/per.docx")
  let message = try copy.git("log", "-1", "--format=%B", "delegations/PER")
  #expect(message.contains("Reason: It belongs to the why."))
}

/// Observations that come back as they were written ask for nothing, and nothing in them is called unmarked.
@Test(arguments: [[], ["--tracked"]])
func observationsThatComeBackUntouchedChangeNothing(flags: [String]) throws {
  let room = try Room()
  // The note at the end has no mark in the text.
  try room.write(
    Room.draft.replacing("the report", with: "the report1/") + "\n1/ See the annex.\n1.\tHeld jointly with the host.\n",
    to: "draft.txt")
  room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
  room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--replace", "persons", "--with", "people")
  room.amend(["observations", "--country", "VEN", "--output", "ROOM/ven.docx"] + flags)
  let answer = room.amend("propose", "--country", "VEN", "--from", "ROOM/ven.docx")
  #expect(
    answer
      == Answer(
        status: 1, output: "",
        errors: """
          amend: ROOM/ven.docx changes nothing that is not read so already
          --marks says what shows the changes: tracked, formatting or none.

          """))
}
