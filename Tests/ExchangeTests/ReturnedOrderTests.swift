import Drafting
import Exchange
import Notation
import Testing

private let registry = DelegationRegistry.standard

private let orderedLines = [
  "1. To urge the member states to support the plan for the safety of all roads.",
  "2. To ask each state for a report on the measures that it has taken every year.",
  "3. To thank the Secretariat for the preparation of the annex and its documents.\n[Ven: PLACE WITH PARAGRAPH 1]",
]

private func draft(_ lines: [String]) -> ConsolidatedDraft {
  identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n")
}

private func identifier(_ ordinal: Int) -> ParagraphIdentifier { ParagraphIdentifier(ordinal: ordinal) }

private func run(_ text: some StringProtocol) -> String {
  "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private func deleted(_ text: String) -> String {
  "<w:del w:id=\"2\" w:author=\"Ana\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

private func paragraph(_ content: String, mark: String = "", style: String = "Normal") -> String {
  "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/><w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>"
}

/// A paragraph in the control that says which it is.
private func controlled(_ ordinal: Int, _ text: String) -> String {
  paragraph(
    "<w:sdt><w:sdtPr><w:tag w:val=\"amend:p000\(ordinal)\"/></w:sdtPr><w:sdtContent>\(run(text))</w:sdtContent></w:sdt>"
  )
}

private func reader(of written: ConsolidatedDraft) -> ObservationReader {
  var reader = ObservationReader(
    registry: registry, label: "Ven", base: written.reading(of: nil), present: written.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = written
  return reader
}

private func read(_ body: String, of written: ConsolidatedDraft) throws -> [Observation] {
  try reader(of: written).read(WordFiles.read(body)).observations
}

@Test(arguments: [true, false])
func orderNamesTheParagraphThatTheDocumentHasUnderItsNumber(hasControls: Bool) throws {
  // The document still has a paragraph 2 that is gone, so that its number 3 is the draft's 2.
  let texts = [
    (2, "1. To urge the member states to support the plan for the safety of all roads."),
    (9, "2. To meet again in the month of May of each year in the capital."),
    (3, "3. To ask each state for a report on the measures that it has taken every year."),
    (4, "4. To thank the Secretariat for the preparation of the annex and its documents."),
  ]
  var paragraphs = texts.map { hasControls ? controlled($0, $1) : paragraph(run($1)) }
  paragraphs[0] += paragraph(run("[Ven: PLACE WITH PARAGRAPH 3 OF THE OPERATIVE PART]"), style: "Continued")
  let now = draft([
    orderedLines[0], orderedLines[1], "3. To thank the Secretariat for the preparation of the annex and its documents.",
  ])
  let inserted = "<w:ins w:id=\"7\" w:author=\"Ana\">\(run("kindly "))</w:ins>"
  let tracked = paragraphs.joined().replacing(
    run("4. To thank"), with: run("4. ") + inserted + run("To thank"))
  #expect(
    try read(tracked, of: now).map(\.change).contains(.move(identifier(2), after: .paragraph(identifier(3)))))
}

@Test func orderThatItsDelegationStrikesIsTakenBack() throws {
  let written = draft(orderedLines)
  let lines = orderedLines.map { $0.split(separator: "\n") }
  let body =
    paragraph(run(lines[0][0])) + paragraph(run(lines[1][0])) + paragraph(run(lines[2][0]))
    + paragraph(deleted(String(lines[2][1])), style: "Continued")
  #expect(try read(body, of: written) == [Observation(.moveBack(identifier(4)), paragraph: 3)])
  // Where the delegation has no order there by now, nothing is left to take back.
  let without = draft([orderedLines[0], orderedLines[1], String(lines[2][0])])
  #expect(try read(body, of: without).isEmpty)
}

/// What has an order stands where the chair has it, and what is read there is none of the sender's changes.
@Test func orderThatStandsInTheDocumentMovesNothing() throws {
  let lines = orderedLines + ["4. To meet again in the first month of the year."]
  let written = draft(lines)
  let texts = lines.map { $0.split(separator: "\n") }
  func body(_ new: String = "", tracked: String = "") -> String {
    paragraph(run(texts[0][0]) + tracked) + paragraph(run(texts[1][0])) + paragraph(run(texts[2][0]))
      + paragraph(run(texts[2][1]), style: "Continued") + new + paragraph(run(texts[3][0]))
  }
  #expect(try read(body(), of: written).isEmpty)
  // Nor is it told that no mark shows a move.
  let inserted = "<w:ins w:id=\"7\" w:author=\"Ana\">\(run(" Thanks."))</w:ins>"
  let list = try reader(of: written).read(WordFiles.read(body(tracked: inserted)))
  #expect(list.observations.map(\.change) == [.text(identifier(2), texts[0][0].dropFirst(3) + " Thanks.")])
  #expect(list.remarks.isEmpty)
  // What is new behind it comes behind what the chair has before it.
  #expect(
    try read(body(paragraph(run("To sing with all the people of the region."))), of: written).map(\.change) == [
      .new("To sing with all the people of the region.", after: .paragraph(identifier(3)))
    ])
}
