import Drafting
import Git
import Negotiation
import TestSupport
import Testing

@Suite("What the history tells of acts that change no paragraph, and of moves")
struct HistoryActsTests {
  private func told(
    _ round: DecisionRound, newestFirst: Bool = false, _ actions: Set<Action>
  ) throws -> [String] {
    var lines: [String] = []
    var filter = EventFilter()
    filter.actions = actions
    try round.open().eachHappening(newestFirst: newestFirst, matching: filter) { happening in
      switch happening {
      case .event(let event): lines.append("\(event.identifier): \(event.subject)")
      case .act(let act): lines.append(act.message.subject + (act.revision.map { " (rev. \($0))" } ?? ""))
      }
      return true
    }
    return lines
  }

  @Test func revisionsKeptDraftsAndTheirUndoing() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    _ = try round.open().revise(symbol: "CP/1 rev. 1", DecisionNote(), act: round.act())
    try round.adopt("operative/1", "MEX")
    _ = try round.open().revise(symbol: "CP/1 rev. 2", DecisionNote(), act: round.act())
    try round.undo()
    let all: Set<Action> = [.revise, .keep, .undo, .adopt]
    let lines = [
      "The chair revises the draft: CP/1 rev. 1 (rev. 1)", "Keep the consolidated draft (rev. 1)",
      "p0005: The chair adopts MEX's wording of operative/1",
      "The chair revises the draft: CP/1 rev. 2", "Keep the consolidated draft",
      "The chair undoes: revises the draft: CP/1 rev. 2",
    ]
    try #expect(told(round, all) == lines)
    try #expect(told(round, newestFirst: true, all) == lines.reversed())
    try #expect(told(round, [.revise]) == [lines[0], lines[3]])
    try #expect(told(round, [.keep]) == [lines[1], lines[4]])
  }

  /// A draft that is kept after a revision is none of its own, though the chair's text is that of the revision.
  @Test func keptDraftsAreInTheRevisionsThatHaveThem() throws {
    let round = try DecisionRound()
    func keep() throws -> ObjectID {
      let negotiation = try round.open()
      return try negotiation.keep(negotiation.consolidation(), act: round.act())
    }
    try round.replace("MEX", "operative/1", "others", "individuals")
    let first = try keep()
    _ = try round.open().revise(symbol: "CP/1 rev. 1", DecisionNote(), act: round.act())
    try round.replace("MEX", "operative/2", "urge", "ask")
    let second = try keep()
    let negotiation = try round.open()
    #expect(try [first, second].map { try negotiation.revision(of: $0) } == ["1", nil])
    #expect(try [first, second].map { try negotiation.story(of: $0).act.revision } == ["1", nil])
    #expect(try negotiation.events(of: first).isEmpty)
    try #expect(
      told(round, [.keep]) == [
        "Keep the consolidated draft (rev. 1)", "Keep the consolidated draft (rev. 1)", "Keep the consolidated draft",
      ])
  }

  /// Chile would have operative/4 behind preamble/2, and that one behind operative/1.
  @Test func whatGoesAlongIsNamedAsItIsPrinted() throws {
    let round = try DecisionRound()
    try round.move("CHL", "operative/4", after: "preamble/2")
    try round.move("VEN", "preamble/2", after: "operative/1")
    try round.support("CHL", "preamble/2", of: "VEN")
    let negotiation = try round.open()
    let identifier = try negotiation.place(at: ParagraphAddress("operative/4")).entry.identifier
    #expect(
      try negotiation.events(of: identifier).dropFirst().map {
        "\($0.place?.address ?? "-") \($0.subject), \($0.landing?.phrase ?? "-")"
      } == [
        "operative/4 CHL proposes another place for operative/4, after preamble/2",
        "operative/4 CHL supports VEN's proposal on preamble/2, after preamble/2",
      ])
  }

  @Test func moveSaysWhereTo() throws {
    let round = try DecisionRound()
    try round.move("PER", "operative/4", after: "operative/1")
    _ = try round.open().propose(
      .move(after: .beginning(of: .operative)), to: .paragraph(ParagraphAddress("operative/3")), by: named("MEX"),
      act: round.act())
    let negotiation = try round.open()
    func landing(_ target: String) throws -> [String] {
      let identifier = try negotiation.place(at: ParagraphAddress(target)).entry.identifier
      return try negotiation.events(of: identifier).compactMap { $0.landing?.phrase }
    }
    try #expect(landing("operative/4") == ["after operative/1"])
    try #expect(landing("operative/3") == ["at the beginning of operative"])
    try #expect(landing("operative/2") == [])
    let acts = try negotiation.sources().rows.first { $0.place?.address == "operative/4" }?.acts ?? []
    let registry = negotiation.registry
    #expect(
      RecordedAct.sentences(acts, in: .english, registry)
        == ["2026-03-15 place after operative/1 proposed by Peru"])
  }

  /// The fewest moves that lead from the order with both moves to the one without Bolivia's are of another paragraph.
  @Test func withdrawalMovesNothingThatItDoesNotName() throws {
    let round = try DecisionRound(
      "DRAFT\n\nRESOLVE:\n\n1. To one.\n\n2. To two.\n\n3. To three.\n\n4. To four.\n\n5. To five.\n")
    for code in ["BOL", "PER"] { try round.move(code, "operative/4", after: "operative/2") }
    try round.move("PER", "operative/5", after: "operative/2")
    try round.place("operative/5", after: "operative/2")
    try round.adopt("@p0005", "PER")
    _ = try round.open().withdraw(nil, by: named("BOL"), act: round.act())
    let negotiation = try round.open()
    let events = try negotiation.events(of: ParagraphIdentifier("p0006"))
    #expect(!events.contains { $0.action == .withdraw })
  }

  /// A paragraph that a delegation would have in another section is named as it is printed, with the place it would have.
  @Test func moveIntoAnotherSectionKeepsTheAddressThatIsPrinted() throws {
    let round = try DecisionRound()
    try round.move("CHL", "operative/2", after: "preamble/1")
    try round.replace("CHL", "operative/2", "without delay", "at once")
    try round.place("operative/2", after: "preamble/1")
    let events = try round.open().events(of: ParagraphIdentifier("p0006")).filter { $0.action != .importing }
    let lines = events.filter { $0.action != .follow }.map { event in
      "\(event.action?.rawValue ?? "?") \(event.formerPlace?.address ?? "-") \(event.place?.address ?? "-") "
        + (event.landing?.name ?? "-")
    }
    expectLines(
      lines,
      [
        "propose operative/2 operative/2 preamble/1", "propose - operative/2 -",
        "place operative/2 preamble/1 bis preamble/1",
      ])
  }
}
