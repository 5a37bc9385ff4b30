import Drafting
import Exchange
import Notation
import Testing

private let lines = [
  "1. To protect all persons from the effects of floods. APPROVED",
  "2. To take note of the report on the [Mex: open ~~deep~~] wells of the region. PENDING – Consultations with Brazil",
  "3. To thank the host country for its kind hospitality.",
  "4. To review this text in the light of all comments. PENDING",
]

private let words = [
  "To protect all persons from the effects of floods.", "To take note of the report on the deep wells of the region.",
  "To thank the host country for its kind hospitality.", "To review this text in the light of all comments.",
]

/// How the two paragraphs of a document are joined.
enum Join: CaseIterable {
  /// The mark of the first is deleted while changes are tracked.
  case tracked
  /// The mark is simply gone, and the controls of both are left, or those that another program takes away as well.
  case typed, typedWithoutControls
}

private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

private func control(_ ordinal: Int, _ content: String) -> String {
  "<w:sdt><w:sdtPr><w:tag w:val=\"amend:p000\(ordinal)\"/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
}

private func document(joining first: Int, _ join: Join) -> String {
  let mark = "<w:pPr><w:rPr><w:del w:id=\"4\" w:author=\"Ana\"/></w:rPr></w:pPr>"
  var body = "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>\(run("DECLARATION"))</w:p>"
  body += "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>\(control(1, run("RESOLVE:")))</w:p>"
  for (index, line) in lines.enumerated() {
    let parts = line.split(separator: " ", maxSplits: 1)
    let text = run(String(parts[0])) + "<w:r><w:tab/></w:r>" + run(String(parts[1]))
    let content = join == .typedWithoutControls ? text : control(index + 2, text)
    let isSecond = index == first + 1 && join != .tracked
    if isSecond { body.removeLast("</w:p>".count) }
    body += (isSecond ? "" : "<w:p>") + (index == first && join == .tracked ? mark : "") + content + "</w:p>"
  }
  return body
}

private func read(_ body: String, _ marks: ObservationMarks) throws -> ObservationList {
  let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  reader.hasStatuses = true
  let styles = ["Title", "heading 1"].map { name in
    "<w:style w:type=\"paragraph\" w:styleId=\"\(name == "Title" ? name : "Heading1")\"><w:name w:val=\"\(name)\"/></w:style>"
  }
  return reader.read(try WordFiles.read(body, ["styles": styles.joined()]), marks: marks)
}

@Test(arguments: [0, 1, 2], Join.allCases)
func joinedParagraphHasTheWordsOfBothAndNothingElse(first: Int, join: Join) throws {
  let list = try read(document(joining: first, join), join == .tracked ? .tracked : .none)
  let (own, gone) = (ParagraphIdentifier(ordinal: first + 2), ParagraphIdentifier(ordinal: first + 3))
  #expect(
    list.observations.map(\.change) == [.text(own, words[first] + " " + words[first + 1]), .delete(gone)])
  #expect(list.observations.map(\.joined) == [[gone], []])
  #expect(
    list.observations.map(\.note) == [
      nil, "the words of operative/\(first + 2) were joined to operative/\(first + 1)",
    ])
  #expect(list.remarks.map(\.message) == [])
}

@Test(arguments: [Join.tracked, .typed])
func joinWithAHeadingIsLeftOutAsAWhole(join: Join) throws {
  var body = document(joining: 4, join)
  let mark = "<w:pPr><w:pStyle w:val=\"Heading1\"/><w:rPr><w:del w:id=\"4\" w:author=\"Ana\"/></w:rPr></w:pPr>"
  body = body.replacing("<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>", with: mark)
  if join == .typed {
    body = body.replacing("<w:rPr><w:del w:id=\"4\" w:author=\"Ana\"/></w:rPr>", with: "")
    let end = try #require(body.firstRange(of: "</w:sdt></w:p><w:p>"))
    body.replaceSubrange(end, with: "</w:sdt>")
  }
  let list = try read(body, join == .tracked ? .tracked : .none)
  #expect(list.observations == [])
  #expect(
    list.remarks.map(\.message) == [
      "“RESOLVE:” and operative/1 stand in one paragraph of the document, and were left as they are: only the chair sets"
        + " headings"
    ])
}

/// Without tab and controls what follows a status is taken for its reason.
@Test func paragraphBehindAStatusIsNotDeleted() throws {
  let body = document(joining: 1, .typedWithoutControls).replacing("<w:r><w:tab/></w:r>", with: run(" "))
  let list = try read(body, .none)
  #expect(list.observations == [])
  #expect(
    list.remarks.map(\.message) == ["a change of the status was left out: only the chair sets statuses"])
}

/// Nobody joins what is not in the draft: what only others propose stays, and so do the words that were put to it.
@Test(arguments: [
  (
    0,
    "operative/1 bis, which only Mex proposes, was joined to this paragraph, and stays as it is: nobody joins what is not in"
      + " the draft"
  ),
  (
    1,
    "operative/2 was joined to this paragraph, which only others propose, and was left as it is: propose its words with --on"
  ),
])
func joinWithAParagraphThatOnlyOthersProposeIsLeftOut(first: Int, message: String) throws {
  let lines = [
    "1. To protect all persons.", "1 bis. [Mex: To urge the states to go on.]", "2. To thank the host country.",
    "3. To close.", "4. To meet.",
  ]
  let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  var body = ["RESOLVE:"] + lines
  body = body.enumerated().map { index, line in
    let mark = index == first + 1 ? "<w:rPr><w:del w:id=\"4\" w:author=\"Ana\"/></w:rPr>" : ""
    return WordFiles.paragraph(line, mark)
  }
  let list = reader.read(try WordFiles.read(body.joined()), marks: .tracked)
  #expect(list.observations == [])
  #expect(list.remarks.map(\.message) == [message])
}

/// What brackets of both say is no change; a change inside one of the second is told.
@Test(arguments: [false, true])
func changeInsideABracketOfAJoinedParagraphIsTold(isChanged: Bool) throws {
  let draft = identifiedDraft(
    "DECLARATION\n\nRESOLVE:\n\n1. To keep [Mex: deep ~~old~~] wells clean.\n\n2. To thank [Mex: all ~~the~~] donors of"
      + " pumps.\n\n3. To close.\n")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  let mark = "<w:pPr><w:rPr><w:del w:id=\"4\" w:author=\"Ana\"/></w:rPr></w:pPr>"
  let replaced =
    "<w:del w:id=\"5\" w:author=\"Ana\"><w:r><w:delText>all</w:delText></w:r></w:del><w:ins w:id=\"6\" w:author=\"Ana\">"
    + run("both") + "</w:ins>"
  let list = reader.read(
    try WordFiles.read(
      "<w:p>\(run("RESOLVE:"))</w:p><w:p>\(mark)\(run("1. To keep [Mex: deep ~~old~~] wells clean."))</w:p>"
        + "<w:p>\(run("2. To thank [Mex: "))\(isChanged ? replaced : run("all"))\(run(" ~~the~~] donors of pumps."))</w:p>"
        + "<w:p>\(run("3. To close."))</w:p>"))
  #expect(
    list.observations.first?.change
      == .text(ParagraphIdentifier(ordinal: 2), "To keep old wells clean. To thank the donors of pumps."))
  #expect(
    list.remarks.map(\.message)
      == (isChanged
        ? [
          "a change inside the bracket of Mex was left out, since other words of the paragraph were changed too: propose it"
            + " with --on"
        ] : []))
}
