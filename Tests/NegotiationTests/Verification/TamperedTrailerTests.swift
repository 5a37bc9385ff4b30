import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("Trailers and files that say what nobody can have said")
struct TamperedTrailerTests {
  private let path = "paragraphs/00/p0006"

  @Test(arguments: ["Action: withdraw", "Reason: one\nReason: two", "Meeting: one\nMeeting: two"])
  func trailerThatIsSaidTwice(trailers: String) throws {
    let round = try DecisionRound()
    try round.replace("MEX", "OP2", "urge", "order")
    try round.retell("delegations/MEX") { $0.trimming + "\n\(trailers)\n" }
    let key = trailers.prefix { $0 != ":" }
    #expect(
      try round.findings().contains(
        "trailers: 'MEX proposes a change to operative/2' : it has several trailers '\(key)'"))
  }

  @Test func positionOnAParagraphThatNeverWas() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "OP2", .newParagraph("To water the lakes."))
    _ = try round.open().take(
      Position(kind: .oppose, reason: nil), on: ParagraphAddress("OP2 bis"), by: named("MEX"), act: round.act())
    try round.expectVerified()
    let subject = "MEX opposes operative/2 ter"
    try Forgery(
      branch: "refs/heads/delegations/MEX", author: "Mexico <mex@delegations.invalid>",
      message: subject + "\n\nParagraph: operative/2 ter\nIdentifier: p0099\nAction: oppose\n",
      files: ["positions/p0099": Position(kind: .oppose, reason: nil).fileText]
    ).make(in: round)
    try expectLines(
      round.findings(), ["trailers: '\(subject)' positions/p0099: a position on a paragraph that nobody ever had"])
  }

  @Test(arguments: ["\u{0}", "\u{1B}[31m", "\u{7F}", "\u{9F}", "\u{8}"])
  func signsThatAreNoText(signs: String) throws {
    let round = try DecisionRound()
    let subject = "The chair adopts words of its own for operative/2"
    try Forgery(
      branch: "refs/heads/main",
      message: subject + "\n\nParagraph: operative/2\nIdentifier: p0006\nAction: adopt\n",
      files: [path: try round.file(path).replacing("urge", with: "ur\(signs)ge")]
    ).make(in: round)
    let code = String(signs.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    let sign = "U+" + String(repeating: "0", count: 4 - code.count) + code
    try expectLines(
      round.findings(), ["not-canonical: '\(subject)' \(path): line 3 holds the control character \(sign)"])
  }
}

extension String {
  fileprivate var trimming: String { String(reversed().drop(while: \.isNewline).reversed()) }
}
