package import Drafting
package import Notation
package import Packages

/// Makes the Word document of a draft.
///
/// Each paragraph stands in a content control whose tag is its identifier (`amend:p0042`), and in it what each delegation
/// would have in one of its own (`amend:p0042/VEN`): a file that comes back is matched by them, whatever the numbers are.
/// Numbers are text before a tab, so that they never shift.
package struct DraftDocument: Sendable {
  package var registry: DelegationRegistry
  package var notation: BracketNotation

  /// What the document is dated; `nil` for no date at all.
  package var date: DocumentDate?

  /// Whether only some paragraphs are written: no line then says which section they are in.
  package var isExcerpt = false

  /// Whether the backslashes before signs that are none of the notation are shown, as in the text form; else the signs
  /// have a style of their own, and the page the words alone.
  package var showsBackslashes = true

  /// Whether Word tracks what is changed in the file from now on.
  package var tracksChanges = true

  /// The state that the draft is; `nil` where the file shall not say it.
  package var origin: DocumentOrigin?

  package init(registry: DelegationRegistry, notation: BracketNotation, date: DocumentDate?) {
    self.registry = registry
    self.notation = notation
    self.date = date
  }

  /// The file of a draft.
  ///
  /// - Throws: `PackageError` where a library is missing.
  /// - Cost: linear in the length of the draft.
  package func file(of draft: ConsolidatedDraft) throws(PackageError) -> [UInt8] {
    let title = TitlePage(draft.settings.titleBlock, settings: draft.settings, date: date)
    return try WordWriter(masthead: title.masthead, tracksChanges: tracksChanges).write(document(of: draft))
  }

  /// The document as a value.
  package func document(of draft: ConsolidatedDraft) -> WordDocument {
    var writer = DraftWriter(format: .text, notation: notation, registry: registry)
    writer.isExcerpt = isExcerpt
    let page = writer.laidOut(draft)
    var runs = SpanRuns(registry)
    runs.showsBackslashes = showsBackslashes
    var document = WordDocument(properties: properties(of: draft.settings))
    var title = title(runs.lines(page.title, item: nil, isTitle: true), draft.settings)
    let titleNotes = title.flatMap(\.runs).count { $0.note != nil }
    if page.hasBrackets, !isExcerpt {
      let legend = WordRun(DraftLegend.formattedText(in: draft.settings.language, notation: notation))
      if title.isEmpty {
        title.append(WordParagraph(style: WordStyle.remark.rawValue, runs: [legend]))
      } else {
        // The numbers of notes follow the text: LibreOffice gives each mark the note whose turn it is.
        runs.noteOffset = 1
        document.footnotes[titleNotes + 1] = [WordParagraph(role: .note, runs: [legend])]
        title[title.count - 1].runs.append(WordRun("", note: .footnote(titleNotes + 1)))
      }
    }
    for note in page.footnotes {
      let number = note.number + (note.number > titleNotes ? runs.noteOffset : 0)
      document.footnotes[number] = [WordParagraph(role: .note, runs: [WordRun(note.text)])]
    }
    document.body = title.map { .paragraph($0) }
    let labels = LabelTable(registry: registry)
    for block in page.blocks {
      switch block {
      case .section(let line):
        document.body.append(.paragraph(WordParagraph(style: WordStyle.section.rawValue, runs: [WordRun(line)])))
      case .item(let item): document.body += TableLines.blocks(paragraphs(item, runs), labels: labels)
      }
    }
    for note in page.unmarkedNotes {
      document.body.append(.paragraph(WordParagraph(style: WordStyle.remark.rawValue, runs: [WordRun(note)])))
    }
    return document
  }

  private func paragraphs(_ item: LaidOutDraft.Item, _ runs: SpanRuns) -> [WordParagraph] {
    let control = item.identifier.map { ParagraphTag($0).text }
    var lines = runs.lines(item.spans, item: control)
    if !showsBackslashes { part(&lines, behind: item.number.map { $0 + " " } ?? "") }
    return lines.enumerated().map { index, line in
      var paragraph = WordParagraph(runs: line, control: control)
      paragraph.keepsWithNext = index + 1 < lines.count && index + 1 >= lines.count - item.orderLines
      if index > 0 {
        paragraph.style = WordStyle.continued.rawValue
      } else if let number = item.number {
        paragraph.style = WordStyle.numbered.rawValue
        paragraph.runs.insert(WordRun(number + "\t"), at: 0)
      } else if item.kind == .heading {
        paragraph.hideHeadingSign()
        paragraph.role = .heading(of: item.spans.filter(\.isWord).map { WordRun($0.text) })
      } else {
        paragraph.style = WordStyle.unnumbered.rawValue
      }
      return paragraph
    }
  }
}

extension DraftDocument {
  /// Takes away the backslashes that part the lines of a paragraph: in a document each has a paragraph of its own.
  private func part(_ lines: inout [[WordRun]], behind number: String) {
    guard lines.count > 1 else { return }
    let apart = LinesApart(LabelTable(registry: registry))
    var previous = number + lines[0].map(\.written).joined()
    for index in lines.indices.dropFirst() {
      let text = lines[index].map(\.written).joined()
      if lines[index].first?.text.first == "\\", apart.isParted(text, from: previous) {
        lines[index][0].text.removeFirst()
      }
      previous = text
    }
  }

  func properties(of settings: DraftSettings) -> WordProperties {
    let kinds = TitlePage(settings.titleBlock, settings: settings, date: date).kinds
    let lines = zip(settings.titleBlock, kinds).filter { $0.1 == .title }.map(\.0)
    let title = FootnoteMarks.removed(from: lines.joined(separator: " "), of: settings.footnotes)
    var properties = WordProperties(
      title: title.isEmpty ? nil : title, symbol: settings.symbol, language: settings.language.rawValue,
      created: date?.instant)
    properties.origin = origin
    properties.hasLinesApart = !showsBackslashes
    return properties
  }

  /// The lines of the title block, each in its place; an empty line parts the title from what precedes and follows it.
  private func title(_ lines: [[WordRun]], _ settings: DraftSettings) -> [WordParagraph] {
    guard !settings.titleBlock.isEmpty else { return [] }
    let page = TitlePage(settings.titleBlock, settings: settings, date: date)
    return zip(lines, page.kinds).enumerated().flatMap { index, line in
      let (runs, kind) = line
      let paragraph =
        switch kind {
        case .organ: WordParagraph(style: WordStyle.organ.rawValue, runs: runs)
        case .reference: WordParagraph(style: WordStyle.reference.rawValue, runs: runs)
        case .title: WordParagraph(role: .title, runs: runs)
        }
      return [paragraph] + page.added(after: index)
    }
  }
}

extension WordParagraph {
  /// Hides the `## ` in front of a heading: its style says the same.
  fileprivate mutating func hideHeadingSign() {
    guard let first = runs.first, first.text.hasPrefix(WordRun.headingSign) else { return }
    var sign = first
    sign.text = WordRun.headingSign
    sign.format.insert(.hidden)
    runs[0].text.removeFirst(sign.text.count)
    runs = [sign] + runs.filter { !$0.text.isEmpty || $0.note != nil }
  }
}

extension Span {
  /// Whether it is words, and no sign or label of the notation and no mark of a note.
  fileprivate var isWord: Bool {
    switch emphasis {
    case .added, .struck: true
    case .plain, .heading: labels.isEmpty
    case .mark, .label, .note, .status: false
    }
  }
}

extension WordRun {
  /// What is read of the run.
  fileprivate var written: String {
    note != nil ? "[^1]" : format.contains(.literal) ? LiteralSigns.written(text) : text
  }
}
