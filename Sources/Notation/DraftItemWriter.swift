internal import Drafting
internal import Merging
internal import TextForm

/// Writes the parts of a draft, each as the lines between two empty ones.
struct DraftItemWriter {
  let escapes: DraftEscapes
  private let format: DraftFormat
  private let language: Language
  private let brackets: BracketWriter
  private let showsMoves: Bool
  private let isPlain: Bool

  /// Whether words are told apart by their emphasis; otherwise those of a paragraph are one span, in a third of the time.
  private let hasEmphasis: Bool

  /// How many footnotes the draft has.
  private let notes: Int

  /// How the marks of notes are written.
  private let markFormat: DraftFormat

  /// - Parameter hasNotesApart: whether the notes stand elsewhere and not as lines of the draft: marks are `[^1]` then,
  ///   and what looks like `1/` is text.
  init(
    _ writer: DraftWriter, language: Language, notes: Int, hasNotesApart: Bool = false, hasEmphasis: Bool = true
  ) {
    markFormat = hasNotesApart ? .markdown : writer.format
    let labels = LabelTable(registry: writer.registry)
    escapes = DraftEscapes(labels: labels, format: writer.format)
    format = writer.format
    self.language = language
    showsMoves = writer.showsMoves
    isPlain = writer.isPlain
    self.notes = notes
    self.hasEmphasis = hasEmphasis
    brackets = BracketWriter(notation: writer.notation, language: language, labels: labels)
  }

  /// What ends a line that is not the last of its block: in Markdown two spaces keep it a line.
  private var lineBreak: String { format == .markdown ? "  \n" : "\n" }

  func title(_ lines: [String]) -> DraftSpans {
    var block = DraftSpans()
    for (index, line) in lines.enumerated() {
      var text = inline(DraftSpans([Span(line)]))
      if format == .markdown {
        block.append("# ", .heading)
      } else if !isPlain, escapes.needsBackslash(text.bytes, at: .title) {
        text.apply([DraftText.Edit(0..<0, "\\")])
      }
      block.append(text.emphasized(.heading))
      if index < lines.count - 1 { block.append("\n") }
    }
    return block
  }

  func write(_ item: ConsolidatedDraft.Item, body: BracketedText) -> DraftSpans {
    var text = inline(DraftSpans(words(of: body)))
    if item.kind == .heading {
      var block = DraftSpans()
      if !isPlain, escapes.headingNeedsBackslash(text.bytes) { text.apply([DraftText.Edit(0..<0, "\\")]) }
      if format == .markdown || !escapes.isPlainHeading(text.bytes) { block.append("## ", .heading) }
      block.append(text.emphasized(.heading))
      return block
    }
    let number: String =
      if case .numbered(let number) = item.kind { printed(number) + " " } else { "" }
    let bytes = text.bytes
    let isOneLine = !holds(0x0A, bytes.span)
    let ends = isPlain ? [] : isOneLine ? escapesAtEnd(of: bytes, from: 0) : escapesAtEnds(ofLinesIn: bytes)
    text.apply(ends)
    let status = inline(CommandWords.text(of: item.status, in: language))
    let hasOwnLine = !status.isEmpty && !isReadable(status, behind: ends.isEmpty ? bytes : text.bytes)
    // What a line looks like to the reader depends on the status behind it.
    if !status.isEmpty, !hasOwnLine { text.append(" " + status, .status) }
    // Behind a number nothing is asked of the first line, and most paragraphs have no other.
    if !isOneLine || number.isEmpty { text.apply(escapesOfLines(in: text.bytes, behind: number)) }
    var block = DraftSpans()
    block.append(number)
    block.append(text)
    if !status.isEmpty, hasOwnLine { block.append(lineBreak + status, .status) }
    for placement in item.placements {
      block.append(lineBreak)
      let labels = placement.labels
      block.append("[", labels: labels)
      block.append(labels.joined(separator: ", ") + ":", .label, labels: labels)
      block.append(" ", labels: labels)
      block.append(CommandWords.text(of: placement.anchor, in: language), .added, labels: labels)
      block.append("]", labels: labels)
    }
    for note in item.notes { block.append(lineBreak + inline(note)) }
    return block
  }

