extension Alignment {
  /// Aligns a window by dynamic programming: the greatest weight of kept words, less a toll for each hunk.
  ///
  /// Between two places where the same word stands in both texts nothing can be gained, so only these are looked at, and
  /// a row of the table is written only where its word stands in the version's window (``Table``).
  ///
  /// - Cost: at most the product of the two lengths, which is taken from ``budget``; mostly far less.
  mutating func weigh(_ a: Range<Int>, _ b: Range<Int>) {
    budget -= a.count * b.count
    table.begin(rows: a.count, columns: b.count)
    for (column, position) in zip(stride(from: b.count, to: 0, by: -1), b.reversed()) {
      let word = Int(version[position])
      table.next[column] = occurrences.inVersion[word]
      occurrences.inVersion[word] = Int32(truncatingIfNeeded: column)
    }
    for position in a {
      let word = Int(base[position])
      table.addRow(firstColumn: occurrences.inVersion[word], weight: traits[word].weight)
    }
    for position in b { occurrences.inVersion[Int(version[position])] = 0 }
    table.trace()
    for pair in table.path.reversed() {
      keep(a.lowerBound + Int(pair.row) - 1, b.lowerBound + Int(pair.column) - 1)
    }
  }
}
