import Drafting
import Exchange
import Merging
import Notation
import Testing

private let registry = DelegationRegistry.standard

private func read(_ text: String) -> ConsolidatedDraft {
  DraftReader(registry: registry, format: .text).read(text).draft
}

private let head = "DECLARATION\n\nRESOLVE:\n\n1. To share the cost:\n| State | Due |\n"
private let tail = "\n2. To thank the Secretariat.\n"
private let base = head + "| Chile | May |\n| Peru | June |\n" + tail

/// The number of tables that a document has, and the rows of all.
private func tables(_ document: WordDocument) -> (tables: Int, rows: [WordTable.Row]) {
  let tables = document.body.compactMap { block in if case .table(let table) = block { table } else { nil } }
  return (tables.count, tables.flatMap(\.rows))
}

private func imported(_ document: WordDocument) -> ConsolidatedDraft {
  read(WordDraft(document, labels: LabelTable(registry: registry)).text)
}

@Test(arguments: [
  base, base.replacing("May", with: "[Ven: June ~~May~~]"), base.replacing("| Peru |", with: "| |"),
  base.replacing("| Peru | June |", with: "| Peru |"), base.replacing("May |", with: "May |\nof each year\n| a | b |"),
  base.replacing("May", with: "May[^1]") + "\n[^1]: Or later.\n",
])
func linesOfATableAreATableInWord(text: String) throws {
  let draft = read(text)
  let file = try DraftDocument(registry: registry, notation: .oas, date: nil).file(of: draft)
  let document = try WordReader.read(file)
  #expect(tables(document).tables >= 1)
  let markdown = DraftWriter(format: .markdown, notation: .oas, registry: registry).write(draft)
  #expect(imported(document) == DraftReader(registry: registry, format: .markdown).read(markdown).draft)
}

@Test func bracketOverTheBorderOfRowsLeavesLines() throws {
  let draft = read(base.replacing("| Chile | May |", with: "| [Ven: ~~Chile | May |\n\\|~~] Brazil | May |"))
  let file = try DraftDocument(registry: registry, notation: .oas, date: nil).file(of: draft)
  #expect(imported(try WordReader.read(file)) == draft)
}

@Test(arguments: [
  (head + "| Peru | June |\n" + tail, 1), (head + "| Chile | May |\n" + tail, 1),
  (base.replacing("June |", with: "June |\n| Cuba | July |"), 1), (base.replacing("May", with: "1 May"), 0),
  (base.replacing("| Chile", with: "| Cuba | July |\n| Chile"), 1),
  (head.replacing("| State | Due |\n", with: "") + tail, 3),
])
func rowsThatComeAndGoAreRows(changed: String, count: Int) throws {
  let (old, new) = (identifiedDraft(base), identifiedDraft(changed))
  let tracked = TrackedDocument(author: "Venezuela", registry: .standard, date: nil)
  for (before, after) in [(old, new), (new, old)] {
    let document = try WordReader.read(tracked.file(from: before, to: after))
    #expect(tables(document).rows.count { !$0.changes.isEmpty } == count)
    let draft = imported(document)
    let (refused, accepted) = (draft.reading(of: nil), draft.reading(of: "Ven"))
    #expect(refused.shown == before.shown && accepted.shown == after.shown)
  }
}

/// No table parts the words of a cell from its border otherwise than by a space.
@Test func wordsThatTouchTheBorderOfACellComeBackSo() throws {
  let (old, new) = (identifiedDraft(base), identifiedDraft(base.replacing("| Peru", with: "|, if possible,")))
  let document = TrackedDocument(author: "Venezuela", registry: .standard, date: nil).document(from: old, to: new)
  let reader = ObservationReader(registry: registry, label: "Ven", base: old, present: old, isTheirs: { _ in true })
  #expect(
    reader.read(document).observations.map(\.change) == [
      .text(
        ParagraphIdentifier(ordinal: 2),
        "To share the cost:\n| State | Due |\n| Chile | May |\n|, if possible, | June |")
    ])
}

