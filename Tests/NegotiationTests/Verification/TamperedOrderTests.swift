import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("Commits that move or renumber what they do not say")
struct TamperedOrderTests {
  private let outline = "outline/operative"

  /// The second paragraph of the part, under another number or behind the third.
  private enum Change: CaseIterable {
    case number
    case place

    func applied(to outline: String) throws -> String {
      let changed =
        switch self {
        case .number: outline.replacing("p0006 2\n", with: "p0006 7\n")
        case .place: outline.replacing("p0006 2\np0007 3\n", with: "p0007 3\np0006 2\n")
        }
      try #require(changed != outline)
      return changed
    }

    /// A branch that gives the paragraph another place says so in a file of its own.
    var moved: [String: String] {
      get throws {
        let (paragraph, anchor) = (try ParagraphIdentifier("p0006"), try ParagraphIdentifier("p0007"))
        return self == .number
          ? [:] : [MovedParagraphsFile.path: MovedParagraphsFile.text(([paragraph], [paragraph: .paragraph(anchor)]))]
      }
    }
  }

  /// The last commit of a delegation's branch, which moves or renumbers the paragraph besides.
  private func retell(_ code: String, _ change: Change, in round: DecisionRound) throws {
    try round.expectVerified()
    var files = try change.moved
    files[outline] = try change.applied(to: round.file(outline, on: "delegations/" + code))
    try round.retell("delegations/" + code, files: files)
  }

  private let number = "trailers: '%' paragraphs/00/p0006: it has another number than before, which no act gives it"

  @Test(arguments: Change.allCases, [false, true])
  private func chairsOwnWords(change: Change, isWithWords: Bool) throws {
    let round = try DecisionRound()
    let subject = "The chair adopts words of its own for operative/2"
    let path = "paragraphs/00/p0006"
    var files: [String: String?] = [outline: try change.applied(to: round.file(outline))]
    if isWithWords { files[path] = try round.file(path).replacing("urge", with: "order") }
    try Forgery(
      branch: "refs/heads/main",
      message: subject + "\n\nParagraph: operative/2\nIdentifier: p0006\nAction: adopt\n", files: files
    ).make(in: round)
    try expectLines(
      round.findings(), ["decision: '\(subject)' \(path): the chair's own words leave its place and its number alone"])
  }

