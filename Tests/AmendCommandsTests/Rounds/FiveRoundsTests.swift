import TestSupport
import Testing

@Suite("A negotiation of five rounds", .enabled(if: builtProgram != nil, "the program is not built"))
struct FiveRoundsTests {
  /// Each command is run by the program itself. After each, every delegation reads in the consolidated draft what its
  /// branch says and what its commands asked for; the golden file tells what anybody reads otherwise than before. In the
  /// end the audit explains every word of the clean text.
  @Test func nothingIsLostOrDoubledAfterAnyStep() throws {
    let room = try Room()
    let path = room.folder("talks")
    var transcript = ""
    var readings: StandingReadings?
    var wishes = StandingWishes()
    let steps = try NegotiationScript.fiveRounds(at: path).steps
    let acting = Set(steps.compactMap(\.country))
    #expect(acting.count >= 8)
    for (index, step) in steps.enumerated() {
      let outcome = try amend(step.words, at: step.date, in: room)
      let answer = Answer(
        status: outcome.status, output: outcome.output.replacing(room.folder.path, with: "ROOM"),
        errors: outcome.errors.replacing(room.folder.path, with: "ROOM"))
      #expect(outcome.status == (step.isRefused ? 1 : 0), "\(step.line)\n\(answer.written)")
      let endsRound = index + 1 == steps.count || steps[index + 1].heading != nil
      if endsRound { _ = try StandingReadings(at: path, only: nil, "\(step.line)") }
      let now = try StandingReadings(at: path, only: acting, "\(step.line)")
      if let readings, !step.isRefused {
        try wishes.take(step, at: path, readings, now)
        wishes.expectRead(in: now, isRejection: step.words[0] == "reject", "\(step.line)")
      }
      if let heading = step.heading { transcript += "## \(heading)\n\n" }
      let changes = readings == nil ? [] : now.changes(since: readings)
      transcript += "$ \(step.line)\n" + answer.written + changes.map { $0 + "\n" }.joined() + "\n"
      if step.isRefused { #expect(changes == [], "\(step.line)") }
      readings = now
    }
    try expectGolden(transcript, "five-rounds.txt")
    #expect(wishes.count > 500)
    #expect(try room.git("fsck", "--strict", "--no-progress") == "")
    var audit = try ExplainedWords(in: room) { words in try amend(words, at: "2026-06-30T12:00:00Z", in: room) }
    try audit.expectEveryWord()
    #expect(audit.count.runs > 80 && audit.count.adopted > 30, "\(audit.count)")
  }

  private func amend(_ words: [String], at date: String, in room: Room) throws -> Outcome {
    try run(
      builtProgram ?? "", words,
      environment: [
        "AMEND_REPO": room.folder("talks"), "AMEND_NAME": "Ana Secretary", "AMEND_EMAIL": "ana@example.org",
        "AMEND_DATE": date, "HOME": room.folder.path, "GIT_CONFIG_NOSYSTEM": "1", "TZ": "UTC",
      ], in: room.folder.path, scratch: room.folder.path)
  }
}
