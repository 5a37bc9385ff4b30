extension WordTable {
  /// A row as the line of a draft: `| State | | Due |`. A line between cells that is one of their own signs has a backslash,
  /// as in Markdown.
  static func line(_ cells: [String]) -> String {
    "|"
      + cells.map { $0.isEmpty ? " |" : " \($0.utf8.contains(0x7C) ? $0.replacing("|", with: "\\|") : $0) |" }.joined()
  }
}

extension [WordTable.Row] {
  /// Whether their changes have to be read together: rows or columns came or went, or changed inside of brackets round rows.
  var areOneText: Bool {
    contains(where: \.isWhollyChanged) || contains { !$0.cellChanges.isEmpty }
      || contains { $0.runs.contains { !$0.changes.isEmpty } } && contains(where: \.opensBracket)
  }
}

extension WordTable.Row {
  var runs: [WordRun] { cells.flatMap { $0.flatMap(\.runs) } }

  /// What became of its cells, each as a run.
  var runsOfCellChanges: [WordRun] { cellChanges.values.map { WordRun("", changes: [$0]) } }

  /// Whether a view has a cell.
  ///
  /// - Parameter isThere: whether it has a run.
  func hasCell(_ place: Int, isThere: (WordRun) -> Bool) -> Bool {
    cellChanges[place].map { isThere(WordRun("", changes: [$0])) } ?? true
  }

  /// Whether nothing ever stood in the row.
  var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty && $0.note == nil } }

  /// Whether all that stands in the row came or went at once.
  fileprivate var isWhollyChanged: Bool {
    guard let change = runs.first?.changes.first else { return false }
    return runs.allSatisfy { run in run.changes.contains { $0.kind == change.kind && $0.author == change.author } }
  }

  /// Whether a bracket begins in its first cell and does not end there.
  fileprivate var opensBracket: Bool {
    let text = cells.first?.flatMap(\.runs).map(\.text).joined() ?? ""
    return text.first == "[" && text.count { $0 == "[" } > text.count { $0 == "]" }
  }

  /// The row without marks of its paragraphs: they end nothing where its cells stand on one line.
  var withoutMarks: WordTable.Row {
    var row = self
    for cell in row.cells.indices {
      for paragraph in row.cells[cell].indices { row.cells[cell][paragraph].markChanges = [] }
    }
    return row
  }

  /// The row with what became of it as a whole said of each word and of each paragraph in it.
  var withOwnChanges: WordTable.Row {
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