@Test func numberOfAStruckParagraphStandsOutsideItsBracketAndAMoveIsReported() throws {
  let old = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n1. To urge.\n\n2. To thank the Secretariat.\n")
  let tracked = TrackedDocument(author: "Venezuela", registry: .standard, date: nil)
  let labels = LabelTable(registry: registry)
  var shorter = old
  shorter.sections[0].items.removeLast()
  let struck = WordDraft(tracked.document(from: old, to: shorter), labels: labels)
  #expect(struck.text.contains("2. [Ven: ~~To thank the Secretariat.~~]"))
  var swapped = old
  swapped.sections[0].items.swapAt(1, 2)
  let moved = WordDraft(tracked.document(from: old, to: swapped), labels: labels)
  #expect(read(moved.text).shown == old.shown)
  #expect(moved.remarks.count == 1 && moved.remarks[0].message.hasPrefix("'Venezuela' moved this paragraph behind “"))
}

@Test func columnsHoldTheirLongestWords() throws {
  let words = String(repeating: "a long line of many words ", count: 8)
  let document = TableDocument(title: "Sources", language: .english, date: nil).document(of: [
    ["Paragraph", "As imported", "Delegations", "Where from", "What was done, and why", "Rev."],
    ["operative/12 bis", "operative/12 bis", "Dominican Republic", words, words, "1"],
  ])
  let table = try #require(
    document.body.lazy.compactMap { block -> WordTable? in
      if case .table(let table) = block { table } else { nil }
    }.first)
  #expect(table.widths.reduce(0, +) <= 12_960)
  // Letters of 9 points, bold, between the sides of the cell.
  for (width, word) in zip(table.widths, ["Paragraph", "operative/12", "Delegations", "words", "words", "Rev."]) {
    #expect(width >= 100 * word.count + 216, "\(word)")
  }
  #expect(table.widths[5] < table.widths[4] / 4)
}

/// A table of one column only sets its lines apart from others: what became of a row became of its lines.
@Test func rowOfATableOfOneColumnComesAndGoes() throws {
  func row(_ text: String, _ change: String = "") -> String {
    let mark = change.isEmpty ? "" : "<w:trPr><w:\(change) w:id=\"1\" w:author=\"Venezuela\"/></w:trPr>"
    return "<w:tr>\(mark)<w:tc>\(WordFiles.paragraph(text))</w:tc></w:tr>"
  }
  let body =
    WordFiles.paragraph("RESOLVES:")
    + "<w:tbl>\(row("1. To ask."))\(row("2. To wait.", "del"))\(row("3. To go.", "ins"))</w:tbl>"
  let draft = WordDraft(try WordFiles.read(body), labels: LabelTable(registry: .standard))
  #expect(draft.text.contains("2. [Ven: ~~To wait.~~]") && draft.text.contains("[Ven: To go.]"), "\(draft.text)")
}

/// A row that comes or goes is one of the table in bold and struck words too, and comes back.
@Test(arguments: [
  (base.replacing("June |", with: "June |\n| Cuba | |"), 1), (base.replacing("| Chile | May |\n", with: ""), 1),
  (base.replacing("| Chile | May |", with: "| Cuba | July |"), 2), (base.replacing("May", with: "July"), 0),
  (base.replacing("| Chile", with: "| Cuba | July |\n| Fiji | |\n| Chile").replacing("June", with: "May"), 2),
])
func rowsOfObservationsAreRows(changed: String, count: Int) throws {
  var draft = identifiedDraft(base)
  let new = identifiedDraft(changed).sections[0].items[1].body.reading(of: nil)
  let old = draft.sections[0].items[1].body.reading(of: nil)
  draft.sections[0].items[1].body = consolidated(base: old, versions: [Version(label: "Ven", text: new)])
  let delegation = try #require(registry.delegations.first { $0.label == "Ven" })
  let document = try WordReader.read(
    ObservationsDocument(delegation: delegation, registry: registry, date: nil).file(of: draft))
  #expect(tables(document).tables == 1)
  let looks = tables(document).rows.filter { row in
    let runs = row.cells.joined().flatMap(\.runs)
    return [WordFormat.added, .struck].contains { look in runs.allSatisfy { $0.format.isSuperset(of: look) } }
  }
  #expect(looks.count == count)
  let present = identifiedDraft(base)
  let reader = ObservationReader(
    registry: registry, label: "Ven", base: present, present: present, isTheirs: { _ in true })
  let list = reader.read(document)
  #expect(list.observations.map(\.change) == [.text(ParagraphIdentifier(ordinal: 2), new)])
  #expect(list.remarks == [])
}
