import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Test func statusCountsWhatIsAgreedPendingAndDisputed() throws {
  let meeting = try Meeting()
  try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
  try meeting.propose("VEN", "operative/1", .insert("the", before: "persons"))
  try meeting.support("CHL", "VEN", "operative/1")
  try meeting.propose("CHL", "operative/5", .move("operative/1"))
  try meeting.propose("MEX", "operative/4", .newParagraph("To pay."))
  try meeting.decide(.pend, "preamble/2", reason: "Consultations")
  let status = try meeting.open().status()
  #expect(
    [
      status.paragraphs, status.approved, status.agreedAdReferendum, status.pending, status.disputed, status.brackets,
    ] == [8, 1, 0, 1, 3, 3])
  #expect(
    status.open.map {
      "\($0.place.address) \($0.status) \($0.brackets) \($0.delegations.map(\.description).joined(separator: " "))"
    } == [
      #"preamble/2 pending(reason: Optional("Consultations")) 0 "#, "operative/1 open 2 CHL VEN",
      "operative/4 bis open 1 MEX", "operative/5 open 0 CHL",
    ])
  #expect(
    status.delegations.map {
      "\($0.delegation.code) \($0.acts) \(($0.lastActed.time - Meeting.start.time) / 60) \($0.standing.map(\.address))"
    } == [
      #"CHL 2 4 ["operative/1", "operative/5"]"#, #"MEX 1 5 ["operative/4 bis"]"#, #"VEN 2 2 ["operative/1"]"#,
    ])
}

@Test func eachParagraphIsCountedOnceAndPositionsAreTold() throws {
  let meeting = try Meeting()
  try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
  try meeting.decide(.pend, "operative/1", reason: "Consultations")
  _ = try meeting.open().take(
    Position(kind: .reserve, reason: "Instructions"), on: ParagraphAddress("operative/2"), by: delegation("MEX"),
    act: meeting.act())
  _ = try meeting.open().take(
    Position(kind: .oppose, reason: nil), on: ParagraphAddress("operative/2"), by: delegation("BRA"),
    act: meeting.act())
  try meeting.propose("CHL", "operative/4", .newParagraph("To pay."))
  let status = try meeting.open().status()
  #expect(
    [status.approved, status.agreedAdReferendum, status.pending, status.disputed, status.undisputed].reduce(0, +)
      == status.paragraphs)
  #expect([status.pending, status.disputed, status.proposed, status.brackets, status.bracketed] == [1, 2, 1, 2, 2])
  #expect(status.undisputedPlaces.count == status.undisputed)
  #expect(
    status.positions.map {
      "\($0.place.address) \($0.standing.delegation.code) \($0.standing.position.kind) \($0.standing.position.reason ?? "-")"
    } == ["operative/2 BRA oppose -", "operative/2 MEX reserve Instructions"])
  #expect(
    status.open.map { "\($0.place.address) \($0.positions) \($0.waitsOn.map(\.description).joined(separator: " "))" }
      == ["operative/1 0 VEN", "operative/2 2 BRA MEX", "operative/4 bis 0 CHL"])
  let silent = status.delegations.filter { $0.reserved + $0.opposed > 0 }
  #expect(silent.map(\.delegation.code.description) == ["BRA", "MEX"])
}

/// What was decided before and undone since has changed since; what came and went since has not.
@Test func undoingOfAnEarlierDecisionIsAChange() throws {
  let round = try DecisionRound()
  try round.adoptText("operative/1", "To protect all.")
  let decision = try round.open().main.commit
  let start = Int(try round.open().repository.commit(decision).committer.seconds)
  try round.decide(.approve, "operative/2")
  try round.undo()
  try round.undo()
  let negotiation = try round.open()
  let note = try negotiation.coverNote(negotiation.record().filter { $0.deed.time > start })
  #expect(note.acts.map(\.action) == [.undo])
  #expect(note.acts.first?.undoes == CoverNote.Undone(action: .adopt, commit: decision))
  #expect(note.acts.first?.paragraphs == ["operative/1"])
  try #expect(negotiation.coverNote(negotiation.record()).acts == [])
}

