import Drafting
import Git
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Files and references that were tampered with")
struct TamperedFileTests {
  private func decide(_ files: [String: String?], in round: DecisionRound) throws {
    try Forgery(
      branch: "refs/heads/main",
      message:
        "The chair adopts words of its own for operative/1\n\nParagraph: operative/1\nIdentifier: p0005\nAction: adopt\n",
      files: files
    ).make(in: round)
  }

  @Test(arguments: [
    ("Status: open\n\nTo  protect all.\n", "not-canonical", "the text has white space that amend never writes"),
    ("Status: open\n\n\nTo protect all.\n", "not-canonical", "line 3 is not as amend writes it"),
    ("Status: open\n\nTo protect all.", "not-canonical", "line 3 is not as amend writes it"),
    ("Status: open\n\nTo protect re\u{301}fugie\u{301}s.\n", "not-canonical", "line 3 is not in composed form (NFC)"),
    ("Status: lost\n\nTo protect all.\n", "damaged-file", "the header has no status that is known ('lost')"),
    (
      "Status: open\n\nTo protect all.\n\n[^1]: A note.\n", "footnotes", "the footnote [^1] has no mark in the text"
    ),
  ])
  func fileThatAmendDidNotWrite(content: String, code: String, message: String) throws {
    let round = try DecisionRound()
    try decide(["paragraphs/00/p0005": content], in: round)
    try expectLines(
      round.findings(),
      ["\(code): 'The chair adopts words of its own for operative/1' paragraphs/00/p0005: \(message)"])
  }

  @Test func outlineAndFilesThatDoNotAgree() throws {
    let round = try DecisionRound()
    let outline = try round.file("outline/operative")
    try decide(["outline/operative": outline + "p0005 9\np0099 10\n"], in: round)
    try expectLines(
      round.findings(),
      [
        "outline: 'The chair adopts words of its own for operative/1' outline/operative: p0005 stands twice in the draft",
        "outline: 'The chair adopts words of its own for operative/1' outline/operative: p0099 has no file",
        "trailers: 'The chair adopts words of its own for operative/1' : it moves or renumbers paragraphs that no trailer names",
        "trailers: 'The chair adopts words of its own for operative/1' paragraphs/00/p0005: named by a trailer, and not changed",
      ])
  }

  @Test func fileWithoutAPlace() throws {
    let round = try DecisionRound()
    try decide(
      [
        "paragraphs/00/p0098": "Status: open\n\nText.\n", "paragraphs/00/readme": "Hello\n",
        "outline/annex-1": "p0098 1\n",
      ],
      in: round)
    try expectLines(
      round.findings(),
      [
        "unknown-file: 'The chair adopts words of its own for operative/1' paragraphs/00/readme: no negotiation has such a file",
        "trailers: 'The chair adopts words of its own for operative/1' paragraphs/00/p0098: changed, and no trailer names it",
        "trailers: 'The chair adopts words of its own for operative/1' paragraphs/00/p0005: named by a trailer, and not changed",
      ])
  }

  /// Where git keeps an object alone.
  private func file(of object: String, in round: DecisionRound) throws -> String {
    let id = try round.git("rev-parse", object)
    return round.path + "/objects/\(id.prefix(2))/\(id.dropFirst(2).prefix(38))"
  }

