import Drafting
import Git
@testable import Negotiation
import Notation
import Testing

@Suite("Conflicts with the chair's text in the history")
struct ConflictRecordTests {
  private let round: DecisionRound

  init() throws { round = try DecisionRound() }

  /// What happened to a paragraph since the import: who, what, what became of it, where, and the words.
  private func told(_ identifier: String) throws -> [String] {
    let writer = BracketWriter(labels: LabelTable(labels: [String]()))
    return try round.open().events(of: ParagraphIdentifier(identifier)).dropFirst().map { event in
      let outcome = event.outcome.map { " \($0.rawValue)" } ?? ""
      return "\(event.delegation?.code.description ?? "Chair") \(event.action?.rawValue ?? "?")\(outcome) "
        + "\(event.place?.address ?? "-"): \(writer.write(event.words))"
    }
  }

  @Test func areToldThoughTheBranchReadsAsBefore() throws {
    try round.replace("VEN", "operative/2", "delay", "fear")
    try round.adoptText("operative/2", "To urge the member states to act without pause.")
    try round.undo()
    try expectLines(
      told("p0006"),
      [
        "VEN propose operative/2: To urge the member states to act without [Ven: fear ~~delay~~].",
        "Chair adopt operative/2: To urge the member states to act without [Chair: pause ~~delay~~].",
        "VEN follow conflict operative/2: To urge the member states to act without [Ven: fear ~~pause~~].",
        "Chair undo operative/2: To urge the member states to act without [Chair: delay ~~pause~~].",
        "VEN follow reinstated operative/2: To urge the member states to act without [Ven: fear ~~delay~~].",
      ])
    let events = try round.open().events(of: ParagraphIdentifier("p0006")).filter { $0.outcome != nil }
    #expect(events.allSatisfy { $0.oldFile == $0.newFile && $0.presence == .stayed })
    #expect(events.map(\.before?.text) == ["pause", "delay"].map { "To urge the member states to act without \($0)." })
  }

  @Test func ofADeletionAreToldWhereTheChairHasTheParagraph() throws {
    try round.propose("MEX", "operative/2", .deleteParagraph)
    try round.adoptText("operative/2", "To urge all.")
    expectLines(
      [try #require(told("p0006").last)], ["MEX follow conflict operative/2: [Mex: ~~To urge all.~~]"])
    #expect(try round.open().events(of: ParagraphIdentifier("p0006")).last?.presence == .stayed)
  }

  @Test func withADeletionByTheChairLeaveAParagraphOfItsOwn() throws {
    try round.replace("VEN", "operative/2", "delay", "fear")
    try round.propose("MEX", "operative/2", .deleteParagraph)
    try round.adopt("operative/2", "MEX")
    expectLines(
      [try #require(told("p0006").last)],
      ["VEN follow conflict operative/2: [Ven: To urge the member states to act without fear.]"])
  }

  @Test func ofOrdersOfPlaceAreToldAndEnd() throws {
    try round.move("PER", "operative/4", after: "operative/1")
    try round.place("operative/4", after: "operative/2")
    try round.undo()
    try expectLines(
      told("p0008").filter { $0.hasPrefix("PER") },
      [
        "PER propose operative/4: To request the Permanent Council to follow up.",
        "PER follow conflict operative/4: To request the Permanent Council to follow up.",
        "PER follow reinstated operative/4: To request the Permanent Council to follow up.",
      ])
  }

  /// The second decision is undone; the first still stands.
  @Test func withAnEarlierDecisionOutliveALaterOne() throws {
    try round.replace("VEN", "operative/2", "delay", "fear")
    try round.adoptText("operative/2", "To urge the member states to act without pause.")
    try round.adoptText("operative/2", "To urge the member states to act without rest.")
    try round.undo()
    let first = try told("p0006").filter { $0.hasPrefix("VEN") }
    try round.undo()
    let second = try told("p0006").filter { $0.hasPrefix("VEN") }
    func line(_ act: String, _ struck: String) -> String {
      "VEN \(act) operative/2: To urge the member states to act without [Ven: fear ~~\(struck)~~]."
    }
    expectLines(first, [line("propose", "delay"), line("follow conflict", "pause"), line("follow conflict", "rest")])
    expectLines(Array(second.dropFirst(3)), [line("follow reinstated", "delay")])
  }

  /// What is asked for anew stands on the chair's words as long as the conflict lasts, and no longer.
  @Test func areOverForWhatIsAskedForAfterTheUndoing() throws {
    try round.replace("VEN", "operative/2", "delay", "fear")
    try round.adoptText("operative/2", "To urge the member states to act without pause.")
    try round.undo()
    try round.replace("VEN", "operative/2", "urge", "ask")
    #expect(
      try told("p0006").last
        == "VEN propose operative/2: To [Ven: ask ~~urge~~] the member states to act without fear.")
  }
}
