internal import Drafting

/// The lines of a draft put together to title, headings and paragraphs.
struct DraftBlocks {
  struct Item {
    enum Kind: Equatable {
      case heading
      case numbered(ParagraphNumber, SectionName?)
      case counted
    }

    var kind: Kind
    /// The lines, with a line break between two that are not one sentence.
    var text: DraftText
    /// Lines of their own with a status or an order.
    var trailers: [DraftText] = []
    /// The section that the draft says begins here.
    var section: SectionName?
    /// Whether a heading announces nobody's proposal, though it looks so.
    var isPlain = false
  }

  let escapes: DraftEscapes
  private(set) var title: [DraftText] = []
  var items: [Item] = []

  /// Sections that the draft names and that hold nothing, with the number of items before them.
  private(set) var emptySections: [(name: SectionName, before: Int)] = []

  private(set) var diagnostics: [Diagnostic] = []

  var named: SectionName?

  /// The line before, as it stands in the file; empty before the first of a block.
  var previous: [UInt8] = []

  init(escapes: DraftEscapes) { self.escapes = escapes }

  mutating func read(_ lines: [DraftLine], _ footnotes: inout DraftFootnotes) {
    let end = TitleBlock.count(lines, escapes: escapes)
    for line in lines[..<end] { readTitle(line, &footnotes) }
    for (index, line) in lines[end...].enumerated() {
      let next = end + index + 1
      read(line, next: next < lines.count ? lines[next] : nil, &footnotes)
      previous = line.bytes
    }
    if let named { emptySections.append((named, items.count)) }
  }

  private mutating func readTitle(_ line: DraftLine, _ footnotes: inout DraftFootnotes) {
    if DraftFootnotes.isLoneMark(line.bytes), !title.isEmpty, let note = footnotes.next() {
      title[title.count - 1] = attaching(note, line.text, to: title[title.count - 1])
    } else if escapes.format == .markdown, line.bytes.starts(with: "# ".utf8) {
      title.append(line.text.slice(2..<line.bytes.count))
    } else {
      title.append(unescaped(line.text, at: .title))
    }
  }

  private mutating func read(_ line: DraftLine, next: DraftLine?, _ footnotes: inout DraftFootnotes) {
    let bytes = line.bytes
    if bytes.starts(with: DraftLineKind.sectionMark), readSectionMark(line.text) { return }
    if DraftFootnotes.isLoneMark(bytes), let last = items.indices.last {
      if let note = footnotes.next() {
        items[last].text = attaching(note, line.text, to: items[last].text)
        return
      }
      report(line.text, "a footnote mark without a note was kept as text")
    }
    if bytes.first == 0x5C { return readPlain(line) }
    if let number = NumberingLine(bytes), mayBeNumber(number, line) {
      add(.numbered(number.number, number.section), line.text.slice(number.range.upperBound..<bytes.count))
      return
    }
    if isAwaitingText { return appendLine(line.text) }
    if let number = NumberingLine.inBracket(bytes, labels: escapes.labels), mayBeNumber(number, line) {
      add(
        .numbered(number.number, number.section),
        line.text.replacing([DraftText.Edit(number.range)]))
      return
    }
    if let last = items.indices.last, items[last].kind != .heading, isTrailer(bytes) {
      items[last].trailers.append(line.text)
      return
    }
    readText(line, next: next)
  }

  /// A line without a number.
  private mutating func readText(_ line: DraftLine, next: DraftLine?) {
    let bytes = line.bytes
    let marks = bytes.prefix { $0 == 0x23 }.count
    if marks > 0, marks <= 6, marks < bytes.count, bytes[marks] == 0x20 {
      add(.heading, line.text.slice((marks + 1)..<bytes.count))
    } else if isIndented(line) {
      appendLine(line.text)
    } else if startsBlock(line) {
      if DraftLineKind.isSubparagraph(bytes), let last = items.last, last.kind != .heading {
        appendLine(line.text)
      } else {
        let isHeading =
          DraftLineKind.isHeading(bytes) && !DraftLineKind.isSubparagraph(bytes)
          && !introducesList(bytes, next)
        add(isHeading ? .heading : .counted, line.text)
      }
    } else if DraftLineKind.joins(bytes, to: previous) {
      items[items.count - 1].text.append(line.text, after: " ")
    } else if DraftLineKind.isStrongHeading(bytes), !DraftLineKind.isSubparagraph(bytes),
      !introducesList(bytes, next)
    {
      add(.heading, line.text)
    } else {
      appendLine(line.text)
    }
  }

  /// A line that begins with a backslash: whatever it looks like, it is words of a paragraph.
  private mutating func readPlain(_ line: DraftLine) {
    if startsBlock(line), !isIndented(line) {
      add(.counted, unescaped(line.text, at: .first))
    } else {
      appendLine(unescaped(line.text, at: .further(after: previous)))
    }
  }

  private mutating func add(_ kind: Item.Kind, _ text: DraftText) {
    items.append(Item(kind: kind, text: text, section: named))
    named = nil
  }

  private mutating func appendLine(_ text: DraftText) {
    let last = items.count - 1
    items[last].text.append(text, after: items[last].text.isEmpty ? "" : "\n")
  }

  private func unescaped(_ text: DraftText, at position: DraftEscapes.Position) -> DraftText {
    escapes.isEscaped(text.bytes, at: position) ? text.replacing([DraftText.Edit(0..<1)]) : text
  }

  /// `§ annex-1`: the next item begins that section. `§` alone ends the title block.
  private mutating func readSectionMark(_ text: DraftText) -> Bool {
    let words = text.string.split(separator: " ")
    guard words.count <= 2, words[0] == "§" else { return false }
    if let named { emptySections.append((named, items.count)) }
    named = nil
    if words.count == 2 {
      do throws(DraftingError) { named = try SectionName(words[1]) } catch { return false }
    }
    return true
  }

  private func attaching(_ note: Int, _ line: DraftText, to text: DraftText) -> DraftText {
    var text = text
    let rest = line.bytes.dropFirst().drop { $0 == 0x20 }
    text.append(DraftText(FootnoteMarks.character(note)), after: "")
    guard let first = rest.first else { return text }
    text.append(line.slice(rest.startIndex..<line.bytes.count), after: ";,.:)".utf8.contains(first) ? "" : " ")
    return text
  }

  private mutating func report(_ text: DraftText, _ message: String) {
    diagnostics.append(
      Diagnostic(line: text.place.line, column: text.place.column, message: message))
  }
}
