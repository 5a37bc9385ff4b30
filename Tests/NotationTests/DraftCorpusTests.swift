import Drafting
import Merging
import Notation
import Testing

/// Every real draft is read without a crash and written back with its own words.
@Suite(.enabled(if: DraftCorpus.isThere, DraftCorpus.reason))
struct DraftCorpusTests {
  /// The words of a draft are its runs of letters. What may differ: numbers and punctuation, which the format moves; the
  /// words of headings that announce a proposal, which become its label; lines that name a section
  /// (`§ preamble`).
  @Test(
    arguments: DraftCorpus.files.filter { $0 != "oas_cajp_1824_01_rev1.txt" },
    BracketNotation.allCases)
  func noWordIsLost(file: String, notation: BracketNotation) throws {
    let text = try DraftCorpus.text(file)
    let format: DraftFormat = file.hasSuffix(".md") ? .markdown : .text
    let draft = DraftReader(registry: .standard, format: format).read(text).draft
    let written = DraftWriter(
      format: format, notation: notation, registry: .standard, hasLegend: false
    ).write(draft)
    var (before, after) = (words(text), words(withoutSectionMarks(written)))
    for word in Self.announcements[file] ?? [] { before[word, default: 0] -= 1 }
    for word in Self.labels[file] ?? [] { after[word, default: 0] -= 1 }
    before = before.filter { $0.value != 0 }
    after = after.filter { $0.value != 0 }
    let lost = before.filter { after[$0.key] != $0.value }
    let gained = after.filter { before[$0.key] != $0.value }
    #expect(lost.isEmpty && gained.isEmpty, "lost \(lost) gained \(gained)")
  }

  @Test(arguments: DraftCorpus.files, BracketNotation.allCases)
  func whatWasReadIsReadAgain(file: String, notation: BracketNotation) throws {
    let format: DraftFormat = file.hasSuffix(".md") ? .markdown : .text
    var draft = DraftReader(registry: .standard, format: format).read(try DraftCorpus.text(file))
      .draft
    let writer = DraftWriter(format: format, notation: notation, registry: .standard)
    let written = writer.write(draft)
    let again = DraftReader(registry: .standard, format: format, language: draft.settings.language)
      .read(written)
    draft.settings.notation = again.draft.settings.notation
    #expect(again.draft == draft)
    #expect(writer.write(again.draft) == written)
  }

  @Test func definitionsAreNeverAttributed() throws {
    let draft = DraftReader(registry: .standard, format: .text).read(
      try DraftCorpus.text("ftaa_2001_dispute_settlement_en.txt")
    ).draft
    #expect(
      draft.sections.map { $0.items.map(\.body.bracketCount) } == [[Int](repeating: 0, count: 10)])
  }

  @Test func headingAnnouncesAnotherTextOfAParagraph() throws {
    let draft = DraftReader(registry: .standard, format: .text).read(
      try DraftCorpus.text("oas_cajp_1824_01_rev1.txt")
    ).draft
    let items = try #require(draft.sections.first).items
    #expect(draft.settings.symbol == "CP/CAJP-1824/01 rev. 1")
    #expect(
      items.map(\.kind) == [
        .heading, .counted(ParagraphNumber(1)), .counted(ParagraphNumber(2)),
        .counted(ParagraphNumber(3)), .heading,
        .counted(ParagraphNumber(4)),
      ])
    // The two texts of the second paragraph share their words, so the base and the other text are counted apart.
    let writer = DraftWriter(format: .text, notation: .oas, registry: .standard, hasLegend: false)
    var written = words(withoutSectionMarks(writer.write(draft.reading(of: nil))))
    for word in words(items[2].body.reading(of: "St. Kitts")) {
      written[word.key, default: 0] += word.value
    }
    for word in Self.announcement.split(separator: " ") { written[String(word), default: 0] += 1 }
    #expect(written == words(try DraftCorpus.text("oas_cajp_1824_01_rev1.txt")))
    #expect(items[2].body.labels == ["St. Kitts"])
    #expect(items[2].body.reading(of: nil).hasSuffix("at the forefront of this field;"))
    #expect(items[2].body.reading(of: "St. Kitts").hasSuffix("to make progress in this field,"))
  }

  @Test func headingAnnouncesANewParagraph() throws {
    let reading = DraftReader(registry: .standard, format: .text).read(
      try DraftCorpus.text("oas_ag_doc4454_05_pt.txt"))
    let item = try #require(reading.draft.sections.first?.items.last)
    #expect(reading.draft.settings.language == .portuguese)
    #expect(item.kind == .counted(ParagraphNumber(3, multiplicity: 2)))
    #expect(item.body.labels == ["Mex"])
    #expect(item.body.reading(of: nil).isEmpty)
    #expect(item.body.reading(of: "Mex").hasPrefix("[REAFIRMANDO também que a devida observância"))
  }

  private static let announcement =
    "PROPOSAL OF SAINT KITTS AND NEVIS FOR ALTERNATE TEXT TO SECOND PREAMBULAR PARAGRAPH"

  private static let announcements: [String: [String]] = [
    "oas_ag_doc4454_05_pt.txt":
      "Texto de novo parágrafo preambular proposto pela Delegação do México".split(separator: " ")
      .map(String.init)
  ]

  private static let labels: [String: [String]] = [
    "oas_ag_doc4454_05_pt.txt": ["Mex"]
  ]

  /// A written draft without the lines that only name a section.
  private func withoutSectionMarks(_ text: String) -> String {
    text.split(separator: "\n").filter { !$0.hasPrefix("§") }.joined(separator: "\n")
  }

  private func words(_ text: String) -> [String: Int] {
    text.split { !$0.isLetter }.reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }
}
