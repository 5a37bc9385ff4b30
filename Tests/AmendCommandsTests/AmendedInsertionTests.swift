import Packages
import TestSupport
import Testing

private let venezuela = "<w:ins w:id=\"1\" w:author=\"Venezuela\">"

/// Words of Venezuela's; those between `{` and `}` Brazil strikes out of them, those between `<` and `>` it puts in.
private func inserted(_ text: String) -> String {
  func run(_ text: Substring, _ tag: String = "t") -> String {
    text.isEmpty ? "" : "<w:r><w:\(tag) xml:space=\"preserve\">\(text)</w:\(tag)></w:r>"
  }
  var (result, rest) = ("", text[...])
  while let open = rest.firstIndex(where: { "{<".contains($0) }),
    let close = rest.firstIndex(where: { "}>".contains($0) })
  {
    let words = rest[rest.index(after: open)..<close]
    result += venezuela + run(rest[..<open])
    result +=
      rest[open] == "{"
      ? "<w:del w:id=\"2\" w:author=\"Brazil\">\(run(words, "delText"))</w:del></w:ins>"
      : "</w:ins><w:ins w:id=\"3\" w:author=\"Brazil\">\(run(words))</w:ins>"
    rest = rest[rest.index(after: close)...]
  }
  return result + (rest.isEmpty ? "" : venezuela + run(rest) + "</w:ins>")
}

/// What Venezuela inserts in a draft with a table and a list, as Brazil changes it.
struct InsertionsOfAnother: Sendable {
  var lead = ""
  var cell = ""
  var row: [String] = []
  var isRowStruck = false
  var item = ""

  fileprivate func document() throws -> [UInt8] {
    func words(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }
    func paragraph(_ content: String, mark: String = "") -> String {
      "<w:p><w:pPr><w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>"
    }
    func rowOf(_ cells: [String], mark: String = "") -> String {
      "<w:tr><w:trPr>\(mark)</w:trPr>\(cells.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined())</w:tr>"
    }
    let mark = "<w:ins w:id=\"4\" w:author=\"Venezuela\"/>"
    let struck = isRowStruck ? "<w:del w:id=\"5\" w:author=\"Brazil\"/>" : ""
    let body =
      paragraph(words("RESOLVE:")) + paragraph(words("1. To report") + inserted(lead) + words(" as follows:"))
      + "<w:tbl>" + rowOf([words("State"), words("Due")]) + rowOf([words("Chile"), words("March") + inserted(cell)])
      + (row.isEmpty ? "" : rowOf(row.map(inserted), mark: mark + struck)) + "</w:tbl>"
      + paragraph(words("2. To urge the States to:")) + paragraph(words("(a) measure the rivers;"))
      + (item.isEmpty ? "" : paragraph(inserted(item), mark: mark)) + paragraph(words("(b) train engineers."))
    let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let document = "<?xml version=\"1.0\"?><w:document \(namespace)><w:body>\(body)</w:body></w:document>"
    return try PackageWriter.write(["word/document.xml": Array(document.utf8)])
  }

  /// The draft and the document.
  fileprivate func room() throws -> Room {
    let room = try Room()
    try room.write(
      """
      RESOLVE:

      1. To report as follows:
      | State | Due |
      | Chile | March |

      2. To urge the States to:
      (a) measure the rivers;
      (b) train engineers.

      """, to: "draft.txt")
    #expect(room.amend("import", "ROOM/draft.txt", "--repo", "ROOM/talks").status == 0)
    try room.write(document(), to: "all.docx")
    return room
  }

  /// The paragraph as the last proposal leaves it, and all that is said.
  fileprivate func imported() throws -> (text: String, errors: String) {
    let answer = try room().amend("import-changes", "ROOM/all.docx", "--dry-run")
    let lines = answer.output.split(separator: "\n")
    let last = lines.lastIndex { $0.first?.isNumber ?? false } ?? 0
    return (lines[last...].joined(separator: "\n"), answer.errors)
  }
}

