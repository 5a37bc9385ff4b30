internal import Drafting
internal import Merging

/// The headings and paragraphs of a draft with their brackets read, put into their sections.
struct DraftItems {
  var blocks: DraftBlocks
  let footnotes: DraftFootnotes
  let reader: BracketReader
  let format: DraftFormat
  let escapes: DraftEscapes

  var sections: [ConsolidatedDraft.Section] = []
  var lines: [[Int]] = []
  var positions: [SectionName: Int] = [:]
  var diagnostics: [Diagnostic]
  var used: Set<Int> = []

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

  func string(_ text: DraftText, _ edits: ([UInt8]) -> [DraftText.Edit]) -> String {
    text.replacing(edits(text.bytes)).string
  }

  /// The text without the signs of its format, with its footnote marks as private characters.
  func inline(_ text: DraftText) -> DraftText {
    footnotes.decoded(format == .markdown ? text.replacing(DraftMarkdown.decode(text.bytes)) : text)
  }

  mutating func body(_ text: DraftText) -> BracketedText {
    let string = text.string
    let (body, reports) = reader.read(string)
    place(reports, in: text)
    place(reader.suspectedLostStrikethroughs(in: string), in: text, areSuspicions: true)
    return body
  }

  /// Adds reports on a piece of text with their places in the file.
  private mutating func place(_ reports: [Diagnostic], in text: DraftText, areSuspicions: Bool = false) {
    if reports.isEmpty { return }
    let places = text.places(
      of: reports.map { DraftText.Place(line: $0.line, column: $0.column) })
    for (report, place) in zip(reports, places) {
      var report = report
      (report.line, report.column, report.isSuspicion) = (place.line, place.column, areSuspicions)
      diagnostics.append(report)
    }
  }

  private mutating func open(_ name: SectionName) {
    if positions[name] != nil { return }
    positions[name] = sections.count
    sections.append(ConsolidatedDraft.Section(name: name))
    lines.append([])
  }

  /// Adds an item, with the number that people count for it where none is printed.
  mutating func append(
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

  mutating func report(_ text: DraftText, _ message: String) {
    diagnostics.append(
      Diagnostic(line: text.place.line, column: text.place.column, message: message))
  }
}
