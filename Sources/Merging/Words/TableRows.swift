/// The rows of the tables in a text, each a line of its own: `| State | Due |`.
struct TableRows {
  /// The rows that follow one another, for each table of the text.
  private(set) var tables: [[Row]] = []

  struct Row {
    /// The places of the lines between its cells, the first and the last of the row among them.
    var bars: [Int]

    var range: Range<Int> { bars[0]..<(bars[bars.count - 1] + 1) }
    var cellCount: Int { bars.count - 1 }

    func cell(_ number: Int) -> Range<Int> { (bars[number] + 1)..<bars[number + 1] }
  }

  /// `nil` where the text has no table.
  init?(_ text: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]) {
    var end = text.start
    for start in text.range where start >= end && TableRows.beginsRow(start, text, tokens, traits) {
      var bars = [start]
      var place = start + 1
      while place < text.end, tokens[place].gap == .none || tokens[place].gap == .space {
        // One that stands close behind a sign is a sign of the cell: `\|`.
        if traits[Int(tokens[place].word)].isBar, tokens[place].gap == .space { bars.append(place) }
        place += 1
      }
      guard bars.count > 1, bars[bars.count - 1] == place - 1 else { continue }
      if start == end, !tables.isEmpty {
        tables[tables.count - 1].append(Row(bars: bars))
      } else {
        tables.append([Row(bars: bars)])
      }
      end = place
    }
    if tables.isEmpty { return nil }
  }

  /// Whether a row may begin at a place.
  static func beginsRow(_ place: Int, _ text: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]) -> Bool {
    traits[Int(tokens[place].word)].isBar && (place == text.start || tokens[place].gap == .lineEnd)
  }
}
