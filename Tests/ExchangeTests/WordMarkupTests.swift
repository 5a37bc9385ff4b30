import Drafting
import Exchange
import Notation
import Testing

/// The text of the only paragraph, from the XML inside of it.
private func text(_ content: String, _ parts: [String: String] = [:]) throws -> String {
  try WordFiles.read("<w:p>\(content)</w:p>", parts).lines.joined(separator: "|")
}

private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }

@Test(arguments: [
  ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
  ("<w:smartTag><w:smartTagPr/><w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag></w:smartTag>", "tag"),
  ("<w:sdt><w:sdtPr><w:tag w:val=\"t\"/></w:sdtPr><w:sdtContent><w:r><w:t>in</w:t></w:r></w:sdtContent></w:sdt>", "in"),
  ("<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7</w:t></w:r></w:fldSimple>", "7"),
  ("<w:customXml><w:r><w:t>own</w:t></w:r></w:customXml>", "own"),
  ("<x:strange><w:r><w:t>kept</w:t></w:r></x:strange>", "kept"),
  ("<w:r><x:odd><w:t>inner</w:t></x:odd></w:r>", "inner"),
  (
    "<w:ruby><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby>",
    "base"
  ),
  (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>above</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    "base"
  ),
  (
    "<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>", "x2"
  ),
  (
    "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:cr/></w:r>",
    "a\tb\nc\u{2011}de\n"
  ),
  ("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:sym w:char=\"F041\"/><w:sym w:char=\"2013\"/></w:r>", "•A–"),
  ("<w:r><w:t>a\nb</w:t></w:r>", "a b"),
  ("<w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"x\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>y</w:t></w:r>", "y"),
])
func wordsAreKeptWhateverStandsRoundThem(content: String, expected: String) throws {
  #expect(try text(run("&lt;") + content + run("&gt;")) == "<\(expected)>")
}

@Test func aFieldGivesItsResultAndNotItsInstruction() throws {
  func field(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
  let nested =
    field("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + field("begin")
    + "<w:r><w:instrText>X</w:instrText></w:r>" + field("separate") + run("inner") + field("end") + field("separate")
    + run("result") + field("end")
  #expect(try text(run("a ") + nested + run(" b")) == "a result b")
}

/// A field without an end hides nothing of what follows it, here or in other parts of the file.
@Test(arguments: ["", "<w:r><w:instrText>PAGE</w:instrText></w:r>"])
func fieldThatLostItsEndHidesNothing(instruction: String) throws {
  let document = try WordFiles.read(
    "<w:p>\(run("one "))<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\(instruction)\(run("two"))</w:p>"
      + "<w:p>\(run("three"))</w:p>",
    ["comments": "<w:comment w:id=\"1\" w:author=\"Ana\"><w:p>\(run("four"))</w:p></w:comment>"])
  #expect(document.lines == ["one two", "three"])
  #expect(document.comments[1]?.paragraphs.first?.runs.map(\.text) == ["four"])
  #expect(
    document.remarks.map(\.message) == ["a field has lost its end; the words behind its beginning were kept"])
}

@Test func oneOfTwoAlternativesIsRead() throws {
  let box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
  let alternatives =
    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>\(box)</wps:txbx></w:drawing></mc:Choice>"
    + "<mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
  #expect(try text(run("host") + alternatives) == "host|box")
  let empty =
    "<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>"
  #expect(try text(run("a ") + empty) == "a old")
}

@Test func unknownMarkupIsRemarkedOnOnce() throws {
  let strange = "<x:strange>\(run("a"))</x:strange>"
  let document = try WordFiles.read("<w:p>\(strange)\(strange)</w:p>")
  #expect(
    document.remarks == [WordRemark(paragraph: 1, "the markup '?:strange' is not known; the words in it were kept")])
  // Its words have the look of those before.
  let added = try WordFiles.read("<w:p>\(run("a"))<w:zzz>\(run(" b"))</w:zzz></w:p>")
  #expect(added.remarks == [WordRemark(paragraph: 1, "the markup 'w:zzz' is not known; the words in it were kept")])
}

@Test(arguments: [
  (
    ["1DRAFT RESOLUTION", "0THE STATES,", "2Roads", "01. To act."],
    "DRAFT RESOLUTION||THE STATES,||## Roads||1. To act."
  ),
  (["1Preamble", "0THE STATES,", "1Roads", "01. To act."], "## Preamble||THE STATES,||## Roads||1. To act."),
  (["1RESOLVES:", "01. To act."], "## RESOLVES:||1. To act."),
])
func firstHeadingThatStandsAloneIsTheTitle(lines: [String], expected: String) throws {
  let body = lines.map { line in
    "<w:p><w:pPr><w:pStyle w:val=\"Heading\(line.prefix(1))\"/></w:pPr>\(run(String(line.dropFirst())))</w:p>"
  }
  let styles = (1...2).map {
    "<w:style w:type=\"paragraph\" w:styleId=\"Heading\($0)\"><w:name w:val=\"heading \($0)\"/></w:style>"
  }
  let draft = WordDraft(
    try WordFiles.read(body.joined(), ["styles": styles.joined()]), labels: LabelTable(registry: .standard))
  #expect(draft.text.replacing("\n", with: "|") == expected + "|")
}

@Test func trackedChangesKeepTheirAuthorsAndMoves() throws {
  let by = "w:id=\"1\" w:author=\"Venezuela\" w:date=\"2026-05-05T00:00:00Z\""
  let body =
    "<w:p><w:pPr><w:rPr><w:ins \(by)/><w:del w:id=\"2\" w:author=\"Mexico\"/></w:rPr></w:pPr>"
    + "<w:ins \(by)><w:r><w:t>new</w:t></w:r><w:del w:id=\"3\" w:author=\"Mexico\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:ins>"
    + "<w:moveToRangeStart w:id=\"4\" w:name=\"m1\"/><w:moveTo \(by)>\(run("moved"))</w:moveTo><w:moveToRangeEnd w:id=\"4\"/></w:p>"
  guard case .paragraph(let paragraph)? = try WordFiles.read(body).body.first else {
    Issue.record("no paragraph")
    return
  }
  let date = "2026-05-05T00:00:00Z"
  let inserted = WordChange(.inserted, author: "Venezuela", date: date)
  let deleted = WordChange(.deleted, author: "Mexico")
  #expect(paragraph.markChanges == [inserted, deleted])
  #expect(
    paragraph.runs == [
      WordRun("new", changes: [inserted]), WordRun("gone", changes: [inserted, deleted]),
      WordRun("moved", changes: [WordChange(.movedTo, author: "Venezuela", date: date, moveName: "m1")]),
    ])
}

