import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("What is told of a branch that follows")
struct FollowedWordsTests {
  /// The chair cuts a paragraph, or changes words of it: the delegation's bracket holds what the delegation asks for.
  @Test func chairsWordsAreNotTheDelegations() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/2", "urge", "invite")
    try round.split("operative/2", before: "without")
    try round.adoptText("operative/2", "To urge the member states and observers to act")
    let followed = try round.open().events(of: ParagraphIdentifier("p0006")).filter { $0.action == .follow }
    expectLines(
      followed.map { written($0.words) },
      [
        "To [Bra: invite ~~urge~~] the member states to act",
        "To [Bra: invite ~~urge~~] the member states and observers to act",
      ])
  }
}