/// Words and a place are two proposals, which one decision decides.
@Test(arguments: ["adopt", "reject"]) func decisionOnWordsAndAPlaceIsCountedForBoth(way: String) throws {
  let round = try DecisionRound()
  try round.move("VEN", "operative/1", after: "operative/3")
  try round.replace("VEN", "operative/1", "witnesses", "victims")
  if way == "adopt" { try round.adopt("operative/1", "VEN") } else { try round.reject("operative/1", "VEN") }
  let activity = try #require(try round.open().status().delegations.first)
  #expect([activity.proposed, activity.adopted, activity.rejected] == (way == "adopt" ? [2, 2, 0] : [2, 0, 2]))
}

@Suite("How long a proposal stands")
struct StandingSinceTests {
  /// Each standing proposal: since which act it stands, and by which it was last changed.
  private func undecided(_ round: DecisionRound) throws -> [String] {
    try round.open().status().undecided.map {
      "\($0.place.address) \($0.delegation.code) \($0.first.commit.short) \($0.deed.commit.short)"
    }
  }

  private func act(_ round: DecisionRound, _ words: String, _ new: String) throws -> String {
    try round.replace("VEN", "operative/2", words, new)
    return try round.tip("VEN").short
  }

  @Test func itStandsSinceTheFirstActThatWasNotTakenBack() throws {
    let round = try DecisionRound()
    _ = try act(round, "act", "work")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    let first = try act(round, "delay", "haste")
    let second = try act(round, "urge", "ask")
    try #expect(undecided(round) == ["operative/2 VEN \(first) \(second)"])
    try round.adopt("operative/2", "VEN")
    let third = try act(round, "act", "work")
    try #expect(undecided(round) == ["operative/2 VEN \(third) \(third)"])
  }

  @Test func itStandsThroughDecisionsThatAreUndone() throws {
    let round = try DecisionRound()
    let first = try act(round, "delay", "haste")
    let second = try act(round, "urge", "ask")
    try round.adopt("operative/2", "VEN")
    try round.undo()
    try #expect(undecided(round) == ["operative/2 VEN \(first) \(second)"])
    let third = try act(round, "act", "work")
    try #expect(undecided(round) == ["operative/2 VEN \(first) \(third)"])
  }

  @Test func whatIsAskedForBeforeTheUndoingChangesIt() throws {
    let round = try DecisionRound()
    let first = try act(round, "delay", "haste")
    try round.adopt("operative/2", "VEN")
    let second = try act(round, "urge", "ask")
    try #expect(undecided(round) == ["operative/2 VEN \(second) \(second)"])
    try round.undo()
    try #expect(undecided(round) == ["operative/2 VEN \(first) \(second)"])
  }

  /// Two proposals that meet on one paragraph are two, until another takes the place of both.
  @Test func proposalsOfBothPartsStandOnTheWhole() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    let other = try round.tip("VEN").short
    let first = try act(round, "delay", "haste")
    let second = try act(round, "urge", "ask")
    try round.join("operative/1", "operative/2")
    try #expect(undecided(round) == ["operative/1 VEN \(other) \(other)", "operative/1 VEN \(first) \(second)"])
    try round.replace("VEN", "operative/1", "act", "work")
    let last = try round.tip("VEN").short
    try #expect(undecided(round) == ["operative/1 VEN \(other) \(last)"])
  }

  @Test func itStandsThroughASplit() throws {
    let round = try DecisionRound()
    let first = try act(round, "delay", "haste")
    let second = try act(round, "urge", "ask")
    try round.split("operative/2", before: "to act")
    try #expect(
      undecided(round) == ["operative/2 VEN \(first) \(second)", "operative/2 bis VEN \(first) \(second)"])
  }

  @Test func aMoveAndItsWordsAreOneProposal() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/2", after: "operative/3")
    let first = try round.tip("VEN").short
    let second = try act(round, "delay", "haste")
    try #expect(undecided(round) == ["operative/2 VEN \(first) \(second)"])
  }
}
