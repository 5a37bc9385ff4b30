import Drafting
import Merging
import Notation
import Testing

/// Where the reference text must end up (notation, section 4).
@Suite(.enabled(if: DraftCorpus.isThere, DraftCorpus.reason))
struct DraftReferenceTests {
  private let reading: DraftReading
  private let source: String

  init() throws {
    source = try DraftCorpus.text("buenos-aires-2009.txt")
    reading = DraftReader(registry: .standard, format: .text).read(source)
  }

  private func items(_ name: SectionName) -> [ConsolidatedDraft.Item] {
    reading.draft.sections.first { $0.name == name }?.items ?? []
  }

  private func paragraph(_ name: SectionName, _ number: String) throws -> ConsolidatedDraft.Item {
    let number = try #require(ParagraphNumber(number))
    return try #require(items(name).first { $0.kind == .numbered(number) })
  }

  @Test func titleBlockAndLanguage() {
    #expect(
      reading.draft.settings.titleBlock == [
        "Observations by the Government of the Bolivarian Republic", "of Venezuela on the",
        "DRAFT FINAL DOCUMENT",
        "OF THE SECOND MEETING OF NATIONAL AUTHORITIES", "ON TRAFFICKING IN PERSONS",
        "(Considered at the informal meetings of February 18 and 24, 2009)[^1]",
      ])
    #expect(reading.draft.settings.language == .english)
    #expect(reading.draft.settings.sections == [.preamble, .operative])
  }

  @Test func preambleIsNumberedOneToNineteen() {
    #expect(items(.preamble).map(\.kind) == (1...19).map { .numbered(ParagraphNumber($0)) })
  }

  @Test func operativePartHasFiftyParagraphsUnderItsHeadings() {
    func numbers(_ range: ClosedRange<Int>) -> [Outline.Kind] {
      range.map { .numbered(ParagraphNumber($0)) }
    }
    let bis = { (value: Int) in Outline.Kind.numbered(ParagraphNumber(value, multiplicity: 2)) }
    #expect(
      items(.operative).map(\.kind)
        == [.heading] + numbers(1...1) + [bis(1)] + numbers(2...4) + [.heading] + numbers(5...5) + [
          bis(5)
        ]
        + numbers(6...19) + [.heading] + numbers(20...46) + [.heading] + numbers(47...48))
    let headings = items(.operative).filter { $0.kind == .heading }.map { $0.body.reading(of: nil) }
    #expect(headings.count == 4)
    #expect(headings.first == "RESOLVE:")
    #expect(
      headings[1].hasPrefix("As a result of the input of Technical Working Group I: “Prosecution"))
    #expect(
      headings[2].hasPrefix("As a result of the input of Technical Working Group II: “Prevention"))
    #expect(headings.last == "WE ALSO RESOLVE:")
    #expect(items(.operative).filter { $0.kind != .heading }.count == 50)
  }

  @Test func statuses() throws {
    #expect(items(.preamble).filter { $0.status == .approved }.count == 17)
    #expect(try paragraph(.preamble, "15").status == .pending(reason: "Consultations with Brazil"))
    #expect(try paragraph(.preamble, "17").status == .pending(reason: nil))
    #expect(items(.operative).allSatisfy { $0.status == .open })
  }

  @Test func proposals() throws {
    let body = try paragraph(.operative, "1 bis").body
    #expect(
      body
        == BracketedText([
          .bracket(
            Bracket(
              alternatives: [
                Alternative(
                  labels: ["Ven"],
                  content: BracketedText(
                    text:
                      "To urge the member states to continue implementing the Conclusions and Recommendations of the"
                      + " First Meeting of National Authorities on Trafficking in Persons."))
              ], struck: nil))
        ]))
    #expect(try paragraph(.preamble, "15").body.labels == ["Mex"])
    #expect(try paragraph(.preamble, "17").body.labels == ["Bra", "Chile", "Secretariat"])
    let everyone = reading.draft.sections.flatMap(\.items).reduce(into: Set<String>()) {
      $0.formUnion($1.body.labels)
    }
    #expect(everyone == ["Ven", "Mex", "Bra", "Chile", "Secretariat"])
  }

  @Test func placementOrderStaysANote() throws {
    #expect(
      try paragraph(.operative, "1 bis").notes == [
        "PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE."
      ])
    #expect(
      reading.draft.sections.flatMap(\.items).filter { !$0.notes.isEmpty || !$0.placements.isEmpty }
        .count == 1)
  }

  @Test func literalBracketStaysText() throws {
    let body = try paragraph(.operative, "47").body
    #expect(body.bracketCount == 0)
    #expect(
      body.reading(of: nil).contains("submit the [Buenos Aires Document] to the Fifth Summit"))
  }

  @Test func footnotesFindTheirMarks() throws {
    let settings = reading.draft.settings
    #expect(settings.footnotes.map(\.number) == [1])
    #expect(
      settings.footnotes.first?.text.hasPrefix("The changes proposed by the Government") == true)
    let five = try paragraph(.preamble, "5")
    #expect(five.body.reading(of: nil).contains("combat trafficking in persons,[^1] as well as"))
    #expect(five.body.reading(of: nil).hasSuffix("(REMJA VI and VII)[^2];"))
    #expect(five.footnotes.map { $0.text.prefix(12) } == ["Resolutions ", "AG/RES. 2228"])
    let six = try paragraph(.preamble, "6")
    #expect(six.body.reading(of: nil).contains("in the Americas[^1] and the Hemispheric"))
    #expect(six.body.reading(of: nil).contains("Organized Crime[^2] our States"))
    #expect(six.footnotes.map { $0.text.prefix(13) } == ["Adopted at th", "Resolution CP"])
    let two = try paragraph(.operative, "2")
    #expect(two.body.reading(of: nil).hasSuffix("meetings on trafficking in persons.[^1]"))
    #expect(two.footnotes.count == 1)
    let note = "1. Held jointly with the Eastern Republic of Uruguay."
    #expect(settings.unmarkedNotes == [note, note])
  }

  @Test func whatAPersonShouldLookAtIsReported() {
    let reports = reading.diagnostics.map { "\($0.line):\($0.column) \($0.message)" }
    #expect(reports.contains("157:2 the note has no mark in the text; it was kept at the end"))
    #expect(reports.contains("160:1 the note has no mark in the text; it was kept at the end"))
    #expect(reports.contains("163:1 the note has no mark in the text; it was given to the title"))
    let suspected = reports.filter { $0.contains("possible lost strikethrough") }
    for words in ["individuals others", "creating create", "implement strengthen"] {
      #expect(suspected.contains { $0.contains(words) }, "\(words)")
    }
    #expect(reports.count == suspected.count + 3, "\(reports)")
  }

  @Test(arguments: BracketNotation.allCases)
  func writtenAgainItSaysTheSame(notation: BracketNotation) {
    let writer = DraftWriter(
      format: .text, notation: notation, registry: .standard, hasLegend: false)
    let written = writer.write(reading.draft)
    #expect(words(written) == words(source), "\(firstDifference(words(written), words(source)))")
  }

  /// The draft's characters but for white space, note numbers and the marks of notes; the two notes that nobody marks stand
  /// at the end of what is written, so the notes are compared as a set.
  private func words(_ text: String) -> [String] {
    let lines = text.split { $0.isNewline }.map { line -> String in
      var line = line[...]
      while let first = line.first, first.isWhitespace { line = line.dropFirst() }
      return String(line)
    }
    let isNote = { (line: String) in
      line.hasPrefix("\u{FFFD}.") || line.hasPrefix("/ 1.") || line.hasPrefix("1.\t")
        || (1...9).contains { line.hasPrefix("\($0)/ ") }
    }
    var body = lines.filter { !isNote($0) }.joined()
    for number in 1...9 { body = body.replacingAll("\(number)/", with: "") }
    let notes = lines.filter(isNote).map { line in
      String(line.drop { !$0.isLetter }).filter { !$0.isWhitespace }
    }
    return [body.filter { !$0.isWhitespace && $0 != "/" }] + notes.sorted()
  }

  private func firstDifference(_ first: [String], _ second: [String]) -> String {
    for (a, b) in zip(first, second) where a != b {
      let common = zip(a, b).prefix { $0 == $1 }.count
      return
        "\(a.dropFirst(max(0, common - 30)).prefix(80)) | \(b.dropFirst(max(0, common - 30)).prefix(80))"
    }
    return ""
  }
}

extension String {
  fileprivate func replacingAll(_ old: String, with new: String) -> String {
    var result = self[...]
    var output = ""
    while let range = result.firstRange(of: old) {
      output += result[..<range.lowerBound] + new
      result = result[range.upperBound...]
    }
    return output + result
  }
}