/// Another's proposal is one for all of the paragraph, whichever row, cell or item somebody writes in.
@Test(arguments: [
  (
    InsertionsOfAnother(row: ["Peru", "{June}<August>"]), 1,
    "1. To report as follows:\n| State | Due |\n| Chile | March |\n[Ven: | Peru | [Bra: August ~~June~~] |]"
  ),
  (
    InsertionsOfAnother(lead: " fully", row: ["Peru", "June< or July>"]), 1,
    "1. To report [Bra, Ven: fully] as follows:\n| State | Due |\n| Chile | March |\n[Ven: | Peru | June [Bra: or July] |]"
  ),
  (
    InsertionsOfAnother(cell: " or {April}<May>"), 1,
    "1. To report as follows:\n| State | Due |\n| Chile | March [Ven: or [Bra: May ~~April~~]] |"
  ),
  (
    InsertionsOfAnother(item: "(a bis) share them< widely>;"), 2,
    "2. To urge the States to:\n(a) measure the rivers;\n[Ven: (a bis) share them [Bra: widely];]\n(b) train engineers."
  ),
])
func wordsInsideAnothersInsertionInAPartOfAParagraphAmendIt(
  insertions: InsertionsOfAnother, number: Int, text: String
) throws {
  let answer = try insertions.imported()
  #expect(answer.text == text)
  let support =
    insertions.lead.isEmpty
    ? ""
    : "ROOM/all.docx: “1. To report as follows:”: what else Ven proposes in the paragraph is supported with it, since an"
      + " amendment is one of the whole proposal\n"
  #expect(
    answer.errors == """
      VEN proposes a change to operative/\(number) (dry run, nothing was written).
      BRA proposes a change to operative/\(number), on VEN's proposal (dry run, nothing was written).
      \(support)2 proposals; nothing was written.

      """)
}

/// Nobody can delete what only another proposes: no proposal is made that would change nothing.
@Test(arguments: [
  (InsertionsOfAnother(row: ["{Peru}", "{June}"], isRowStruck: true), 1, "1. To report as follows:"),
  (InsertionsOfAnother(cell: "{ or April}"), 1, "1. To report as follows:"),
  (InsertionsOfAnother(item: "{(a bis) share them;}"), 2, "2. To urge the States to:"),
])
func insertionThatAnotherStrikesWholeStaysAndIsTold(
  insertions: InsertionsOfAnother, number: Int, beginning: String
) throws {
  let answer = try insertions.imported()
  #expect(
    answer.errors == """
      VEN proposes a change to operative/\(number) (dry run, nothing was written).
      ROOM/all.docx: “\(beginning)”: what Ven inserts was struck, and stays: 'amend oppose' says that the delegation does not want it
      1 proposal; nothing was written.

      """)
}

/// Where the other's insertion is not proposed yet, the change is left out, and nothing else is said of its words.
@Test func changeInsideAnInsertionThatIsNotProposedIsTold() throws {
  let room = try InsertionsOfAnother(row: ["Peru", "{June}<August>"]).room()
  let answer = room.amend("propose", "--country", "BRA", "--from", "ROOM/all.docx")
  #expect(
    answer.errors == """
      ROOM/all.docx: “1. To report as follows:”: a change inside words that Ven inserts was left out: the draft has no such proposal yet; the paragraph would read: To report as follows:
      | State | Due |
      | Chile | March |
      | Peru | August |
      amend: ROOM/all.docx gives no proposal: what was left as it is is said above
      --marks says what shows the changes: tracked, formatting or none.

      """)
}

@Test func changesOfSeveralThatAreSentAgainChangeNothing() throws {
  let room = try InsertionsOfAnother(cell: " or {April}<May>").room()
  let command = ["import-changes", "ROOM/all.docx", "--author", "Venezuela=VEN", "--author", "Brazil=BRA"]
  #expect(room.amend(command).status == 0)
  let draft = room.amend("consolidate").output
  #expect(
    room.amend(command)
      == Answer(
        status: 1, output: "",
        errors: """
          amend: ROOM/all.docx changes nothing that is not read so already
          'amend propose --country CODE --from FILE' takes changes that show in other ways.

          """))
  #expect(room.amend("consolidate").output == draft)
}
