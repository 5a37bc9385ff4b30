import TestSupport
import Testing

@Suite("The clean text as a decision")
struct CleanReportTests {
  /// Rewritten references change words that proposals stand on; what becomes of those is told as after every decision.
  @Test func tellsWhatBecameOfProposals() throws {
    let room = try Room()
    try write(
      Array(
        "D/1 rev. 1\n\nDRAFT\n\nRESOLVE:\n\n1. To plant.\n\n2. To water as paragraph 3 says.\n\n3. To prune.\n".utf8),
      toFile: room.folder("draft.txt"))
    room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks")
    room.amend("propose", "--country", "MEX", "--new-after", "OP1", "--text", "To dig.")
    room.amend("adopt", "OP1 bis", "--of", "MEX")
    room.amend("propose", "--country", "CHL", "--paragraph", "OP2", "--replace", "water", "--with", "wash")
    let clean = ["clean", "--commit", "--current", "--fix-references"]
    let answer = room.amend(clean)
    #expect(answer.errors.contains("(commit "), "\(answer.errors)")
    #expect(answer.errors.hasSuffix("  Chile, operative/3: carried over onto the new words\n"), "\(answer.errors)")
    room.amend("undo")
    let json = room.amend(["--json"] + clean).output.filter { !$0.isWhitespace }
    #expect(json.contains(#""outcome":"carried""#), "\(json)")
    #expect(room.amend("verify").status == 0)
  }
}