  @Test func placeWithinASectionThatNumbersAnew() throws {
    let round = try DecisionRound()
    try round.place("operative/2", after: "operative/3")
    try round.expectVerified()
    try round.retell("main", files: [outline: round.file(outline).replacing("p0006 2", with: "p0006 7")])
    let subject = "The chair places operative/2"
    let findings = try round.findings()
    #expect(
      findings.contains(
        "decision: '\(subject)' paragraphs/00/p0006: a move within its section gives the paragraph another number"),
      "\(findings)")
  }

  @Test(arguments: Change.allCases) private func proposalOfWords(change: Change) throws {
    let round = try DecisionRound()
    try round.replace("MEX", "OP2", "without delay", "at once")
    try retell("MEX", change, in: round)
    let subject = "MEX proposes a change to operative/2"
    try expectLines(
      round.findings(),
      change == .number
        ? [number.replacing("%", with: subject)]
        : ["trailers: '\(subject)' paragraphs/00/p0006: it says nothing of another place, and gives it one"])
  }

  @Test(arguments: Change.allCases) private func supportOfWords(change: Change) throws {
    let round = try DecisionRound()
    try round.replace("MEX", "OP2", "without delay", "at once")
    try round.support("CHL", "OP2", of: "MEX")
    try retell("CHL", change, in: round)
    let subject = "CHL supports MEX's proposal on operative/2"
    try expectLines(
      round.findings(),
      change == .number
        ? [number.replacing("%", with: subject)]
        : ["support: '\(subject)' paragraphs/00/p0006: MEX did not propose to move it then"])
  }

  @Test func supportOfAMoveToAnotherPlace() throws {
    let round = try DecisionRound()
    try round.move("MEX", "OP2", after: "OP3")
    try round.move("MEX", "OP1", after: "OP4")
    try round.support("CHL", "OP2", of: "MEX")
    try round.move("MEX", "OP4", after: "preamble/1")
    try round.expectVerified()
    try round.move("BRA", "OP2", after: "OP4")
    let files = try [outline, MovedParagraphsFile.path].map { ($0, try round.file($0, on: "delegations/BRA")) }
    try round.retell("delegations/CHL", files: Dictionary(uniqueKeysWithValues: files))
    try expectLines(
      round.findings(),
      [
        "support: 'CHL supports MEX's proposal on operative/2' paragraphs/00/p0006: not where MEX would have it then"
      ])
  }

  @Test(arguments: Change.allCases) private func withdrawal(change: Change) throws {
    let round = try DecisionRound()
    try round.replace("MEX", "OP2", "without delay", "at once")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("MEX"), act: round.act())
    try retell("MEX", change, in: round)
    let subject = "MEX withdraws its proposal on operative/2"
    let place = "withdrawal: '\(subject)' paragraphs/00/p0006: it leaves the paragraph where the chair does not have it"
    try expectLines(round.findings(), [place])
  }

  @Test func withdrawalThatLeavesAMove() throws {
    let round = try DecisionRound()
    try round.move("MEX", "OP2", after: "OP3")
    try round.replace("MEX", "OP2", "without delay", "at once")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("MEX"), act: round.act())
    try round.expectVerified()
    let files = try [outline, MovedParagraphsFile.path].map { ($0, try round.file($0, on: "delegations/MEX~1")) }
    try round.retell("delegations/MEX", files: Dictionary(uniqueKeysWithValues: files))
    try expectLines(
      round.findings(),
      [
        "withdrawal: 'MEX withdraws its proposal on operative/2' paragraphs/00/p0006: "
          + "it leaves the paragraph where the chair does not have it"
      ])
  }

  /// What the first line calls it is what changes: words, a place, or a paragraph that comes or goes.
  @Test(arguments: [
    ("another place for", "a change to", "it says nothing of another place, and gives it one"),
    ("another place for", "to delete", "it does not take the paragraph away"),
    ("another place for", "a new paragraph,", "the paragraph is not new"),
    ("another place for", "the chair's place for", "it leaves the paragraph where the chair does not have it"),
  ])
  func moveThatIsCalledSomethingElse(real: String, told: String, expected: String) throws {
    let round = try DecisionRound()
    try round.move("MEX", "OP2", after: "OP3")
    try round.expectVerified()
    try round.retell("delegations/MEX") { $0.replacing(real, with: told) }
    try expectLines(
      round.findings(), ["trailers: 'MEX proposes \(told) operative/2' paragraphs/00/p0006: \(expected)"])
  }

  @Test func moveThatChangesWords() throws {
    let round = try DecisionRound()
    try round.move("MEX", "OP2", after: "OP3")
    let path = "paragraphs/00/p0006"
    try round.retell("delegations/MEX", files: [path: round.file(path).replacing("urge", with: "order")])
    try expectLines(
      round.findings(),
      ["trailers: 'MEX proposes another place for operative/2' \(path): a proposal of another place changes its words"])
  }

  /// A paragraph that only delegations have is printed where another has it, and numbered anew where it is placed once more.
  @Test(arguments: [("another place for", true), ("a change to", false)])
  func newParagraphThatIsNumberedAnew(told: String, isSound: Bool) throws {
    let round = try DecisionRound()
    try round.propose("VEN", "OP2", .newParagraph("To water the lakes."))
    try round.expectVerified()
    let subject = "VEN proposes \(told) operative/2 bis"
    try Forgery(
      branch: "refs/heads/delegations/VEN", author: "Venezuela <ven@delegations.invalid>",
      message: subject + "\n\nParagraph: operative/2 bis\nIdentifier: ven-0001\nAction: propose\n",
      files: [outline: round.file(outline, on: "delegations/VEN").replacing("2 bis", with: "2 ter")]
    ).make(in: round)
    try expectLines(
      round.findings(),
      isSound ? [] : [number.replacing("%", with: subject).replacing("00/p0006", with: "ven-00/ven-0001")])
  }

  /// What brings numbers and places along is no lie: new paragraphs, those of others, moves to and fro, deletions.
  @Test func soundOrders() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "OP2", .newParagraph("To water the lakes."))
    try round.support("CHL", "OP2 bis", of: "VEN")
    try round.propose("MEX", "OP2 bis", .text(.replace(Passage("lakes"), with: "rivers")), on: "VEN")
    try round.move("CHL", "OP2 bis", after: "OP3")
    try round.move("USA", "OP3", after: "preamble/1")
    try round.support("CHL", "OP3", of: "USA")
    try round.propose("USA", "OP3", .moveBack)
    try round.propose("BRA", "OP4", .deleteParagraph)
    try round.support("USA", "OP4", of: "BRA")
    _ = try round.open().withdraw(nil, by: named("CHL"), act: round.act())
    _ = try round.open().withdraw(ParagraphAddress("OP4"), by: named("BRA"), act: round.act())
    try round.adopt("OP2 bis", "MEX")
    try round.adoptText("OP2", "To urge all.")
    try round.adopt("OP4", "USA")
    try round.expectVerified()
  }
}
