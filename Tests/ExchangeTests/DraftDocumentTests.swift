import Drafting
import Exchange
import Merging
import Notation
import TestSupport
import Testing

private let date = DocumentDate(year: 2026, month: 5, day: 5, instant: "2026-05-05T09:00:00Z")

private let written = """
  OEA/Ser.G
  CP/CSH/doc.7/26
  DRAFT DECLARATION1/

  THE GENERAL ASSEMBLY,

  1. RECALLING its resolutions,2/ of [Mex: individuals ~~others~~] and the line “\\[Mex: seats]”; APPROVED

  2. CONSIDERING the care of [Arg, Bra: drivers / Mex: everyone / Ven: – ~~motorists~~]; [Pan: PLACE WITH PARAGRAPH 1]

  RESOLVE:

  3 bis. [Ven: To urge the states [Chile: and observers] to act:
  (a) soon; and
  (b) together.]

  1/ Prepared by the Chair.
  2/ AG/RES. 1 (I-O/71).

  """

private func draft(_ text: String = written) -> ConsolidatedDraft {
  identifiedDraft(text, language: .english)
}

private func package(
  _ draft: ConsolidatedDraft, _ notation: BracketNotation = .oas
) throws -> WrittenPackage {
  try WrittenPackage(DraftDocument(registry: .standard, notation: notation, date: date).file(of: draft))
}

@Test(arguments: BracketNotation.allCases)
func documentHasTheCharactersOfTheTextForm(notation: BracketNotation) throws {
  let draft = draft()
  let text = DraftWriter(format: .text, notation: notation, registry: .standard, hasLegend: false).write(draft)
  let lines = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("1/ ") && !$0.hasPrefix("2/ ") }
  let shown = try package(draft, notation).paragraphs(.accepting).map { line in
    line.replacing("\t", with: " ").replacing("{Prepared by the Chair.}", with: "1/")
      .replacing("{AG/RES. 1 (I-O/71).}", with: "2/")
      .replacing("{\(DraftLegend.formattedText(in: .english, notation: notation))}", with: "")
  }
  // Date and language, which the title block does not have, are no part of the text.
  #expect(shown.filter { !["5 May 2026", "Original: English"].contains($0) } == lines)
}

@Test func everyProposalHasAControlWithItsParagraphAndDelegations() throws {
  let tags = try package(draft()).body.all("w:tag").compactMap { $0["w:val"] }
  #expect(
    tags == [
      "amend:p0001", "amend:p0002", "amend:p0002/MEX", "amend:p0003", "amend:p0003/ARG+BRA", "amend:p0003/MEX",
      "amend:p0003/VEN", "amend:p0003", "amend:p0003/PAN", "amend:p0004", "amend:p0005", "amend:p0005/VEN",
      "amend:p0005/CHL", "amend:p0005/VEN", "amend:p0005", "amend:p0005/VEN", "amend:p0005", "amend:p0005/VEN",
    ])
  let numbers = try package(draft()).body.all("w:sdtPr").flatMap { $0.all("w:id") }.compactMap { $0["w:val"] }
  #expect(Set(numbers).count == tags.count)
}

@Test func noPageEndsBetweenAParagraphAndTheOrderBehindIt() throws {
  let kept = try package(draft()).body.all("w:p").filter { $0.first("w:keepNext") != nil }
  let order = kept.map { $0.all("w:t").map(\.text).joined().prefix(20) }
  #expect(order == ["2.CONSIDERING the ca"], "\(order)")
  #expect(kept[0].first("w:pPr")?.children.map(\.name) == ["w:pStyle", "w:keepNext"])
}

@Test func additionsAreBoldAndUnderlinedAndDeletionsBoldAndStruckThrough() throws {
  var looks: [String: [String]] = [:]
  for run in try package(draft()).body.all("w:r") {
    let marks = run.first("w:rPr")?.children.map(\.name) ?? []
    looks[run.all("w:t").map(\.text).joined()] = marks
  }
  #expect(looks["individuals"] == ["w:b", "w:bCs", "w:u"])
  #expect(looks["others"] == ["w:b", "w:bCs", "w:strike"])
  #expect(looks["~~"] == ["w:vanish"])
  #expect(looks["[Mex: "] == [])
}

@Test func neighboursThatLookAlikeAreOneRun() throws {
  let document = DraftDocument(registry: .standard, notation: .oas, date: date).document(of: draft())
  func key(_ run: WordRun) -> [String] { ["\(run.format.rawValue)", run.control ?? "", "\(run.note == nil)"] }
  for case .paragraph(let paragraph) in document.body {
    let alike = zip(paragraph.runs, paragraph.runs.dropFirst()).filter {
      key($0) == key($1) && $0.note == nil && !$0.text.hasSuffix("\t")
    }
    #expect(alike.isEmpty, "\(alike.map { [$0.text, $1.text] })")
  }
}

