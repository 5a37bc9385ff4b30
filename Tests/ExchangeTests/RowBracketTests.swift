import Drafting
import Exchange
import Notation
import Testing

private let registry = DelegationRegistry.standard
private let table = "1. To share the cost:\n| State | Due | Sum |\n| Chile | May | 1 |\n| Peru | June | 2 |"

private func draft(_ table: String) -> ConsolidatedDraft {
  identifiedDraft("DECLARATION\n\nRESOLVE:\n\n\(table)\n\n2. To thank the Secretariat.\n")
}

private func document(_ table: String) -> WordDocument {
  DraftDocument(registry: registry, notation: .oas, date: nil).document(of: draft(table))
}

private func tables(_ document: WordDocument) -> [WordTable] {
  document.body.compactMap { block in if case .table(let table) = block { table } else { nil } }
}

private func cells(_ document: WordDocument) -> [[String]] {
  tables(document).flatMap(\.rows).map { row in row.cells.map { $0.flatMap(\.runs).map(\.text).joined() } }
}

private let chile = "| Chile | May | 1 |"

@Test(arguments: [
  (table.replacing(chile, with: "[Ven: \(chile)]"), ["[Ven: Chile", "May", "1]"]),
  (table.replacing(chile, with: "[Ven: ~~\(chile)~~]"), ["[Ven: ~~Chile", "May", "1~~]"]),
  (table.replacing(chile, with: "[Ven: | | May | |]"), ["[Ven: ", "May", "]"]),
  (
    table.replacing(chile, with: "[Ven: ~~| Chile | [Arg: June ~~May~~] | 1 |~~]"),
    ["[Ven: ~~Chile", "[Arg: June ~~May~~]", "1~~]"]
  ),
  (table.replacing(chile, with: "[Ven: | Cuba | May | 3 | ~~\(chile)~~]"), ["[Ven: Cuba", "May", "3"]),
  (
    table.replacing(chile, with: "[Arg: | Cuba | May | 3 | / Ven: – ~~\(chile)\n| Peru | July | 2 |~~]"),
    ["[Arg: Cuba", "May", "3"]
  ),
  (
    table.replacing(chile, with: "[Arg: ~~\(chile)\n[Bra: ~~| Cuba | June | |~~]~~]"), ["[Arg: ~~Chile", "May", "1"]
  ),
  (table.replacing(chile, with: "[Ven: \(chile)\n| Cuba | [Arg: May] | 3 |]"), ["[Ven: Chile", "May", "1"]),
])
func bracketRoundARowStandsInItsFirstAndLastCell(text: String, row: [String]) throws {
  let written = document(text)
  #expect(tables(written).count == 1)
  #expect(cells(written)[1] == row)
  let read = try WordReader.read(WordWriter().write(written))
  let imported = DraftReader(registry: registry, format: .text).read(
    WordDraft(read, labels: LabelTable(registry: registry)).text
  ).draft
  #expect(imported.shown == draft(text).shown)
}

@Test func bracketRoundAPartOfARowLeavesLines() throws {
  let part = document(table.replacing("May | 1 |", with: "[Ven: May | 1 ~~May~~] |"))
  #expect(cells(part).count == 2)
  let open = document(table.replacing(chile, with: "[Ven: \(chile)\nof each year]"))
  #expect(cells(open).count == 2)
}

/// What Brazil's changes in the document of a draft ask for.
private func wanted(_ text: String, _ change: (inout WordTable) -> Void) -> (
  texts: [Observation.Change], said: [String]
) {
  var document = document(text)
  for (index, block) in document.body.enumerated() {
    guard case .table(var table) = block else { continue }
    change(&table)
    document.body[index] = .table(table)
  }
  let written = draft(text)
  var reader = ObservationReader(
    registry: registry, label: "Bra", base: written.reading(of: nil), present: written.reading(of: "Bra"),
    isTheirs: { $0 == "Ana" })
  reader.written = written
  let list = reader.read(document)
  return (list.observations.map(\.change), list.remarks.map(\.message))
}

private let identifier = ParagraphIdentifier(ordinal: 2)
private let proposed = table.replacing(chile, with: chile + "\n[Ven: | Cuba | July | 3 |]")
private let words = String(table.dropFirst(3))
private let theirs = words.replacing(chile, with: chile + "\n| Cuba | July | 3 |")

@Test func wordsInARowOfAnotherAmendIt() {
  let changed = wanted(proposed) { table in
    var old = table.rows[2].cells[1][0].runs[0]
    var new = old
    old.changes = [WordChange(.deleted, author: "Ana")]
    (new.text, new.changes) = ("August", [WordChange(.inserted, author: "Ana")])
    table.rows[2].cells[1][0].runs = [old, new]
  }
  #expect(changed.texts == [.text(identifier, theirs.replacing("July", with: "August"))])
  // Nothing stands beside a row: what is typed there is a word of it.
  let typed = wanted(proposed) { table in
    table.rows[2].cells[2][0].runs.append(WordRun(" or 4", changes: [WordChange(.inserted, author: "Ana")]))
  }
  #expect(typed.texts == [.text(identifier, theirs.replacing("| 3", with: "| 3 or 4"))])
  let before = wanted(proposed) { table in
    table.rows[2].cells[0][0].runs.insert(WordRun("Also ", changes: [WordChange(.inserted, author: "Ana")]), at: 0)
  }
  #expect(before.texts == [.text(identifier, theirs.replacing("Cuba", with: "Also Cuba"))])
  #expect(changed.said + typed.said + before.said == [])
}

/// To strike another's bracket says nothing about the words under it.
@Test(arguments: [
  proposed, table.replacing(chile, with: "[Ven: ~~\(chile)~~]"),
])
func struckRowOfAnotherStaysAndIsTold(text: String) {
  let struck = wanted(text) { table in
    for (index, row) in table.rows.enumerated() where row.cells[0][0].runs[0].text.hasPrefix("[Ven") {
      table.rows[index].changes = [WordChange(.deleted, author: "Ana")]
    }
  }
  #expect(struck.texts == [])
  #expect(
    struck.said == [
      "a bracket of Ven was struck, and stays: 'amend oppose' says that the delegation does not want it"
    ])
}

/// The look of the words says that a row is struck where the tildes are lost.
@Test func rowThatLooksStruckInABracketIsStruck() throws {
  func cell(_ content: String) -> String { "<w:tc><w:p>\(content)</w:p></w:tc>" }
  func run(_ text: String, _ look: String = "") -> String {
    "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }
  let look = "<w:b/><w:strike/>"
  let row = cell(run("[Ven: ") + run("Chile", look)) + cell(run("May", look)) + cell(run("1", look) + run("]"))
  let head = ["State", "Due", "Sum"].map { cell(run($0)) }.joined()
  let body =
    WordFiles.paragraph("RESOLVE:") + WordFiles.paragraph("1. To share the cost:")
    + "<w:tbl><w:tr>\(head)</w:tr><w:tr>\(row)</w:tr></w:tbl>"
  let draft = WordDraft(try WordFiles.read(body), labels: LabelTable(registry: registry))
  #expect(draft.text.contains("\n| State | Due | Sum |\n[Ven: ~~| Chile | May | 1 |~~]\n"), "\(draft.text)")
}
