import Drafting
@testable import Negotiation
import Notation
import TestSupport
import Testing

/// What is decided or proposed next to paragraphs that a delegation would place elsewhere stands where it is printed.
@Suite("Printed places")
struct PrintedPlaceTests {
  @discardableResult
  private func add(_ round: DecisionRound, _ text: String, after other: String) throws -> DraftOrder.Place {
    try round.open().propose(
      .newParagraph(text), to: .paragraph(ParagraphAddress(other)), by: named("CHL"), act: round.act()
    ).place
  }

  private func beginnings(_ round: DecisionRound) throws -> [String] {
    try round.written().map { String($0.prefix(9)) }.filter { !$0.hasPrefix("[") }
  }

  @Test func adoptedNewParagraphStaysInItsSectionBesideOneThatComesFromAnother() throws {
    let round = try DecisionRound()
    try add(round, "To A.", after: "operative/2")
    try round.move("CHL", "preamble/1", after: "operative/2")
    let (printed, read) = (try beginnings(round), try round.reading("CHL"))
    let outcome = try round.adopt("operative/2 bis", "CHL")
    #expect(outcome.following == ["CHL chl-0001 satisfied"])
    try #expect(beginnings(round) == printed.map { $0 == "2 bis. [C" ? "2 bis. To" : $0 })
    try #expect(round.reading("CHL") == read)
    try round.expectSound()
  }

