import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// An amendment follows what its proposer makes of the proposal later, and reads the same wherever it is asked for.
@Suite("Amendments whose proposal was changed since")
struct FollowedAmendmentTests {
  /// Venezuela, Argentina on it, Uruguay on that; then the first two change what they propose.
  private func changed() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "urge", "invite")
    try round.propose(
      "ARG", "operative/2", .text(.replace(Passage("member states"), with: "governments")), on: "VEN")
    try round.propose("URY", "operative/2", .text(.insertBefore("all", before: Passage("governments"))), on: "ARG")
    try round.replace("VEN", "operative/2", "delay", "haste")
    return round
  }

  private func adopted(_ round: DecisionRound, _ codes: String...) throws -> [String] {
    let decision = try round.open().adopt(
      .proposals(codes.map { try named($0) }), for: ParagraphAddress("operative/2"), DecisionNote(), act: round.act())
    let description = try round.open().description(of: decision.commit)
    let text = try round.open().main.paragraph(ParagraphIdentifier("p0006"))?.text ?? ""
    return [text] + CommitMessage(text: try round.open().repository.commit(description.commit).message).values(.adopted)
  }

  @Test func observationsSayWhatTheDraftSays() throws {
    let round = try changed()
    for code in ["VEN", "ARG", "URY"] {
      let observations = try #require(try round.open().observations(of: named(code)))
      let read = try words(of: round.open().consolidation().draft.reading(of: named(code).label))
      expectLines(words(of: observations.own), read)
      expectLines(words(of: observations.draft.reading(of: try named(code).label)), read)
    }
  }

  private func words(of draft: ConsolidatedDraft) -> [String] {
    draft.sections.flatMap { $0.items.map { $0.body.reading(of: nil) } }
  }

  @Test func whatIsAdoptedIsWhatTheDraftSays() throws {
    let round = try changed()
    let commits = try ["URY", "ARG", "VEN"].map { code in
      let changes = try #require(try round.open().standing(named(code).code, on: ParagraphIdentifier("p0006")))
      return "\(code) " + (try round.open().takenCommits(changes, on: ParagraphIdentifier("p0006"))[0].hex)
    }
    try expectLines(adopted(round, "URY"), ["To invite the all governments to act without haste."] + commits)
    try round.expectVerified()
    try round.undo()
    try expectLines(adopted(round, "ARG"), ["To invite the governments to act without haste."] + commits.dropFirst())
    try round.expectVerified()
    try round.undo()
    try expectLines(
      adopted(round, "ARG", "VEN"), ["To invite the governments to act without haste."] + commits.dropFirst())
    try round.expectVerified()
  }

  /// Every author of words that are taken is named, however many amendments lie between, and whatever was withdrawn.
  @Test(arguments: [nil, "ARG", "VEN"]) func adoptionNamesEveryAuthorOfAChain(withdrawn: String?) throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "urge", "invite")
    try round.propose(
      "ARG", "operative/2", .text(.replace(Passage("member states"), with: "governments")), on: "VEN")
    try round.propose("URY", "operative/2", .text(.insertBefore("all", before: Passage("governments"))), on: "ARG")
    let commits = try ["URY", "ARG", "VEN"].map { "\($0) \(try round.tip($0).hex)" }
    if let withdrawn {
      _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named(withdrawn), act: round.act())
    }
    try expectLines(
      adopted(round, "URY"), ["To invite the all governments to act without delay."] + commits)
    try round.expectVerified()
  }

  @Test func whoseWordsWereAmendedAwayIsNotNamed() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "urge", "invite")
    try round.propose("ARG", "operative/2", .text(.replace(Passage("invite"), with: "ask")), on: "VEN")
    try round.propose("URY", "operative/2", .text(.replace(Passage("delay"), with: "haste")), on: "ARG")
    let commits = try ["URY", "ARG"].map { "\($0) \(try round.tip($0).hex)" }
    try expectLines(adopted(round, "URY"), ["To ask the member states to act without haste."] + commits)
    try round.expectVerified()
  }

  @Test func nextChangeGoesOnFromWhatIsRead() throws {
    let round = try changed()
    try round.replace("ARG", "operative/2", "haste", "hurry")
    try expectLines(
      [round.line("2. To")],
      [
        "2. To [Arg, Uru, Ven: invite ~~urge~~] the [Arg: governments / Uru: all governments ~~member states~~] to act without "
          + "[Arg, Uru: hurry / Ven: haste ~~delay~~]."
      ])
    try round.expectVerified()
  }

  @Test func withdrawnProposalLeavesTheAmendmentAsItWasMade() throws {
    let round = try changed()
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    try expectLines([adopted(round, "ARG")[0]], ["To invite the governments to act without delay."])
    try round.expectVerified()
  }

  @Test func whoFollowsWhatGoesIsNamedWithThoseBehindIt() throws {
    let round = try changed()
    let withdrawal = try round.open().withdraw(
      ParagraphAddress("operative/2"), by: named("VEN"), act: round.act(), isDryRun: true)
    expectLines(
      withdrawal.amenders.map { "\($0.delegation.code) \($0.isDirect) \($0.isFollowing)" },
      ["ARG true true", "URY false true"])
  }

  @Test func proposerIsToldWhoseAmendmentGoesAlong() throws {
    let round = try changed()
    let outcome = try round.open().propose(
      .text(.replace(Passage("act"), with: "move")), to: .paragraph(ParagraphAddress("operative/2")), by: named("VEN"),
      act: round.act())
    #expect(
      outcome.remarks == ["The amendment of Argentina goes along with it ('amend reading --country ARG')."])
  }

  /// Whose wording was taken whole has what it asked for, whatever was made of the proposal that it amends since it did.
  @Test func whatIsTakenAsItReadsNowIsAskedForNoMore() throws {
    let round = try changed()
    try expectLines(
      round.adopt("operative/2", "ARG").following, ["ARG p0006 satisfied", "URY p0006 carried", "VEN p0006 satisfied"])
    try expectLines([round.line("2. To")], ["2. To invite the [Uru: all] governments to act without haste."])
    try #expect(round.open().status().undecided.map(\.delegation.code.description) == ["URY"])
    try round.expectSound()
  }

  /// Nobody reads otherwise since the chair took the words that were amended.
  @Test func amendmentOfWhatIsTakenReadsAsBefore() throws {
    let round = try changed()
    func readings() throws -> [String] { try ["ARG", "URY"].map { try round.reading($0)[5] } }
    let before = try readings()
    expectLines(
      before,
      [
        "operative p0006 To invite the governments to act without haste.",
        "operative p0006 To invite the all governments to act without haste.",
      ])
    try expectLines(
      round.adopt("operative/2", "VEN").following, ["ARG p0006 carried", "URY p0006 carried", "VEN p0006 satisfied"])
    try expectLines(readings(), before)
    try round.expectVerified()
  }

  /// What its proposer asked for anew is another proposal: the amendment of the first one goes on alone, with its words.
  @Test func amendmentOfWhatWasWithdrawnIsNoneOfWhatIsTaken() throws {
    let round = try changed()
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("VEN"), act: round.act())
    try round.replace("VEN", "operative/2", "delay", "fear")
    let before = try round.reading("ARG")[5]
    #expect(before == "operative p0006 To invite the governments to act without delay.")
    try round.adopt("operative/2", "VEN")
    try #expect(round.reading("ARG")[5] == "operative p0006 To invite the governments to act without fear.")
    try round.expectVerified()
  }

  @Test func newParagraphTakenAsItsAmendmentReadsNowLeavesTheAmenderNothing() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/4", .newParagraph("To water all clean wells."))
    try round.support("BRA", "operative/4 bis", of: "MEX")
    try round.propose("ARG", "operative/4 bis", .text(.delete(Passage("all"))), on: "BRA")
    try round.replace("BRA", "operative/4 bis", "wells", "lakes")
    try expectLines(
      round.adopt("operative/4 bis", "ARG").following,
      ["ARG mex-0001 satisfied", "BRA mex-0001 conflict", "MEX mex-0001 conflict"])
    let status = try round.open().status()
    #expect(status.undecided.map(\.delegation.code.description) == ["MEX", "BRA"])
    #expect(status.open.map { $0.waitsOn.map(\.description) } == [["BRA", "MEX"]])
    try expectLines([round.reading("ARG").last ?? ""], ["operative mex-0001 To water clean lakes."])
    try round.expectVerified()
  }
}
