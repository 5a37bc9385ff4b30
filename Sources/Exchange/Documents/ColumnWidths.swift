/// How the room for a table is shared out among its columns: each holds its longest word, and what is left goes to those
/// with long lines.
struct ColumnWidths {
  /// In twentieths of a point, where there is room for the longest words; else what they want, of the whole.
  private(set) var widths: [Int]

  /// - Parameters:
  ///   - rows: the texts of the cells.
  ///   - room: in twentieths of a point.
  init(_ rows: [[String]], room: Int) {
    var least = [Int](repeating: 0, count: rows.map(\.count).max() ?? 0)
    var wanted = least
    for row in rows {
      for (column, text) in row.enumerated() {
        for line in text.split(separator: "\n") {
          let word = line.split(separator: " ").map(\.count).max() ?? 0
          least[column] = max(least[column], word)
          wanted[column] = max(wanted[column], word, min(line.count, Self.longestLine))
        }
      }
    }
    least = least.map { $0 * Self.character + Self.margins }
    wanted = wanted.map { $0 * Self.character + Self.margins }
    let (needed, asked) = (least.reduce(0, +), wanted.reduce(0, +))
    guard needed < room, asked > room else {
      widths = needed < room ? wanted : least
      return
    }
    widths = zip(least, wanted).map { least, wanted in
      least + (room - needed) * (wanted - least) / (asked - needed)
    }
  }

  /// A letter of 9 points, bold, in a word of capitals at the widest; and what the cell keeps free at its sides.
  private static let character = 110
  private static let margins = 260

  /// Longer lines are broken before they make a column wider.
  private static let longestLine = 48
}
