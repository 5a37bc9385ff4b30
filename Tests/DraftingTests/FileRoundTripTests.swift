import Drafting
import Testing

private let ven = try? DelegationCode("VEN")

@Test func paragraphFilesGiveTheParagraphBack() throws {
  for seed in UInt64(1)...2_000 {
    var random = DraftingGenerator(seed: seed)
    var paragraph = Paragraph(text: random.text(), footnotes: random.footnotes(), status: random.status())
    for _ in 0..<Int.random(in: 0...2, using: &random) { paragraph.notes.append(random.line()) }
    if Bool.random(using: &random), let ven {
      paragraph.amended = Paragraph.AmendedProposal(code: ven, commit: "3f2a9c1")
    }
    let read = try Paragraph(fileText: paragraph.fileText)
    #expect(read == paragraph, "seed \(seed): \(paragraph.fileText)")
    #expect(Array(read.text.utf8) == Array(paragraph.text.utf8), "seed \(seed)")
    if read != paragraph { return }
  }
}

@Test func paragraphFileIsReadableAsItStands() {
  let paragraph = Paragraph(
    text: "To urge[^1] the states:\n[^2]: is no note", footnotes: [Footnote(number: 1, text: "Resolution 2026.")],
    status: .pending(reason: "Consultations with Brazil"), notes: ["PLACE WITH PARAGRAPH 2."])
  #expect(
    paragraph.fileText == """
      Status: pending
      Reason: Consultations with Brazil
      Note: PLACE WITH PARAGRAPH 2.

      To urge[^1] the states:
       [^2]: is no note

      [^1]: Resolution 2026.

      """)
}

@Test(arguments: [
  "", "Status: open", "Status: open\nText", "Status: maybe\n\nText", "Reason: none\n\nText",
  "Status: approved\nReason: x\n\nText",
  "Status: open\nColour: red\n\nText", "Status: open\nAmends: VEN\n\nText", "Status: open\nAmends: ven 3f2a\n\nText",
])
func damagedParagraphFilesAreRefused(file: String) {
  #expect(throws: DraftingError.self) { try Paragraph(fileText: file) }
}

@Test func settingsFilesGiveTheSettingsBack() throws {
  for seed in UInt64(1)...2_000 {
    var random = DraftingGenerator(seed: seed)
    let settings = DraftSettings(
      language: Language.allCases.randomElement(using: &random) ?? .english,
      notation: Bool.random(using: &random) ? "oas" : "alternatives",
      symbol: Bool.random(using: &random) ? "CP/CSH-1048/09 rev. 2" : nil,
      sections: [.preamble, .operative, .annex(2)].filter { _ in Bool.random(using: &random) },
      titleBlock: (0..<2).map { _ in random.line() }, footnotes: random.footnotes(),
      unmarkedNotes: (0..<2).map { _ in random.line() })
    let read = try DraftSettings(fileText: settings.fileText)
    #expect(read == settings, "seed \(seed): \(settings.fileText)")
    if read != settings { return }
  }
}

@Test func footnotesOfTheTitleMayHoldAnyLineSeparatorButTheLineBreak() throws {
  let settings = DraftSettings(footnotes: [Footnote(number: 1, text: "One\u{2028}two")])
  #expect(try DraftSettings(fileText: settings.fileText) == settings)
}

@Test(arguments: [
  "Format: amend 2\n", "Colour: red\n", "Language: xx\n", "no colon\n", "Format: amend 1\n\nloose line\n",
])
func damagedSettingsAreRefused(file: String) {
  #expect(throws: DraftingError.self) { try DraftSettings(fileText: file) }
}

@Test func outlineFilesGiveTheOutlineBack() throws {
  for seed in UInt64(1)...500 {
    var random = DraftingGenerator(seed: seed)
    var outline = Outline(section: .operative)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let identifier = ParagraphIdentifier(
        ordinal: Int.random(in: 1...99_999, using: &random), madeBy: Bool.random(using: &random) ? ven : nil)
      let kinds: [Outline.Kind] = [.heading, .numbered(random.number()), .counted(random.number())]
      outline.entries.append(Outline.Entry(identifier, kinds.randomElement(using: &random) ?? .heading))
    }
    #expect(try Outline(section: .operative, fileText: outline.fileText) == outline, "seed \(seed)")
  }
}

@Test(arguments: ["p0001", "p0001 ", "p1 17", "p0001 (17", "p0001 x"])
func damagedOutlinesAreRefused(file: String) {
  #expect(throws: DraftingError.self) { try Outline(section: .preamble, fileText: file) }
}

@Test func canonicalTextStaysAsItIs() {
  #expect(Paragraph.canonical(" a \t b \r\n\r\n c\u{A0} \u{2028}d\n") == "a b\nc\u{A0}\nd")
  for seed in UInt64(1)...500 {
    var random = DraftingGenerator(seed: seed)
    let text = random.text()
    #expect(Array(Paragraph.canonical(text).utf8) == Array(text.utf8), "seed \(seed)")
  }
}
