/// The words that two texts have in common, in order: the weight of what is kept, less a toll for each gap, is greatest.
///
/// Words at both ends are kept first; long windows are cut at words that stand once in both (``Alignment/cut(_:_:depth:)``);
/// what is left is decided by one dynamic programme, and beyond its budget by a greedy walk. The result depends on the
/// two texts alone.
struct Alignment {
  let base: [Int32]
  let version: [Int32]
  let traits: [WordTraits]

  /// The kept words: positions in the base and in the version, rising in both.
  var kept: [Kept] = []
  var occurrences: Occurrences

  /// How many cells the dynamic programme may still fill: it keeps the cost close to linear.
  var budget: Int

  struct Kept: Equatable {
    var base: Int
    var version: Int
  }

  /// What it costs to begin a hunk, in the unit of ``WordTraits/weight``.
  static let toll: Int32 = 12

  /// The kept words, and the counters to lend to the next alignment.
  static func align(
    _ base: Wording, _ version: Wording, _ lexicon: Lexicon, _ occurrences: consuming Occurrences
  ) -> ([Kept], Occurrences) {
    var alignment = Alignment(base: base, version: version, lexicon: lexicon, occurrences: occurrences)
    alignment.run()
    return (alignment.kept, alignment.occurrences)
  }

  private init(base: Wording, version: Wording, lexicon: Lexicon, occurrences: consuming Occurrences) {
    self.base = base.words
    self.version = version.words
    traits = lexicon.traits
    self.occurrences = occurrences
    self.occurrences.makeRoom(for: lexicon.wordCount)
    budget = 400_000 + 32 * (base.count + version.count)
    kept.reserveCapacity(min(base.count, version.count))
  }

  mutating func keep(_ base: Int, _ version: Int) {
    kept.append(Kept(base: base, version: version))
  }

  private mutating func run() {
    let (n, m) = (base.count, version.count)
    var head = 0
    while head < min(n, m), base[head] == version[head] { head += 1 }
    var tail = 0
    while tail < min(n, m) - head, base[n - 1 - tail] == version[m - 1 - tail] { tail += 1 }
    for index in 0..<head { keep(index, index) }
    cut(head..<(n - tail), head..<(m - tail), depth: 0)
    for index in 0..<tail { keep(n - tail + index, m - tail + index) }
    if isRewritten { kept = [] } else { dropRewrittenSentences() }
  }

  /// Whether less than two fifths of the shorter text is kept: it is then shown as one replacement.
  private var isRewritten: Bool {
    let weight = { (words: [Int32]) in words.reduce(0) { $0 + Int(traits[Int($1)].weight) } }
    let keptWeight = kept.reduce(0) { $0 + Int(traits[Int(base[$1.base])].weight) }
    return keptWeight * 5 < 2 * min(weight(base), weight(version))
  }
}

/// How often each word stands in a window, kept from one alignment to the next so that it is not made anew.
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
