import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("A move of a paragraph that was cut in two since")
struct MoveHalvesTests {
  private func told(_ proposal: ObjectID, _ round: DecisionRound) throws -> [String] {
    func text(_ state: ProposalStory.State) -> String {
      switch state {
      case .standing: "standing"
      case .divided(_, let places): "standing in \(places.map(\.address).joined(separator: ", "))"
      case .satisfied: "satisfied"
      default: "another"
      }
    }
    return try round.open().story(of: proposal).proposals.values.flatMap { story in
      [text(story.state)] + story.elsewhere.map { "\($0.address): \(text($0.state))" }
    }
  }

  @Test func standsForTheHalfThatIsNotDecided() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/1", after: "operative/4")
    let proposal = try round.tip("VEN")
    try round.split("operative/1", before: "and others")
    #expect(try told(proposal, round) == ["standing"])
    _ = try round.open().place(
      ParagraphAddress("operative/1"), after: nil, of: named("VEN"), DecisionNote(), act: round.act())
    #expect(try told(proposal, round) == ["standing in operative/1 bis", "operative/1: satisfied"])
    try round.undo()
    #expect(try told(proposal, round) == ["standing"])
  }
}
