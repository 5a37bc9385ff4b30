import TestSupport
import Testing

@Suite("What filters of times and delegations mean")
struct FilterTests {
  /// Times are printed on the clock of whoever acted, and typed so.
  @Test func timeWithoutZoneIsOnTheClockOfWhoeverActed() throws {
    let room = try Room.withTalks()
    room.amend(
      ["propose", "--country", "URY", "--paragraph", "OP1", "--insert", "nightly", "--before", "persons"],
      environment: ["AMEND_DATE": "2027-06-02T23:30:20-05:00"])
    func isTold(_ arguments: [String]) -> Bool { room.amend(arguments).output.contains("2027-06-02 23:30") }
    for command in [["log", "OP1"], ["log"], ["search", "nightly"]] {
      #expect(isTold(command + ["--since", "2027-06-02 23:30", "--until", "2027-06-02 23:30"]))
      #expect(isTold(command + ["--since", "2027-06-02 23:30:20", "--until", "2027-06-02 23:30:20"]))
      #expect(!isTold(command + ["--since", "2027-06-02 23:30:21"]))
      #expect(!isTold(command + ["--until", "2027-06-02 23:29"]))
      #expect(isTold(command + ["--since", "2027-06-03T04:30Z", "--until", "2027-06-03T04:30Z"]))
      #expect(!isTold(command + ["--since", "2027-06-03T04:31Z"]))
    }
    let status = { (since: String) in room.amend("status", "--since", since).output }
    #expect(!status("2027-06-02 23:30").contains("Nothing has changed since."))
    #expect(status("2027-06-02 23:31").contains("Nothing has changed since."))
    #expect(status("2027-06-02").contains("last acted 2027-06-02 23:30"))
  }

  @Test func chairsOwnActsAndTextAreFoundUnderItsName() throws {
    let room = try Room.withTalks()
    room.proposeSupportAndAmend()
    room.amend("propose", "--country", "chair", "--paragraph", "OP2", "--replace", "report", "--with", "work")
    room.amend("adopt", "OP1", "--of", "MEX", environment: ["AMEND_DATE": "2027-06-02T10:00:00Z"])
    let acts = room.amend("log", "--country", "chair", "--action", "adopt", "--action", "propose").output
      .split(separator: "\n").filter { $0.hasPrefix("20") }.map { $0.dropFirst(18).dropLast(9) }
    #expect(acts == ["operative/1: The chair adopts", "operative/2: Chair proposes"])
    let found = { (words: String...) in
      room.amend(["search", "--country", "chair"] + words).output.split(separator: "\n")
        .filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
    }
    #expect(found("individuals") == ["operative/1  The chair's text"])
    #expect(found("work") == ["preamble/2  The chair's text", "operative/2  Chair"])
    #expect(found("others", "--struck") == ["operative/1  The chair's text, without these words"])
    #expect(
      room.amend("status", "--country", "chair", "--since", "2027-06-02").output.contains("operative/1"))
  }

  @Test func delegationThatProposedNothingIsToldSo() throws {
    let room = try Room.withTalks()
    #expect(room.amend("status", "--country", "ATG").errors == "Antigua and Barbuda has proposed nothing.\n")
    #expect(
      room.amend("status", "--country", "chair").errors
        == "Chair has proposed nothing; 'amend log --country chair' tells what it decided.\n")
  }

  @Test func whatIsNeitherDateNorRevisionIsToldSo() throws {
    let room = try Room.withTalks()
    room.amend("revise", "--symbol", "X/doc.1 rev. 1")
    for command in [["log"], ["search", "persons"], ["status"]] {
      #expect(
        room.amend(command + ["--since", "foo"]).errors
          == "amend: --since takes a date such as 2009-02-24, or a revision such as rev/1, not 'foo'.\n"
          + "See 'amend \(command[0]) --help'.\n")
      for name in ["9", "rev/9"] {
        #expect(
          room.amend(command + ["--since", name]).errors
            == "amend: there is no revision 'rev/9'\nThere are rev/1.\n")
      }
    }
    #expect(
      room.amend("sources", "--since", "2026-06-01").errors
        == "amend: --since takes a revision, such as rev/2, not '2026-06-01'.\nSee 'amend sources --help'.\n")
    #expect(room.amend("log", "rev/9:OP1").errors == "amend: there is no revision 'rev/9'\nThere are rev/1.\n")
  }
}
