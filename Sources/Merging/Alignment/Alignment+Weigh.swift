extension Alignment {
  /// Aligns a window by dynamic programming: the greatest weight of kept words, less a toll for each hunk.
  ///
  /// `kept[i, j]` is the best that ends with the words before `i` and `j` kept, `open[i, j]` the best that ends in a hunk.
  ///
  /// - Cost: the product of the two lengths, taken from ``budget``.
  mutating func weigh(_ a: Range<Int>, _ b: Range<Int>) {
    let (n, m) = (a.count, b.count)
    let width = m + 1
    let never: Int32 = -1_000_000_000
    budget -= n * m
    var matched = Array(repeating: never, count: (n + 1) * width)
    var open = matched
    matched[0] = 0
    for i in 0...n {
      let row = i * width
      let word = i > 0 ? base[a.lowerBound + i - 1] : -1
      let weight = i > 0 ? traits[Int(word)].weight : 0
      for j in 0...m {
        let cell = row + j
        if i > 0, j > 0, word == version[b.lowerBound + j - 1] {
          matched[cell] = max(matched[cell - width - 1], open[cell - width - 1]) + weight
        }
        var best = never
        if i > 0 { best = max(open[cell - width], matched[cell - width] - Alignment.toll) }
        if j > 0 { best = max(best, max(open[cell - 1], matched[cell - 1] - Alignment.toll)) }
        open[cell] = best
      }
    }
    let first = trace(n, m, width, matched, open)
    for pair in first.reversed() { keep(a.lowerBound + pair.base, b.lowerBound + pair.version) }
  }

  /// The kept words of the best path, last first.
  private func trace(_ n: Int, _ m: Int, _ width: Int, _ matched: [Int32], _ open: [Int32]) -> [Kept] {
    var (i, j) = (n, m)
    var isMatched = matched[n * width + m] >= open[n * width + m]
    var path: [Kept] = []
    while i > 0 || j > 0 {
      let cell = i * width + j
      if isMatched {
        path.append(Kept(base: i - 1, version: j - 1))
        isMatched = open[cell - width - 1] <= matched[cell - width - 1]
        (i, j) = (i - 1, j - 1)
      } else if j > 0, open[cell - 1] == open[cell] {
        j -= 1
      } else if j > 0, matched[cell - 1] - Alignment.toll == open[cell] {
        (j, isMatched) = (j - 1, true)
      } else if i > 0, open[cell - width] == open[cell] {
        i -= 1
      } else {
        (i, isMatched) = (i - 1, true)
      }
    }
    return path
  }
}