  @Test func adoptedNewParagraphStaysBesideOneThatIsMovedInItsSection() throws {
    let round = try DecisionRound()
    try add(round, "To A.", after: "operative/1")
    try round.move("CHL", "operative/3", after: "operative/1")
    let read = try round.reading("CHL")
    try round.adopt("operative/1 bis", "CHL")
    try #expect(
      beginnings(round).suffix(5) == ["1. To pro", "1 bis. To", "2. To urg", "3. To tha", "4. To req"])
    try #expect(round.reading("CHL") == read)
    try round.expectSound()
  }

  @Test func adoptedNewParagraphStaysBesideOneThatItsDelegationDeletes() throws {
    let round = try DecisionRound()
    try add(round, "To A.", after: "operative/2")
    try round.propose("CHL", "operative/2", .deleteParagraph)
    let printed = try beginnings(round)
    try round.adopt("operative/2 bis", "CHL")
    try #expect(beginnings(round) == printed.map { $0 == "2 bis. [C" ? "2 bis. To" : $0 })
    try round.expectSound()
  }

  /// Whoever would have what its delegation deletes in another section.
  @Test func newParagraphBehindOneThatItsDelegationDeletesStaysInItsSection() throws {
    let round = try DecisionRound()
    try round.move("BRA", "preamble/2", after: "operative/4")
    try round.propose("CHL", "preamble/2", .deleteParagraph)
    try #expect(add(round, "TO A;", after: "preamble/2").address == "preamble/1 bis")
    try #expect(round.branch("CHL").contains("preamble chl-0001 TO A;"))
    try round.expectSound()
  }

  @Test func newParagraphBehindOneFromAnotherSectionIsNumberedWhereItIsPrinted() throws {
    let round = try DecisionRound()
    try round.move("CHL", "preamble/1", after: "operative/2")
    try #expect(add(round, "To A.", after: "preamble/1").address == "operative/2 bis")
    try #expect(beginnings(round).suffix(4).prefix(2) == ["2. To urg", "2 bis. [C"])
    try round.expectSound()
    try round.adopt("operative/2 bis", "CHL")
    try #expect(beginnings(round).suffix(4).prefix(2) == ["2. To urg", "2 bis. To"])
    try round.expectSound()
  }

  private func operative(_ lines: [String]) -> [String] {
    lines.filter { $0.hasPrefix("operative") }.map { String($0.dropFirst(16).prefix(6)) }
  }

  @Test func beginningOfASectionIsBehindItsOpeningWordsForADelegationToo() throws {
    let round = try DecisionRound()
    try round.propose("BRA", "operative/3", .move(after: .beginning(of: .operative)))
    let wanted = ["RESOLV", "To tha", "To pro", "To urg", "To req"]
    try #expect(operative(round.reading("BRA")) == wanted)
    try #expect(operative(round.branch("BRA")) == wanted)
    try #expect(
      round.written().filter { $0.contains("PLACE") } == ["[Bra: PLACE AT THE BEGINNING OF THE OPERATIVE PART]"])
    try round.expectSound()
    let outcome = try round.place("operative/3", after: nil)
    #expect(outcome.following == ["BRA p0007 satisfied"])
    try #expect(round.written().filter { $0.contains("PLACE") } == [])
    try #expect(operative(round.reading("BRA")) == wanted)
    try round.decide(.approve, "operative/3")
    try round.expectSound()
  }

  @Test func newParagraphAtTheBeginningOfThePreambleBeginsNoSection() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("BEARING in mind the Charter;"), to: .beginning(of: .preamble), by: named("BRA"), act: round.act())
    let draft = try round.open().consolidation().draft
    let text = DraftWriter(format: .text, notation: .oas, registry: .standard).write(draft)
    #expect(text.contains("\n\n1 bis. [Bra: BEARING in mind the Charter;]\n\n1. RECALLING"))
    let read = DraftReader(registry: .standard, format: .text).read(text).draft
    #expect(read.sections.map(\.name) == [.preamble, .operative])
    #expect(read.sections.map(\.items.count) == draft.sections.map(\.items.count))
  }

  @Test func adoptedOrderAtTheBeginningIsBehindTheOpeningWords() throws {
    let round = try DecisionRound()
    try round.propose("BRA", "preamble/2", .move(after: .beginning(of: .operative)))
    try round.adopt("preamble/2", "BRA")
    try #expect(
      operative(round.reading("CHL")) == ["RESOLV", "NOTING", "To pro", "To urg", "To tha", "To req"])
    try round.expectSound()
  }

  @Test func movedBehindTheFirstParagraphStaysBelowTheOpeningWordsWhenThatGoes() throws {
    let round = try DecisionRound()
    try round.move("PER", "operative/4", after: "operative/1")
    try round.propose("MEX", "operative/1", .deleteParagraph)
    try round.adopt("operative/1", "MEX")
    try #expect(operative(round.reading("PER")) == ["RESOLV", "To req", "To urg", "To tha"])
    try round.expectSound()
  }

  @Test func deletionAndMoveOfOneParagraphContradictEachOther() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/3", .deleteParagraph)
    try round.move("PER", "operative/3", after: "operative/1")
    for codes in [["MEX", "PER"], ["PER", "MEX"]] {
      #expect(
        refused {
          _ = try round.open().adopt(
            .proposals(codes.map { try named($0) }), for: ParagraphAddress("operative/3"), DecisionNote(),
            act: round.act())
        } == "refused: one of them would delete operative/3, and another would place it elsewhere")
    }
    try round.expectSound()
  }

  @Test func orderThatNobodyIsNamedForHoldsADecisionBack() throws {
    let text = "4. To request the Permanent Council to follow up."
    let round = try DecisionRound(
      DecisionRound.draft.replacingOccurrence(
        of: text, with: text + "\nPLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE."))
    #expect(
      refused { try round.decide(.approve, "operative/4") }
        == "refused: an order to place it still stands after operative/4: To request the Permanent Council to follow "
        + "up. PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.")
    #expect(
      refused { _ = try round.open().clean(isCurrent: false, fixes: false) { round.act() } }
        == "refused: operative/4 is still disputed")
    let status = try round.open().status()
    #expect(status.undisputedPlaces.map(\.address).suffix(1) == ["operative/3"])
    #expect(status.open.map(\.isMoved) == [true])
    let outcome = try round.open().decide(.approve, on: .allUndisputed(.operative), DecisionNote(), act: round.act())
    #expect(outcome.places.map(\.address) == ["operative/1", "operative/2", "operative/3"])
    try round.place("operative/4", after: nil)
    try round.decide(.approve, "preamble/2 bis")
    try round.expectSound()
  }

  /// Mexico supports it, and would have it in the preamble, where it is printed; Chile, in the operative part.
  @Test func newParagraphBehindOneThatTwoHaveInOtherSectionsStandsWhereThatIsPrinted() throws {
    let round = try DecisionRound()
    try round.move("MEX", "operative/1", after: "preamble/2")
    try add(round, "To A.", after: "operative/1")
    try round.support("MEX", "@chl-0001", of: "CHL")
    _ = try round.open().propose(
      .newParagraph("To B."), to: .paragraph(ParagraphAddress("@chl-0001")), by: named("ARG"), act: round.act())
    let order = try Snapshot(round.open().repository, commit: round.tip("ARG")).order()
    let place = try #require(order.place(of: ParagraphIdentifier("arg-0001")))
    try #expect(round.open().place(at: ParagraphAddress("@arg-0001")).address == place.address)
    #expect(try order.landing(of: ParagraphIdentifier("arg-0001"))?.phrase == "after preamble/2")
    try round.expectSound()
  }
}

extension String {
  fileprivate func replacingOccurrence(of words: String, with other: String) -> String {
    guard let range = firstRange(of: words) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
