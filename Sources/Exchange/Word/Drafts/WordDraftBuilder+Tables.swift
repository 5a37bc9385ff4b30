internal import Merging
internal import Notation

/// Tables: each row is a line of the paragraph before it, `| cell | cell |`.
extension WordDraftBuilder {
  /// Before the text begins, a table only sets lines beside each other; later its rows are lines of the paragraph before.
  mutating func write(_ table: WordTable) {
    let isLayout = lines.isEmpty || table.rows.allSatisfy { $0.cells.count <= 1 }
    if isLayout || isInTitle {
      for row in table.rows.map(\.withOwnChanges) { for paragraph in row.cells.flatMap({ $0 }) { write(paragraph) } }
      return
    }
    let rows = table.rows.map(\.withOwnChanges.withoutMarks)
    if case .draft = view, rows.areOneText { return writeChanged(rows) }
    var written: [WrittenRow] = []
    for row in rows {
      let first = number + 1
      let cells = row.cells.enumerated().compactMap { place, cell -> String? in
        let text = cellText(cell) { (builder, paragraph) in
          builder.number += 1
          return builder.text(of: paragraph)
        }
        return row.hasCell(place, isThere: view.has) ? text : nil
      }
      if cells.contains(where: { !$0.isEmpty }) || row.isEmpty {
        written.append(WrittenRow(content: .cells(cells), place: first))
      } else if let line = takenBack(row) {
        written.append(WrittenRow(content: .line(line), place: first))
      }
    }
    for line in lines(of: written) { append(line.text, at: line.place) }
  }

  private struct WrittenRow {
    enum Content {
      case cells([String])
      case line(String)
    }

    var content: Content
    var place: Int
  }

  /// The lines of rows; a bracket that begins in the first cell of one and ends in the last cell of the same or another stands
  /// round them.
  private func lines(of rows: [WrittenRow]) -> [(text: String, place: Int)] {
    var brackets = RowBrackets(changes.labels)
    var lines: [(text: String, place: Int)] = []
    for row in rows {
      let (text, goesOn) =
        switch row.content {
        case .cells(let cells): brackets.line(cells)
        case .line(let line): (line, false)
        }
      if goesOn, let last = lines.indices.last {
        lines[last].text += " " + text
      } else {
        lines.append((text, row.place))
      }
    }
    if brackets.depth == 0 { return lines }
    return rows.map { row in
      switch row.content {
      case .cells(let cells): (WordTable.line(cells), row.place)
      case .line(let line): (line, row.place)
      }
    }
  }

  /// The draft's own row where one that is gone stood in a bracket as a whole: what that proposed is taken back, and nothing is
  /// said about the words under it; `nil` for any other row.
  private func takenBack(_ row: WordTable.Row) -> String? {
    var builder = self
    var brackets = RowBrackets(changes.labels)
    let runs = row.cells.map { cell in
      cell.map { $0.runs.filter { run in !run.changes.contains { $0.kind.isArrival } } }
    }
    guard runs.joined().joined().allSatisfy({ $0.note == nil }) else { return nil }
    let cells = runs.map { cell in
      builder.cellText(cell.map { WordParagraph(runs: $0) }) { $0.written($1.runs) { _ in true } }
    }
    let line = brackets.line(cells).text
    guard line.first == "[", brackets.depth == 0 else { return nil }
    let base = BracketReader(labels: changes.labels).read(line).text.reading(of: nil)
    return base.isEmpty ? nil : base
  }

  /// A table of which rows came or went: it is one text before and after, so that no bracket tears a row.
  private mutating func writeChanged(_ rows: [WordTable.Row]) {
    let first = number + 1
    number += rows.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.count } }
    let delegations = changes.delegations(rows.flatMap(\.runs) + rows.flatMap(\.runsOfCellChanges))
    let changes = changes
    func table(acceptedBy labels: [String]) -> String {
      var written: [WrittenRow] = []
      for row in rows {
        let isThere = { (run: WordRun) in changes.has(run, acceptedBy: labels) }
        let cells = row.cells.enumerated().compactMap { place, cell in
          row.hasCell(place, isThere: isThere)
            ? cellText(cell) { $0.written($1.runs, isThere: isThere) } : nil
        }
        if cells.contains(where: { !$0.isEmpty }) || row.isEmpty {
          written.append(WrittenRow(content: .cells(cells), place: first))
        }
      }
      return lines(of: written).map(\.text).joined(separator: "\n")
    }
    let base = table(acceptedBy: [])
    let versions = delegations.map { Version(label: $0, text: table(acceptedBy: [$0])) }
    let text = delegations.isEmpty ? base : changes.written(base: base, versions: versions)
    for line in text.split(separator: "\n") {
      // A row may begin with the end of a bracket, and would go on with the row before.
      append(DraftFormat.furtherLine(String(line), after: lines.last?.text ?? "", labels: changes.labels), at: first)
    }
  }

  private mutating func append(_ line: String, at paragraph: Int) { lines.append((line, .paragraph(paragraph))) }

  /// The text of a cell on one line.
  private mutating func cellText(
    _ cell: [WordParagraph], written: (inout WordDraftBuilder, WordParagraph) -> String
  ) -> String {
    var texts: [String] = []
    for paragraph in cell {
      let text = written(&self, paragraph).split(separator: "\n").joined(separator: " ")
      if !text.isEmpty { texts.append(paragraph.number.map { $0 + " " + text } ?? text) }
    }
    return texts.joined(separator: " ")
  }
}
