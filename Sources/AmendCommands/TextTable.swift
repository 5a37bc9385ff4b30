internal import Negotiation

/// Prints a table in columns; a cell that is too long goes on in the next line.
struct TextTable {
  /// The greatest width of each column; the last may be as wide as it likes where none is given.
  var limits: [Int]

  /// - Parameter bold: how the heads are written.
  func text(_ table: ReportTable, bold: (String) -> String) -> String {
    let cells = table.rows.map { row in
      row.enumerated().map { wrapped($0.element, to: limits.indices.contains($0.offset) ? limits[$0.offset] : .max) }
    }
    let widths = table.columns.indices.map { column in
      max(Self.width(table.columns[column]), cells.flatMap { $0[column].map(Self.width) }.max() ?? 0)
    }
    var output = bold(line(table.columns, widths)) + "\n"
    for row in cells {
      for index in 0..<(row.map(\.count).max() ?? 0) {
        output += line(row.map { $0.indices.contains(index) ? $0[index] : "" }, widths) + "\n"
      }
    }
    return output
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      line += cell + String(repeating: " ", count: max(0, widths[index] - Self.width(cell)) + 2)
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func wrapped(_ cell: String, to width: Int) -> [String] {
    var lines: [String] = []
    for part in cell.split(separator: "\n") {
      var (line, used) = ("", 0)
      for word in part.split(separator: " ") {
        let length = Self.width(word)
        if !line.isEmpty, used + 1 + length > width {
          lines.append(line)
          line = String(word)
          used = length
        } else {
          used += (line.isEmpty ? 0 : 1) + length
          line += (line.isEmpty ? "" : " ") + word
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// How many characters a text has; most are one byte each, and then need not be looked for.
  private static func width(_ text: some StringProtocol) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
  }
}

extension ReportTable {
  /// Comma-separated values (RFC 4180), the heads first.
  var csv: String {
    ([columns] + rows).map { row in row.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A table of Markdown as GitHub reads it; lines of one cell are parted by `<br>`.
  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map {
          $0.replacing("|", with: "\\|").split(separator: "\n").joined(separator: "<br>")
        }.joined(separator: " | ") + " |\n"
    }
    return line(columns) + line(columns.map { _ in "---" }) + rows.map(line).joined()
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