  @Test(arguments: [false, true]) func damagedObject(isMissing: Bool) throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    let damaged = try file(of: "delegations/VEN:paragraphs/00/p0005", in: round)
    if isMissing {
      _ = try run("rm", ["-f", damaged], in: round.path, scratch: round.folder.path)
    } else {
      // The object of another file, whole in itself, under this one's name.
      let other = try file(
        of: "delegations/VEN:paragraphs/00/p0005",
        in: {
          try $0.replace("VEN", "OP1", "individuals", "persons")
          return $0
        }(round))
      _ = try run("cp", ["-f", other, damaged], in: round.path, scratch: round.folder.path)
    }
    let findings = try round.findings()
    #expect(findings.count == 1, "\(findings)")
    #expect(
      findings.first?.hasPrefix(
        "damaged-object: 'VEN proposes a change to operative/1' paragraphs/00/p0005: cannot read the blob") == true,
      "\(findings)")
  }

  @Test(.timeLimit(.minutes(15)), arguments: ["delegations/VEN:paragraphs/00/p0005", "delegations/VEN"])
  func objectThatIsCutOff(object: String) throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    let damaged = try file(of: object, in: round)
    _ = try run("chmod", ["u+w", damaged], in: round.path, scratch: round.folder.path)
    _ = try run("truncate", ["-s", "-9", damaged], in: round.path, scratch: round.folder.path)
    let findings = try Negotiation.verify(at: round.path, program: "test").findings
    #expect(findings.first?.code == .damagedObject, "\(findings)")
  }

  /// Another file's object under the name of a proposal's: nothing that reads it says what it says, and nothing that is kept
  /// comes from it.
  @Test func replacedObjectIsNeitherToldNorKept() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    try round.replace("MEX", "OP1", "others", "persons")
    let path = "paragraphs/00/p0005"
    let replaced = try file(of: "delegations/VEN:\(path)", in: round)
    let whole = try bytes(ofFile: replaced)
    let other = try bytes(ofFile: file(of: "delegations/MEX:\(path)", in: round))
    func put(_ content: [UInt8]) throws {
      _ = try run("rm", ["-f", replaced], in: round.path, scratch: round.folder.path)
      try write(content, toFile: replaced)
    }
    func refusal(_ ask: (Negotiation) throws -> Void) throws -> String? {
      do {
        try ask(round.open())
        return nil
      } catch { return "\(error)" }
    }
    let identifier = try ParagraphIdentifier("p0005")
    let writer = DraftWriter(format: .text, notation: .oas, registry: .standard)
    let asks: [(Negotiation) throws -> Void] = [
      { _ = try $0.written(writer, language: nil, program: "test") },
      { _ = try $0.search(SearchQuery(["persons"]), program: "test") },
      { _ = try $0.blame($0.place(at: ParagraphAddress("OP1")), isConsolidated: true, program: "test") },
      { _ = try $0.events(of: identifier) },
      { _ = try $0.status() },
    ]
    try put(other)
    for (number, ask) in asks.enumerated() {
      #expect(try refusal(ask)?.contains("is damaged") ?? false, "question \(number)")
    }
    #expect(try round.findings().contains { $0.hasPrefix("damaged-object: ") })
    try put(whole)
    try round.expectVerified()
    let hits = try round.open().search(SearchQuery(["individuals"]), program: "test").hits
    #expect(hits.map(\.delegation?.code.description) == ["VEN"])
    for ask in asks { #expect(try refusal(ask) == nil) }
    try round.expectVerified()
  }

  private func revised() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    for number in 1...2 {
      _ = try round.open().revise(symbol: "CP/doc. 1 rev. \(number)", DecisionNote(), act: round.act())
    }
    try round.expectVerified()
    return round
  }

  @Test func deletedBranch() throws {
    let round = try revised()
    _ = try round.git("update-ref", "-d", "refs/heads/delegations/VEN")
    let findings = try round.findings()
    #expect(
      findings.contains(
        "lost-branch: refs/heads/delegations/VEN: there is no such branch, and the kept draft … was made from a commit of it"
      ),
      "\(findings)")
  }

  @Test func deletedDrafts() throws {
    let round = try revised()
    _ = try round.git("update-ref", "-d", "refs/heads/consolidated")
    try expectLines(
      round.findings(),
      [
        "lost-branch: refs/heads/consolidated: there is no such branch, and a revision marks the kept draft …",
        "lost-branch: refs/heads/consolidated: there is no such branch, and a revision marks the kept draft …",
      ])
  }

  @Test func shortenedBranch() throws {
    let round = try revised()
    _ = try round.git("update-ref", "refs/heads/delegations/VEN", "refs/heads/delegations/VEN~2")
    let findings = try round.findings()
    #expect(
      findings.contains(
        "lost-commit: refs/heads/delegations/VEN: the branch does not reach the commit …, which the kept draft … was made from"
      ),
      "\(findings)")
  }

  /// The index of the history is the only one who knows, and what makes it again does not make it forget.
  @Test(arguments: ["delegations/VEN", "main"]) func branchThatLostItsLastCommit(branch: String) throws {
    let round = try DecisionRound()
    try round.replace("VEN", "OP1", "others", "individuals")
    try round.adoptText("PP1", "RECALLING all;")
    try round.replace("VEN", "OP1", "individuals", "persons")
    let identifier = try ParagraphIdentifier("p0005")
    _ = try round.open().events(of: identifier)
    try round.expectVerified()
    let lost = try round.git("rev-parse", branch).prefix(40)
    _ = try round.git("update-ref", "refs/heads/\(branch)", "\(branch)~1")
    let finding =
      "lost-commit: refs/heads/\(branch): the history index knows the commit … of it, which it does not reach any more; "
      + "'git update-ref refs/heads/\(branch) \(lost)' brings it back; if it was taken away on purpose, remove amend/history"
    #expect(try round.findings().filter { $0.hasPrefix("lost-commit") } == [finding])
    for _ in 1...2 {
      _ = try round.open().events(of: identifier)
      #expect(try round.findings().filter { !$0.hasPrefix("parents") } == [finding])
    }
    _ = try round.git("update-ref", "refs/heads/\(branch)", String(lost))
    try round.expectVerified()
  }

  @Test func movedTag() throws {
    let round = try revised()
    let first = try round.git("rev-parse", "rev/1").prefix(40)
    _ = try round.git("update-ref", "refs/tags/rev/2", String(first))
    let unmarked =
      "tag: 'The chair revises the draft: CP/doc. 1 rev. 2' : no tag marks the revision 'CP/doc. 1 rev. 2' that it made"
    try expectLines(round.findings(), ["tag: refs/tags/rev/2: it was made as the tag 'rev/1'", unmarked])
    _ = try round.git("update-ref", "refs/tags/rev/2", try String(round.git("rev-parse", "main").prefix(40)))
    try expectLines(round.findings(), ["tag: refs/tags/rev/2: the tag is not annotated", unmarked])
  }

  @Test func branchesOfNobody() throws {
    let round = try revised()
    _ = try round.git("update-ref", "refs/heads/delegations/XYZ", "main")
    _ = try round.git("update-ref", "refs/heads/feature", "main")
    try expectLines(
      round.findings(),
      [
        "unknown-branch: refs/heads/delegations/XYZ: the file 'delegations' on main has no delegation 'XYZ'",
        "unknown-branch: refs/heads/feature: no branch of a negotiation has this name",
      ])
  }

  @Test func changedKeptDraft() throws {
    let round = try revised()
    let message = try round.git("log", "-1", "--format=%B", "consolidated")
    let parents = try round.git("log", "-1", "--format=%P", "consolidated").split { " \n".contains($0) }.map(
      String.init)
    let text = try round.file("draft.txt", on: "consolidated").replacing(
      "[Ven: individuals ~~others~~]", with: "others")
    try Forgery(
      branch: "refs/heads/consolidated", message: message, files: ["draft.txt": text], parent: parents[0],
      others: Array(parents.dropFirst())
    ).make(in: round)
    let findings = try round.findings()
    #expect(
      findings.contains {
        $0.hasPrefix("kept-draft: 'Keep the consolidated draft' draft.txt: not what consolidating its parents gives")
      }, "\(findings)")
  }
}
