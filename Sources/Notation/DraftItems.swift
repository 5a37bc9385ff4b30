internal import Drafting
internal import Merging

/// The headings and paragraphs of a draft with their brackets read, put into their sections.
struct DraftItems {
  private var blocks: DraftBlocks
  private let footnotes: DraftFootnotes
  private let reader: BracketReader
  private let format: DraftFormat
  private let escapes: DraftEscapes

  private(set) var sections: [ConsolidatedDraft.Section] = []
  private var lines: [[Int]] = []
  private var positions: [SectionName: Int] = [:]
  private var diagnostics: [Diagnostic]
  private var used: Set<Int> = []

  init(_ blocks: DraftBlocks, footnotes: DraftFootnotes, escapes: DraftEscapes) {
    self.blocks = blocks
    self.footnotes = footnotes
    self.escapes = escapes
    format = escapes.format
    reader = BracketReader(labels: escapes.labels)
    diagnostics = blocks.diagnostics
  }

  mutating func read() {
    let names = sectionNames()
    let trailers = names.indices.map { takeTrailers(at: $0, in: names[$0]) }
    var texts = blocks.items.map { inline($0.text) }
    DraftBracketSpans.close(&texts, labels: escapes.labels)
    var empty = blocks.emptySections[...]
    var index = 0
    while index < names.count {
      while let section = empty.first, section.before <= index { open(empty.removeFirst().name) }
      open(names[index])
      let isTaken = readProposal(at: index, texts, names, trailers)
      if !isTaken {
        append(body(texts[index]), trailers[index], at: index, in: names[index])
      }
      index += isTaken ? 2 : 1
    }
    for section in empty { open(section.name) }
  }

  /// The section of each item: what the draft says, and where it says nothing, what ``DraftSections`` makes of it.
  private func sectionNames() -> [SectionName] {
    var sections = DraftSections(
      blocks.items.map { item in
        switch item.kind {
        case .heading: .heading(item.text.string)
        case .numbered(let number, let section): .numbered(number, section)
        case .counted: .counted
        }
      })
    return blocks.items.indices.map { index in
      let name = blocks.items[index].section ?? sections.section(at: index)
      sections.enter(name, at: index)
      return name
    }
  }

  private mutating func takeTrailers(at index: Int, in section: SectionName) -> DraftTrailers {
    let item = blocks.items[index]
    if item.kind == .heading {
      if escapes.isEscapedHeading(item.text.bytes) {
        blocks.items[index].text = item.text.slice(1..<item.text.bytes.count)
        blocks.items[index].isPlain = true
      }
      return DraftTrailers()
    }
    var (end, trailers) = DraftTrailers.split(item.text.string, labels: escapes.labels, in: section)
    for line in item.trailers {
      trailers.append(DraftTrailers.split(line.string, labels: escapes.labels, in: section).trailers)
    }
    if format == .markdown { trailers.mapWords { string(DraftText($0), DraftMarkdown.decode) } }
    let text = end < item.text.bytes.count ? item.text.slice(0..<end) : item.text
    var edits: [DraftText.Edit] = []
    var start = 0
    for line in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      edits += escapes.unescapedEnd(Array(line)).map { DraftText.Edit((start + $0)..<(start + $0 + 1)) }
      start += line.count + 1
    }
    blocks.items[index].text = text.replacing(edits)
    return trailers
  }

  private func string(_ text: DraftText, _ edits: ([UInt8]) -> [DraftText.Edit]) -> String {
    text.replacing(edits(text.bytes)).string
  }

  /// The text without the signs of its format, with its footnote marks as private characters.
  private func inline(_ text: DraftText) -> DraftText {
    footnotes.decoded(format == .markdown ? text.replacing(DraftMarkdown.decode(text.bytes)) : text)
  }

  private mutating func body(_ text: DraftText) -> BracketedText {
    let string = text.string
    let (body, reports) = reader.read(string)
    place(reports, in: text)
    place(reader.suspectedLostStrikethroughs(in: string), in: text)
    return body
  }

  /// Adds reports on a piece of text with their places in the file.
  private mutating func place(_ reports: [Diagnostic], in text: DraftText) {
    if reports.isEmpty { return }
    let places = text.places(
      of: reports.map { DraftText.Place(line: $0.line, column: $0.column) })
    for (report, place) in zip(reports, places) {
      diagnostics.append(
        Diagnostic(line: place.line, column: place.column, message: report.message))
    }
  }

  private mutating func open(_ name: SectionName) {
    if positions[name] != nil { return }
    positions[name] = sections.count
    sections.append(ConsolidatedDraft.Section(name: name))
    lines.append([])
  }

  /// Adds an item, with the number that people count for it where none is printed.
  private mutating func append(
    _ body: BracketedText, _ trailers: DraftTrailers, at index: Int, in section: SectionName,
    printing number: ParagraphNumber? = nil
  ) {
    guard let position = positions[section] else { return }
    let kind: Outline.Kind =
      switch blocks.items[index].kind {
      case .heading: .heading
      case .numbered(let number, _): .numbered(number)
      case .counted:
        number.map { .numbered($0) }
          ?? .counted(DraftCount.next(after: lastNumber(in: position), body: body))
      }
    if kind != .heading, body.isEmpty {
      report(blocks.items[index].text, "a paragraph has a number and no text")
    }
    lines[position].append(blocks.items[index].text.place.line)
    sections[position].items.append(
      ConsolidatedDraft.Item(
        kind: kind, body: body, status: trailers.status ?? .open, placements: trailers.placements,
        notes: trailers.notes))
  }

  private func lastNumber(in position: Int) -> ParagraphNumber? {
    for item in sections[position].items.reversed() {
      switch item.kind {
      case .heading: continue
      case .numbered(let number), .counted(let number): return number
      }
    }
    return nil
  }

  private mutating func report(_ text: DraftText, _ message: String) {
    diagnostics.append(
      Diagnostic(line: text.place.line, column: text.place.column, message: message))
  }
}

