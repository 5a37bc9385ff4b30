import Drafting
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
