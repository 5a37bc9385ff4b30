import TestSupport
import Testing

@Suite("The file of --output")
struct OutputFileTests {
  @discardableResult
  private func shell(_ script: String, in room: Room) throws -> Outcome {
    try run("sh", ["-c", script], in: room.folder.path, scratch: room.folder.path)
  }

  @Test func linkGoesOnLeadingWhereItLedAndAFileKeepsItsPermissions() throws {
    let room = try Room.withTalks()
    try shell("echo old >target; chmod 640 target; ln -s target link", in: room)
    #expect(room.amend("consolidate", "--output", "ROOM/link").status == 0)
    let look = try shell("stat -c '%F %a' link target; grep -c persons target; ls -d link* target*", in: room)
    #expect(look.output == "symbolic link 777\nregular file 640\n1\nlink\ntarget\n")
  }

  @Test func pipeIsWrittenTo() throws {
    let room = try Room.withTalks()
    try shell("mkfifo pipe; (cat pipe > copy; echo done > ended) & exit 0", in: room)
    #expect(room.amend("consolidate", "--output", "ROOM/pipe").status == 0)
    let look = try shell(
      "while ! test -e ended; do sleep 0.05; done; stat -c %F pipe; grep -c persons copy", in: room)
    #expect(look.output == "fifo\n1\n")
  }
}
