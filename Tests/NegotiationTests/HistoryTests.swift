import Drafting
import Git
import Negotiation
import Notation
import TestSupport
import Testing

@Suite("The history of a paragraph")
struct HistoryTests {
  private func history(_ meeting: Meeting, _ target: String) throws -> [String] {
    let negotiation = try meeting.open()
    let identifier = try negotiation.place(at: ParagraphAddress(target)).entry.identifier
    return try negotiation.events(of: identifier).map(\.line)
  }

  @Test func withinOneSecondNothingStandsBeforeWhatItComesOutOf() throws {
    let round = try DecisionRound()
    let (act, target) = (round.act(), try ParagraphAddress("operative/1"))
    for words in ["individuals", "persons"] {
      _ = try round.open().propose(
        .text(.text("To protect all witnesses and \(words).")), to: .paragraph(target), by: named("VEN"), act: act)
    }
    _ = try round.open().adopt(.proposals([named("VEN")]), for: target, DecisionNote(), act: act)
    let negotiation = try round.open()
    let identifier = try negotiation.place(at: target).entry.identifier
    let expected = ["import", "propose", "propose", "adopt"]
    try #expect(negotiation.events(of: identifier).map { $0.action?.rawValue } == expected)
    var newest: [String?] = []
    try negotiation.eachEvent(newestFirst: true) { event in
      if event.identifier == identifier { newest.append(event.action?.rawValue) }
      return true
    }
    #expect(newest == expected.reversed())
  }

