import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// Decisions of processes that are killed at any moment, and of several at one moment.
@Suite("Decisions by the built program", .enabled(if: builtProgram != nil, "the program is not built"))
struct KilledDecisionTests {
  /// Commands that decide on a draft, and where each ends once it is done.
  enum Decision: String, CaseIterable {
    case adopt = "adopt operative/1 --of MEX"
    case revise = "revise --symbol CP/doc.1/26"
    case undo = "undo"
  }

  @Test(arguments: Decision.allCases)
  func killedAtAnyMomentIsMadeOrNot(_ decision: Decision) throws {
    let room = try Room.withTalks()
    for (code, words) in [("MEX", "individuals"), ("BRA", "witnesses"), ("VEN", "all peoples"), ("PER", "everybody")] {
      room.amend("propose", "--country", code, "--paragraph", "OP1", "--replace", "others", "--with", words)
      room.amend("propose", "--country", code, "--paragraph", "OP2", "--replace", "report", "--with", "\(words) report")
    }
    room.amend("adopt", "OP2", "--of", "BRA")
    let before = try written(room.folder("talks"))
    try copy("talks", to: "done", in: room)
    let begin = ContinuousClock.now
    #expect(try amend("done", decision.rawValue, in: room).status == 0)
    let whole = (ContinuousClock.now - begin) / .microseconds(1)
    let after = try written(room.folder("done"))
    #expect(before != after)
    var random = SeededGenerator(seed: UInt64(decision.rawValue.utf8.count))
    var made = 0
    for round in 0..<10 {
      let moment = Double.random(in: 0.1..<1.1, using: &random) * whole / 1_000_000
      let comment: Comment = "\(decision), \(round): killed after \(moment) s"
      try copy("talks", to: "killed", in: room)
      _ = try run(
        "timeout", ["-s", "KILL", "\(moment)", builtProgram ?? ""] + words(decision.rawValue),
        environment: environment("killed", in: room), in: room.folder.path, scratch: room.folder.path)
      let path = room.folder("killed")
      let complaints = try run(
        "git", ["--git-dir", path, "fsck", "--strict", "--no-dangling", "--no-progress"],
        environment: TemporaryRepository.environment(home: room.folder.path), in: path, scratch: room.folder.path)
      #expect(complaints == Outcome(status: 0, output: "", errors: ""), comment)
      let found = try written(path)
      #expect(found == before || found == after, comment)
      if found == after { made += 1 }
      // A lock that the dead process held is named by the error and taken away by a person.
      _ = try run("find", [path, "-name", "*.lock", "-delete"], in: path, scratch: room.folder.path)
      #expect(try amend("killed", "rebase", in: room).status == 0, comment)
      #expect(try written(path) == found, comment)
      let negotiation = try Negotiation(at: path)
      #expect(try negotiation.allStandingChanges().allSatisfy { !$0.isBehind }, comment)
      let isWhole = try decision != .revise || negotiation.revisions().count == 1
      if found == before || !isWhole { #expect(try amend("killed", decision.rawValue, in: room).status == 0, comment) }
      #expect(try written(path) == after, comment)
    }
    #expect(made <= 10)
  }

  @Test func ofSeveralAtOneMomentNoneIsLost() throws {
    let room = try Room.withTalks()
    room.amend("propose", "--country", "MEX", "--paragraph", "OP1", "--replace", "others", "--with", "individuals")
    var told = 0
    for _ in 0..<6 where told == 0 {
      let main = try room.git("rev-list", "--count", "main")
      let script = """
        for paragraph in operative/1 operative/2 preamble/2; do
          { "$AMEND" pend "$paragraph" --reason "At the moment $$ $paragraph" >"said-${paragraph#*/}-${paragraph%/*}" 2>&1
            echo "$?" >>statuses; } &
        done
        wait
        """
      _ = try run("rm", ["-f", "statuses"], in: room.folder.path, scratch: room.folder.path)
      var variables = environment("talks", in: room)
      variables["AMEND"] = builtProgram
      // Not sh: dash waits for ever where its parent has blocked the signal of a child that ends.
      _ = try run("bash", ["-c", script], environment: variables, in: room.folder.path, scratch: room.folder.path)
      let statuses = try room.read("statuses").split(separator: "\n")
      #expect(statuses.count == 3 && statuses.allSatisfy { $0 == "0" || $0 == "3" })
      let decided = statuses.filter { $0 == "0" }.count
      #expect(decided >= 1)
      #expect(try Int(room.git("rev-list", "--count", "main").dropLast()) == (Int(main.dropLast()) ?? 0) + decided)
      for name in ["said-1-operative", "said-2-operative", "said-2-preamble"] {
        let said = try room.read(name)
        guard said.hasPrefix("amend: ") else { continue }
        told += 1
        #expect(said.hasPrefix("amend: somebody else has decided at this moment; nothing was written: The chair"))
        #expect(said.hasSuffix("Look at it, then type the command again.\n"))
      }
      #expect(try room.git("fsck", "--strict", "--no-progress") == "")
      #expect(try Negotiation(at: room.folder("talks")).allStandingChanges().allSatisfy { !$0.isBehind })
    }
    #expect(told > 0, "no two decisions fell on one moment")
  }

  private func amend(_ name: String, _ command: String, in room: Room) throws -> Outcome {
    try run(
      builtProgram ?? "", words(command), environment: environment(name, in: room), in: room.folder.path,
      scratch: room.folder.path)
  }

  private func words(_ command: String) -> [String] { command.split(separator: " ").map(String.init) }

  private func environment(_ name: String, in room: Room) -> [String: String] {
    [
      "AMEND_REPO": room.folder(name), "AMEND_NAME": "Ana", "AMEND_EMAIL": "a@example.org",
      "AMEND_DATE": "2026-03-16T10:00:00Z", "HOME": room.folder.path, "GIT_CONFIG_NOSYSTEM": "1",
    ]
  }

  private func copy(_ name: String, to other: String, in room: Room) throws {
    let path = room.folder(other)
    removeFolder(path)
    _ = try run("cp", ["-r", room.folder(name), path], in: room.folder.path, scratch: room.folder.path)
  }

  /// The consolidated draft, and the revisions.
  private func written(_ path: String) throws -> [String] {
    let negotiation = try Negotiation(at: path)
    let draft = try negotiation.consolidation().draft
    let text = DraftWriter(format: .text, notation: .oas, registry: .standard, hasLegend: false).write(draft)
    return [draft.settings.symbol ?? ""] + text.split(separator: "\n").map(String.init)
  }
}
