import Drafting
import Merging
import Notation
import Testing

private func read(_ text: String, _ format: DraftFormat = .text) -> DraftReading {
  DraftReader(registry: .standard, format: format).read(text)
}

/// A draft in short: a line an item, with section, number and base text.
private func outline(_ text: String, _ format: DraftFormat = .text) -> [String] {
  read(text, format).draft.sections.flatMap { section in
    section.items.map { item in
      let number =
        switch item.kind {
        case .heading: "heading"
        case .numbered(let number): "\(number)"
        case .counted(let number): "(\(number))"
        }
      return "\(section.name) \(number): \(item.body.reading(of: nil))"
    }
  }
}

@Test func numbersStandInlineAloneInsideAndOutsideTheBracket() {
  let text = """
    1. One.
    1 bis.
    Two.
    5bis. Three.
    2.bis Four.
    1 ter Five.
    3 decies. Six.
    4 alt. Seven.
    [7. Eight.]
    [8 bis. Nine.]
    9. [Ten.]
    """
  #expect(
    outline(text) == [
      "operative 1: One.", "operative 1 bis: Two.", "operative 5 bis: Three.",
      "operative 2 bis: Four.",
      "operative 1 ter: Five.", "operative 3 decies: Six.", "operative 4 alt: Seven.",
      "operative 7: [Eight.]",
      "operative 8 bis: [Nine.]", "operative 9: [Ten.]",
    ])
}

@Test func preambularAndOperativeNumbersNameTheirSection() {
  #expect(
    outline("PP1. Recalling;\n\nPP3 Noting;\n\nOP1. Decides.\n\nOP7 bis. Asks.") == [
      "preamble 1: Recalling;", "preamble 3: Noting;", "operative 1: Decides.",
      "operative 7 bis: Asks.",
    ])
}

@Test func numberInsideALabelledBracketIsTakenOut() throws {
  let item = try #require(read("1. One.\n\n[Ven: 2. Two.]").draft.sections.first?.items.last)
  #expect(item.kind == .numbered(ParagraphNumber(2)))
  #expect(item.body.reading(of: "Ven") == "Two.")
  #expect(item.body.reading(of: nil).isEmpty)
}

@Test func datesYearsAndPageNumbersAreNoParagraphs() {
  #expect(
    outline(
      "1. Held on\n2 June 2012 and in\n2006. The end.\n\n- 4 -\n\nPage 3 of 12\n\n2. More of it 1.5 times."
    ) == [
      "operative 1: Held on 2 June 2012 and in 2006. The end.",
      "operative 2: More of it 1.5 times.",
    ])
}

@Test func numberingThatStartsAgainBeginsTheOperativePart() {
  #expect(
    outline(
      "Title\n\n1. Recalling;\n\n2. Noting;\n\nWe agree on this:\n\n1. To go.\n\nANNEX\n\n1. A table."
    ) == [
      "preamble 1: Recalling;", "preamble 2: Noting;", "operative heading: We agree on this:",
      "operative 1: To go.",
      "annex-1 heading: ANNEX", "annex-1 1: A table.",
    ])
}

@Test(arguments: [
  ("THE GENERAL ASSEMBLY,", "RESOLVES:"), ("LA ASAMBLEA GENERAL,", "RESUELVE:"),
  ("L'ASSEMBLÉE GÉNÉRALE,", "DÉCIDE :"),
  ("A ASSEMBLÉIA GERAL,", "RESOLVE:"),
])
func openingFormulasInFourLanguages(opening: String, operative: String) {
  #expect(
    outline(
      "Draft\n\n\(opening)\n\nCONSIDERING the first thing of all;\n\n\(operative)\n\n1. To go.")
      == [
        "preamble heading: \(opening)", "preamble (1): CONSIDERING the first thing of all;",
        "operative heading: \(operative)", "operative 1: To go.",
      ])
}

@Test(arguments: ["; and", ", and", "; y", " ; et", "; e"])
func paragraphThatAnnouncesTheLastIsNoHeading(end: String) {
  #expect(
    outline(
      "DRAFT\n\n§ preamble\n\nRecalling one;\n\nNoting that children drink water\(end)\n\nAware of it,\n\nRESOLVES:\n\n1. To act."
    ) == [
      "preamble (1): Recalling one;", "preamble (2): Noting that children drink water\(end)",
      "preamble (3): Aware of it,", "operative heading: RESOLVES:", "operative 1: To act.",
    ])
}

@Test func subparagraphsAndBrokenLinesBelongToTheirParagraph() {
  #expect(
    outline("1. To do the following:\n(a) to go,\nand to stay;\n\n(b) to rest.\n2. To end.") == [
      "operative 1: To do the following:\n(a) to go, and to stay;\n(b) to rest.",
      "operative 2: To end.",
    ])
}

@Test func attributedBracketOverParagraphsIsOneBracketEach() throws {
  let items = try #require(
    read("1. [Ven, Bra: One.\n\n2. Two.\n\n3. Three.] Four.").draft.sections.first
  ).items
  #expect(items.map { $0.body.reading(of: "Ven") } == ["One.", "Two.", "Three. Four."])
  #expect(items.map { $0.body.reading(of: nil) } == ["", "", "Four."])
  #expect(items.allSatisfy { $0.body.labels == ["Bra", "Ven"] })
}

@Test(arguments: ["a ~~b c.", "a ~~b~~ c."])
func bracketOverParagraphsOfWhichAPartCannotBeReadIsText(first: String) {
  #expect(outline("1. To [Mex: \(first)\n\n2. x] y.") == ["operative 1: To [Mex: \(first)", "operative 2: x] y."])
}

