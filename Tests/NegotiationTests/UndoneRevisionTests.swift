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

  @Test func revisionIsMadeInTheMomentInWhichMainMoves() throws {
    let round = try DecisionRound(Self.draft)
    try round.replace("VEN", "operative/1", "others", "all others")
    let repository = try round.open().repository
    let before = try #require(try repository.reference("refs/heads/main"))
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    let tag = try #require(try repository.reference("refs/tags/rev/2"))
    let draft = try repository.tag(tag).target
    let after = try #require(try repository.reference("refs/heads/main"))
    let branch = try #require(try repository.reference("refs/heads/delegations/VEN"))
    // A process that dies right before main moves leaves this, and one that dies right after it the same with main moved.
    let beforeBranch = try #require(try repository.commit(branch).parents.first)
    try repository.move("refs/heads/delegations/VEN", from: branch, to: beforeBranch)
    try repository.move(
      [
        ReferenceMove("refs/heads/main", from: after, to: before),
        ReferenceMove("refs/heads/consolidated", from: draft, to: nil),
        ReferenceMove("refs/tags/rev/2", from: tag, to: nil),
        ReferenceMove("refs/amend/revision", from: nil, to: tag),
      ])
    try #expect(round.open().revisions().isEmpty)
    try round.expectSound()
    try repository.move("refs/heads/main", from: before, to: after)
    try #expect(round.open().revisions().map(\.name) == ["2"])
    try #expect(repository.reference("refs/heads/consolidated") == draft)
    try #expect(repository.references(under: "refs/amend/").isEmpty)
    try round.expectSound()
  }

  @Test func revisionThatWasNotMadeGivesWayToTheNext() throws {
    let round = try DecisionRound(Self.draft)
    let repository = try round.open().repository
    let before = try #require(try repository.reference("refs/heads/main"))
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    let tag = try #require(try repository.reference("refs/tags/rev/2"))
    let after = try #require(try repository.reference("refs/heads/main"))
    try repository.move(
      [
        ReferenceMove("refs/heads/main", from: after, to: before),
        ReferenceMove("refs/heads/consolidated", from: repository.tag(tag).target, to: nil),
        ReferenceMove("refs/tags/rev/2", from: tag, to: nil),
        ReferenceMove("refs/amend/revision", from: nil, to: tag),
      ])
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    try #expect(repository.references(under: "refs/amend/").isEmpty)
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
    func hint(_ round: DecisionRound) throws -> String {
      do { _ = try round.open().state(named: "rev/9") } catch let error as NegotiationError { return error.hint }
      return ""
    }
    let first = try round.open().main.commit.short
    try #expect(
      hint(round) == "There are rev/1. 'main' is the present text, '\(first)' that of the beginning.")
    let other = try DecisionRound()
    try #expect(
      hint(other) == "None is made yet: 'amend revise --symbol S' makes one of the present draft. "
        + "'main' is the present text, '\(other.open().main.commit.short)' that of the beginning.")
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    try #expect(hint(round) == "There are rev/1, rev/2. 'main' is the present text, '\(first)' that of the beginning.")
    let negotiation = try round.open()
    let (old, new) = (try negotiation.state(named: first), try negotiation.state(named: "rev/2"))
    try #expect(negotiation.differences(from: old, to: new).isEmpty)
  }

  @Test func draftThatCameInAsARevisionIsNamedAsOne() throws {
    let words = Self.draft.replacing("all witnesses", with: "all [Mex: the] witnesses")
    let round = try DecisionRound(words)
    try round.replace("MEX", "operative/2", "urge", "invite")
    try round.adoptText("operative/3", "To thank the host country.")
    try #expect(revise(round, "CP/CSH-1048/09 rev. 2") == "2")
    let negotiation = try round.open()
    for name in ["rev/1", "CP/CSH-1048/09 rev. 1"] {
      let (old, new) = (try negotiation.state(named: name), try negotiation.state(named: "rev/2"))
      try #expect(negotiation.differences(from: old, to: new).map(\.identifier.description) == ["p0007"])
      // What was proposed in the draft that came in was in rev. 1.
      try #expect(
        negotiation.differences(from: old, to: new, as: named("MEX")).map(\.identifier.description)
          == ["p0006", "p0007"])
    }
    try #expect(negotiation.place(at: ParagraphAddress("rev/1:operative/3")).address == "operative/3")
    // Nor is its number given again.
    let other = try DecisionRound(Self.draft)
    try #expect(revise(other, "CP/CSH-1050/09") == "2")
  }
}
