import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import Testing

@Suite("Numbers that are gone, and words that need no backslash")
struct GoneNumberTests {
  private func gone(_ round: DecisionRound) throws -> [String] {
    let clean = try round.open().clean(isCurrent: true, fixes: false, act: round.act)
    return clean.gone.map { number in
      let whole = number.joined.flatMap { whole in clean.concordance.first { $0.identifier == whole } }
      return "\(number.section)/\(number.old) " + (whole.map { "with \($0.new)" } ?? "deleted")
    }
  }

  @Test func numberThatComesBackIsNotTwoParagraphs() throws {
    let round = try DecisionRound()
    try round.open().proposeNew("Mex text.", after: "operative/2", by: "MEX", round.act())
    try round.adopt("operative/2 bis", "MEX")
    _ = try round.open().clean(isCurrent: true, fixes: false, writing: DecisionNote(), act: round.act)
    try round.open().proposeNew("Bra text.", after: "operative/2", by: "BRA", round.act())
    try #expect(round.line("2 bis.") == "2 bis. [Bra: Bra text.]")
    try round.undo()
    try #expect(
      round.written().filter { $0.contains("text.") } == ["2 ter. [Bra: Bra text.]", "2 bis. Mex text."])
    try round.adopt("operative/2 ter", "BRA")
    try round.expectSound()
  }

  @Test func numberThatTwoParagraphsHaveNamesNeither() throws {
    let round = try DecisionRound()
    try round.open().proposeNew("Bra text.", after: "operative/2", by: "BRA", round.act())
    // Two clones numbered at the same time: each without the other's.
    let branch = "refs/heads/delegations/BRA"
    let tip = try String(round.git("rev-parse", branch).prefix(40))
    _ = try round.git("update-ref", "-d", branch)
    try round.open().proposeNew("Chile text.", after: "operative/2", by: "CHL", round.act())
    _ = try round.git("update-ref", branch, tip)
    let two = "ambiguous: 'operative/2 bis' may mean @bra-0001 or @chl-0001"
    #expect(refused { try round.adopt("operative/2 bis", "BRA") } == two)
    try round.adopt("@chl-0001", "CHL")
    try round.expectSound()
  }

  @Test func deletedAndJoinedParagraphsAreInTheConcordance() throws {
    let round = try DecisionRound()
    try #expect(gone(round) == [])
    try round.propose("VEN", "operative/1", .deleteParagraph)
    try round.adopt("operative/1", "VEN")
    try round.join("operative/3", "operative/4")
    try #expect(gone(round) == ["operative/1 deleted", "operative/4 with 2"])
    try round.join("operative/2", "operative/3")
    try #expect(gone(round) == ["operative/1 deleted", "operative/3 with 1", "operative/4 with 1"])
    try round.undo()
    try #expect(gone(round) == ["operative/1 deleted", "operative/4 with 2"])
    _ = try round.open().clean(isCurrent: true, fixes: false, writing: DecisionNote(), act: round.act)
    try #expect(gone(round) == [])
    try round.undo()
    try round.propose("VEN", "operative/3", .deleteParagraph)
    try round.adopt("operative/3", "VEN")
    try #expect(gone(round) == ["operative/1 deleted", "operative/3 deleted", "operative/4 deleted"])
    try round.expectSound()
  }

  @Test func decisionOnAParagraphThatIsGoneSaysHowItWent() throws {
    let round = try DecisionRound()
    _ = try round.open().revise(symbol: "D/1 rev. 1", DecisionNote(), act: round.act())
    try round.propose("VEN", "operative/1", .deleteParagraph)
    let deletion = try round.adopt("operative/1", "VEN").commit.short
    let join = try round.join("operative/3", "operative/4").commit.short
    let gone =
      "notFound: the paragraph that was operative/1 was deleted: The chair adopts VEN's wording of operative/1 (commit \(deletion))"
    #expect(refused { try round.decide(.approve, "rev/1:operative/1") } == gone)
    #expect(refused { try round.split("rev/1:operative/1", before: "all") } == gone)
    #expect(refused { try round.place("rev/1:operative/1", after: "operative/3") } == gone)
    #expect(refused { try round.place("operative/3", after: "rev/1:operative/1") } == gone)
    #expect(refused { try round.adoptText("rev/1:operative/1", "To act.") } == gone)
    #expect(
      refused { try round.decide(.approve, "rev/1:operative/4") }
        == "notFound: the paragraph that was operative/4 is part of operative/3 now: The chair joins operative/3 and operative/4 (commit \(join))"
    )
    // One that somebody still has is proposed.
    try round.replace("MEX", "operative/2", "urge", "ask")
    try round.propose("VEN", "operative/2", .deleteParagraph)
    try round.adopt("operative/2", "VEN")
    #expect(refused { try round.split("rev/1:operative/2", before: "the") } == "refused: operative/2 is only proposed")
  }

  @Test func plainTextHasNoBackslash() throws {
    let text = "To thank\nthe host\n\\body of [Mex: all]\nRESOLVE:\n1. one\nAPPROVED"
    let round = try DecisionRound()
    try round.adoptText("operative/3", text)
    let clean = try round.open().clean(isCurrent: true, fixes: false, act: round.act)
    for format in [DraftFormat.text, .markdown] {
      var writer = DraftWriter(format: format, notation: .oas, registry: .standard)
      #expect(writer.write(clean.draft) != writer.write(clean.draft).replacing("\\", with: ""))
      writer.isPlain = true
      if format == .text { #expect(writer.write(clean.draft).contains("\n3. \(text)\n")) }
    }
  }

  @Test(arguments: [
    ("To act.\n\nTo thank.", true), ("To act.\n \t\nTo thank.", true), ("To act.\nTo thank.", false),
    ("\nTo act.\n", false), ("To act[^1].\n\n[^1]: A note.", false),
  ]) func blankLinesAreTold(_ text: String, _ isTold: Bool) throws {
    let round = try DecisionRound()
    let outcome = try round.open().propose(
      .text(.text(text)), to: .paragraph(ParagraphAddress("operative/1")), by: named("VEN"), act: round.act())
    #expect(outcome.remarks.contains { $0.hasPrefix("Blank lines") } == isTold)
  }
}
