import TestSupport
import Testing

/// The reports on the negotiation of five rounds: the record of the meeting, as it would be filed.
@Suite("The record of five rounds")
struct RecordTests {
  @Test func whereItStandsAfterThreeRounds() throws {
    let room = try Room.withFiveRounds(upTo: 3)
    room.amend("status", "--since", "rev/2", "--date", "2026-06-30T12:00:00Z")
    try expectGolden(room.transcript, "record-status.txt")
  }

  @Test func whereEveryWordComesFrom() throws {
    let room = try Room.withFiveRounds()
    room.amend("sources")
    try expectGolden(room.transcript, "record-sources.txt")
    room.forget()
    for line in try room.git("show", "main:outline/operative").split(separator: "\n") {
      let identifier = String(line.prefix { $0 != " " })
      if !line.hasSuffix("heading") { room.amend("blame", "@\(identifier)", "--inline") }
    }
    room.amend("blame", "operative/16")
    try expectGolden(room.transcript, "record-blame.txt")
  }
}
