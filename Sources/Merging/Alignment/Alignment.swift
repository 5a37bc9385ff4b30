/// The words that two texts have in common, in order: the weight of what is kept, less a toll for each gap, is greatest.
///
/// Words at both ends are kept first; long windows are cut at words that stand once in both (``Alignment/cut(_:_:depth:)``);
/// what is left is decided by one dynamic programme, and beyond its budget by a greedy walk. The result depends on the
/// two texts alone.
struct Alignment {
  let base: [Int32]
  let version: [Int32]
  let traits: [WordTraits]

  /// The kept words, run by run: positions in the base and in the version, rising in both.
  var kept: [Kept] = []
  var occurrences: Occurrences
  var table: Table

  /// How many cells the dynamic programme may still fill: it keeps the cost close to linear.
  var budget: Int

  /// Words that follow one another in both texts.
  struct Kept: Equatable {
    var base: Int
    var version: Int
    var count: Int
  }

  /// What it costs to begin a hunk, in the unit of ``WordTraits/weight``.
  static let toll: Int32 = 12

  /// The kept words.
  ///
  /// - Parameter memory: lent for the time being.
  static func align(_ base: Wording, _ version: Wording, _ lexicon: Lexicon, _ memory: inout AlignmentMemory) -> [Kept]
  {
    var lent = AlignmentMemory()
    swap(&lent, &memory)
    lent.occurrences.makeRoom(for: lexicon.wordCount)
    var alignment = Alignment(
      base: base.words, version: version.words, traits: lexicon.traits, occurrences: lent.occurrences,
      table: lent.table, budget: 400_000 + 32 * (base.count + version.count))
    lent = AlignmentMemory()
    alignment.run()
    memory = AlignmentMemory(occurrences: alignment.occurrences, table: alignment.table)
    return alignment.kept
  }

  mutating func keep(_ base: Int, _ version: Int, count: Int = 1) {
    let last = kept.count - 1
    if last >= 0, kept[last].base + kept[last].count == base, kept[last].version + kept[last].count == version {
      kept[last].count += count
    } else {
      kept.append(Kept(base: base, version: version, count: count))
    }
  }

  private mutating func run() {
    let (n, m) = (base.count, version.count)
    var head = 0
    while head < min(n, m), base[head] == version[head] { head += 1 }
    var tail = 0
    while tail < min(n, m) - head, base[n - 1 - tail] == version[m - 1 - tail] { tail += 1 }
    if head > 0 { keep(0, 0, count: head) }
    cut(head..<(n - tail), head..<(m - tail), depth: 0)
    if tail > 0 { keep(n - tail, m - tail, count: tail) }
    // A text that is mostly rewritten is shown as one replacement.
    if isMostlyLost(kept, base[...], version[...]) { kept = [] } else { dropRewrittenSentences() }
  }

  /// Whether less than two fifths of the shorter of two stretches is kept, by weight.
  func isMostlyLost(_ kept: [Kept], _ base: ArraySlice<Int32>, _ version: ArraySlice<Int32>) -> Bool {
    let keptWeight = kept.reduce(0) { $0 + weight(self.base[$1.base..<($1.base + $1.count)]) }
    return keptWeight * 5 < 2 * weight(base) && keptWeight * 5 < 2 * weight(version)
  }

  private func weight(_ words: ArraySlice<Int32>) -> Int {
    var weight = 0
    for word in words { weight += Int(traits[Int(word)].weight) }
    return weight
  }
}

/// What an alignment leaves to the next, so that it is not made anew.
struct AlignmentMemory {
  fileprivate(set) var occurrences = Occurrences()
  fileprivate(set) var table = Table()
}

/// How often each word stands in a window, and where; all zero between two windows.
struct Occurrences {
  var inBase: [Int32] = []
  var inVersion: [Int32] = []
  var position: [Int32] = []

  mutating func makeRoom(for count: Int) {
    guard inBase.count < count else { return }
    let more = Array(repeating: Int32(0), count: count - inBase.count)
    inBase += more
    inVersion += more
    position += more
  }
}
