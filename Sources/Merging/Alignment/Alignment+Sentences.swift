extension Alignment {
  /// Sentences are units before words are: of a sentence that is mostly rewritten nothing is kept.
  ///
  /// That is one with several hunks and five words at least, of which less than two fifths of the weight is kept.
  mutating func dropRewrittenSentences() {
    var remaining: [Kept] = []
    var (next, start) = (0, 0)
    for position in base.indices {
      let isLast = position == base.count - 1
      guard isLast || traits[Int(base[position])].endsSentence else { continue }
      let first = next
      while next < kept.count, kept[next].base <= position { next += 1 }
      if !isRewritten(start...position, first..<next) { remaining += kept[first..<next] }
      start = position + 1
    }
    kept = remaining
  }

  private func isRewritten(_ sentence: ClosedRange<Int>, _ pairs: Range<Int>) -> Bool {
    guard sentence.count >= 5, !pairs.isEmpty, pairs.count < sentence.count else { return false }
    let from = pairs.lowerBound > 0 ? kept[pairs.lowerBound - 1].version + 1 : 0
    let to = pairs.upperBound < kept.count ? kept[pairs.upperBound].version : version.count
    var hunks = 0
    var (i, j) = (sentence.lowerBound, from)
    for pair in kept[pairs] {
      if pair.base > i || pair.version > j { hunks += 1 }
      (i, j) = (pair.base + 1, pair.version + 1)
    }
    if i <= sentence.upperBound || j < to { hunks += 1 }
    guard hunks > 1 else { return false }
    let keptWeight = kept[pairs].reduce(0) { $0 + traits[Int(base[$1.base])].weight }
    let weights = (
      base[sentence].reduce(0) { $0 + traits[Int($1)].weight },
      version[from..<to].reduce(0) { $0 + traits[Int($1)].weight }
    )
    return keptWeight * 5 < 2 * min(weights.0, weights.1)
  }
}
