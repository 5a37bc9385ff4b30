import Drafting
@testable import Negotiation
import TestSupport
import Testing

/// Several processes of the built program that write at one moment.
@Suite("At the same moment", .enabled(if: builtProgram != nil, "the program is not built"))
struct SameMomentTests {
  /// Three secretaries decide and a delegation proposes, all at once: each act is done or refused with what somebody else
  /// has done, and then it can be repeated.
  @Test func noActIsLost() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "individuals")
    let paragraphs = ["operative/1", "operative/2", "preamble/2"]
    var told = 0
    var proposed: [String] = []
    for round in 1...12 where told == 0 || round <= 2 {
      let main = try count("main", in: room)
      let reasons = paragraphs.map { "Round \(round), \($0)" }
      proposed.append("report\(round)")
      let acts =
        zip(paragraphs, reasons).map { ["pend", $0, "--reason", $1] } + [
          ["propose", "--country", "VEN", "--paragraph", "OP2", "--insert", proposed[round - 1], "--before", "report"]
        ]
      var waiting = acts
      while !waiting.isEmpty {
        let running = try waiting.map { try start($0, in: room) }
        let outcomes = try running.map { try $0.finish(killedAfter: .seconds(60)) }
        var refused: [[String]] = []
        for (act, outcome) in zip(waiting, outcomes) where outcome.status != 0 {
          refused.append(act)
          let isDecision = act[0] == "pend"
          if isDecision { told += 1 }
          #expect(outcome.status == 3, "\(act): \(outcome.errors)")
          #expect(
            outcome.errors.hasPrefix(
              isDecision
                ? "amend: somebody else has decided at this moment; nothing was written: The chair leaves pending "
                : "amend: somebody else has changed the branch of Venezuela at this moment; nothing was written"),
            "\(act): \(outcome.errors)")
          #expect(outcome.errors.hasSuffix("ype the command again.\n"), "\(act): \(outcome.errors)")
        }
        try #require(refused.count < waiting.count, "nobody came through")
        waiting = refused
      }
      #expect(try count("main", in: room) == main + paragraphs.count)
      let negotiation = try Negotiation(at: room.folder("talks"))
      for (paragraph, reason) in zip(paragraphs, reasons) {
        let place = try negotiation.place(at: ParagraphAddress(paragraph))
        #expect(try negotiation.main.paragraph(place.entry.identifier)?.status == .pending(reason: reason))
      }
      let reading = room.amend("reading", "--country", "VEN", "--paragraph", "OP2").output
      for words in proposed { #expect(reading.ranges(of: words + " ").count == 1, "\(words) in \(reading)") }
    }
    #expect(told > 0, "no two decisions fell on one moment")
    #expect(try room.git("fsck", "--strict", "--no-dangling", "--no-progress") == "")
    #expect(room.amend("verify").status == 0)
    #expect(room.amend("rebase").status == 0)
    let negotiation = try Negotiation(at: room.folder("talks"))
    #expect(try negotiation.allStandingChanges().allSatisfy { !$0.isBehind })
  }

  /// Two secretaries revise, and a third keeps the draft: one revision is made, and the other is told of it.
  @Test func oneOfTwoRevisionsIsMade() throws {
    let room = try Room.withTalks()
    for round in 1...5 {
      let symbols = ["A", "B"].map { "\($0) rev. \(round + 1)" }
      let acts = symbols.map { ["revise", "--symbol", $0] } + [["--quiet", "consolidate", "--keep"]]
      let running = try acts.map { try start($0, in: room) }
      let outcomes = try running.map { try $0.finish(killedAfter: .seconds(60)) }
      #expect(outcomes[2].status == 0, "\(outcomes[2].errors)")
      let refused = outcomes[..<2].filter { $0.status != 0 }
      #expect(refused.count == 1)
      for outcome in refused {
        let isTold =
          outcome.errors.hasPrefix(
            "amend: somebody else has decided at this moment; nothing was written: The chair revises the draft: ")
          || outcome.errors.contains("is made already")
        #expect(isTold, "\(outcome.errors)")
      }
      #expect(room.amend("verify").status == 0, "round \(round)")
    }
    #expect(try Negotiation(at: room.folder("talks")).revisions().count == 5)
  }

  /// A delegation takes its proposal back, or gives it other words, while the chair adopts it.
  @Test(arguments: [["withdraw"], ["propose", "--delete", "report"]])
  func adoptionAndAnActOfItsDelegationAreSound(act: [String]) throws {
    for _ in 1...4 {
      let room = try Room.withTalks()
      room.amend("propose", "--country", "MEX", "--paragraph", "OP2", "--insert", "new", "--before", "report")
      let running = try [["adopt", "OP2", "--of", "MEX"], act + ["--country", "MEX", "--paragraph", "OP2"]].map {
        try start($0, in: room)
      }
      let outcomes = try running.map { try $0.finish(killedAfter: .seconds(60)) }
      #expect(outcomes.contains { $0.status == 0 }, "\(outcomes.map(\.errors))")
      let verified = room.amend("verify")
      #expect(verified.status == 0, "\(verified.output)")
      #expect(room.amend("rebase").status == 0)
      #expect(room.amend("verify").status == 0)
    }
  }

  private func start(_ words: [String], in room: Room) throws -> RunningProgram {
    try RunningProgram(
      builtProgram ?? "", words,
      environment: [
        "AMEND_REPO": room.folder("talks"), "AMEND_NAME": "Ana", "AMEND_EMAIL": "a@example.org",
        "AMEND_DATE": "2026-03-16T10:00:00Z", "HOME": room.folder.path, "GIT_CONFIG_NOSYSTEM": "1",
      ], in: room.folder.path, scratch: room.folder.path)
  }

  private func count(_ branch: String, in room: Room) throws -> Int {
    try #require(Int(room.git("rev-list", "--count", branch).filter { $0 != "\n" }))
  }
}
