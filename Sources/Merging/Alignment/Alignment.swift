/// The words that two texts have in common, in order: the weight of what is kept, less a toll for each gap, is greatest.
///
/// Words at both ends are kept first; long windows are cut at words that stand once in both (``Alignment/cut(_:_:depth:)``);
/// what is left is decided by one dynamic programme, and beyond its budget by a greedy walk. The result depends on the
/// two texts alone.
///
/// One value aligns many versions, one after the other, so that its memory is not made anew for each.
struct Alignment {
  /// The words between those that both texts begin and end with, and where they begin among the tokens.
  private(set) var base: [Int32] = []
  private(set) var version: [Int32] = []
  private var start = (base: 0, version: 0)

  /// The kept words, run by run: places in the base and in the version, rising in both.
  var kept: [Kept] = []

  /// Whether the rows of tables were aligned as such.
  private(set) var hasRows = false

  /// The kept words of one sentence.
  var stretches: [Kept] = []
  var occurrences = Occurrences()
  var table = Table()

  /// How many cells the dynamic programme may still fill: it keeps the cost close to linear.
  var budget = 0

  /// Words that follow one another in both texts.
  struct Kept: Equatable {
    var base: Int
    var version: Int
    var count: Int
  }

  /// What it costs to begin a hunk, in the unit of ``WordTraits/weight``.
  static let toll: Int32 = 12

  /// Finds the words to keep, which then stand in ``kept``.
  ///
  /// - Parameters:
  ///   - tokens: in which both texts stand.
  ///   - traits: of all their words.
  mutating func align(_ origin: Origin, _ version: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]) {
    let (n, m) = (origin.text.range, version.range)
    budget = 400_000 + 32 * (n.count + m.count)
    occurrences.makeRoom(for: traits.count)
    kept.removeAll(keepingCapacity: true)
    hasRows = origin.rows != nil && alignRows(origin, version, tokens, traits)
    if !hasRows { alignWords(n, m, tokens, traits) }
    // A text that is mostly rewritten is shown as one replacement.
    if isMostlyLost(kept, n, m, origin, tokens, traits) {
      kept.removeAll(keepingCapacity: true)
    } else {
      dropRewrittenSentences(origin, m, tokens, traits)
    }
  }

  private mutating func alignWords(_ n: Range<Int>, _ m: Range<Int>, _ tokens: Span<Token>, _ traits: [WordTraits]) {
    let head = Alignment.headCount(tokens.extracting(n), tokens.extracting(m))
    let tail = Alignment.tailCount(
      tokens.extracting(n), tokens.extracting(m), atMost: min(n.count, m.count) - head)
    if head > 0 { kept.append(Kept(base: n.lowerBound, version: m.lowerBound, count: head)) }
    begin((n.lowerBound + head)..<(n.upperBound - tail), (m.lowerBound + head)..<(m.upperBound - tail), tokens)
    cut(base.indices, version.indices, depth: 0, traits)
    if tail > 0 { keepTokens(n.upperBound - tail, m.upperBound - tail, count: tail) }
  }

  /// Takes up the words between which some are to be kept.
  mutating func begin(_ base: Range<Int>, _ version: Range<Int>, _ tokens: Span<Token>) {
    start = (base.lowerBound, version.lowerBound)
    Alignment.copy(tokens.extracting(base), to: &self.base)
    Alignment.copy(tokens.extracting(version), to: &self.version)
  }

  /// Aligns a stretch of the words that were taken up.
  mutating func cutTokens(_ base: Range<Int>, _ version: Range<Int>, _ traits: [WordTraits]) {
    cut(
      (base.lowerBound - start.base)..<(base.upperBound - start.base),
      (version.lowerBound - start.version)..<(version.upperBound - start.version), depth: 0, traits)
  }

  /// Keeps words of the two windows.
  mutating func keep(_ base: Int, _ version: Int, count: Int = 1) {
    keepTokens(start.base + base, start.version + version, count: count)
  }

  mutating func keepTokens(_ base: Int, _ version: Int, count: Int) {
    let last = kept.count - 1
    if last >= 0, kept[last].base + kept[last].count == base, kept[last].version + kept[last].count == version {
      kept[last].count += count
    } else {
      kept.append(Kept(base: base, version: version, count: count))
    }
  }

  private static func copy(_ tokens: Span<Token>, to words: inout [Int32]) {
    words.removeAll(keepingCapacity: true)
    words.append(addingCapacity: tokens.count) { words in
      for index in tokens.indices { words.append(tokens[index].word) }
    }
  }

  private static func headCount(_ base: Span<Token>, _ version: Span<Token>) -> Int {
    let limit = min(base.count, version.count)
    let (base, version) = (base.extracting(first: limit), version.extracting(first: limit))
    var head = 0
    while head < limit, base[head].word == version[head].word { head += 1 }
    return head
  }

  private static func tailCount(_ base: Span<Token>, _ version: Span<Token>, atMost limit: Int) -> Int {
    let (base, version) = (base.extracting(last: limit), version.extracting(last: limit))
    var place = limit
    while place > 0, base[place - 1].word == version[place - 1].word { place -= 1 }
    return limit - place
  }

  /// Whether less than two fifths of the shorter of two stretches is kept, by weight.
  func isMostlyLost(
    _ kept: [Kept], _ base: Range<Int>, _ version: Range<Int>, _ origin: Origin, _ tokens: Span<Token>,
    _ traits: [WordTraits]
  ) -> Bool {
    var keptWeight = 0
    for run in kept { keptWeight += origin.weight(run.base..<(run.base + run.count)) }
    guard keptWeight * 5 < 2 * origin.weight(base) else { return false }
    var weight = 0
    for place in version { weight += Int(traits[Int(tokens[place].word)].weight) }
    return keptWeight * 5 < 2 * weight
  }
}
