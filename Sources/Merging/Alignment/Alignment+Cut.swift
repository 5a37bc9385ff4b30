extension Alignment {
  /// Aligns a window: directly when it is small, else piece by piece between the words that stand once in both.
  mutating func cut(_ a: Range<Int>, _ b: Range<Int>, depth: Int, _ traits: [WordTraits]) {
    if a.isEmpty || b.isEmpty { return }
    // Between words that are kept stand mostly the same words in both: then nothing is to be weighed.
    if isEqual(a, b) { return keep(a.lowerBound, b.lowerBound, count: a.count) }
    let (cells, isTooLarge) = a.count.multipliedReportingOverflow(by: b.count)
    if !isTooLarge, cells <= 2500 { return weigh(a, b, traits) }
    let chain = depth < 24 ? anchors(a, b, traits) : []
    if chain.isEmpty {
      if !isTooLarge, cells <= 250_000, cells <= budget { return weigh(a, b, traits) }
      return walk(a, b)
    }
    var (i, j) = (a.lowerBound, b.lowerBound)
    for anchor in chain {
      cut(i..<anchor.base, j..<anchor.version, depth: depth + 1, traits)
      keep(anchor.base, anchor.version)
      (i, j) = (anchor.base + 1, anchor.version + 1)
    }
    cut(i..<a.upperBound, j..<b.upperBound, depth: depth + 1, traits)
  }

  private func isEqual(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    let (first, second) = (base.span.extracting(a), version.span.extracting(b))
    for index in first.indices where first[index] != second[index] { return false }
    return true
  }

  /// The longest chain, rising in both texts, of content words that stand exactly once in each window (patience).
  private mutating func anchors(_ a: Range<Int>, _ b: Range<Int>, _ traits: [WordTraits]) -> [Kept] {
    let candidates = occurrences.single(a, of: base, b, of: version) { traits[$0].weight == 20 }
    if areRising(candidates) { return candidates }
    return longestRising(candidates.map { Int32(truncatingIfNeeded: $0.version) }).map { candidates[$0] }
  }
}

/// Whether words that follow one another in the base do so in the version too: most texts move nothing.
private func areRising(_ words: [Alignment.Kept]) -> Bool {
  for index in words.indices.dropFirst() where words[index - 1].version >= words[index].version { return false }
  return true
}

/// The places of a longest strictly rising subsequence of `values`; of several, always the same one.
///
/// - Cost: n log n.
func longestRising<Value: Comparable>(_ values: [Value]) -> [Int] {
  var tails: [Int] = []
  tails.reserveCapacity(values.count)
  var previous = Array(repeating: -1, count: values.count)
  for index in values.indices {
    var (low, high) = (0, tails.count)
    while low < high {
      let middle = (low + high) / 2
      if values[tails[middle]] < values[index] { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[index] = tails[low - 1] }
    if low == tails.count { tails.append(index) } else { tails[low] = index }
  }
  var chain: [Int] = []
  var index = tails.last ?? -1
  while index >= 0 {
    chain.append(index)
    index = previous[index]
  }
  return chain.reversed()
}