@Test func struckWordsEndEachPartOfABracketOverParagraphs() throws {
  let items = try #require(read("1. To [Mex: a ~~b~~\n\n2. x ~~z~~] y.").draft.sections.first?.items)
  #expect(items.map { $0.body.reading(of: "Mex") } == ["To a", "x y."])
  #expect(items.map { $0.body.reading(of: nil) } == ["To b", "z y."])
}

@Test func labelledOrdersArePlacementsAndOthersNotes() throws {
  let text =
    "1. One. APPROVED [Ven: PLACE WITH PARAGRAPH 2 OF THE PREAMBLE]\n\n2. Two.\nUBICAR CON EL PÁRRAFO 1."
  let items = try #require(read(text).draft.sections.first).items
  #expect(items[0].status == .approved)
  #expect(
    items[0].placements == [
      Placement(labels: ["Ven"], anchor: .after(.preamble, ParagraphNumber(2)))
    ])
  #expect(items[0].body == BracketedText(text: "One."))
  #expect(items[1].notes == ["UBICAR CON EL PÁRRAFO 1."])
  #expect(items[1].body == BracketedText(text: "Two."))
}

@Test(arguments: [
  "PROPOSAL OF MEXICO FOR ALTERNATE TEXT TO SECOND PREAMBULAR PARAGRAPH:",
  "PROPUESTA DE LA DELEGACIÓN DE MÉXICO DE TEXTO ALTERNATIVO AL SEGUNDO PÁRRAFO PREAMBULAR:",
  "Texte alternatif du deuxième paragraphe du préambule proposé par la délégation du Mexique :",
  "Texto alternativo do segundo parágrafo preambular proposto pela Delegação do México:",
])
func headingGivesADelegationItsTextOfAParagraph(heading: String) throws {
  let text =
    "THE GENERAL ASSEMBLY,\n\nRECALLING one;\n\nNOTING the others;\n\n\(heading)\n\nNOTING all individuals;\n\nAWARE of it;"
  let items = try #require(read(text).draft.sections.first).items
  #expect(
    items.map { $0.body.reading(of: nil) } == [
      "THE GENERAL ASSEMBLY,", "RECALLING one;", "NOTING the others;", "AWARE of it;",
    ])
  #expect(items[2].body.reading(of: "Mex") == "NOTING all individuals;")
}

@Test func headingOfAnUnknownDelegationIsKeptAndReported() {
  let reading = read("1. One.\n\nPROPOSAL OF ATLANTIS FOR A NEW PARAGRAPH:\n\nTwo.")
  #expect(reading.draft.sections.first?.items.map(\.kind).count == 3)
  #expect(reading.diagnostics.map(\.line) == [3])
}

@Test func footnotesByNumberBySlashAndInMarkdown() throws {
  for (text, format) in [
    ("1. In persons,1/ and 2/ more.\n\n1/ First.\n2/ Second.", DraftFormat.text),
    ("1. In persons,1 and2 more.\n\n_______\n1. First.\n2. Second.", .text),
    ("1. In persons,[^a1] and[^2] more.\n\n[^2]: Second.", .markdown),
    ("1. In persons,[^7] and[^2] more.\n\n[^2]: Second.\n[^7]: First.", .markdown),
  ] {
    let item = try #require(read(text, format).draft.sections.first?.items.first)
    if text.contains("a1") {
      #expect(item.footnotes == [Footnote(number: 1, text: "Second.")])
    } else {
      #expect(
        item.footnotes == [
          Footnote(number: 1, text: "First."), Footnote(number: 2, text: "Second."),
        ])
    }
  }
}

@Test func placesOfReportsAreThoseOfTheFile() {
  let reading = read("Title\r\n\r\n1.\r\n\tÁ  word [Dom: x] and\r\n   more [ here.\r\n")
  #expect(reading.diagnostics.map { "\($0.line):\($0.column)" } == ["4:10", "5:9"])
}

@Test(arguments: [
  "", "\n", "\r\n\r\n", "x", "[", "]", "1.", "/", "§", "\u{FEFF}1. x", "\u{FFFD}. note", "[^1]: x",
  "#", "\\",
])
func everyInputIsRead(text: String) {
  for format in DraftFormat.allCases {
    let draft = read(text, format).draft
    let written = DraftWriter(format: format, notation: .oas, registry: .standard).write(draft)
    #expect(
      DraftReader(registry: .standard, format: format, language: .english).read(written).draft
        == draft)
  }
}

@Test func marksThatStandAgainstEachOtherAreRead() {
  let draft = read("1. One.[^1][^2] Two 1/[^3].\n\n[^1]: A.\n[^2]: B.\n[^3]: C.", .markdown).draft
  let written = DraftWriter(format: .text, notation: .oas, registry: .standard, hasLegend: false).write(draft)
  #expect(written == "1. One.[^1]2/ Two 1\\/[^3].\n\n1/ A.\n2/ B.\n3/ C.\n")
  #expect(read(written).draft.sections == draft.sections)
}

@Test func extractedReadingIsTheWrittenReading() {
  let text = """
    1. One.

    2. [Ven: Two.]
    [Ven: PLACE AT THE BEGINNING OF THE OPERATIVE PART]

    3. The [Ven: new[^1] ~~old[^2]~~] text. PENDING

    [^1]: New.
    [^2]: Old.
    """
  let draft = read(text, .markdown).draft
  let writer = DraftWriter(format: .text, notation: .oas, registry: .standard, hasLegend: false)
  #expect(
    writer.write(draft.reading(of: "Ven"))
      == "§ operative\n\n2. Two.\n\n1. One.\n\n3. The new1/ text.\n\n1/ New.\n")
  #expect(writer.write(draft.reading(of: nil)) == "1. One.\n\n3. The old1/ text.\n\n1/ Old.\n")
}
