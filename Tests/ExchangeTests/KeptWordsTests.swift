import Drafting
import Exchange
import Notation
import Testing

private let labels = LabelTable(registry: .standard)

private func paragraph(_ text: String) -> String { WordFiles.paragraph(text) }

private func cell(_ content: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
}

private func row(_ cells: String..., properties: String = "") -> String {
  "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
}

/// The lines of the paragraph in front of a table, as a draft has them, and what is said of the table.
private func read(_ rows: String...) throws -> (lines: [String], remarks: [String]) {
  let body = paragraph("RESOLVE:") + paragraph("1. To share the cost:") + "<w:tbl>\(rows.joined())</w:tbl>"
  let draft = WordDraft(try WordFiles.read(body), labels: labels)
  let lines = draft.text.split(separator: "\n").map(String.init)
  return (lines.filter { $0.hasPrefix("|") }, draft.remarks.map(\.message))
}

@Test func mergedCellsKeepTheirColumns() throws {
  let found = try read(
    row(cell(paragraph("State")), cell(paragraph("Share")), cell(paragraph("Due"))),
    row(cell(paragraph("Total"), "<w:gridSpan w:val=\"2\"/>"), cell(paragraph("May"))),
    row(cell(paragraph("Peru"), "<w:vMerge w:val=\"restart\"/>"), cell(paragraph("1")), cell(paragraph("May"))),
    row(cell("<w:p/>", "<w:vMerge/>"), cell(paragraph("2")), cell(paragraph("June"))),
    row(cell(paragraph("July")), properties: "<w:gridBefore w:val=\"2\"/>"))
  #expect(
    found.lines == [
      "| State | Share | Due |", "| Total | | May |", "| Peru | 1 | May |", "| | 2 | June |", "| | | July |",
    ])
  #expect(found.remarks.isEmpty)
}

@Test func wordsOfATableInACellAreKeptAndSaid() throws {
  let inner = "<w:tbl>\(row(cell(paragraph("in")), cell(paragraph("side"))))</w:tbl>"
  let found = try read(row(cell(paragraph("a") + inner + paragraph("b")), cell(paragraph("c") + paragraph("d"))))
  #expect(found.lines == ["| a in side b | c d |"])
  #expect(found.remarks == ["a table inside of a table was read as words of its cell"])
}

@Test(arguments: ["a | b", "|", "a|b", "| a |", "| |"])
func lineBetweenCellsThatIsASignOfACellStaysOne(text: String) throws {
  let found = try read(
    row(cell(paragraph("State")), cell(paragraph("Due"))), row(cell(paragraph(text)), cell(paragraph("May"))))
  let written = "| \(text.replacing("|", with: "\\|")) | May |"
  #expect(found.lines == ["| State | Due |", written])
  // In Word again it is a table with the same words.
  let draft = DraftReader(registry: .standard, format: .text).read(
    "DECLARATION\n\nRESOLVE:\n\n1. To share the cost:\n" + found.lines.joined(separator: "\n") + "\n"
  ).draft
  let document = try WordReader.read(DraftDocument(registry: .standard, notation: .oas, date: nil).file(of: draft))
  let cells = document.body.flatMap { block -> [[WordParagraph]] in
    if case .table(let table) = block { table.rows.flatMap(\.cells) } else { [] }
  }
  #expect(cells.map { $0.flatMap(\.runs).map(\.text).joined() } == ["State", "Due", text, "May"])
  let again = WordDraft(document, labels: labels).text.split(separator: "\n").map(String.init)
  #expect(again.filter { $0.hasPrefix("|") } == found.lines)
}

@Test func pictureIsReportedOnce() throws {
  let picture =
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><x:pic/></w:drawing></mc:Choice>"
    + "<mc:Fallback><w:pict><x:pic/></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
  let document = try WordFiles.read("<w:p>\(picture)</w:p><w:p>\(picture)</w:p>")
  let message = "a picture was left out; words in it, if any, were not read"
  #expect(document.remarks == [WordRemark(paragraph: 1, message), WordRemark(paragraph: 2, message)])
}

@Test(arguments: [
  ("Symbol", "F061", "α"), ("Symbol", "F0B3", "≥"), ("Symbol", "B3", "≥"), ("Symbol", "F035", "5"),
  ("Wingdings", "F0FC", "✓"), ("Wingdings", "F0A7", "▪"), ("Wingdings", "F0E0", "→"), ("Times New Roman", "00A7", "§"),
])
func signOfASymbolFontIsItsCharacter(font: String, code: String, character: String) throws {
  let sign = "<w:r><w:sym w:font=\"\(font)\" w:char=\"\(code)\"/></w:r>"
  let document = try WordFiles.read("<w:p>\(sign)</w:p>")
  #expect(document.lines == [character])
  #expect(document.remarks.isEmpty)
  let unknown = try WordFiles.read("<w:p><w:r><w:sym w:font=\"Webdings\" w:char=\"F022\"/></w:r></w:p>")
  #expect(unknown.lines == ["\u{FFFD}"])
  #expect(unknown.remarks.map(\.message) == ["a sign of the font 'Webdings' is not known: F022"])
}

@Test func noteWithoutTextIsReported() throws {
  let document = try WordFiles.read("<w:p><w:r><w:t>1. To act.</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>")
  #expect(WordDraft(document, labels: labels).remarks.map(\.message) == ["note 1 has no text in the file"])
}