@Test func longListOfDelegationsFitsATag() throws {
  var draft = draft()
  let labels = DelegationRegistry.standard.delegations.prefix(34).map(\.label)
  draft.sections[0].items[1].body = BracketedText([
    .bracket(Bracket(alternatives: [Alternative(labels: labels, content: BracketedText(text: "x"))], struck: nil))
  ])
  let tags = try package(draft).body.all("w:tag").compactMap { $0["w:val"] }
  #expect(tags.allSatisfy { $0.utf8.count <= 64 })
  #expect(tags.contains("amend:p0002/ATG+ARG+BHS+BRB+BLZ+BOL+BRA+CAN+CHL+COL+CRI+CUB+DMA+"))
}

@Test func noteThatIsMarkedTwiceIsWrittenOnce() throws {
  var draft = draft()
  draft.sections[0].items[1].footnotes = [Footnote(number: 1, text: "Once.")]
  draft.sections[0].items[1].body = BracketedText(text: "here[^1] and there[^1] again")
  let package = try package(draft)
  #expect(try package.body.all("w:footnoteReference").count == 3)
  let fields = try package.body.all("w:instrText").map(\.text)
  let bookmarks = try package.body.all("w:bookmarkStart").compactMap { $0["w:name"] }
  #expect(bookmarks.count == 1)
  #expect(fields == [" NOTEREF \(bookmarks[0]) \\f \\h "])
  #expect(package.parts["word/footnotes.xml"]?.all("w:t").filter { $0.text == "Once." }.count == 1)
}

@Test func titleOfTheFileHasNoMarksOfNotes() throws {
  let file = try DraftDocument(registry: .standard, notation: .oas, date: date).file(of: draft())
  #expect(try WordReader.read(file).properties.title == "DRAFT DECLARATION")
}

@Test func sameDraftGivesTheSameBytes() throws {
  let document = DraftDocument(registry: .standard, notation: .oas, date: date)
  #expect(try document.file(of: draft()) == document.file(of: draft()))
}

@Test func whatXMLCannotHoldBecomesAReplacementCharacter() throws {
  var draft = draft()
  draft.sections[0].items[1].body = BracketedText(text: "a\u{1}b\u{FFFF}c & <d>")
  let shown = try package(draft).paragraphs(.accepting)
  #expect(shown.contains { $0.contains("a\u{FFFD}b\u{FFFD}c & <d>") }, "\(shown)")
}

@Test func headShowsWhatTheTitleBlockDoesNot() throws {
  var spanish = draft()
  spanish.settings.titleBlock = ["PROYECTO"]
  spanish.settings.language = .spanish
  let other = try #require(package(spanish).parts["word/header1.xml"])
  #expect(other.all("w:t").map(\.text) == ["CP/CSH/doc.7/26", "5 de mayo de 2026", "Original: español"])
}

@Test func dateAndLanguageStandBelowTheSymbolOfTheTitleBlock() throws {
  let package = try package(draft())
  let head = try #require(package.parts["word/header1.xml"])
  #expect(head.all("w:t").isEmpty)
  let shown = try package.paragraphs(.accepting)
  let symbol = try #require(shown.firstIndex(of: "CP/CSH/doc.7/26"))
  #expect(shown[symbol...].prefix(3) == ["CP/CSH/doc.7/26", "5 May 2026", "Original: English"])
  var dated = draft()
  dated.settings.titleBlock = ["CP/CSH/doc.7/26", "4 May 2026", "DRAFT"]
  #expect(
    try WrittenPackage(DraftDocument(registry: .standard, notation: .oas, date: date).file(of: dated))
      .paragraphs(.accepting).prefix(3) == ["CP/CSH/doc.7/26", "4 May 2026", "Original: English"])
  // They are no part of the draft when the document is read.
  let file = try DraftDocument(registry: .standard, notation: .oas, date: date).file(of: draft())
  let word = WordDraft(try WordReader.read(file), labels: LabelTable(registry: .standard))
  let read = DraftReader(registry: .standard, format: .text).read(word.text).draft
  #expect(read.settings.titleBlock == draft().settings.titleBlock)
}

/// A heading whose words are disputed is one by its style: the sign of the text form is there, and is not shown.
@Test func signOfADisputedHeadingIsHidden() throws {
  let heading = draft("DECLARATION\n\nRESOLVES:\n\n1. To meet.\n\n## [Ven: REVIEW ~~FOLLOW-UP~~]\n\n2. To close.\n")
  let document = DraftDocument(registry: .standard, notation: .oas, date: date).document(of: heading)
  let headings = document.body.flatMap(\.paragraphs).filter { if case .heading = $0.role { true } else { false } }
  // Labels do not count for the level: words in capitals begin a part of the draft.
  #expect(headings.map(\.role) == [.heading(1), .heading(1)])
  let runs = headings.map(\.runs)
  #expect(
    runs.map { $0.filter { !$0.format.contains(.hidden) }.map(\.text).joined() } == [
      "RESOLVES:", "[Ven: REVIEW FOLLOW-UP]",
    ])
  #expect(runs.last?.first == WordRun("## ", format: .hidden))
  let text = WordDraft(document, labels: LabelTable(registry: .standard)).text
  #expect(text.split(separator: "\n").contains("## [Ven: REVIEW ~~FOLLOW-UP~~]"))
}
