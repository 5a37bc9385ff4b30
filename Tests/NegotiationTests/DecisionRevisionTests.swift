import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Revisions and clean text")
struct DecisionRevisionTests {
  @Test func revisionTagsMainAndEveryTipWithItsCoverNote() throws {
    let round = try DecisionRound()
    let first = try round.open().revise(symbol: "CP/doc. 1 rev. 1", DecisionNote(), act: round.act())
    #expect(first.revision.name == "1")
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("VEN", "operative/2", "urge", "invite")
    try round.adopt("operative/1", "MEX")
    try round.decide(.approve, "operative/3")
    try round.decide(.pend, "operative/4")
    try round.undo()
    let second = try round.open().revise(symbol: "CP/doc. 1 rev. 2", DecisionNote(), act: round.act())
    #expect(
      second.note.acts.map { "\($0.action.rawValue) \($0.paragraphs.joined()) \($0.of.joined())" } == [
        "propose operative/1 ", "propose operative/2 ", "adopt operative/1 MEX", "approve operative/3 ",
      ])
    try #expect(round.git("cat-file", "-t", "refs/tags/rev/2") == "tag\n")
    let parents = try round.git("log", "-1", "--format=%P", "rev/2").split(whereSeparator: \.isWhitespace)
    #expect(
      Set(parents.prefix(3).map(String.init))
        == Set(([second.revision.main] + second.revision.tips.values).map(\.description)))
    #expect(
      refused { _ = try round.open().revise(symbol: "CP/doc. 1 rev. 2", DecisionNote(), act: round.act()) }
        == "exists: 'CP/doc. 1 rev. 2' is revision 2 already")
    try #expect(round.open().place(at: ParagraphAddress("rev/1:operative/3")).address == "operative/3")
    try round.expectSound()
  }

  @Test func revisionPrintsItsSymbolWhereTheOldOneStood() throws {
    let round = try DecisionRound("CP/CSH-1048/09 rev. 1\nOriginal: English\n\n" + DecisionRound.draft)
    _ = try round.open().revise(symbol: "CP/CSH-1048/09 rev. 2", DecisionNote(), act: round.act())
    let settings = try round.open().settings
    #expect(settings.titleBlock == ["CP/CSH-1048/09 rev. 2", "Original: English", "DRAFT RESOLUTION"])
    #expect(settings.symbol == "CP/CSH-1048/09 rev. 2")
    try round.expectSound()
    try round.undo()
    try #expect(round.open().settings.titleBlock[0] == "CP/CSH-1048/09 rev. 1")
    try round.expectSound()
  }

  @Test func coverNoteTellsWhatWasApprovedInTheBreathOfAnAdoption() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("VEN", "operative/2", "urge", "invite")
    try round.adopt("operative/1", "MEX", approves: true)
    try round.adopt("operative/2", "VEN")
    let note = try round.open().revise(symbol: "rev. 1", DecisionNote(), act: round.act()).note
    #expect(
      note.acts.filter { $0.action == .adopt }.map { "\($0.paragraphs[0]) \($0.approves)" }
        == ["operative/1 true", "operative/2 false"])
  }

  @Test func coverNoteLeavesOutAnOrderOfPlaceOfWhichNothingIsLeft() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    try round.move("VEN", "operative/2", after: "operative/1")
    try round.move("BRA", "operative/3", after: "operative/1")
    try round.move("BRA", "operative/2", after: "operative/3")
    try round.replace("PER", "operative/3", "host", "inviting")
    try round.move("PER", "operative/3", after: "operative/1")
    try round.propose("PER", "operative/3", .moveBack)
    try round.move("CHL", "operative/4", after: "operative/1")
    let note = try round.open().revise(symbol: "rev. 1", DecisionNote(), act: round.act()).note
    #expect(
      note.acts.map { "\($0.delegation?.description ?? "") \($0.paragraphs)" }
        == ["BRA [\"operative/2\"]", "PER [\"operative/3\"]", "CHL [\"operative/4\"]"])
  }

  @Test func coverNoteTellsTheHalfOfACutProposalThatStands() throws {
    let round = try DecisionRound(
      "DRAFT\n\nRESOLVES:\n\n1. To hold a meeting of ministers.\n\n2. To report to the Council.\n")
    try round.propose("VEN", "operative/1", .text(.text("To hold a big meeting of ministers and experts.")))
    try round.replace("MEX", "operative/1", "a meeting", "a summit")
    try round.split("operative/1", before: "of ministers")
    for code in ["VEN", "MEX"] {
      _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named(code), act: round.act())
    }
    let note = try round.open().revise(symbol: "rev. 1", DecisionNote(), act: round.act()).note
    #expect(
      note.acts.filter { $0.action != .split }.map {
        "\($0.action.rawValue) \($0.delegation?.description ?? "") \($0.paragraphs.joined())"
      } == ["propose VEN operative/1 bis", "withdraw VEN operative/1", "withdraw MEX operative/1"])
  }

  @Test func differencesTellWordsAndMoves() throws {
    let round = try DecisionRound()
    _ = try round.open().revise(symbol: "rev. 1", DecisionNote(), act: round.act())
    try round.adoptText("operative/1", "To protect all victims and others.")
    try round.place("operative/4", after: "operative/1")
    try round.replace("VEN", "operative/2", "urge", "invite")
    _ = try round.open().revise(symbol: "rev. 2", DecisionNote(), act: round.act())
    let negotiation = try round.open()
    let (old, new) = (try negotiation.state(named: "rev/1"), try negotiation.state(named: "rev/2"))
    let chair = try negotiation.differences(from: old, to: new)
    #expect(
      chair.map { "\($0.identifier) \($0.isMoved) \($0.hasOtherWords)" } == ["p0005 false true", "p0008 true false"])
    #expect(
      chair[0].words.map { "\($0.kind) \($0.text.trimmed)" } == [
        "kept To protect all", "deleted witnesses", "inserted victims", "kept and others.",
      ])
    let own = try negotiation.differences(from: old, to: new, as: named("VEN"))
    #expect(own.map(\.identifier.description) == ["p0005", "p0008", "p0006"])
    #expect(refused { _ = try negotiation.state(named: "rev/7") } == "notFound: there is no revision 'rev/7'")
  }

  @Test func draftThatCameBeforeTheFirstRevisionIsTheOneBefore() throws {
    let round = try DecisionRound()
    #expect(refused { _ = try round.open().state(named: "rev/1") } == "notFound: there is no revision 'rev/1'")
    let beginning = try round.open().main.commit
    try round.adoptText("operative/1", "To protect all victims and others.")
    _ = try round.open().revise(symbol: "CP/doc. 1 rev. 2", DecisionNote(), act: round.act())
    let negotiation = try round.open()
    let (old, new) = (try negotiation.state(named: "rev/1"), try negotiation.state(named: "rev/2"))
    #expect(old.main == beginning)
    #expect(try negotiation.differences(from: old, to: new).map(\.identifier.description) == ["p0005"])
    #expect(try negotiation.place(at: ParagraphAddress("rev/1:operative/2")).address == "operative/2")
  }

  @Test func cleanTextIsRefusedWhileAnythingIsDisputed() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    #expect(
      refused { _ = try round.open().clean(isCurrent: false, fixes: false, act: round.act) }
        == "refused: operative/1 is still disputed")
    try #expect(round.open().clean(isCurrent: true, fixes: false, act: round.act).concordance.count == 6)
  }

  @Test func cleanTextNamesThePositionsThatStand() throws {
    let round = try DecisionRound()
    for (code, kind) in [("CHL", Position.Kind.oppose), ("CAN", .reserve)] {
      _ = try round.open().take(
        Position(kind: kind, reason: nil), on: ParagraphAddress("operative/1"), by: named(code), act: round.act())
    }
    let approval = try round.decide(.approve, "operative/1")
    #expect(
      approval.remarks == [
        "Canada reserves its position, Chile opposes this paragraph: operative/1 is approved, and its clean text waits "
          + "until they are withdrawn, or is taken with --current."
      ])
    #expect(
      refused { _ = try round.open().clean(isCurrent: false, fixes: false, act: round.act) }
        == "refused: operative/1 (Canada reserves its position, Chile opposes this paragraph) is still disputed")
    do {
      _ = try round.open().clean(isCurrent: false, fixes: false, act: round.act)
    } catch let error as NegotiationError {
      #expect(!error.hint.contains("Decide"))
    }
  }

  @Test func paragraphThatIsGoneIsToldSo() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/4", .deleteParagraph)
    try round.adopt("operative/4", "MEX")
    for address in ["operative/4", "@p0008", "4"] {
      #expect(refused { try round.decide(.approve, address) } == "notFound: operative/4 was deleted")
    }
    try round.join("operative/2", "operative/3")
    #expect(
      refused { try round.decide(.approve, "operative/3") } == "notFound: operative/3 is part of operative/2 now")
    try round.undo()
    try round.decide(.approve, "operative/3")
    try round.expectSound()
  }

  @Test func cleanTextIsRefusedWhileAnythingIsPending() throws {
    let round = try DecisionRound()
    try round.decide(.pend, "operative/4")
    func refusal() -> String {
      refused { _ = try round.open().clean(isCurrent: false, fixes: false, act: round.act) }
    }
    #expect(refusal() == "refused: operative/4 is pending")
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("MEX", "operative/4", "request", "invite")
    try round.decide(.pend, "preamble/2")
    #expect(
      refusal()
        == "refused: 2 paragraphs are still disputed: operative/1, operative/4; 2 are pending: preamble/2, operative/4")
    try #expect(round.open().clean(isCurrent: true, fixes: false, act: round.act).concordance.count == 6)
    _ = try round.open().withdraw(nil, by: named("MEX"), act: round.act())
    try round.decide(.approve, "operative/4")
    try round.decide(.agree(adReferendum: [named("CAN")]), "preamble/2")
    try #expect(round.open().clean(isCurrent: false, fixes: false, act: round.act).concordance.count == 6)
  }

  @Test func cleanTextNumbersOnceAndRightsItsReferences() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("To recall paragraphs 2 and 3."), to: .paragraph(ParagraphAddress("operative/1")), by: named("VEN"),
      act: round.act())
    try round.adopt("operative/1-bis", "VEN")
    try round.decide(.approve, "operative/3")
    let clean = try round.open().clean(isCurrent: false, fixes: true, writing: DecisionNote(), act: round.act)
    #expect(
      clean.concordance.filter { $0.section == .operative }.map { "\($0.old) → \($0.new)" } == [
        "1 → 1", "1 bis → 2", "2 → 3", "3 → 4", "4 → 5",
      ])
    #expect(clean.references.map { "\($0.phrase) → \($0.suggestion)" } == ["paragraphs 2 and 3 → paragraphs 3 and 4"])
    try #expect(round.line("2. To recall") == "2. To recall paragraphs 3 and 4.")
    try #expect(round.line("4. To thank") == "4. To thank the host country for its welcome. APPROVED")
    try round.undo()
    try #expect(round.line("1 bis.") == "1 bis. To recall paragraphs 2 and 3.")
  }

  @Test(arguments: [
    ("paragraphs 11, 14 and 15", "paragraphs 11, 14 and 15 (11)"), ("paragraph 11", "paragraph 11 (11)"),
    ("paragraph 14", "paragraph 14 → paragraph 13"), ("paragraph 40", ""),
  ])
  func referenceToWhatIsGoneIsNoneToRewrite(_ text: String, _ expected: String) throws {
    let rows = try (1...20).filter { $0 != 11 }.map { number in
      Renumbering(
        identifier: try ParagraphIdentifier("p\(1000 + number)"), section: .operative,
        old: ParagraphNumber(number), new: ParagraphNumber(number > 11 ? number - 1 : number))
    }
    let found = CrossReferenceFinder(rows)
      .references(in: text, of: try ParagraphIdentifier("p1001"), section: .operative)
    let told = found.map { reference in
      reference.missing.isEmpty
        ? "\(reference.phrase) → \(reference.suggestion)"
        : "\(reference.suggestion) (\(reference.missing.map(\.description).joined(separator: ", ")))"
    }
    #expect(told.joined() == expected)
  }

  @Test(arguments: [
    ("as in paragraph 17 above", "paragraph 17 → paragraph 18"),
    ("paragraphs 5 and 5 bis of the operative part", "paragraphs 5 and 5 bis → paragraphs 5 and 6"),
    ("operative paragraphs 17, 18 to 20", "paragraphs 17, 18 to 20 → paragraphs 18, 19 to 21"),
    ("paragraph 17 of resolution 2026", ""),
    ("paragraph 17 of the preamble", ""),
    ("los párrafos 17 y 18 de la parte resolutiva", "párrafos 17 y 18 → párrafos 18 y 19"),
    ("aux paragraphes 17 à 20 du dispositif", "paragraphes 17 à 20 → paragraphes 18 à 21"),
    ("no parágrafo 17 da presente resolução", "parágrafo 17 → parágrafo 18"),
    ("the paragraph and 17 others", ""),
  ])
  func referencesAreFoundInFourLanguages(_ text: String, _ expected: String) throws {
    let rows = try (1...25).map { number in
      Renumbering(
        identifier: try ParagraphIdentifier("p\(1000 + number)"), section: .operative,
        old: number == 6 ? ParagraphNumber(5, multiplicity: 2) : ParagraphNumber(number > 6 ? number - 1 : number),
        new: ParagraphNumber(number))
    }
    let found = CrossReferenceFinder(rows)
      .references(in: text, of: try ParagraphIdentifier("p1001"), section: .operative)
    #expect(found.map { "\($0.phrase) → \($0.suggestion)" }.joined() == expected)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