extension DraftItems {
  /// Reads a heading that announces a delegation's text, with the paragraph below it.
  ///
  /// - Returns: whether the two were understood and taken.
  private mutating func readProposal(
    at index: Int, _ texts: [DraftText], _ names: [SectionName], _ trailers: [DraftTrailers]
  ) -> Bool {
    guard blocks.items[index].kind == .heading, index + 1 < names.count, blocks.items[index + 1].kind == .counted,
      !blocks.items[index].isPlain,
      let attribution = DraftAttribution(texts[index].string, labels: escapes.labels)
    else { return false }
    guard case .labels(let labels) = attribution.labels else {
      report(texts[index], attribution.problem)
      return false
    }
    let text = DraftBracketSpans.unwrapped(texts[index + 1], labels: escapes.labels)
    switch attribution.kind {
    case .new:
      let content = body(text)
      let insertion = BracketedText([
        .bracket(
          Bracket(alternatives: [Alternative(labels: labels, content: content)], struck: nil))
      ])
      let last = positions[names[index + 1]].flatMap { position in
        sections[position].items.last { $0.kind != .heading }?.kind
      }
      var number: ParagraphNumber?
      if case .numbered(let previous)? = last { number = previous.followingBis }
      append(insertion, trailers[index + 1], at: index + 1, in: names[index + 1], printing: number)
      return true
    case .alternate(let section, let number):
      guard let (position, item) = find(number, in: section ?? names[index]) else {
        report(texts[index], "the paragraph that this heading names was not found; the text was kept as it stands")
        return false
      }
      sections[position].items[item].body = sections[position].items[item].body.adding(
        body(text), of: labels)
      return true
    }
  }

  private func find(_ number: ParagraphNumber, in name: SectionName) -> (section: Int, item: Int)? {
    guard let position = positions[name],
      let item = sections[position].items.lastIndex(where: {
        $0.kind == .numbered(number) || $0.kind == .counted(number)
      })
    else { return nil }
    return (position, item)
  }
}

extension DraftItems {
  /// The whole draft, its footnotes counted within title and items, and the reports in the order of the file.
  mutating func reading(_ settings: DraftSettings) -> DraftReading {
    var settings = settings
    settings.sections = sections.map(\.name)
    settings.titleBlock = blocks.title.map { inline($0).string }
    for note in footnotes.ofTitle where !settings.titleBlock.isEmpty {
      settings.titleBlock[settings.titleBlock.count - 1] += FootnoteMarks.character(note)
      report(footnotes.notes[note - 1].whole, "the note has no mark in the text; it was given to the title")
    }
    settings.symbol = settings.titleBlock.lazy.compactMap(TitleBlock.symbol(in:)).first
    var count = FootnoteCount()
    settings.titleBlock = settings.titleBlock.map { count.shown($0) }
    settings.footnotes = take(count)
    for section in sections.indices {
      for item in sections[section].items.indices {
        var count = FootnoteCount()
        sections[section].items[item].body = sections[section].items[item].body.mappingText {
          count.shown($0)
        }
        sections[section].items[item].footnotes = take(count)
      }
    }
    for (index, note) in footnotes.notes.enumerated() where !used.contains(index + 1) {
      let isPlain = if case .plainNumber = note.mark { true } else { false }
      settings.unmarkedNotes.append(text(isPlain ? note.whole : note.text))
      if note.mark != .none { report(note.whole, "the note has no mark in the text; it was kept at the end") }
    }
    diagnostics.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    return DraftReading(
      draft: ConsolidatedDraft(settings: settings, sections: sections), diagnostics: diagnostics, lines: lines)
  }

  private mutating func take(_ count: FootnoteCount) -> [Footnote] {
    count.order.enumerated().compactMap { index, note in
      used.insert(note)
      guard footnotes.notes.indices.contains(note - 1) else { return nil }
      return Footnote(number: index + 1, text: text(footnotes.notes[note - 1].text))
    }
  }

  private func text(_ note: DraftText) -> String {
    format == .markdown ? string(note, DraftMarkdown.decode) : note.string
  }
}
