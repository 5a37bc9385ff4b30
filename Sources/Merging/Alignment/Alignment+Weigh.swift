extension Alignment {
  /// Aligns a window by dynamic programming: the greatest weight of kept words, less a toll for each hunk.
  ///
  /// Between two places where the same word stands in both texts nothing can be gained, so only these are looked at
  /// (``Table``).
  ///
  /// - Cost: at most the product of the two lengths, which is taken from ``budget``; mostly far less.
  mutating func weigh(_ a: Range<Int>, _ b: Range<Int>, _ traits: [WordTraits]) {
    budget -= a.count * b.count
    table.begin(columns: b.count)
    let equals = occurrences.chain(b, of: version, &table.next, for: a, of: base)
    if equals > 0 { table.fill(a, of: base, b.count, equals, traits, occurrences) }
    occurrences.unchain(b, of: version)
    if equals == 0 { return }
    table.trace()
    while let run = table.path.popLast() { keep(a.lowerBound + run.base, b.lowerBound + run.version, count: run.count) }
  }
}
