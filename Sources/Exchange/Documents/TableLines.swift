internal import Drafting
internal import Notation

/// Lines of a paragraph that are rows of a table, `| State | Due |`: they become a table of Word.
enum TableLines {
  /// The blocks of one paragraph's lines, the first of which is the paragraph itself.
  ///
  /// Lines stay lines where a table could not say the same: a bracket goes over the border of a cell and is not one round whole
  /// rows, a change over the border of a row, or the words of a cell touch its border once a change is made.
  ///
  /// - Parameter labels: whom brackets may name; `nil` where none stands in the lines.
  static func blocks(_ lines: [WordParagraph], labels: LabelTable? = nil) -> [WordBlock] {
    guard lines.count > 1, lines.dropFirst().contains(where: { $0.text.hasPrefix("|") }) else {
      return lines.map { .paragraph($0) }
    }
    var blocks: [WordBlock] = []
    var index = 0
    while index < lines.count {
      let (rows, count) = index > 0 ? rows(of: lines[index...], labels) : ([], 0)
      let end = index + count
      if rows.contains(where: { $0.cells.count > 1 }),
        arePaired(rows, breaks: lines[(index - 1)..<end], isLast: end == lines.count, haveBrackets: labels != nil),
        case .paragraph(var before)? = blocks.popLast()
      {
        let all = rows.allSatisfy { $0.changes == rows[0].changes } ? rows[0].changes : []
        // Only where the paragraph came or went with its table did its own mark; else the break was the first row's.
        if all.isEmpty || lines[end - 1].markChanges != all { before.markChanges = [] }
        before.markFormat = []
        var table = WordTable(rows: rows)
        table.indentation = 864
        table.widths =
          ColumnWidths(
            rows.map { $0.cells.map { $0.flatMap(\.runs).map(\.text).joined() } },
            room: WordPage.width(isLandscape: false) - table.indentation
          ).widths
        // What follows would touch the table, and a document cannot end with one.
        blocks += [
          .paragraph(before), .table(table),
          .paragraph(WordParagraph(style: WordStyle.cell.rawValue, markChanges: all)),
        ]
        index = end
      } else {
        blocks += lines[index..<max(end, index + 1)].map { .paragraph($0) }
        index = max(end, index + 1)
      }
    }
    return blocks
  }

  /// Whether the breaks between lines came and went with whole rows, so that they are the rows' own.
  private static func arePaired(
    _ rows: [WordTable.Row], breaks: ArraySlice<WordParagraph>, isLast: Bool, haveBrackets: Bool
  ) -> Bool {
    let between = breaks.dropLast(isLast ? 1 : 0)
    let looks = rows.compactMap { $0.cells.joined().flatMap(\.runs).kindOfLook }
    guard haveBrackets || looks.sorted() == between.compactMap(\.markFormat.kindOfChange).sorted() else { return false }
    let changed = rows.flatMap(\.changes)
    let changedBetween = between.flatMap(\.markChanges)
    return changed.map(\.kind).sorted() == changedBetween.map(\.kind).sorted()
      && !changed.contains { $0.moveName != nil }
      || changed.count == rows.count && breaks.allSatisfy { $0.markChanges == rows[0].changes }
  }

  /// The row that a line is; `nil` for any other line.
  ///
  /// - Parameter hasBrackets: whether brackets say what comes and goes, in the characters of the line.
  static func row(_ line: WordParagraph, hasBrackets: Bool = false) -> WordTable.Row? {
    let text = line.text
    guard line.style == WordStyle.continued.rawValue, text.hasPrefix("| "), text.hasSuffix(" |") else { return nil }
    let whole = line.runs[0].changes
    let isWhole = whole.count == 1 && line.runs.allSatisfy { $0.changes == whole }
    if isWhole, whole[0].kind == .movedFrom || whole[0].kind == .movedTo { return nil }
    var cells: [[WordRun]] = []
    var previous: Character = " "
    for (index, run) in line.runs.enumerated() {
      var piece = run
      piece.text = ""
      for place in run.text.indices {
        let after = run.text.index(after: place)
        let next = after < run.text.endIndex ? run.text[after] : line.runs.dropFirst(index + 1).first?.text.first ?? " "
        // The backslash before a `|` that is a sign of the cell.
        if run.text[place] == "\\", next == "|", after < run.text.endIndex, !cells.isEmpty {
          previous = "\\"
          continue
        }
        if run.text[place] == "|", previous == " ", next == " " {
          guard run.changes.isEmpty || isWhole else { return nil }
          if !cells.isEmpty, !piece.text.isEmpty { cells[cells.count - 1].append(piece) }
          piece.text = ""
          cells.append([])
        } else if !cells.isEmpty {
          piece.text.append(run.text[place])
        }
        previous = run.text[place]
      }
      if !cells.isEmpty, !piece.text.isEmpty || piece.note != nil { cells[cells.count - 1].append(piece) }
      if run.note != nil { previous = "x" }
    }
    cells.removeLast()
    cells = cells.map(trimmed)
    let isOfOneLook = line.runs.kindOfLook != nil && cells.contains { !$0.isEmpty }
    guard isWhole || hasBrackets || isOfOneLook || [true, false].allSatisfy({ isRow(cells, line.runs, before: $0) })
    else { return nil }
    let texts = cells.map { $0.map(\.text).joined() }
    guard WordTable.line(texts) == text, texts.allSatisfy(isBalanced) else { return nil }
    return WordTable.Row(
      cells: cells.map { [WordParagraph(style: WordStyle.cell.rawValue, runs: $0)] }, changes: isWhole ? whole : [])
  }

  /// Whether a line is the row of its cells before its changes, or after them.
  private static func isRow(_ cells: [[WordRun]], _ line: [WordRun], before: Bool) -> Bool {
    let text = { (runs: [WordRun]) in
      runs.filter { $0.stands(before: before) }.map { $0.note == nil ? $0.text : "\u{FFFC}" }.joined()
    }
    return Paragraph.canonical(WordTable.line(cells.map(text))) == Paragraph.canonical(text(line))
  }

  /// Without the spaces that part words from the lines between cells.
  private static func trimmed(_ runs: [WordRun]) -> [WordRun] {
    var runs = runs
    if runs.first?.text.first == " " { runs[0].text.removeFirst() }
    if let last = runs.indices.last, runs[last].text.last == " " { runs[last].text.removeLast() }
    return runs.filter { !$0.text.isEmpty || $0.note != nil }
  }

  private static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

extension WordRun {
  /// Whether it stands in the text before its changes, or after them, tracked or of the look of changes.
  fileprivate func stands(before: Bool) -> Bool {
    !changes.contains { $0.kind.isArrival == before } && !format.isSuperset(of: before ? .added : .struck)
  }
}

extension WordFormat {
  /// What words that look so do; `nil` for any other look.
  fileprivate var kindOfChange: WordChange.Kind? {
    isSuperset(of: .added) ? .inserted : isSuperset(of: .struck) ? .deleted : nil
  }
}

extension [WordRun] {
  /// What all of them do by their look; `nil` where that is not one and the same.
  fileprivate var kindOfLook: WordChange.Kind? {
    guard let kind = first?.format.kindOfChange, allSatisfy({ $0.format.kindOfChange == kind }) else { return nil }
    return kind
  }
}

extension [WordChange.Kind] {
  fileprivate func sorted() -> [WordChange.Kind] { filter(\.isArrival) + filter { !$0.isArrival } }
}
