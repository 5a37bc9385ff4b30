extension Alignment {
  /// Aligns two texts with as many tables: rows are units before words are, and a cell is compared with the cell in its
  /// place, so that no change goes over the border of a row or a cell that stays.
  ///
  /// - Returns: whether that could be done.
  /// - Cost: the product of the numbers of rows that differ, which is bounded, beside that of the words.
  mutating func alignRows(
    _ origin: Origin, _ version: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) -> Bool {
    guard let old = origin.rows?.tables, let new = TableRows(version, tokens, traits)?.tables, old.count == new.count
    else { return false }
    let pairs = zip(old, new).map { RowPairs($0, $1, tokens, traits).pairs }
    begin(origin.text.range, version.range, tokens)
    var (i, j) = (origin.text.start, version.start)
    for (table, (rows, others)) in zip(old, new).enumerated() {
      cutTokens(i..<rows[0].range.lowerBound, j..<others[0].range.lowerBound, traits)
      for (row, other) in pairs[table] { alignCells(rows[row], others[other], tokens, traits) }
      (i, j) = (rows[rows.count - 1].range.upperBound, others[others.count - 1].range.upperBound)
    }
    cutTokens(i..<origin.text.end, j..<version.end, traits)
    return true
  }

  private mutating func alignCells(
    _ row: TableRows.Row, _ other: TableRows.Row, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) {
    guard row.cellCount == other.cellCount else { return cutTokens(row.range, other.range, traits) }
    for cell in 0..<row.cellCount {
      keepTokens(row.bars[cell], other.bars[cell], count: 1)
      cutTokens(row.cell(cell), other.cell(cell), traits)
    }
    keepTokens(row.range.upperBound - 1, other.range.upperBound - 1, count: 1)
  }
}

/// Which rows of two tables are the same row: those that share the most words in their cells, in order.
private struct RowPairs {
  private(set) var pairs: [(row: Int, other: Int)] = []

  /// More pairs of rows than this are not compared: then only those at both ends that are equal are the same.
  private static var most: Int { 10_000 }

  init(_ rows: [TableRows.Row], _ others: [TableRows.Row], _ tokens: Span<Token>, _ traits: [WordTraits]) {
    let count = min(rows.count, others.count)
    var head = 0
    while head < count, Self.areEqual(rows[head].range, others[head].range, tokens) { head += 1 }
    var tail = 0
    while tail < count - head,
      Self.areEqual(rows[rows.count - 1 - tail].range, others[others.count - 1 - tail].range, tokens)
    { tail += 1 }
    for row in 0..<head { pairs.append((row, row)) }
    let (a, b) = (head..<(rows.count - tail), head..<(others.count - tail))
    if a.count * b.count <= Self.most {
      pair(a.map { rows[$0] }, b.map { others[$0] }, from: head, tokens, traits)
    }
    for step in (0..<tail).reversed() { pairs.append((rows.count - 1 - step, others.count - 1 - step)) }
  }

  /// The pairs with the greatest sum of what they share; of several ways the one that ends first.
  private mutating func pair(
    _ rows: [TableRows.Row], _ others: [TableRows.Row], from head: Int, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) {
    if rows.isEmpty || others.isEmpty { return }
    let width = others.count + 1
    var best = Array(repeating: 0, count: (rows.count + 1) * width)
    var shares = Array(repeating: 0, count: rows.count * others.count)
    for row in rows.indices {
      for other in others.indices {
        let share = Self.share(rows[row], others[other], tokens, traits)
        shares[row * others.count + other] = share
        let above = max(best[row * width + other + 1], best[(row + 1) * width + other])
        best[(row + 1) * width + other + 1] = max(above, share > 0 ? best[row * width + other] + share : 0)
      }
    }
    var found: [(row: Int, other: Int)] = []
    var (row, other) = (rows.count, others.count)
    while row > 0, other > 0 {
      let sum = best[row * width + other]
      if sum == best[row * width + other - 1] {
        other -= 1
      } else if sum == best[(row - 1) * width + other] {
        row -= 1
      } else {
        (row, other) = (row - 1, other - 1)
        found.append((head + row, head + other))
      }
    }
    pairs += found.reversed()
  }

  /// How much two rows share; zero for rows that have neither the first cell nor two fifths of their words in common.
  private static func share(
    _ row: TableRows.Row, _ other: TableRows.Row, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) -> Int {
    let areAlike = row.cellCount == other.cellCount
    let cells = areAlike ? (0..<row.cellCount).map { (row.cell($0), other.cell($0)) } : [(row.range, other.range)]
    var (common, own, others) = (0, 0, 0)
    for (cell, another) in cells {
      own += weight(cell, tokens, traits)
      others += weight(another, tokens, traits)
      common += commonWeight(cell, another, tokens, traits)
    }
    let isEqual = areEqual(row.range, other.range, tokens)
    let hasSameBeginning = !row.cell(0).isEmpty && areEqual(row.cell(0), other.cell(0), tokens)
    guard isEqual || hasSameBeginning || common > 0 && common * 5 >= 2 * max(own, others) else { return 0 }
    return 1 + common + (isEqual ? 20 : 0) + (hasSameBeginning ? 10 : 0)
  }

  private static func weight(_ words: Range<Int>, _ tokens: Span<Token>, _ traits: [WordTraits]) -> Int {
    words.reduce(0) { sum, place in
      let word = traits[Int(tokens[place].word)]
      return sum + (word.isBar ? 0 : Int(word.weight))
    }
  }

  private static func commonWeight(
    _ words: Range<Int>, _ others: Range<Int>, _ tokens: Span<Token>, _ traits: [WordTraits]
  ) -> Int {
    if areEqual(words, others, tokens) { return weight(words, tokens, traits) }
    var left: [Int32: Int] = [:]
    for place in others { left[tokens[place].word, default: 0] += 1 }
    var sum = 0
    for place in words {
      let word = tokens[place].word
      guard let count = left[word], count > 0, !traits[Int(word)].isBar else { continue }
      left[word] = count - 1
      sum += Int(traits[Int(word)].weight)
    }
    return sum
  }

  private static func areEqual(_ words: Range<Int>, _ others: Range<Int>, _ tokens: Span<Token>) -> Bool {
    guard words.count == others.count else { return false }
    let (words, others) = (tokens.extracting(words), tokens.extracting(others))
    for index in words.indices where words[index].word != others[index].word { return false }
    return true
  }
}
