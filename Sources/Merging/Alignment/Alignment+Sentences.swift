extension Alignment {
  /// Sentences are units before words are: of a sentence that is mostly rewritten nothing is kept.
  ///
  /// That is one with several hunks and five words at least, of which less than two fifths of the weight is kept.
  ///
  /// - Parameter version: the words of the version.
  mutating func dropRewrittenSentences(
    _ origin: Origin, _ version: Range<Int>, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) {
    var rewritten: [Range<Int>] = []
    // The first pair that is not yet seen: a run, and how many of its words are.
    var (run, seen) = (0, 0)
    var (start, from) = (origin.text.start, version.lowerBound)
    for position in origin.sentenceEnds {
      if run < kept.count, kept[run].base <= start, position < kept[run].base + kept[run].count {
        // The whole sentence is kept: most end here.
        seen = position + 1 - kept[run].base
        from = kept[run].version + seen
        if seen == kept[run].count { (run, seen) = (run + 1, 0) }
        start = position + 1
        continue
      }
      stretches.removeAll(keepingCapacity: true)
      let versionStart = from
      while run < kept.count, kept[run].base + seen <= position {
        let count = min(kept[run].count - seen, position + 1 - kept[run].base - seen)
        stretches.append(Kept(base: kept[run].base + seen, version: kept[run].version + seen, count: count))
        from = kept[run].version + seen + count
        seen += count
        if seen == kept[run].count { (run, seen) = (run + 1, 0) }
      }
      let end = run < kept.count ? kept[run].version + seen : version.upperBound
      if isRewritten(start..<(position + 1), versionStart..<end, origin, tokens, traits) {
        rewritten.append(start..<(position + 1))
      }
      start = position + 1
    }
    if !rewritten.isEmpty { drop(rewritten) }
  }

  private func isRewritten(
    _ sentence: Range<Int>, _ range: Range<Int>, _ origin: Origin, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) -> Bool {
    guard sentence.count >= 5, !stretches.isEmpty else { return false }
    var (hunks, keptCount) = (0, 0)
    var (i, j) = (sentence.lowerBound, range.lowerBound)
    for stretch in stretches {
      if stretch.base > i || stretch.version > j { hunks += 1 }
      (i, j) = (stretch.base + stretch.count, stretch.version + stretch.count)
      keptCount += stretch.count
    }
    if i < sentence.upperBound || j < range.upperBound { hunks += 1 }
    guard hunks > 1, keptCount < sentence.count else { return false }
    return isMostlyLost(stretches, sentence, range, origin, tokens, traits)
  }

  /// Takes some stretches of the base, in order, out of what is kept.
  private mutating func drop(_ stretches: [Range<Int>]) {
    var remaining: [Kept] = []
    var next = 0
    for run in kept {
      var position = run.base
      let end = run.base + run.count
      while next < stretches.count, stretches[next].upperBound <= position { next += 1 }
      var index = next
      while position < end {
        let gone = index < stretches.count ? stretches[index] : end..<end
        if gone.lowerBound > position {
          let count = min(end, gone.lowerBound) - position
          remaining.append(Kept(base: position, version: run.version + position - run.base, count: count))
        }
        position = max(position, gone.upperBound)
        index += 1
      }
    }
    kept = remaining
  }
}
