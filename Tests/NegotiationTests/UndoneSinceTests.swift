import Drafting
@testable import Negotiation
import TestSupport
import Testing

@Suite("An undone decision brings back what it took, beside what was proposed since")
struct UndoneSinceTests {
  private func insert(_ round: DecisionRound, _ code: String, _ word: String, before other: String) throws {
    try round.replace(code, "operative/3", other, "\(word) \(other)")
  }

  @Test(arguments: [false, true])
  func otherWordsChangedSinceStandBesideThem(_ isRejected: Bool) throws {
    let round = try DecisionRound()
    try insert(round, "ARG", "warmly", before: "thank")
    if isRejected { try round.reject("operative/3", "ARG") } else { try round.adopt("operative/3", "ARG") }
    try round.replace("ARG", "operative/3", "welcome", "hospitality")
    let outcome = try round.undo()
    #expect(outcome.following == ["ARG p0007 reinstated"])
    try #expect(
      round.line("3.") == "3. To [Arg: warmly] thank the host country for its [Arg: hospitality ~~welcome~~].")
    try round.expectSound()
  }

  @Test func wordsThatGoOnFromAdoptedOnesKeepThem() throws {
    let round = try DecisionRound()
    try insert(round, "ARG", "warmly", before: "thank")
    try round.support("CHL", "operative/3", of: "ARG")
    try round.adopt("operative/3", "ARG")
    try round.replace("ARG", "operative/3", "warmly", "very warmly")
    try round.undo()
    try #expect(
      round.reading("ARG").first { $0.contains(" p0007 ") }
        == "operative p0007 To very warmly thank the host country for its welcome.")
    try #expect(
      round.reading("CHL").first { $0.contains(" p0007 ") }
        == "operative p0007 To warmly thank the host country for its welcome.")
    try round.expectSound()
  }

  /// Who deletes the first part of a cut paragraph keeps the second, which stands where the whole stands again.
  @Test func partThatIsLeftStandsInTheWhole() throws {
    let round = try DecisionRound()
    try round.split("operative/2", before: "to act")
    try round.propose("ARG", "operative/2", .deleteParagraph)
    try round.undo()
    try #expect(round.written().contains("2. [Arg: ~~To urge the member states~~] to act without delay."))
    try round.expectSound()
  }

  /// A deletion that went into a joined paragraph, and was withdrawn there, is none once the join is undone.
  @Test func deletionWithdrawnWhileItWasJoinedLeavesTheParagraphInItsPlace() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/2", .deleteParagraph)
    try round.join("operative/1", "operative/2")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("MEX"), act: round.act())
    try round.undo()
    #expect(
      try round.branch("MEX")
        == round.open().main.order().places.map { place in
          let text = try round.open().main.paragraph(place.entry.identifier)?.text ?? ""
          return "\(place.section) \(place.entry.identifier) \(text)"
        })
    try round.expectSound()
  }

  @Test func sameWordsChangedSinceStandAloneAndThatIsTold() throws {
    let round = try DecisionRound()
    try round.replace("ARG", "operative/3", "welcome", "hospitality")
    try round.reject("operative/3", "ARG")
    try round.replace("ARG", "operative/3", "welcome", "kindness")
    let changes = try round.undo().reports.flatMap(\.changes)
    #expect(changes.map { "\($0.identifier) \($0.isReplaced)" } == ["p0007 true"])
    try #expect(round.line("3.") == "3. To thank the host country for its [Arg: kindness ~~welcome~~].")
    try round.expectSound()
  }

  @Test func orderThatGoesOnFromAnotherStandsWhenThatComesBack() throws {
    let round = try DecisionRound()
    try round.move("ARG", "operative/3", after: "operative/1")
    _ = try round.open().place(
      ParagraphAddress("operative/3"), after: nil, of: named("ARG"), DecisionNote(), act: round.act())
    try round.move("ARG", "operative/4", after: "operative/3")
    let before = try round.reading("ARG")
    #expect(try round.undo().following == ["ARG p0007 reinstated"])
    try #expect(round.reading("ARG") == before)
    try #expect(
      round.written().filter { $0.hasPrefix("[") } == [
        "[Arg: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]", "[Arg: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART]",
      ])
    try round.expectSound()
  }

  @Test(arguments: [false, true])
  func orderThatIsPrintedOtherwiseSinceItsPlaceIsGoneIsTold(_ joins: Bool) throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/2", after: "operative/4")
    let outcome: DecisionOutcome
    if joins {
      outcome = try round.join("operative/1", "operative/4")
    } else {
      try round.propose("PER", "operative/4", .deleteParagraph)
      outcome = try round.adopt("operative/4", "PER")
    }
    #expect(
      outcome.reports.flatMap(\.changes).compactMap { change in
        change.standsAfter.map { "\(change.identifier) \($0.address)" }
      } == ["p0006 operative/3"])
    try round.expectSound()
  }
}
