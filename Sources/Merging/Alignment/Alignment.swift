/// The words that two texts have in common, in order: the weight of what is kept, less a toll for each gap, is greatest.
///
/// Words at both ends are kept first; long windows are cut at words that stand once in both (``Alignment/cut(_:_:depth:)``);
/// what is left is decided by one dynamic programme, and beyond its budget by a greedy walk. The result depends on the
/// two texts alone.
///
/// One value aligns many versions, one after the other, so that its memory is not made anew for each.
struct Alignment {
  private(set) var base: [Int32] = []
  private(set) var version: [Int32] = []
  private(set) var traits: [WordTraits] = []
  private(set) var origin = Origin.Measures()

  /// The kept words, run by run: positions in the base and in the version, rising in both.
  var kept: [Kept] = []

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
  mutating func align(_ origin: Origin, _ version: Wording, _ traits: [WordTraits]) {
    base = origin.text.words
    self.version = version.words
    self.traits = traits
    self.origin = origin.measures
    budget = 400_000 + 32 * (base.count + version.count)
    occurrences.makeRoom(for: traits.count)
    kept.removeAll(keepingCapacity: true)
    run()
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
    let head = headCount()
    let tail = tailCount(atMost: min(n, m) - head)
    if head > 0 { keep(0, 0, count: head) }
    cut(head..<(n - tail), head..<(m - tail), depth: 0)
    if tail > 0 { keep(n - tail, m - tail, count: tail) }
    // A text that is mostly rewritten is shown as one replacement.
    if isMostlyLost(kept, 0..<n, 0..<m) { kept.removeAll(keepingCapacity: true) } else { dropRewrittenSentences() }
  }

  private func headCount() -> Int {
    let (base, version) = (base.span, version.span)
    let limit = min(base.count, version.count)
    var head = 0
    while head < limit, base[head] == version[head] { head += 1 }
    return head
  }

  private func tailCount(atMost limit: Int) -> Int {
    let (base, version) = (base.span, version.span)
    let (n, m) = (base.count, version.count)
    var tail = 0
    while tail < limit, base[n - 1 - tail] == version[m - 1 - tail] { tail += 1 }
    return tail
  }

  /// Whether less than two fifths of the shorter of two stretches is kept, by weight.
  func isMostlyLost(_ kept: [Kept], _ base: Range<Int>, _ version: Range<Int>) -> Bool {
    var keptWeight = 0
    for run in kept { keptWeight += origin.weight(run.base..<(run.base + run.count)) }
    guard keptWeight * 5 < 2 * origin.weight(base) else { return false }
    var weight = 0
    for place in version { weight += Int(traits[Int(self.version[place])].weight) }
    return keptWeight * 5 < 2 * weight
  }
}
