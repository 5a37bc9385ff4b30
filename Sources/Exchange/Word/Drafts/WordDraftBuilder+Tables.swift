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
    if case .draft = view, rows.contains(where: \.isWhollyChanged) { return writeChanged(rows) }
    for row in rows {
      let first = number + 1
      var cells: [String] = []
      for cell in row.cells {
        cells.append(
          cellText(cell) { (builder, paragraph) in
            builder.number += 1
            return builder.text(of: paragraph)
          })
      }
      if cells.contains(where: { !$0.isEmpty }) || row.isEmpty { append(WordTable.line(cells), at: first) }
    }
  }

  /// A table of which rows came or went: it is one text before and after, so that no bracket tears a row.
  private mutating func writeChanged(_ rows: [WordTable.Row]) {
    let first = number + 1
    number += rows.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.count } }
    let delegations = changes.delegations(rows.flatMap(\.runs))
    let changes = changes
    func table(acceptedBy labels: [String]) -> String {
      var lines: [String] = []
      for row in rows {
        let cells = row.cells.map { cell in
          cellText(cell) { (builder, paragraph) in
            builder.written(paragraph.runs) { changes.has($0, acceptedBy: labels) }
          }
        }
        if cells.contains(where: { !$0.isEmpty }) || row.isEmpty { lines.append(WordTable.line(cells)) }
      }
      return lines.joined(separator: "\n")
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

extension WordTable {
  /// A row as the line of a draft: `| State | | Due |`. A line between cells that is one of their own signs has a backslash,
  /// as in Markdown.
  static func line(_ cells: [String]) -> String {
    "|"
      + cells.map { $0.isEmpty ? " |" : " \($0.utf8.contains(0x7C) ? $0.replacing("|", with: "\\|") : $0) |" }.joined()
  }
}

extension WordTable.Row {
  fileprivate var runs: [WordRun] { cells.flatMap { $0.flatMap(\.runs) } }

  /// Whether nothing ever stood in the row.
  fileprivate var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty && $0.note == nil } }

  /// Whether all that stands in the row came or went at once.
  fileprivate var isWhollyChanged: Bool {
    guard let change = runs.first?.changes.first else { return false }
    return runs.allSatisfy { run in run.changes.contains { $0.kind == change.kind && $0.author == change.author } }
  }

  /// The row without marks of its paragraphs: they end nothing where its cells stand on one line.
  fileprivate var withoutMarks: WordTable.Row {
    var row = self
    for cell in row.cells.indices {
      for paragraph in row.cells[cell].indices { row.cells[cell][paragraph].markChanges = [] }
    }
    return row
  }

  /// The row with what became of it as a whole said of each word and of each paragraph in it.
  fileprivate var withOwnChanges: WordTable.Row {
    if changes.isEmpty { return self }
    func added(to known: [WordChange]) -> [WordChange] {
      changes.filter { change in !known.contains { $0.kind == change.kind && $0.author == change.author } } + known
    }
    var row = self
    for cell in row.cells.indices {
      for paragraph in row.cells[cell].indices {
        row.cells[cell][paragraph].markChanges = added(to: row.cells[cell][paragraph].markChanges)
        for run in row.cells[cell][paragraph].runs.indices {
          row.cells[cell][paragraph].runs[run].changes = added(to: row.cells[cell][paragraph].runs[run].changes)
        }
      }
    }
    return row
  }
}
