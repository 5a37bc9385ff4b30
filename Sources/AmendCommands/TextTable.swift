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
    var widths = table.columns.map(Self.width)
    for row in cells {
      for (column, lines) in row.enumerated() {
        for line in lines { widths[column] = max(widths[column], line.width) }
      }
    }
    var head: [UInt8] = []
    write(table.columns.map { Line(text: $0, width: Self.width($0)) }, widths, to: &head)
    var output = Array((bold(String(decoding: head, as: UTF8.self)) + "\n").utf8)
    for row in cells {
      for index in 0..<(row.map { $0.count }.max() ?? 0) {
        write(row.map { $0.indices.contains(index) ? $0[index] : Line(text: "", width: 0) }, widths, to: &output)
        output.append(0x0A)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A line of a cell with its width.
  private struct Line {
    var text: String
    var width: Int
  }

  /// Writes one line of a row, without spaces behind its last word.
  private func write(_ cells: [Line], _ widths: [Int], to output: inout [UInt8]) {
    var gap = 0
    for (index, cell) in cells.enumerated() {
      if !cell.text.isEmpty {
        output.append(contentsOf: repeatElement(0x20, count: gap))
        output.append(contentsOf: cell.text.utf8)
        gap = 0
      }
      gap += max(0, widths[index] - cell.width) + 2
    }
  }

  private func wrapped(_ cell: String, to width: Int) -> [Line] {
    if cell.isEmpty { return [] }
    if cell.utf8.count <= width, Self.isPlain(cell) { return [Line(text: cell, width: cell.utf8.count)] }
    return folded(cell, to: width).map { Line(text: $0, width: Self.width($0)) }
  }

  /// Whether a cell is one line of ASCII with single spaces between its words.
  private static func isPlain(_ cell: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in cell.utf8 {
      if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20
  }

  private func folded(_ cell: String, to width: Int) -> [String] {
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

  /// A table of Markdown as GitHub reads it, in which no words are markup; lines of one cell are parted by `<br>`.
  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map {
          markdownEscaped($0).split(separator: "\n").joined(separator: "<br>")
        }.joined(separator: " | ") + " |\n"
    }
    return line(columns) + line(columns.map { _ in "---" }) + rows.map(line).joined()
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
