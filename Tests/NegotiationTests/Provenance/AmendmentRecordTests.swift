import Drafting
import Git
@testable import Negotiation
import Notation
import Testing

@Suite("Amendments of another's new paragraph in the record")
struct AmendmentRecordTests {
  private let round: DecisionRound

  init() throws {
    round = try DecisionRound(
      "DRAFT\n\nRESOLVES:\n\n1. To act.\n\n1 bis. [Ven: To go [Arg: fast] on with all.]\n\n2. To convene a meeting.\n")
    try round.propose(
      "MEX", "operative/1 bis", .text(.replace(Passage("with all"), with: "with some")), on: "VEN")
  }

  /// Who amends it has not brought it in, though its code comes first.
  @Test func sourcesTellWhoseTheParagraphIs() throws {
    let sources = try round.open().sources(in: .spanish)
    let row = try #require(sources.rows.first { $0.place?.address == "operative/1 bis" })
    #expect(row.origin == ["New, of Venezuela, 2026-03-15"])
    #expect(
      row.contributors.map { "\($0.delegation.code) \($0.part)" } == ["ARG amended", "MEX amended", "VEN proposed"])
    #expect(
      RecordedAct.sentences(row.acts, in: .spanish, sources.registry).map { String($0.dropFirst(11)) } == [
        "proposed by Venezuela, in the imported draft",
        "amended by Argentina, on the proposal of Venezuela, in the imported draft",
        "amended by México, on the proposal of Venezuela",
      ])
    #expect(sources.report(in: .spanish).rows[1][2] == "Argentina (amendment)\nMéxico (amendment)\nVenezuela")
  }

  @Test func logAndShowTellWhatIsAmended() throws {
    let negotiation = try round.open()
    let identifier = try ParagraphIdentifier("ven-0001")
    let events = try negotiation.events(of: identifier)
    #expect(
      events.map { "\($0.delegation?.code.description ?? "") \($0.on ?? "-")" }.sorted() == [
        "ARG VEN", "MEX VEN", "VEN -",
      ])
    let story = try #require(try negotiation.story(of: round.tip("VEN")).proposals[identifier])
    #expect(story.amendedBy.map(\.who) == ["ARG", "MEX"])
  }
}

@Suite("Amendments of another's proposal as the log tells them")
struct ToldAmendmentTests {
  private let round: DecisionRound

  init() throws {
    round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "with due diligence")
  }

  private func amend(_ code: String, _ words: String, _ new: String) throws {
    try round.propose(code, "operative/2", .text(.replace(Passage(words), with: new)), on: "VEN")
  }

  /// What each act of a delegation did, as its brackets say.
  private func told(_ code: String) throws -> [String] {
    let negotiation = try round.open()
    let identifier = try negotiation.place(at: ParagraphAddress("operative/2")).entry.identifier
    let writer = BracketWriter(labels: LabelTable(labels: [String]()))
    return try negotiation.events(of: identifier).filter { $0.delegation?.code.description == code }
      .map { writer.write($0.words) }
  }

  @Test func theyStandOnTheWordsThatTheyAmend() throws {
    try amend("BRA", "due diligence", "all due diligence")
    try #expect(told("BRA") == ["To urge the member states to act with [Bra: all] due diligence."])
  }

  @Test func whatWasAskedForBeforeIsNotAskedForAgain() throws {
    try round.replace("BRA", "operative/2", "urge", "ask")
    try amend("BRA", "due diligence", "all due diligence")
    try round.replace("BRA", "operative/2", "act", "work")
    try #expect(
      told("BRA") == [
        "To [Bra: ask ~~urge~~] the member states to act without delay.",
        "To ask the member states to act with [Bra: all] due diligence.",
        "To ask the member states to [Bra: work ~~act~~] with all due diligence.",
      ])
  }

  @Test func whatTheProposerChangedMeanwhileIsNotTheAmenders() throws {
    try amend("BRA", "due diligence", "all due diligence")
    try round.replace("VEN", "operative/2", "urge", "ask")
    try amend("BRA", "act", "work")
    try #expect(told("BRA").last == "To ask the member states to [Bra: work ~~act~~] with all due diligence.")
  }

  @Test func supportOfAnAmendmentStandsOnThemToo() throws {
    try amend("BRA", "due diligence", "all due diligence")
    try round.support("CHL", "operative/2", of: "BRA")
    try #expect(told("CHL") == ["To urge the member states to act with [Chile: all] due diligence."])
  }

  @Test func withdrawalsGiveThoseWordsBack() throws {
    try amend("BRA", "due diligence", "all due diligence")
    _ = try round.open().withdraw(ParagraphAddress("operative/2"), by: named("BRA"), act: round.act())
    try #expect(told("BRA").last == "To urge the member states to act with [Bra: ~~all~~] due diligence.")
  }

  @Test func whatFollowsTheChairStandsOnThemToo() throws {
    try amend("BRA", "due diligence", "all due diligence")
    try round.adoptText("operative/2", "To ask the member states to act without delay.")
    try #expect(told("BRA").last == "To ask the member states to act with [Bra: all] due diligence.")
  }
}
