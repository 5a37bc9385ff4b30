import Drafting
@testable import Negotiation
import Testing

@Suite("Adoptions that verify finds sound")
struct SoundAdoptionTests {
  private let round: DecisionRound

  init() throws { round = try DecisionRound() }

  /// Mexico would have the paragraph that it supports in the preamble, behind the one that it moves there.
  @Test func ofANewParagraphThatItsSupporterPlacesElsewhere() throws {
    try round.move("MEX", "operative/1", after: "preamble/2")
    try round.propose("CHL", "operative/1", .newParagraph("To go on."))
    try round.support("MEX", "@chl-0001", of: "CHL")
    try round.adopt("@chl-0001", "CHL")
    try #expect(round.open().main.order().place(of: ParagraphIdentifier("chl-0001"))?.address == "operative/1 bis")
    try round.expectSound()
  }

  /// What Argentina has beside the words that Venezuela amends came with a join.
  @Test func ofAnAmendmentTogetherWithWhatItAmends() throws {
    try round.replace("ARG", "operative/1", "others", "individuals")
    try round.propose("ARG", "operative/2", .text(.delete(Passage("without delay"))))
    try round.propose("VEN", "operative/1", .text(.delete(Passage("all"))), on: "ARG")
    try round.join("operative/1", "operative/2")
    try round.adopt("operative/1", "VEN", "ARG")
    try #expect(
      round.open().main.paragraph(ParagraphIdentifier("p0005"))?.text
        == "To protect witnesses and individuals. To urge the member states to act.")
    try round.expectSound()
  }
}
