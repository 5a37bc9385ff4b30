import Commands
import TestSupport
import Testing

@Suite("The built program", .enabled(if: builtProgram != nil, "the program is not built"))
struct BinaryTests {
  private func shell(_ room: Room, _ script: String) throws -> Outcome {
    try run(
      "sh", ["-c", script],
      environment: [
        "AMEND": builtProgram ?? "", "AMEND_REPO": room.folder("talks"), "AMEND_NAME": "Ana",
        "AMEND_EMAIL": "a@example.org",
        "AMEND_DATE": "2026-03-15", "HOME": room.folder.path, "TMPDIR": room.folder.path,
        "AMEND_EDITOR": "sed -i s/others/everybody/",
      ], in: room.folder.path, scratch: room.folder.path)
  }

  @Test func closedPipeEndsQuietly() throws {
    let room = try Room.withTalks()
    #expect(
      try shell(room, "{ \"$AMEND\" consolidate; echo $? >status; } | true; cat status")
        == Outcome(status: 0, output: "141\n", errors: ""))
  }

  @Test func fullDiskIsSaid() throws {
    let room = try Room.withTalks()
    let outcome = try shell(room, "\"$AMEND\" consolidate >/dev/full")
    #expect(outcome.status == 3)
    #expect(outcome.errors == "amend: Cannot write to standard output: No space left on device.\n")
  }

  @Test func editorIsRunOnTheParagraph() throws {
    let room = try Room.withTalks()
    let outcome = try shell(
      room, "\"$AMEND\" propose --country VEN --paragraph OP1 --edit --quiet; ls | grep -c ^amend-")
    let written = "1. To protect all persons and [Ven: everybody ~~others~~].\n"
    #expect(outcome == Outcome(status: 1, output: written + "0\n", errors: ""))
  }

  @Test(.timeLimit(.minutes(1)))
  func lineOfFiveMegabytesIsImported() throws {
    let room = try Room.withTalks()
    let outcome = try shell(
      room,
      """
      { printf '1. '; yes 'To protect all persons and others.' 2>/dev/null | head -c 5000000 | tr '\\n' ' '; echo; } >long.txt
      "$AMEND" import long.txt --repo long --quiet
      """)
    #expect(outcome == Outcome(status: 0, output: "Imported 1 paragraph into long.\n", errors: ""))
  }
}