@Test func formattingComesFromStylesAndRuns() throws {
  let styles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/><w:rPr><w:b/></w:rPr></w:style>"
    + "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:rPr><w:b/><w:u w:val=\"single\"/></w:rPr></w:style>"
  func run(_ properties: String) -> String { "<w:r><w:rPr>\(properties)</w:rPr><w:t>x</w:t></w:r>" }
  let body =
    "<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>\(run(""))\(run("<w:rStyle w:val=\"Strong\"/>"))"
    + "\(run("<w:b w:val=\"0\"/><w:i w:val=\"false\"/><w:dstrike/><w:u w:val=\"none\"/>"))</w:p>"
  guard case .paragraph(let paragraph)? = try WordFiles.read(body, ["styles": styles]).body.first else {
    Issue.record("no paragraph")
    return
  }
  #expect(paragraph.role == .heading(2))
  #expect(paragraph.runs.map(\.format) == [[.bold, .italic], [.italic, .underline], .strike])
}

@Test func notesCommentsAndControlsAreRead() throws {
  let body =
    "<w:p><w:commentRangeStart w:id=\"0\"/>\(run("a"))<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
    + "<w:sdt><w:sdtPr><w:tag w:val=\"t\"/></w:sdtPr><w:sdtContent>\(run("b"))</w:sdtContent></w:sdt>"
    + "<w:r><w:footnoteReference w:id=\"2\"/><w:commentReference w:id=\"1\"/></w:r></w:p>"
    + "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"whole\"/></w:sdtPr><w:sdtContent>\(run("c"))</w:sdtContent></w:sdt></w:p>"
  let notes =
    "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p>\(run("no"))</w:p></w:footnote>"
    + "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>\(run(" note"))</w:p></w:footnote>"
  let comments =
    "<w:comment w:id=\"0\" w:author=\"Ana\"><w:p>\(run("why"))</w:p></w:comment><w:comment w:id=\"1\" w:author=\"B\"><w:p/></w:comment>"
  let document = try WordFiles.read(body, ["footnotes": notes, "comments": comments])
  #expect(
    document.body == [
      .paragraph(
        WordParagraph(runs: [
          WordRun("a", comments: [0]), WordRun("b", control: "t"), WordRun("", note: .footnote(2), comments: [1]),
        ])), .paragraph(WordParagraph(runs: [WordRun("c")], control: "whole")),
    ])
  #expect(document.footnotes.mapValues { $0.map { $0.runs.map(\.text).joined() } } == [2: [" note"]])
  #expect(document.comments[0] == WordComment(author: "Ana", paragraphs: [WordParagraph(runs: [WordRun("why")])]))
}
