import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Words of footnotes in the record")
struct FootnoteRecordTests {
  private func round() throws -> DecisionRound {
    let round = try DecisionRound(
      "DRAFT\n\nDECLARES:\n\n1. Alpha is first.[^1]\n\n2. Bravo.[^2]\n\n[^1]: See page twelve.\n\n[^2]: Left alone.\n")
    try round.propose(
      "BRA", "operative/1", .text(.text("Alpha is first.[^1]\n[^1]: See page thirteen, and its annex.")))
    return round
  }

  @Test func historyShowsWhatChangedInThem() throws {
    let round = try round()
    let negotiation = try round.open()
    let events = try negotiation.events(of: negotiation.place(at: ParagraphAddress("operative/1")).entry.identifier)
    let event = try #require(events.last)
    expect(
      written(event.words),
      is: "Alpha is first.[^1]\n[^1]: See page [Bra: thirteen, and its annex ~~twelve~~].")
    expect(
      event.after?.textWithNotes(unlike: event.before),
      is: "Alpha is first.[^1]\n[^1]: See page thirteen, and its annex.")
    expect(event.before?.textWithNotes(unlike: event.before), is: "Alpha is first.[^1]")
  }

  @Test func searchFindsThem() throws {
    let round = try round()
    try expect(
      round.found("twelve"), is: ["operative/1 - current: Alpha is first.[^1]\n[^1]: See page *twelve*."])
    try expect(
      round.found("annex"),
      is: ["operative/1 BRA standing: Alpha is first.[^1]\n[^1]: See page thirteen, and its *annex*."])
    try #expect(round.found("first").count == 1)
    try round.adopt("operative/1", "BRA")
    try expect(
      round.found("annex").map { String($0.prefix(23)) }, is: ["operative/1 - current: ", "operative/1 BRA adopted"])
    try round.expectSound()
  }
}
