@testable import Negotiation
import TestSupport
import Testing

@Suite("What is told of decisions on one paragraph that came and went")
struct StatusSinceTests {
  /// `approve operative/1 operative/2`, a line for each act since the one with this number.
  private func told(_ round: DecisionRound, since start: Int = 0) throws -> [String] {
    let negotiation = try round.open()
    let record = try negotiation.record().filter { $0.parents.count < 2 }
    return try negotiation.coverNote(Array(record.dropFirst(start))).acts.map {
      "\($0.action) \($0.paragraphs.joined(separator: " "))" + ($0.approves ? ", approved" : "")
    }
  }

  @Test func whatIsApprovedAndReopenedIsWhatItWas() throws {
    let round = try DecisionRound()
    try round.decide(.approve, "operative/1", "operative/2", "operative/3")
    try expectLines(told(round), ["approve operative/1 operative/2 operative/3"])
    try round.decide(.reopen, "operative/2")
    try expectLines(told(round), ["approve operative/1 operative/3"])
    try round.decide(.reopen, "operative/1", "operative/3")
    try expectLines(told(round), [])
  }

  @Test func reopeningOfWhatWasDecidedBeforeIsTold() throws {
    let round = try DecisionRound()
    try round.decide(.pend, "operative/1")
    let start = try round.open().record().count
    try round.decide(.approve, "operative/1")
    try round.decide(.reopen, "operative/1")
    try expectLines(told(round, since: start), ["reopen operative/1"])
    try expectLines(told(round), [])
    try round.decide(.approve, "operative/1")
    try expectLines(told(round), ["approve operative/1"])
  }

  @Test func wordsThatWereAdoptedStayTold() throws {
    let round = try DecisionRound()
    try round.decide(.approve, "operative/1")
    let start = try round.open().record().count
    try round.decide(.reopen, "operative/1")
    try round.adoptText("operative/1", "To protect all.")
    try expectLines(told(round, since: start), ["reopen operative/1", "adopt operative/1"])
    try round.decide(.approve, "operative/1")
    try expectLines(told(round, since: start), ["adopt operative/1", "approve operative/1"])
    _ = try round.replace("VEN", "operative/2", "urge", "invite")
    try round.adopt("operative/2", "VEN", approves: true)
    try round.decide(.reopen, "operative/2")
    try expectLines(
      told(round, since: start),
      ["adopt operative/1", "approve operative/1", "propose operative/2", "adopt operative/2"])
  }
}
