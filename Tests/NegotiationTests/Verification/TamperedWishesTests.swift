import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("Commits that lie about what a delegation or the chair did")
struct TamperedWishesTests {
  @Test func supportOfAMoveThatAnotherProposed() throws {
    let round = try DecisionRound()
    try round.move("USA", "operative/3", after: "operative/1")
    try round.replace("BRA", "operative/1", "others", "persons")
    try round.support("CHL", "operative/3", of: "USA")
    try round.expectVerified()
    try round.retell("delegations/CHL") { $0.replacing("USA", with: "BRA") }
    try expectLines(
      round.findings(),
      [
        "support: 'CHL supports BRA's proposal on operative/3' paragraphs/00/p0007: BRA did not propose to move it then"
      ])
  }

  @Test func withdrawalThatCallsItselfAProposal() throws {
    let round = try DecisionRound()
    try round.replace("CHL", "operative/2", "urge", "invite")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("CHL"), act: round.act())
    try round.retell("delegations/CHL") {
      $0.replacing("withdraws its proposal on", with: "proposes a change to").replacing("withdraw", with: "propose")
    }
    try expectLines(
      round.findings(),
      [
        "withdrawal: 'CHL proposes a change to operative/2' paragraphs/00/p0006: a proposal of the chair's own text"
      ])
  }

  @Test func placeThatNobodyAskedFor() throws {
    let round = try DecisionRound()
    try round.place("operative/3", after: "operative/1")
    try round.retell("main") {
      $0.replacing("places operative/3", with: "places operative/3, where Ven would have it")
    }
    try expectLines(
      round.findings(),
      [
        "subject: 'The chair places operative/3, where Ven would have it' : "
          + "nobody named 'Ven' would have had it elsewhere"
      ])
  }

  @Test func placeThatTwoAskedFor() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.move("BRA", "operative/3", after: "operative/1")
    try round.place("operative/3", after: nil)
    let message = try round.git("log", "-1", "--format=%s", "main")
    #expect(message.hasPrefix("The chair places operative/3, where Bra and Ven would have it"), "\(message)")
    try round.expectVerified()
  }

  @Test func splitBeforeOtherWords() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "without")
    try round.expectVerified()
    try round.retell("main") { $0.replacing("'without'", with: "'the member states'") }
    let findings = try round.findings()
    #expect(findings.count == 1)
    #expect(findings[0].hasPrefix("subject: 'The chair splits operative/2 before 'the member states': "), "\(findings)")
  }

  /// Who agrees is one of the negotiation, and the same in the file and in the trailers.
  @Test(arguments: [
    ("Brazil", "On: BRA\n", true), ("Brazil, Venezuela", "On: BRA\nOn: VEN\n", true),
    ("Talks", "Reason: Talks\n", true),
    ("Brazil", "On: BRA\nReason: Talks\n", true), ("Brazil", "On: VEN\n", false), ("Brazil", "", false),
    ("Brazil", "On: BRA\nOn: VEN\n", false), ("Narnia", "On: BRA\n", false), ("Narnia", "On: NAR\n", false),
    ("Talks", "Reason: None\n", false), (nil, "Reason: Talks\n", false), (nil, "On: BRA\n", false), (nil, "", true),
  ])
  func whoAgrees(written: String?, trailers: String, isSound: Bool) throws {
    let round = try DecisionRound()
    let path = "paragraphs/00/p0006"
    let status = "Status: agreed ad referendum" + (written.map { "\nReason: " + $0 } ?? "")
    let subject = "The chair agrees ad referendum to operative/2"
    try Forgery(
      branch: "refs/heads/main",
      message: subject + "\n\nParagraph: operative/2\nIdentifier: p0006\nAction: agree\n" + trailers,
      files: [path: try round.file(path).replacing("Status: open", with: status)]
    ).make(in: round)
    try expectLines(
      round.findings(), isSound ? [] : ["decision: '\(subject)' \(path): the status is not what the commit says"])
  }
}
