import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("Symbols of revisions, and revisions that are undone")
struct UndoneRevisionTests {
  private static let draft = "CP/CSH-1048/09 rev. 1\nOriginal: English\n\n" + DecisionRound.draft

  private func revise(_ round: DecisionRound, _ symbol: String) throws -> String {
    try round.open().revise(symbol: symbol, DecisionNote(), act: round.act()).revision.name
  }

  @Test func symbolThatTheDraftBearsIsRefused() throws {
    let round = try DecisionRound(Self.draft)
    #expect(
      refused { _ = try revise(round, "CP/CSH-1048/09 rev. 1") }
        == "refused: the draft bears the symbol 'CP/CSH-1048/09 rev. 1' already")
    for symbol in ["CP/CSH-1048/09 rev.", "CP/CSH-1048/09/Rev"] {
      #expect(refused { _ = try revise(round, symbol) } == "refused: '\(symbol)' says revision, and no number")
    }
    try #expect(round.open().revisions().isEmpty)
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
  }

  @Test func tagOfAnUndoneRevisionIsSetAside() throws {
    let round = try DecisionRound(Self.draft)
    try round.replace("VEN", "operative/1", "others", "all others")
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    let tag = try round.git("rev-parse", "refs/tags/rev/2")
    let short = try #require(try round.open().repository.references(under: "refs/tags/").first?.id.short)
    let outcome = try round.undo()
    #expect(
      outcome.remarks == ["The tag 'rev/2' is kept as 'undone/rev/2/\(short)', and names no revision any more."])
    try #expect(round.git("rev-parse", "refs/tags/undone/rev/2/\(short)") == tag)
    try #expect(round.git("tag") == "undone/rev/2/\(short)\n")
    #expect(refused { _ = try round.open().state(named: "rev/2") } == "notFound: there is no revision 'rev/2'")
    try round.expectSound()
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    try #expect(round.open().revisions().map(\.symbol) == ["CP/CSH-1048/09 rev. 2"])
    try round.expectSound()
  }

  @Test func tagThatAKilledProcessLeftIsSetAsideByTheNextRevision() throws {
    let round = try DecisionRound(Self.draft)
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    let repository = try round.open().repository
    let tag = try #require(try repository.reference("refs/tags/rev/2"))
    try round.undo()
    try repository.move(
      [
        ReferenceMove("refs/tags/rev/2", from: nil, to: tag),
        ReferenceMove("refs/tags/undone/rev/2/\(tag.short)", from: tag, to: nil),
      ])
    try round.expectVerified()
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    try round.expectSound()
  }

  @Test func revisionWithoutItsTagIsFinishedLater() throws {
    let round = try DecisionRound(Self.draft)
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    let repository = try round.open().repository
    try repository.delete("refs/tags/rev/2", from: #require(try repository.reference("refs/tags/rev/2")))
    try round.decide(.approve, "operative/1")
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    try round.expectSound()
  }

  @Test func unknownRevisionNamesWhatCanBeCompared() throws {
    let round = try DecisionRound(Self.draft)
    func hint() throws -> String {
      do { _ = try round.open().state(named: "rev/1") } catch let error as NegotiationError { return error.hint }
      return ""
    }
    let first = try round.open().main.commit.short
    try #expect(
      hint() == "None is made yet: 'amend revise --symbol S' makes one of the present draft. "
        + "'main' is the present text, '\(first)' that of the beginning.")
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    try #expect(hint() == "There are rev/2. 'main' is the present text, '\(first)' that of the beginning.")
    let negotiation = try round.open()
    let (old, new) = (try negotiation.state(named: first), try negotiation.state(named: "rev/2"))
    try #expect(negotiation.differences(from: old, to: new).isEmpty)
  }
}
