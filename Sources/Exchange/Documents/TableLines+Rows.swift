internal import Notation

/// Which lines are rows, with the brackets that stand round them.
extension TableLines {
  /// The rows that the first of some lines are, and of how many lines.
  static func rows(
    of lines: ArraySlice<WordParagraph>, _ labels: LabelTable?
  ) -> (rows: [WordTable.Row], count: Int) {
    guard let labels else {
      var rows: [WordTable.Row] = []
      while rows.count < lines.count, let row = row(lines[lines.startIndex + rows.count]) { rows.append(row) }
      return (rows, rows.count)
    }
    var brackets = RowBrackets(labels)
    var known = RowBrackets(labels)
    var (rows, whole): ([WordTable.Row], (rows: Int, count: Int)) = ([], (0, 0))
    for (count, line) in lines.enumerated() {
      guard let found = Self.rows(of: line, &brackets), known.write(found) == line.text else { break }
      rows += found
      // A bracket ends with the table that it begins in.
      if brackets.depth == 0 { whole = (rows.count, count + 1) }
    }
    return (Array(rows.prefix(whole.rows)), whole.count)
  }

  /// The rows that a line is, the signs of brackets round each in its first cell and its last.
  private static func rows(of line: WordParagraph, _ brackets: inout RowBrackets) -> [WordTable.Row]? {
    let text = line.text
    guard let parts = brackets.parts(of: text) else { return nil }
    var rows: [WordTable.Row] = []
    for part in parts {
      var words = line
      words.runs = line.runs.cut(to: text.distances(part.row))
      guard var row = row(words, hasBrackets: true), let last = row.cells.indices.last else { return nil }
      row.cells[0][0].runs.insert(contentsOf: line.runs.cut(to: text.distances(part.before)), at: 0)
      row.cells[last][0].runs += line.runs.cut(to: text.distances(part.after))
      rows.append(row)
    }
    return rows
  }
}

extension RowBrackets {
  /// The line that rows are read as.
  fileprivate mutating func write(_ rows: [WordTable.Row]) -> String {
    rows.map { row in line(row.cells.map { $0.map(\.text).joined() }).text }.joined(separator: " ")
  }
}

extension WordParagraph {
  /// What stands in its runs.
  var text: String { runs.map(\.text).joined() }
}

extension String {
  fileprivate func distances(_ range: Range<Index>) -> Range<Int> {
    let start = distance(from: startIndex, to: range.lowerBound)
    return start..<(start + distance(from: range.lowerBound, to: range.upperBound))
  }
}

extension [WordRun] {
  /// What stands in a range of their characters.
  fileprivate func cut(to range: Range<Int>) -> [WordRun] {
    var place = 0
    return compactMap { run in
      let (start, end) = (place, place + run.text.count)
      place = end
      if run.text.isEmpty { return range.contains(start) ? run : nil }
      let kept = (start..<end).clamped(to: range)
      if kept.isEmpty { return nil }
      var run = run
      run.text = String(run.text.dropFirst(kept.lowerBound - start).prefix(kept.count))
      return run
    }
  }
}
