import Drafting
@testable import Negotiation
import TestSupport
import Testing

@Suite("Numbers of paragraphs that are only proposed")
struct ProposedNumberTests {
  private func new(_ round: DecisionRound, _ text: String, after target: String, by code: String) throws {
    try round.open().proposeNew(text, after: target, by: code, round.act())
  }

  private func clean(_ round: DecisionRound) throws -> CleanText {
    try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
  }

  /// `2 bis. [Bra: Bra text.]`, the lines of what is proposed.
  private func lines(_ round: DecisionRound) throws -> [String] {
    try round.written().filter { $0.contains(" text.") }
  }

  @Test func followTheNewNumberOfTheParagraphBefore() throws {
    let round = try DecisionRound()
    try new(round, "Mex text.", after: "operative/1", by: "MEX")
    try round.adopt("operative/1 bis", "MEX")
    try new(round, "Ven text.", after: "operative/1", by: "VEN")
    try new(round, "Per text.", after: "operative/1 bis", by: "PER")
    try new(round, "Bra text.", after: "operative/2", by: "BRA")
    try round.support("CHL", "operative/2 bis", of: "BRA")
    try new(round, "Ury text.", after: "operative/2", by: "URY")
    let before = try lines(round)
    #expect(
      before == [
        "1 ter. [Ven: Ven text.]", "1 bis. Mex text.", "1 quater. [Peru: Per text.]", "2 bis. [Bra, Chile: Bra text.]",
        "2 ter. [Uru: Ury text.]",
      ])
    let outcome = try clean(round)
    #expect(
      outcome.proposed.map { "\($0.renumbering.old) → \($0.renumbering.new) \($0.delegations.map(\.code))" } == [
        "1 quater → 2 ter [PER]", "2 bis → 3 bis [BRA, CHL]", "2 ter → 3 ter [URY]",
      ])
    try #expect(
      lines(round) == [
        "1 ter. [Ven: Ven text.]", "2. Mex text.", "2 ter. [Peru: Per text.]", "3 bis. [Bra, Chile: Bra text.]",
        "3 ter. [Uru: Ury text.]",
      ])
    let told = (outcome.decision?.reports ?? []).flatMap { report in
      report.changes.compactMap { change in
        change.formerAddress.map { "\(report.delegation.code) \($0) \(change.address)" }
      }
    }
    #expect(
      told == [
        "BRA operative/2 bis operative/3 bis", "CHL operative/2 bis operative/3 bis",
        "PER operative/1 quater operative/2 ter", "URY operative/2 ter operative/3 ter",
      ])
    try round.expectSound()
    // A proposal on the new number is one on the new paragraph, and the undoing of the numbers brings the old one back.
    try round.support("PRY", "operative/3 bis", of: "BRA")
    try round.undo()
    try #expect(lines(round) == before.map { $0.replacing("Bra, Chile", with: "Bra, Chile, Par") })
    try round.expectSound()
  }

  @Test func branchThatFollowsLateIsNumberedAlike() throws {
    let round = try DecisionRound()
    try round.place("operative/3", after: "operative/1")
    try new(round, "Bra text.", after: "operative/2", by: "BRA")
    let branch = "refs/heads/delegations/BRA"
    let tip = try String(round.git("rev-parse", branch).prefix(40))
    _ = try clean(round)
    try #expect(lines(round) == ["3 bis. [Bra: Bra text.]"])
    let followed = try round.git("show", "\(branch):outline/operative")
    _ = try round.git("update-ref", branch, tip)
    try #expect(lines(round) == ["3 bis. [Bra: Bra text.]"])
    _ = try round.open().followMain(round.act())
    try #expect(round.git("show", "\(branch):outline/operative") == followed)
    try round.expectSound()
  }

  @Test func numberOfAProposalThatWasRejectedIsKept() throws {
    let round = try DecisionRound()
    try new(round, "Bra text.", after: "operative/2", by: "BRA")
    try round.reject("operative/2 bis", "BRA")
    try new(round, "Chile text.", after: "operative/2", by: "CHL")
    try #expect(lines(round) == ["2 ter. [Chile: Chile text.]"])
    try round.undo()
    try #expect(lines(round) == ["2 bis. [Bra: Bra text.]", "2 ter. [Chile: Chile text.]"])
    try round.expectSound()
  }

  @Test func proposedParagraphThatGoesToAnotherSectionIsNumberedThere() throws {
    let round = try DecisionRound()
    try new(round, "Bra text.", after: "operative/2", by: "BRA")
    try new(round, "Ven text.", after: "preamble/2", by: "VEN")
    try round.move("BRA", "operative/2 bis", after: "preamble/2")
    try #expect(lines(round) == ["2 bis. [Ven: Ven text.]", "2 ter. [Bra: Bra text.]"])
    try round.adopt("preamble/2 ter", "BRA")
    try round.expectSound()
  }
}
