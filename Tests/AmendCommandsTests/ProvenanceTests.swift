import AmendCommands
import JSON
import TestSupport
import Testing

@Suite("Who wrote what and what became of it, as a secretary would file it")
struct ProvenanceTests {
  /// A negotiation of two revisions: proposals, an amendment, a compromise, a rejection, words that come back.
  private func talks() throws -> Room {
    let room = try Room.withTalks()
    room.proposeSupportAndAmend()
    room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--replace", "others", "--with", "victims")
    room.amend("propose", "--country", "URY", "--new-after", "OP1", "--text", "To ask each State for a report.")
    room.amend("revise", "--symbol", "WATER/1 rev. 1")
    room.amend("adopt", "OP1", "--of", "PER", "--meeting", "informal meeting, 16 March 2026")
    room.amend("reject", "OP1", "--of", "VEN", "--reason", "Outside the mandate")
    room.amend("adopt", "operative/1 bis", "--text", "To ask each State for a report every year.")
    room.amend("adopt", "@ury-0001", "--of", "URY")
    room.amend("adopt", "@ury-0001", "--text", "To ask each State for a report every year.", "--reason", "A compromise")
    room.amend("propose", "--country", "VEN", "--paragraph", "OP1", "--replace", "individuals", "--with", "others")
    room.amend("revise", "--symbol", "WATER/1 rev. 2")
    room.amend("adopt", "OP1", "--of", "VEN")
    room.amend("approve", "@ury-0001")
    room.amend("pend", "OP2", "--reason", "Consultations with Peru")
    return room
  }

  @Test func everyWordOfAParagraph() throws {
    let room = try talks()
    let decided = room.transcript
    room.amend("log", "OP1")
    room.amend("blame", "OP1")
    room.amend("blame", "OP1", "--inline")
    room.amend("blame", "OP1", "--consolidated")
    room.amend("blame", "OP1", "--inline", "--consolidated", "--color", "always")
    room.amend("blame", "OP1", "--json")
    room.amend("blame", "@ury-0001")
    room.amend("blame", "OP9")
    try expectGolden(String(room.transcript.dropFirst(decided.count)), "provenance-blame.txt")
  }

  @Test func sourcesAndStatus() throws {
    let room = try talks()
    let decided = room.transcript
    room.amend("sources")
    room.amend("sources", "--format", "csv", "--since", "rev/2")
    room.amend("sources", "--section", "operative", "--output", "ROOM/sources.md")
    room.amend("sources", "--paragraph", "OP1", "--json")
    room.amend("sources", "--since", "rev/7")
    room.amend("status", "--since", "rev/1", "--date", "2026-03-20T10:00:00Z")
    room.amend("status", "--country", "VEN", "--since", "2026-03-15", "--date", "2026-03-20T10:00:00Z")
    room.amend("status", "--json", "--since", "rev/2", "--date", "2026-03-20T10:00:00Z")
    let transcript = String(room.transcript.dropFirst(decided.count))
    try expectGolden(transcript + "sources.md:\n" + room.read("sources.md"), "provenance-sources.txt")
  }

  @Test func oneProposalAndOneDecision() throws {
    let room = try talks()
    let decided = room.transcript
    let commits = try room.git("log", "--all", "--format=%h %s", "--abbrev=7").split(separator: "\n")
    for subject in [
      "MEX proposes a change to operative/1", "PER proposes a change to operative/1, on MEX's proposal",
      "VEN proposes a change to operative/1", "URY proposes a new paragraph", "CHL supports",
      "The chair adopts PER's wording", "The chair rejects", "The chair leaves pending",
    ] {
      for commit in commits where commit.dropFirst(8).hasPrefix(subject) {
        room.amend("show", String(commit.prefix(7)))
      }
    }
    let last = try #require(commits.first { $0.contains("The chair adopts PER's wording") })
    room.amend("show", String(last.prefix(7)), "--json")
    room.amend("show", "0000000")
    try expectGolden(String(room.transcript.dropFirst(decided.count)), "provenance-show.txt")
  }

  /// What the decision did to a proposal on another paragraph stands in the line of the one that it changed.
  @Test func everyLineOfADecisionNamesAParagraph() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "CHL", "--paragraph", "OP2", "--move-after", "PP2")
    room.amend("propose", "--country", "VEN", "--paragraph", "PP2", "--move-after", "OP1")
    room.amend("adopt", "PP2", "--of", "VEN")
    let main = try room.git("rev-parse", "main").split(separator: "\n").map(String.init)[0]
    let lines = try room.amend("show", main, "--json").output.split(separator: "\n")
      .map { try JSONValue(reading: String($0)) }
    #expect(lines.map { $0["paragraph"]?.string } == ["operative/1 ter"])
    #expect(
      lines[0]["following"]?.array?.map { "\($0["country"]?.string ?? "") \($0["paragraph"]?.string ?? "")" } == [
        "CHL operative/2", "VEN operative/1 ter",
      ])
  }
}