  private func words(of body: BracketedText) -> [Span] {
    if isPlain, body.hasNoBracket { return [Span(body.reading(of: nil))] }
    return hasEmphasis ? brackets.spans(of: body, showsMoves: showsMoves) : [Span(brackets.write(body))]
  }

  func notes(_ footnotes: [Footnote], unmarked: [String]) -> DraftSpans {
    var block = DraftSpans()
    block.append(self.unmarked(unmarked, isAmongOthers: !footnotes.isEmpty).joined(separator: "\n"))
    for (index, note) in footnotes.enumerated() {
      if index > 0 { block.append("\n") } else if !unmarked.isEmpty { block.append("\n\n") }
      block.append(format == .markdown ? "[^\(note.number)]" : "\(note.number)/", .note)
      block.append(format == .markdown ? ": " + inline(note.text) : " " + note.text)
    }
    return block
  }

  /// The notes that no mark belongs to, each as it is written.
  func unmarked(_ notes: [String], isAmongOthers: Bool) -> [String] {
    notes.map { unmarkedNote($0, isAmongOthers: isAmongOthers) }
  }

  /// A note that no mark belongs to: behind a lone slash, or where it has a number of its own as it stood (`1.` and a
  /// tab), which among other notes cannot be taken for a paragraph.
  private func unmarkedNote(_ note: String, isAmongOthers: Bool) -> String {
    let bytes = Array(note.utf8)
    guard isAmongOthers, format == .text, let line = FootnoteLine(plainNumber: bytes) else {
      return "/ " + inline(note)
    }
    let number = String(decoding: bytes[..<line.start], as: UTF8.self)
    guard number.hasSuffix(". ") else { return "/ " + inline(note) }
    return number.dropLast() + "\t" + inline(String(decoding: bytes[line.start...], as: UTF8.self))
  }

  /// `17.`; in Markdown with a backslash, so that no list is made of it and numbered anew.
  private func printed(_ number: ParagraphNumber) -> String {
    format == .markdown && number.description.utf8.allSatisfy(DraftLineKind.isDigit)
      ? "\(number)\\." : "\(number)."
  }

  private func inline(_ text: String) -> String {
    format == .markdown ? DraftText(text).replacing(DraftMarkdown.encode(Array(text.utf8))).string : text
  }

  private func inline(_ spans: DraftSpans) -> DraftSpans {
    var spans = hasEmphasis ? spans.withNotesApart : spans
    spans.apply(FootnoteMarks.encode(spans.bytes, count: notes, format: markFormat))
    if format == .markdown { spans.apply(DraftMarkdown.encode(spans.bytes)) }
    return spans
  }

  private func escapesAtEnds(ofLinesIn bytes: [UInt8]) -> [DraftText.Edit] {
    var edits: [DraftText.Edit] = []
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      edits += escapesAtEnd(of: Array(line), from: start)
      start += line.count + 1
    }
    return edits
  }

  private func escapesAtEnd(of line: [UInt8], from start: Int) -> [DraftText.Edit] {
    escapes.trailerStarts(line).map { DraftText.Edit((start + $0)..<(start + $0), "\\") }
  }

  /// Whether a status is read as one behind the last line of a text; behind a word in capitals it is not.
  private func isReadable(_ status: String, behind text: [UInt8]) -> Bool {
    let start = text.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = String(decoding: text[start...], as: UTF8.self)
    return DraftTrailers.split(line + " " + status, labels: escapes.labels).before == line.utf8.count
  }

  /// The backslashes at the beginnings of lines, and in Markdown the spaces at their ends.
  private func escapesOfLines(in bytes: [UInt8], behind number: String) -> [DraftText.Edit] {
    var edits: [DraftText.Edit] = []
    var previous: [UInt8]?
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var written = Array(line)
      if let last = previous {
        if format == .markdown { edits.append(DraftText.Edit((start - 1)..<(start - 1), "  ")) }
        if !isPlain, escapes.needsBackslash(written, at: .further(after: last)) {
          edits.append(DraftText.Edit(start..<start, "\\"))
          written.insert(0x5C, at: 0)
        }
      } else if number.isEmpty {
        if !isPlain, escapes.needsBackslash(written, at: .first) {
          edits.append(DraftText.Edit(start..<start, "\\"))
          written.insert(0x5C, at: 0)
        }
      } else {
        written = Array(number.utf8) + written
      }
      previous = written
      start += line.count + 1
    }
    return edits
  }
}