  @Test func tellsEverythingOnEveryBranchInOrder() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"), reason: "Article 34")
    try meeting.propose("BRA", "operative/2", .delete("of the Secretariat"))
    try meeting.support("CHL", "VEN", "operative/1")
    try meeting.propose("MEX", "operative/1", .replace("individuals", "human beings"), on: "VEN")
    try meeting.decide(.pend, "operative/1", reason: "Consultations")
    try meeting.propose("VEN", "operative/1", .delete("all"))
    try meeting.withdraw("CHL", "operative/1")
    try meeting.withdraw("VEN")
    try meeting.withdraw("MEX")
    try meeting.decide(.approve, "operative/1")
    try expect(
      history(meeting, "operative/1"),
      is: [
        "0 Chair import came: To protect all persons and others.",
        "1 Venezuela propose stayed: To protect all persons and [Ven: individuals ~~others~~]. (Article 34)",
        "3 Chile support stayed: To protect all persons and [Chile: individuals ~~others~~]. on VEN",
        "4 Mexico propose stayed: To protect all persons and [Mex: human beings ~~individuals~~]. on VEN",
        "5 Chair pend stayed: To protect all persons and others. open → pending (Consultations)",
        "6 Venezuela propose stayed: To protect [Ven: ~~all~~] persons and individuals.",
        "7 Chile withdraw stayed: To protect all persons and [Chile: others ~~individuals~~].",
        "8 Venezuela withdraw stayed: To protect [Ven: all] persons and [Ven: others ~~individuals~~].",
        "9 Mexico withdraw stayed: To protect all persons and [Mex: others ~~human beings~~].",
        "10 Chair approve stayed: To protect all persons and others. pending → approved",
      ])
    try expectSound(meeting)
  }

  @Test func ofANewParagraphBeginsWithItsProposal() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    try meeting.support("CHL", "VEN", "operative/1 bis")
    try meeting.propose("CHL", "operative/1 bis", .replace("urge", "beg"))
    try meeting.withdraw("VEN")
    try expect(
      history(meeting, "@ven-0001"),
      is: [
        "1 Venezuela propose came: [Ven: To urge.]", "2 Chile support came: [Chile: To urge.] on VEN",
        "3 Chile propose stayed: To [Chile: beg ~~urge~~].", "4 Venezuela withdraw went: [Ven: ~~To urge.~~]",
      ])
  }

  @Test func anAmendmentOfAnothersNewParagraphTellsTheWordsThatItChanged() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To protect water."))
    try meeting.propose("MEX", "operative/1 bis", .replace("water", "clean water"), on: "VEN")
    try meeting.support("CHL", "MEX", "operative/1 bis")
    try meeting.propose("BRA", "operative/1 bis", .replace("protect", "keep"), on: "MEX")
    try meeting.propose("MEX", "operative/1 bis", .replace("protect", "save"))
    try meeting.withdraw("MEX")
    try expect(
      history(meeting, "@ven-0001"),
      is: [
        "1 Venezuela propose came: [Ven: To protect water.]",
        "2 Mexico propose stayed: To protect [Mex: clean] water. on VEN",
        "3 Chile support stayed: To protect [Chile: clean] water. on MEX",
        "4 Brazil propose stayed: To [Bra: keep ~~protect~~] clean water. on MEX",
        "5 Mexico propose stayed: To [Mex: save ~~protect~~] clean water.",
        "6 Mexico withdraw stayed: To [Mex: protect ~~save clean~~] water.",
      ])
  }

  /// What is asked for anew while it was in conflict is told as the bracket that it gives to the draft.
  @Test func whatIsAskedForAnewInConflictIsToldAgainstTheDraft() throws {
    let round = try DecisionRound("DRAFT\n\nRESOLVE:\n\n1. To count on the care of motorists and on the street.\n")
    try round.replace("BRA", "operative/1", "motorists", "adult drivers")
    try round.propose("CHL", "operative/1", .text(.replace(Passage("the street"), with: "a street")))
    try round.adoptText(
      "operative/1", "To count on the care of everyone at the wheel, adult drivers first, and on the street.")
    try round.replace("BRA", "operative/1", "adult drivers", "drivers")
    try round.support("CHL", "operative/1", of: "BRA")
    try round.replace("BRA", "operative/1", "drivers", "good drivers")
    let negotiation = try round.open()
    let identifier = try negotiation.place(at: ParagraphAddress("operative/1")).entry.identifier
    let events = try negotiation.events(of: identifier).suffix(3)
    expect(
      events.map { written($0.words) }.joined(separator: "\n"),
      is: """
        To count on the care of [Bra: ~~everyone at the wheel, adult~~] drivers [Bra: ~~first,~~] and on the street.
        To count on the care of [Chile: ~~everyone at the wheel, adult~~] drivers [Chile: ~~first,~~] and on a street.
        To count on the care of [Bra: good] drivers and on the street.
        """)
    for event in events {
      let shown = try #require(try negotiation.events(of: event.commit).first)
      #expect(shown.words == event.words)
    }
    var told: [String] = []
    try negotiation.eachEvent(newestFirst: true) { event in
      told.append(written(event.words))
      return told.count < 3
    }
    #expect(told.reversed() == events.map { written($0.words) })
  }

  @Test func tellsMovesAndDeletions() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/5", .move("preamble/1"))
    try meeting.propose("CHL", "operative/5", .deleteParagraph)
    try meeting.withdraw("VEN")
    let words = "To instruct the Secretariat to report."
    try expect(
      history(meeting, "operative/5"),
      is: [
        "0 Chair import came: \(words)", "1 Venezuela propose stayed: \(words) operative/5 → operative/5",
        "2 Chile propose went: [Chile: ~~\(words)~~]",
        "3 Venezuela withdraw stayed: \(words) operative/5 → operative/5",
      ])
  }

  @Test func agreesWithGit() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .replace("others", "individuals"))
    try meeting.decide(.pend, "operative/1")
    try meeting.propose("VEN", "operative/1", .delete("all"))
    let negotiation = try meeting.open()
    let events = try negotiation.events(of: ParagraphIdentifier(ordinal: 4))
    let log = try meeting.temporary.git(
      "log", "--all", "--no-merges", "--reverse", "--date-order", "--format=%H", "--", "paragraphs/00/p0004")
    #expect(log.split(separator: "\n").map(String.init) == events.map(\.commit.description))
  }

  @Test func ofACommitTellsEveryParagraphInOrder() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/5", .move("preamble/1"))
    try meeting.propose("VEN", "operative/2", .delete("of the Secretariat"))
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    try meeting.withdraw("VEN")
    let negotiation = try meeting.open()
    let tip = try #require(try negotiation.delegationTips().first?.tip)
    try expect(
      negotiation.events(of: tip).map { "\($0.identifier) \($0.line)" },
      is: [
        "p0005 4 Venezuela withdraw stayed: To take note of the report[^1] [Ven: of the Secretariat].",
        "p0008 4 Venezuela withdraw stayed: To instruct the Secretariat to report. operative/5 → operative/5",
        "ven-0001 4 Venezuela withdraw went: [Ven: ~~To urge.~~]",
      ])
  }
}

extension ParagraphEvent {
  /// The event in one line; the time in minutes since the meeting began.
  fileprivate var line: String {
    var line = "\((time - Meeting.start.time) / 60) \(author) \(action?.rawValue ?? "?") \(presence): \(written(words))"
    if let formerPlace, let place { line += " \(formerPlace.address) → \(place.address)" }
    if statusBefore != nil, let statusAfter, statusBefore != statusAfter {
      line += " \(statusBefore.map(word) ?? "?") → \(word(statusAfter))"
    }
    if let on { line += " on \(on)" }
    return line + (reason.map { " (\($0))" } ?? "")
  }

  private func word(_ status: Status) -> String {
    switch status {
    case .open: "open"
    case .approved: "approved"
    case .pending: "pending"
    case .agreedAdReferendum: "agreed"
    }
  }
}
