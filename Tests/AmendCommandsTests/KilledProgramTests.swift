import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// The built program, killed at any moment.
@Suite("Killed at any moment", .enabled(if: builtProgram != nil, "the program is not built"))
struct KilledProgramTests {
  /// A command, and how often it is killed.
  enum Act: String, CaseIterable {
    case adopt = "adopt operative/1 --of MEX"
    case revise = "revise --symbol CP/doc.1/26"
    case undo = "undo"
    case split = "split operative/2 --before Secretariat"
    case propose = "propose --country PER --paragraph operative/1 --insert all --after persons"
    case clean = "clean --current --commit --fix-references"
    case document = "propose --country PER --from all.docx --author Peru=PER"
    case documentOfTwo = "import-changes all.docx"

    var rounds: Int { self == .adopt || self == .revise ? 6 : 3 }
  }

  @Test(arguments: Act.allCases) func actIsDoneOrNot(_ act: Act) throws {
    let room = try Room.withTalks()
    for (code, words) in [("MEX", "individuals"), ("BRA", "witnesses"), ("VEN", "all peoples"), ("PER", "everybody")] {
      room.amend("propose", "--country", code, "--paragraph", "OP1", "--replace", "others", "--with", words)
      room.amend("propose", "--country", code, "--paragraph", "OP2", "--replace", "report", "--with", "\(words) report")
    }
    room.amend("adopt", "OP1 bis", "--of", "VEN")
    room.amend("adopt", "OP2", "--of", "BRA")
    try room.write(documentOfTwoDelegations(report: "witnesses report"), to: "all.docx")
    let before = try read("talks", in: room)
    try copy("talks", to: "done", in: room)
    let begin = ContinuousClock.now
    #expect(try amend("done", act.rawValue, in: room).status == 0)
    let whole = ContinuousClock.now - begin
    let after = try read("done", in: room)
    #expect(before != after)
    var random = SeededGenerator(seed: UInt64(act.rawValue.utf8.count))
    for round in 1...act.rounds {
      let moment = whole * Double.random(in: 0.1..<1.1, using: &random)
      let comment: Comment = "\(act), \(round): killed after \(moment)"
      try copy("talks", to: "killed", in: room)
      _ = try amend("killed", act.rawValue, in: room, killedAfter: moment)
      #expect(try complaints("killed", in: room) == "", comment)
      let found = try read("killed", in: room)
      #expect(found == before || found == after, comment)
      // A symbol and its revision are one: neither is there without the other.
      let revisions = try Negotiation(at: room.folder("killed")).revisions().count
      #expect(revisions == (act == .revise && found == after ? 1 : 0), comment)
      // A lock that the dead process held is named, and taken away by a person.
      let path = room.folder("killed")
      let locks = try run("find", [path + "/refs", "-name", "*.lock"], in: path, scratch: room.folder.path).output
      let told = try amend("killed", "verify", in: room)
      let named = told.output.split(separator: "\n").filter { $0.hasSuffix(" (lock)") }
      #expect(named.count == locks.split(separator: "\n").count, comment)
      _ = try run("find", [path, "-name", "*.lock", "-delete"], in: path, scratch: room.folder.path)
      let verified = locks.isEmpty ? told : try amend("killed", "verify", in: room)
      #expect(verified.status == 0, "\(comment): \(verified.output)")
      // Whether branches had followed or not, they say the same; and what was not done can be done.
      #expect(try amend("killed", "rebase", in: room).status == 0, comment)
      #expect(try read("killed", in: room) == found, comment)
      #expect(try Negotiation(at: path).allStandingChanges().allSatisfy { !$0.isBehind }, comment)
      if found == before { #expect(try amend("killed", act.rawValue, in: room).status == 0, comment) }
      #expect(try read("killed", in: room) == after, comment)
    }
  }

  @Test func importIsDoneOrNot() throws {
    let room = try Room.withTalks()
    let after = try read("talks", in: room)
    let words = "import \(room.folder("draft.txt")) --repo"
    let begin = ContinuousClock.now
    #expect(try amend("done", "\(words) \(room.folder("done"))", in: room).status == 0)
    let whole = ContinuousClock.now - begin
    var random = SeededGenerator(seed: 6)
    for round in 1...5 {
      let name = "killed-\(round)"
      let moment = whole * Double.random(in: 0.2..<1.1, using: &random)
      _ = try amend(name, "\(words) \(room.folder(name))", in: room, killedAfter: moment)
      if !Negotiation.stands(at: room.folder(name)) {
        let again = try amend(name, "\(words) \(room.folder(name))", in: room)
        #expect(again.status == 0, "killed after \(moment): \(again.errors)")
      }
      #expect(try complaints(name, in: room) == "", "killed after \(moment)")
      #expect(try read(name, in: room) == after, "killed after \(moment)")
    }
  }

  private func amend(
    _ name: String, _ command: String, in room: Room, killedAfter limit: Duration? = nil
  ) throws -> Outcome {
    try run(
      builtProgram ?? "", command.split(separator: " ").map(String.init),
      environment: [
        "AMEND_REPO": room.folder(name), "AMEND_NAME": "Ana", "AMEND_EMAIL": "a@example.org",
        "AMEND_DATE": "2026-03-16T10:00:00Z", "HOME": room.folder.path, "GIT_CONFIG_NOSYSTEM": "1",
      ], in: room.folder.path, scratch: room.folder.path, killedAfter: limit)
  }

  private func complaints(_ name: String, in room: Room) throws -> String {
    let outcome = try run(
      "git", ["--git-dir", room.folder(name), "fsck", "--strict", "--no-dangling", "--no-progress"],
      environment: TemporaryRepository.environment(home: room.folder.path), in: room.folder.path,
      scratch: room.folder.path)
    return outcome.output + outcome.errors
  }

  private func copy(_ name: String, to other: String, in room: Room) throws {
    let path = room.folder(other)
    removeFolder(path)
    _ = try run("cp", ["-r", room.folder(name), path], in: room.folder.path, scratch: room.folder.path)
  }

  /// The symbol and the consolidated draft, which tells what everybody reads.
  private func read(_ name: String, in room: Room) throws -> [String] {
    let draft = try Negotiation(at: room.folder(name)).consolidation().draft
    let text = DraftWriter(format: .text, notation: .oas, registry: .standard, hasLegend: false).write(draft)
    return [draft.settings.symbol ?? ""] + text.split(separator: "\n").map(String.init)
  }
}
