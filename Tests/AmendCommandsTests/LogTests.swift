import TestSupport
import Testing

@Suite("The history as it is told")
struct LogTests {
  /// A split and a join, moves, an adoption, three revisions, new numbers at the end.
  @Test func ofFiveRounds() throws {
    let room = try Room.withFiveRounds()
    room.amend("log", "PP6")
    room.amend("log", "rev/2:OP3")
    room.amend("log", "rev/3:operative/3 bis")
    room.amend("log", "rev/3:OP14", "--since", "rev/2")
    room.amend("log", "rev/2:OP15", "--revision", "2")
    room.amend("log", "rev/2:OP11")
    room.amend("log", "PP6", "--country", "BRA", "--patch", "--reverse")
    room.amend("log", "PP6", "--action", "adopt", "--action", "pend", "--json", "--patch")
    room.amend("log", "PP6", "--until", "2026-05-19", "--since", "2026-05-13", "--color", "always")
    room.amend("log", "--action", "adopt", "--revision", "rev/3")
    room.amend("log", "--limit", "4")
    room.amend("log", "--limit", "2", "--reverse", "--json")
    room.amend("log", "--country", "URY", "--reverse", "--until", "rev/2")
    try expectGolden(room.transcript, "log-five-rounds.txt")
  }

  @Test func ofWhatIsNotThere() throws {
    let room = try Room.withTalks()
    room.amend("log", "@p0099")
    room.amend("log", "OP1", "--since", "rev/2")
    room.amend("log", "OP1", "--revision", "rev/")
    room.amend("log", "OP1", "--since", "yesterday")
    room.amend("log", "OP1", "--since", "2026-02-30")
    room.amend("log", "OP1", "--action", "adpot")
    room.amend("log", "rev/1:OP1")
    room.amend("log", "OP1", "--limit", "0")
    room.amend("log", "OP1", "--limit", "-1")
    try expectGolden(room.transcript, "log-mistakes.txt")
  }

  @Test func ofTheWholeNegotiationIsCutForAPersonAlone() throws {
    let room = try Room.withFiveRounds(upTo: 1)
    let few = room.amend("log")
    #expect(few.output.split(separator: "\n").filter { $0.hasPrefix("2026-") }.count == 50)
    #expect(few.errors == "These are the newest 50 events; --limit N tells more of them, --reverse all.\n")
    let all = room.amend("log", "--json").output.split(separator: "\n")
    let told = room.amend("log", "--reverse").output.split(separator: "\n").filter { $0.hasPrefix("2026-") }
    #expect(all.count == told.count && all.count > 80)
    #expect(room.amend("log", "--json", "--reverse").output.split(separator: "\n").reversed() == all)
  }

  @Test func actsOfOneDayKeepTheOrderInWhichTheyWereTyped() throws {
    let room = try Room.withTalks()
    let day = ["AMEND_DATE": "2026-05-02"]
    room.amend(
      ["propose", "--country", "URY", "--paragraph", "OP1", "--insert", "young", "--before", "persons"],
      environment: day)
    room.amend(["support", "--country", "BOL", "--of", "URY", "--paragraph", "OP1"], environment: day)
    room.amend(["adopt", "OP1", "--of", "URY"], environment: day)
    let lines = room.amend(["log", "OP1", "--since", "2026-05-02"]).output.split(separator: "\n")
      .filter { $0.hasPrefix("2026") }.map { String($0.dropFirst(18).prefix { $0 != "(" && !$0.isNumber }) }
    #expect(
      lines.prefix(3).map { String($0.split(separator: "  ")[0]) } == [
        "Uruguay proposes", "Bolivia supports URY", "The chair adopts",
      ])
  }

  @Test func whatADecisionAndItsUndoingDidToProposalsIsSaid() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "PER", "--paragraph", "OP2", "--move-after", "PP1")
    room.amend("propose", "--country", "MEX", "--paragraph", "OP2", "--delete-paragraph")
    room.amend("adopt", "OP2", "--text", "To meet.")
    room.amend("place", "OP2", "--after", "PP2")
    room.amend("undo")
    room.amend("undo")
    let lines = room.amend("log", "OP2", "--action", "follow").output.split(separator: "\n")
    func name(_ action: String, _ place: Int) throws -> Substring {
      try room.git("log", "--reverse", "--format=%h", "--abbrev=7", "--grep", "Action: \(action)", "main")
        .split(separator: "\n")[place]
    }
    try #expect(
      lines.filter { $0.hasPrefix("20") }.map { String($0.dropFirst(18).dropLast(9)) } == [
        "Mexico's proposal is in conflict with the chair's text of \(name("adopt", 0))",
        "Peru's order of place is in conflict with the chair's text of \(name("place", 0))",
        "Peru's order of place stands again with \(name("undo", 0)), placed after preamble/1",
        "Mexico's proposal stands again with \(name("undo", 1))",
      ])
    let told = lines.filter { $0.hasPrefix("20") }.flatMap {
      room.amend("show", String($0.suffix(7))).output.split(separator: "\n")
    }
    #expect(
      told.filter { $0.hasPrefix("    Outcome: ") }.map { $0.dropFirst(13) } == [
        "in conflict with the new text; it stays in brackets", "in conflict with the new text; it stays in brackets",
        "stands again", "stands again",
      ])
    // That the paragraph was approved, and is not any more, is told of the chair alone.
    room.amend("propose", "--country", "BRA", "--paragraph", "OP1", "--replace", "others", "--with", "families")
    room.amend("adopt", "OP1", "--of", "BRA", "--approve")
    room.amend("undo")
    let again = room.amend("log", "OP1", "--action", "follow").output.split(separator: "\n")[1]
    try #expect(again.dropFirst(18).dropLast(9) == "Brazil's proposal stands again with \(name("undo", 2))")
  }

  /// A day alone is the day that is printed, whatever the clock of whoever asks.
  @Test func dayIsTheOneThatIsPrinted() throws {
    let room = try Room.withTalks()
    room.amend(
      ["propose", "--country", "URY", "--paragraph", "OP1", "--insert", "nightly", "--before", "persons"],
      environment: ["AMEND_DATE": "2027-06-02T23:30:00-05:00"])
    func isTold(_ arguments: [String]) -> Bool {
      room.amend(arguments).output.contains("2027-06-02 23:30")
    }
    for command in [["log", "OP1"], ["log"], ["search", "nightly"]] {
      #expect(isTold(command + ["--since", "2027-06-02", "--until", "2027-06-02"]))
      #expect(!isTold(command + ["--since", "2027-06-03"]))
      #expect(!isTold(command + ["--until", "2027-06-01"]))
      #expect(isTold(command + ["--since", "2027-06-03T04:30:00Z"]))
    }
    #expect(!room.amend("status", "--since", "2027-06-02").output.contains("Nothing has changed since."))
    #expect(room.amend("status", "--since", "2027-06-03").output.contains("Nothing has changed since."))
  }
}
