import Drafting
import Exchange
import Testing

/// The places of elements in the schema's sequences (ISO/IEC 29500-1, CT_PPr, CT_RPr, CT_SectPr), those that are written.
private let sequences: [String: [String]] = [
  "w:pPr": [
    "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:numPr", "w:tabs", "w:spacing", "w:ind",
    "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr",
  ],
  "w:rPr": [
    "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps",
    "w:smallCaps", "w:strike", "w:vanish", "w:color", "w:sz", "w:szCs", "w:u", "w:vertAlign", "w:lang",
  ],
  "w:sectPr": ["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:cols", "w:titlePg"],
  "w:style": ["w:name", "w:basedOn", "w:next", "w:semiHidden", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"],
  "w:settings": [
    "w:zoom", "w:trackRevisions", "w:defaultTabStop", "w:characterSpacingControl", "w:footnotePr", "w:endnotePr",
    "w:compat",
  ],
  "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"], "w:trPr": ["w:gridAfter", "w:cantSplit", "w:tblHeader", "w:ins", "w:del"],
  "w:sdtPr": ["w:alias", "w:tag", "w:id"],
]

private let everything: WordDocument = {
  let change = WordChange(.inserted, author: "Ven & <Co>", date: "2026-05-05T09:00:00Z")
  let away = WordChange(.movedFrom, author: "Ven", moveName: "move1")
  let all: WordFormat = [
    .bold, .italic, .underline, .strike, .superscript, .capitals, .smallCapitals, .hidden,
  ]
  let table = WordTable(rows: [
    WordTable.Row(cells: [[WordParagraph(runs: [WordRun("a")])], []]),
    WordTable.Row(cells: [[WordParagraph(runs: [WordRun("b")])]], changes: [change]),
  ])
  return WordDocument(
    body: [
      .paragraph(WordParagraph(role: .title, runs: [WordRun("Title", format: all)])),
      .paragraph(
        WordParagraph(
          style: WordStyle.numbered.rawValue, number: "1.",
          runs: [
            WordRun("one\ttwo\nthree ", changes: [change], comments: [4]),
            WordRun("", note: .endnote(7), comments: [4]), WordRun(" four", control: "amend:p0001/VEN"),
          ], markChanges: [change], control: "amend:p0001")),
      .paragraph(WordParagraph(runs: [WordRun("moved", changes: [away])], markChanges: [away])),
      .table(table), .paragraph(WordParagraph()),
    ],
    endnotes: [7: [WordParagraph(runs: [WordRun("An endnote")])]],
    comments: [4: WordComment(author: "Ana", paragraphs: [WordParagraph(runs: [WordRun("Why?")])])],
    properties: WordProperties(title: "T", symbol: "CP/doc. 1", creator: "Ana", language: "es"))
}()

@Test func elementsStandInTheOrderOfTheSchema() throws {
  let package = try WrittenPackage(WordWriter(masthead: ["a"], tracksChanges: true).write(everything))
  for (part, root) in package.parts {
    for (parent, order) in sequences {
      for element in root.all(parent) {
        let places = element.children.map { order.firstIndex(of: $0.name) ?? -1 }
        #expect(places == places.sorted() && !places.contains(-1), "\(part): \(element.children.map(\.name))")
      }
    }
  }
}

@Test func everyPartHasATypeAndEveryRelationItsPart() throws {
  let package = try WrittenPackage(WordWriter().write(everything))
  let types = try #require(package.parts["[Content_Types].xml"])
  let typed = types.all("t:Override").compactMap { $0["PartName"]?.dropFirst() }.map(String.init)
  let parts = package.parts.keys.filter { !$0.hasSuffix(".rels") && !$0.hasPrefix("[") }
  #expect(typed.sorted() == parts.sorted())
  for (name, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
    let relations = try #require(package.parts[name]).all("p:Relationship")
    #expect(relations.allSatisfy { package.parts[folder + ($0["Target"] ?? "")] != nil })
    #expect(Set(relations.compactMap { $0["Id"] }).count == relations.count)
  }
  let heads = try package.body.all("w:headerReference").compactMap { $0["r:id"] }
  let known = package.parts["word/_rels/document.xml.rels"]?.all("p:Relationship").compactMap { $0["Id"] } ?? []
  #expect(heads.count == 2 && heads.allSatisfy(known.contains))
}

@Test func tabsBreaksAndSpacesKeepTheirPlaces() throws {
  let package = try WrittenPackage(WordWriter().write(everything))
  #expect(try package.paragraphs(.accepting)[1] == "1.\tone\ttwo\nthree  four")
  #expect(try package.body.all("w:t").allSatisfy { $0["xml:space"] == "preserve" })
}

@Test func titleOverATableHasNoMarksOfNotes() throws {
  var document = TableDocument(title: "Sources", language: .english, date: nil)
  document.settings.titleBlock = ["DRAFT RESOLUTION", "RIVERS AND PORTS[^1] [^x]"]
  document.settings.footnotes = [Footnote(number: 1, text: "See the report.")]
  let titles = try WrittenPackage(document.file(of: [["A"], ["1"]])).paragraphs(.accepting).prefix(3)
  #expect(titles == ["DRAFT RESOLUTION", "RIVERS AND PORTS [^x]", "Sources"])
}

@Test func firstRowOfATableIsRepeated() throws {
  let table = try #require(
    WrittenPackage(
      TableDocument(title: "Sources", language: .english, date: nil).file(of: [["A", "B"], ["1", "2\n3"]])
    )
    .body.first("w:tbl"))
  #expect(table.all("w:tr").map { $0.all("w:tblHeader").count } == [1, 0])
  #expect(table.all("w:tc").map { $0.all("w:t").map(\.text) } == [["A"], ["B"], ["1"], ["2", "3"]])
}

/// Two marks of notes at one place are told apart on the page, whichever of them stay.
@Test func marksOfNotesAtOnePlaceArePartedByACommaThatIsNoText() throws {
  let (came, went) = (WordChange(.inserted, author: "Ana"), WordChange(.deleted, author: "Ana"))
  func written(_ changes: [[WordChange]]) throws -> (refused: String, accepted: String) {
    let runs =
      [WordRun("Water")] + changes.enumerated().map { WordRun("", changes: $1, note: .footnote($0 + 1)) }
      + [WordRun(", and air")]
    let notes = Dictionary(
      uniqueKeysWithValues: changes.indices.map { ($0 + 1, [WordParagraph(role: .note, runs: [WordRun("n")])]) })
    let document = WordDocument(body: [.paragraph(WordParagraph(runs: runs))], footnotes: notes)
    let bytes = try WordWriter().write(document)
    let read = try WordReader.read(bytes).body.flatMap(\.paragraphs)[0].runs
    #expect(read.map(\.note) == runs.map(\.note) && read.map(\.text) == runs.map(\.text))
    let package = try WrittenPackage(bytes)
    func shown(_ verdict: Verdict) throws -> String {
      try #require(try package.paragraphs(verdict, showsNoteCommas: true).first)
    }
    return (try shown(.refusing), try shown(.accepting))
  }
  #expect(try written([[], []]) == ("Water{n},{n}, and air", "Water{n},{n}, and air"))
  #expect(try written([[], [came]]) == ("Water{n}, and air", "Water{n},{n}, and air"))
  #expect(try written([[went], []]) == ("Water{n},{n}, and air", "Water{n}, and air"))
  #expect(try written([[went], [came]]) == ("Water{n}, and air", "Water{n}, and air"))
}
