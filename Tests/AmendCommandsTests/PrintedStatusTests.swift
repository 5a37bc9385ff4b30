import AmendCommands
import JSON
import TestSupport
import Testing

@Suite("What the audit prints of what people typed, and programs of what people read")
struct PrintedStatusTests {
  @Test func programsReadWhatPeopleReadOfAStatus() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "peoples")
    room.amend("pend", "OP2", "--reason", "Consultations")
    let status = try JSONValue(reading: room.amend("status", "--json").output)
    #expect(
      status["waiting"]?.array?.map { "\($0["paragraph"]?.string ?? "") \($0["status"]?.string ?? "")" } == [
        "preamble/2 pending", "operative/1 disputed", "operative/1 bis disputed", "operative/2 pending",
      ])
    let lines = room.amend("status").output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(status["title"]?.array?.compactMap(\.string) == lines.prefix { !$0.isEmpty }.map(String.init))
  }
}
