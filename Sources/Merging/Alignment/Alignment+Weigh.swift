extension Alignment {
  /// Aligns a window by dynamic programming: the greatest weight of kept words, less a toll for each hunk.
  ///
  /// Between two places where the same word stands in both texts nothing can be gained, so only these are looked at
  /// (``Table``).
  ///
  /// - Cost: at most the product of the two lengths, which is taken from ``budget``; mostly far less.
  mutating func weigh(_ a: Range<Int>, _ b: Range<Int>) {
    budget -= a.count * b.count
    table.begin(columns: b.count)
    let equals = occurrences.chain(version[b], &table.next, for: base[a])
    table.fill(base[a], b.count, equals, traits, occurrences)
    occurrences.unchain(version[b])
    table.trace()
    for pair in table.path.reversed() {
      keep(a.lowerBound + Int(pair.row) - 1, b.lowerBound + Int(pair.column) - 1)
    }
  }
}
