import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("A repository that was tampered with")
struct TamperedTests {
  /// A negotiation with a proposal, its support, an adoption, a revision and what came after.
  private func round() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    try round.support("CHL", "OP1", of: "VEN")
    try round.replace("MEX", "OP2", "without delay", "at once")
    try round.adopt("OP1", "VEN")
    _ = try round.open().revise(symbol: "CP/doc. 1 rev. 1", DecisionNote(), act: round.act())
    try round.replace("BRA", "OP3", "welcome", "hospitality")
    return round
  }

  @Test func soundRepositoryHasNoFinding() throws {
    let round = try round()
    try round.expectVerified()
    let report = try Negotiation.verify(at: round.path, program: "test")
    #expect([report.commits, report.branches, report.revisions] == [14, 4, 1])
  }

  @Test func commitOnMainWithoutADecision() throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    let text = try round.file(path).replacing("urge", with: "order")
    try Forgery(branch: "refs/heads/main", message: "Improve the wording\n", files: [path: text]).make(in: round)
    try expectLines(
      round.findings(),
      [
        "no-decision: 'Improve the wording' : a commit on main that is no decision"
      ])
  }

  @Test func filesThatAreNoObjects() throws {
    let round = try round()
    let file = round.path + "/objects/pack/junk"
    try write([1, 2, 3], toFile: file)
    try expectLines(
      round.findings(),
      ["stray-file: objects/pack/junk: no object of git's; if no git runs that is writing it, remove it"])
  }

  @Test func objectThatGitReplaces() throws {
    let round = try round()
    let main = try round.open().main.commit
    let parent = try #require(try round.open().repository.commit(main).parents.first)
    _ = try round.git("update-ref", "refs/replace/\(main)", parent.hex)
    let findings = try round.findings()
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix("replaced-object: refs/replace/\(main): ") ?? false, "\(findings)")
  }

  @Test(arguments: [true, false]) func revisionWithoutItsTag(isFollowedByAnAct: Bool) throws {
    let round = try round()
    if isFollowedByAnAct {
      try round.adopt("OP3", "BRA")
    } else {
      // The revision is the last commit on main.
      try #expect(round.open().lastDecision().id == round.open().main.commit)
    }
    try round.expectVerified()
    let repository = try round.open().repository
    let tag = try #require(try repository.references(under: "refs/tags/rev/").first)
    try repository.delete(tag.name, from: tag.id)
    let findings = try round.findings()
    #expect(findings.count == 1 && findings[0].hasPrefix("tag: "), "\(findings)")
    #expect(findings.first?.hasSuffix("no tag marks the revision 'CP/doc. 1 rev. 1' that it made") ?? false)
  }

  @Test func lockThatADeadProcessLeft() throws {
    let round = try round()
    let lock = round.path + "/refs/heads/delegations/VEN.lock"
    try write([], toFile: lock)
    let report = try Negotiation.verify(at: round.path, program: "test")
    #expect(report.findings.map(\.code) == [.lock])
    #expect(report.findings.first?.reference == "refs/heads/delegations/VEN")
    #expect(report.findings.first?.message.hasSuffix("type: rm '\(lock)'") ?? false)
  }

  /// The note names a process of this machine that is gone: no other can have the number of this one.
  @Test func lockThatAKilledCommandLeft() throws {
    let round = try round()
    var host = try run("hostname", [], in: round.path, scratch: round.folder.path).output
    host = String(host.prefix { $0 != "\n" })
    let name = "refs/heads/delegations/VEN"
    try write(Array("\(host)\n1\n\(name)\n".utf8), toFile: round.path + "/amend-moving")
    try write([], toFile: round.path + "/\(name).lock")
    try expectLines(
      round.findings(),
      [
        "lock: \(name): a command of amend that was killed left it locked; the next one that moves it takes the lock away, "
          + "and nothing else need be done"
      ])
    try round.replace("VEN", "OP3", "welcome", "patience")
    try round.expectVerified()
  }

  @Test func forgedAuthor() throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    let text = try round.file(path).replacing("urge", with: "order")
    try Forgery(
      branch: "refs/heads/delegations/MEX", author: "Chile <chl@delegations.invalid>",
      message: "MEX proposes a change to operative/2\n\nParagraph: operative/2\nIdentifier: p0006\nAction: propose\n",
      files: [path: text]
    ).make(in: round)
    try expectLines(
      round.findings(),
      [
        "author: 'MEX proposes a change to operative/2' : on the branch of MEX, and by Chile <chl@delegations.invalid>"
      ])
  }

  /// The first line that the program writes with such trailers.
  private func subject(_ trailers: String) -> String {
    let message = CommitMessage(text: "MEX acts\n\n" + trailers)
    let target = message.first(.paragraph) ?? "the draft"
    return switch message.action {
    case .propose:
      "MEX proposes a change to \(target)" + (message.first(.on).map { ", on \($0)'s proposal" } ?? "")
    case .withdraw: "MEX withdraws its proposal on \(target)"
    case .support: "MEX supports \(message.first(.on) ?? "")'s proposal on \(target)"
    case .follow: "MEX follows main"
    default: message.subject
    }
  }

  @Test(arguments: [
    (
      "Paragraph: operative/3\nIdentifier: p0007\nAction: propose\n",
      [
        "trailers: 'MEX acts' paragraphs/00/p0006: changed, and no trailer names it",
        "trailers: 'MEX acts' paragraphs/00/p0007: named by a trailer, and not changed",
      ]
    ),
    (
      "Paragraph: operative/7\nIdentifier: p0006\nAction: propose\n",
      ["trailers: 'MEX acts' paragraphs/00/p0006: printed as operative/2 then, and its trailer says 'operative/7'"]
    ),
    (
      "Paragraph: operative/2\nIdentifier: p0006\nAction: withdraw\n",
      ["withdrawal: 'MEX acts' paragraphs/00/p0006: it leaves something else than the chair's text"]
    ),
    (
      "Paragraph: operative/2\nIdentifier: p0006\nAction: support\nOn: BRA\n",
      ["support: 'MEX acts' paragraphs/00/p0006: not what BRA proposed then"]
    ),
    (
      "Paragraph: operative/2\nIdentifier: p0006\nAction: adopt\n",
      ["wrong-branch: 'MEX acts' : 'adopt' on the branch of MEX"]
    ),
    (
      "Action: propose\n",
      ["trailers: 'MEX acts' paragraphs/00/p0006: changed, and no trailer names it"]
    ),
    ("No trailer at all.\n", ["foreign-commit: 'MEX acts' : a commit that does not say what it does"]),
    (
      "Paragraph: operative/2\nIdentifier: p0006\nAction: propose\nOn: BRA\n",
      ["trailers: 'MEX acts' paragraphs/00/p0006: it does not amend what BRA proposes, as 'On' says"]
    ),
    (
      "Action: follow\n", ["parents: 'MEX acts' : it says that it follows main, and no parent stands on main"]
    ),
  ])
  func trailerThatLies(trailers: String, expected: [String]) throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    let text = try round.file(path).replacing("urge", with: "order")
    try Forgery(
      branch: "refs/heads/delegations/MEX", author: "Mexico <mex@delegations.invalid>",
      message: subject(trailers) + "\n\n" + trailers, files: [path: text]
    ).make(in: round)
    try expectLines(round.findings(), expected.map { $0.replacing("MEX acts", with: subject(trailers)) })
  }

  /// A position that changes words besides, one that gives another reason, a proposal that gives a status.
  @Test(arguments: [
    (
      "MEX reserves its position on operative/2", "reserve", ["urge": "order"],
      ["paragraphs/00/p0006: changed by 'reserve'"]
    ),
    ("MEX opposes operative/2", "oppose", ["urge": "order"], ["paragraphs/00/p0006: changed by 'oppose'"]),
    (
      "MEX opposes operative/2", "oppose\nReason: other", [:],
      ["positions/p0006: not the position that 'oppose' says"]
    ),
    ("MEX opposes operative/2", "oppose\nReason: hmm", [:], []),
    (
      "MEX proposes a change to operative/2", "propose", ["Status: open": "Status: approved"],
      ["paragraphs/00/p0006: its status or its notes changed by 'propose'"]
    ),
    (
      "MEX proposes a change to operative/2", "propose", ["Status: open": "Status: open\nNote: PLACE IT FIRST"],
      ["paragraphs/00/p0006: its status or its notes changed by 'propose'"]
    ),
  ])
  func actThatDoesMoreThanItSays(
    subject: String, action: String, replacing: [String: String], expected: [String]
  ) throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    var files: [String: String?] = [:]
    for (word, other) in replacing { files[path] = try round.file(path).replacing(word, with: other) }
    if let kind = Position.Kind.allCases.first(where: { action.hasPrefix($0.rawValue) }) {
      let reason = action.contains("Reason") ? "hmm" : nil
      files["positions/p0006"] = Position(kind: kind, reason: reason).fileText
    }
    try Forgery(
      branch: "refs/heads/delegations/MEX", author: "Mexico <mex@delegations.invalid>",
      message: subject + "\n\nParagraph: operative/2\nIdentifier: p0006\nAction: \(action)\n", files: files
    ).make(in: round)
    try expectLines(round.findings(), expected.map { "trailers: '\(subject)' \($0)" })
  }

  @Test(arguments: [
    ("Paragraph: operative/2\nIdentifier: p0006\nAction: approve\n", "a decision about a status changes more than it"),
    (
      "Paragraph: operative/2\nIdentifier: p0006\nAction: place\n",
      "a move changes more than the order that it carries out"
    ),
  ])
  func decisionThatDoesMoreThanItSays(trailers: String, expected: String) throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    let text = try round.file(path).replacing("urge", with: "order").replacing(
      "Status: open", with: trailers.contains("approve") ? "Status: approved" : "Status: open")
    let subject = "The chair \(trailers.contains("approve") ? "approves" : "places") operative/2"
    try Forgery(branch: "refs/heads/main", message: subject + "\n\n" + trailers, files: [path: text]).make(in: round)
    try expectLines(round.findings(), ["decision: '\(subject)' \(path): \(expected)"])
  }

  @Test func undoThatUndoesAnother() throws {
    let round = try round()
    let first = try round.git("rev-list", "main").split(separator: "\n")[1]
    let subject = "The chair undoes: adopts VEN's wording of operative/1"
    try Forgery(branch: "refs/heads/main", message: "\(subject)\n\nAction: undo\nUndoes: \(first)\n").make(in: round)
    try expectLines(
      round.findings(),
      [
        "trailers: '\(subject)' : its trailer 'Undoes' does not name the last decision, …"
      ])
  }

  @Test(arguments: [
    "MEX withdraws its proposal on operative/2", "CHL proposes a change to operative/2",
    "MEX proposes a change to operative/3", "MEX proposes to strike operative/2", "Mexico is content",
    "MEX proposes a change to operative/2, on BRA's proposal", "MEX proposes a change to operative/2 and 1 more",
  ])
  func firstLineThatLies(subject: String) throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    let text = try round.file(path).replacing("urge", with: "order")
    try Forgery(
      branch: "refs/heads/delegations/MEX", author: "Mexico <mex@delegations.invalid>",
      message: subject + "\n\nParagraph: operative/2\nIdentifier: p0006\nAction: propose\n", files: [path: text]
    ).make(in: round)
    try expectLines(
      round.findings(),
      [
        "subject: '\(subject)' : its first line is not what its trailers say, as in 'MEX proposes a change to operative/2'"
      ])
  }

  @Test(arguments: [
    ("approve\n", "The chair leaves pending operative/2", "The chair approves operative/2"),
    ("approve\n", "The chair approves operative/2 and 3 more", "The chair approves operative/2"),
    ("pend\n", "The chair approves operative/2", "The chair leaves pending operative/2"),
  ])
  func firstLineOfADecisionThatLies(action: String, subject: String, expected: String) throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    let text = try round.file(path).replacing(
      "Status: open", with: action == "pend\n" ? "Status: pending" : "Status: approved")
    try Forgery(
      branch: "refs/heads/main",
      message: subject + "\n\nParagraph: operative/2\nIdentifier: p0006\nAction: " + action, files: [path: text]
    ).make(in: round)
    try expectLines(
      round.findings(),
      ["subject: '\(subject)' : its first line is not what its trailers say, as in '\(expected)'"])
  }

  /// Who is credited, what is approved in the same breath, what is undone.
  @Test func firstLinesOfTheLastDecisionsThatLie() throws {
    let round = try round()
    let messages = try ["main~1", "main"].map { try round.git("log", "-1", "--format=%B", $0) }
    let texts = try ["main~1", "main"].map { try round.file("paragraphs/00/p0005", on: $0) }
    let start = String(try round.git("rev-parse", "main~2").prefix(40))
    let lies = [
      "The chair adopts MEX's wording of operative/1", "The chair adopts words of its own for operative/1",
      "The chair adopts VEN's wording of operative/2", "The chair adopts VEN's wording of operative/1 and approves it",
    ]
    for lie in lies {
      let message = lie + "\n" + messages[0].split(separator: "\n", maxSplits: 1)[1]
      try Forgery(
        branch: "refs/heads/main", message: message, files: ["paragraphs/00/p0005": texts[0]], parent: start
      ).make(in: round)
      #expect(try round.findings().contains { $0.hasPrefix("subject: '\(lie)' ") }, "\(lie)")
    }
  }

  @Test func adoptionOfOtherWords() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    try round.replace("MEX", "OP1", "others", "everyone")
    // Older programs named seven digits.
    let commits = try ["VEN", "MEX"].map { try round.git("rev-parse", "delegations/\($0)").prefix(7) }
    let path = "paragraphs/00/p0005"
    let text = try round.file(path, on: "delegations/VEN")
    let trailers = { (adopted: String) -> String in
      "Paragraph: operative/1\nIdentifier: p0005\nAction: adopt\nAdopted: \(adopted)\n"
    }
    let root = String(try round.git("rev-list", "--max-parents=0", "main").prefix(40))
    let cases: [(String, [String])] = [
      ("VEN \(commits[0])", []),
      (
        "MEX \(commits[1])",
        [
          "adoption: 'The chair adopts MEX's wording of operative/1' \(path): "
            + "not what the proposals that it names give"
        ]
      ),
      (
        "MEX \(commits[0])",
        ["lost-commit: refs/heads/delegations/MEX: the branch does not reach the commit …, which the decision … names"]
      ),
      (
        "VEN \(commits[0])\nAdopted: MEX \(commits[1])",
        [
          "trailers: 'The chair adopts VEN's wording of operative/1' : it names MEX …, and takes nothing of that"
        ]
      ),
    ]
    for (adopted, expected) in cases {
      let subject = "The chair adopts \(adopted.prefix(3))'s wording of operative/1"
      try Forgery(
        branch: "refs/heads/main", message: subject + "\n\n" + trailers(adopted), files: [path: text], parent: root
      ).make(in: round)
      try expectLines(round.findings(), expected)
    }
  }

  /// Another commit that begins with the same seven digits is not the one that was adopted.
  @Test func adoptionOfAnotherCommitThatBeginsSo() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    let tip = try round.git("rev-parse", "delegations/VEN").prefix(ObjectID.digitCount)
    try round.adopt("OP1", "VEN")
    // What follows the decision falls with it.
    _ = try round.git("update-ref", "refs/heads/delegations/VEN", String(tip))
    try round.retell("main") { $0.replacing(tip, with: tip.prefix(7) + String(tip.reversed().prefix(33))) }
    try expectLines(
      round.findings(),
      ["lost-commit: refs/heads/delegations/VEN: the branch does not reach the commit …, which the decision … names"])
  }

  @Test func adoptionThatNamesTooFewDigits() throws {
    let round = try DecisionRound()
    var tips: [Substring] = []
    let isRepeated = { tips.contains { tip in tips.filter { $0.first == tip.first }.count > 1 } }
    while !isRepeated() {
      try round.replace(
        "VEN", "OP1", tips.count.isMultiple(of: 2) ? "others" : "persons",
        tips.count.isMultiple(of: 2) ? "persons" : "others at least")
      tips.append(try round.git("rev-parse", "delegations/VEN").prefix(ObjectID.digitCount))
    }
    try round.adopt("OP1", "VEN")
    let digit = try #require(tips.last?.first)
    try round.retell("main") { $0.replacing(/Adopted: VEN .*/, with: "Adopted: VEN \(digit)") }
    #expect(
      try round.findings().contains(
        "trailers: refs/heads/delegations/VEN: several of its commits begin with \(digit), which the decision … names"))
  }

  @Test func changedProposalUnderItsSupport() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    try round.support("CHL", "OP1", of: "VEN")
    let path = "paragraphs/00/p0005"
    let text = try round.file(path, on: "delegations/VEN").replacing("individuals", with: "nobody")
    let message = try round.git("log", "-1", "--format=%B", "delegations/VEN")
    try Forgery(
      branch: "refs/heads/delegations/VEN", author: "Venezuela <ven@delegations.invalid>", message: message,
      files: [path: text], parent: String(round.git("rev-parse", "delegations/VEN^").prefix(40))
    ).make(in: round)
    try expectLines(
      round.findings(),
      [
        "support: 'CHL supports VEN's proposal on operative/1' paragraphs/00/p0005: not what VEN proposed then"
      ])
  }

  /// A branch that is to follow a split has no file of the second half that it would delete.
  @Test func supportOfHalfADeletionIsSound() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .deleteParagraph)
    try round.split("operative/2", before: "without")
    try round.support("CHL", "operative/2 bis", of: "VEN")
    try round.expectVerified()
    try round.undo()
    try round.expectVerified()
  }

  /// Whose branch has the chair's words proposes nothing that could be supported.
  @Test func supportOfTheChairsWords() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP2", "delay", "haste")
    let path = "paragraphs/00/p0005"
    try round.replace("CHL", "OP1", "others", "nobody")
    let text = try round.file(path, on: "main")
    let subject = "CHL supports VEN's proposal on operative/1"
    try Forgery(
      branch: "refs/heads/delegations/CHL", author: "Chile <chl@delegations.invalid>",
      message: subject + "\n\nParagraph: operative/1\nIdentifier: p0005\nAction: support\nOn: VEN\n",
      files: [path: text], parent: String(round.git("rev-parse", "delegations/CHL").prefix(40))
    ).make(in: round)
    try expectLines(round.findings(), ["support: '\(subject)' \(path): not what VEN proposed then"])
  }

  @Test func branchThatFollowedMainToSomethingElse() throws {
    let round = try round()
    let path = "paragraphs/00/p0006"
    let text = try round.file(path, on: "delegations/MEX").replacing("urge", with: "order")
    let message = try round.git("log", "-1", "--format=%B", "delegations/MEX")
    try #require(message.contains("follows main"))
    let parents = try round.git("log", "-1", "--format=%P", "delegations/MEX").split { " \n".contains($0) }
    // A draft that was kept was made from the old tip; so the branch has lost it, too.
    _ = try round.open().keep(round.open().consolidation(), act: round.act())
    try Forgery(
      branch: "refs/heads/delegations/MEX", author: "Mexico <mex@delegations.invalid>", message: message,
      files: [path: text, "draft": try round.file("draft")], parent: String(parents[0]), others: [String(parents[1])]
    ).make(in: round)
    let findings = try round.findings()
    #expect(
      findings.contains {
        $0.hasPrefix("following: 'MEX follows main' \(path): not what comes of following main")
      }, "\(findings)")
    #expect(findings.contains { $0.hasPrefix("lost-commit: refs/heads/delegations/MEX: ") })
  }
}
