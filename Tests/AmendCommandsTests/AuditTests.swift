import AmendCommands
import TestSupport
import Testing

@Suite("The audit, command by command")
struct AuditTests {
  @Test func wordsAreFoundInAllThatWasEverSaid() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "peoples")
    room.amend("support", "--country", "CHL", "--of", "MEX", "--paragraph", "OP1")
    room.amend(
      "propose", "--country", "PER", "--paragraph", "OP2", "--insert", "and its peoples", "--after", "Secretariat")
    room.amend("withdraw", "--country", "PER")
    room.amend("adopt", "OP1", "--of", "MEX")
    room.amend("search", "peoples")
    room.amend("search", "PEOPLES", "--state", "withdrawn", "--json")
    room.amend("search", "pe*", "--country", "CHL")
    room.amend("search", "the report", "--color", "always")
    room.amend("search", "\"report of the\" note", "--section", "operative")
    room.amend("search", "peoples", "--since", "2026-03-15T10:04:00Z", "--limit", "1")
    room.amend("search", "peoples", "--since", "2026-03-15", "--until", "2026-03-15", "--country", "MEX")
    room.amend("search", "peopels")
    room.amend("search", "\"; DROP TABLE words; --")
    room.amend("search", "*")
    room.amend("search", "peoples", "--paragraph", "PP1")
    try expectGolden(room.transcript, "audit-search.txt")
  }

  @Test func whatIsWrongIsALineEach() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "peoples")
    room.amend("adopt", "OP1", "--of", "MEX")
    room.amend("revise", "--symbol", "CP/doc. 1 rev. 1")
    room.amend("verify")
    try room.git("update-ref", "refs/heads/main", "delegations/MEX~1")
    try room.git("update-ref", "refs/tags/rev/2", "rev/1")
    try room.git("update-ref", "-d", "refs/heads/delegations/VEN")
    room.amend("verify")
    room.amend("verify", "--json")
    try expectGolden(room.transcript, "audit-verify.txt")
  }

  @Test func fiveRoundsAreSoundAndCanBeSearched() throws {
    let room = try Room.withFiveRounds()
    room.amend("verify")
    room.amend("search", "drivers")
    room.amend("search", "emergency calls")
    room.amend("search", "school boards", "--state", "superseded", "--state", "withdrawn", "--state", "satisfied")
    room.amend("search", "\"ministers of transport\"", "--country", "PER")
    room.amend("search", "inspect*", "--section", "operative", "--limit", "3")
    room.amend("verify")
    try expectGolden(room.transcript, "five-rounds-audit.txt")
  }
}
