internal import Drafting
internal import Notation

/// One side of a document block by block, a block being a paragraph of the draft with all its lines, and the signs of
/// brackets in each that have lost their partners.
///
/// Nobody can tell any more whose the words behind such a sign are.
struct BrokenBrackets {
  struct Block {
    /// The paragraphs of the document whose words it has.
    var paragraphs: ClosedRange<Int>
    var identifier: ParagraphIdentifier?

    /// The labels of brackets that nothing closes.
    var open: [String] = []

    var counts = Counts()
  }

  struct Counts {
    /// How many signs close what nothing opens.
    var close = 0

    /// How many brackets of others than the sender are whole.
    var whole = 0

    /// Whether a bracket that the others had has lost its beginning here.
    func hasLost(of others: Counts) -> Bool { close > others.close && whole < others.whole }

    init() {}

    /// - Parameter label: the sender's.
    init(_ text: UnpairedBrackets, besides label: String) {
      close = text.closeCount
      whole = text.whole.count { $0 != [label] }
    }

    static func + (first: Counts, second: Counts) -> Counts {
      var sum = first
      sum.close += second.close
      sum.whole += second.whole
      return sum
    }
  }

  /// Paragraphs of the document that changes join or part, and in which a bracket is broken.
  struct Place {
    var paragraphs: ClosedRange<Int>
    var open: Set<String>
  }

  private(set) var blocks: [Block] = []

  /// The text in which a bracket that nothing closes is plain words: it holds nothing of what stands behind it.
  private(set) var text = ""

  /// - Parameters:
  ///   - text: that of the draft, with the same lines.
  ///   - label: the sender's.
  init(
    _ text: String, of word: WordDraft, _ document: WordDocument, view: WordView, label: String, labels: LabelTable
  ) {
    let paragraphs = document.body.flatMap(\.paragraphs)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    var written = lines
    /// The blocks without an identifier that wait for the end of a bracket over several: the places of the signs.
    var waiting: [(block: Int, line: Int, column: Int, labels: [String])] = []
    func end(_ first: Int, _ last: Int) {
      guard case .paragraph(let start)? = word.place(ofLine: first + 1), paragraphs.indices.contains(start - 1) else {
        return
      }
      let bytes = Array(lines[first..<last].joined(separator: [0x0A]))
      let unpaired = UnpairedBrackets(in: bytes, labels: labels)
      var block = Block(paragraphs: start...start, identifier: paragraphs[start - 1].draftTag?.identifier)
      block.counts = Counts(unpaired, besides: label)
      if block.identifier == nil {
        let ended = min(block.counts.close, waiting.count)
        waiting.removeLast(ended)
        block.counts.close -= ended
      }
      for (place, names) in unpaired.open {
        let before = bytes[..<place]
        let line = first + before.count { $0 == 0x0A }
        let column = place - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        waiting.append((blocks.count, line, column, names))
      }
      blocks.append(block)
    }
    var first = 0
    for index in 0...lines.count where index == lines.count || lines[index].isEmpty {
      if first < index { end(first, index) }
      first = index + 1
    }
    for sign in waiting.reversed() {
      written[sign.line].insert(0x5C, at: sign.column)
      blocks[sign.block].open += sign.labels
    }
    self.text = waiting.isEmpty ? text : String(decoding: Array(written.joined(separator: [0x0A])), as: UTF8.self)
    for index in blocks.indices {
      let start = blocks[index].paragraphs.lowerBound
      var end = index + 1 < blocks.count ? blocks[index + 1].paragraphs.lowerBound - 1 : paragraphs.count
      while end > start, !view.hasWords(paragraphs[end - 1]) { end -= 1 }
      blocks[index].paragraphs = start...max(start, end)
    }
  }

  /// The places where a bracket is broken on one side.
  ///
  /// - Parameter counts: those of a paragraph in the draft; `nil` where that is not known.
  static func places(
    _ before: [Block]?, _ after: [Block], counts: (ParagraphIdentifier) -> Counts?
  ) -> [Place] {
    let entries = [before ?? [], after].enumerated().flatMap { side, blocks in blocks.map { (side: side, block: $0) } }
    var groups: [[(side: Int, block: Block)]] = []
    var end = 0
    for entry in entries.sorted(by: { $0.block.paragraphs.lowerBound < $1.block.paragraphs.lowerBound }) {
      if groups.isEmpty || entry.block.paragraphs.lowerBound > end { groups.append([]) }
      groups[groups.count - 1].append(entry)
      end = max(end, entry.block.paragraphs.upperBound)
    }
    // One delegation's observations have none of the brackets that the draft has.
    let hasBrackets = entries.contains { $0.block.counts.whole > 0 }
    return groups.compactMap { group in
      let open = Set(group.flatMap(\.block.open))
      let sides = [0, 1].map { side in
        group.filter { $0.side == side }.map(\.block.counts).reduce(Counts(), +)
      }
      var isBroken = !open.isEmpty || sides[0].hasLost(of: sides[1]) || sides[1].hasLost(of: sides[0])
      if !isBroken, hasBrackets, sides[1].close > 0 {
        let known = Set(group.compactMap(\.block.identifier)).compactMap(counts).reduce(Counts(), +)
        isBroken = sides[1].hasLost(of: known)
      }
      guard isBroken, let first = group.map(\.block.paragraphs.lowerBound).min(),
        let last = group.map(\.block.paragraphs.upperBound).max()
      else { return nil }
      return Place(paragraphs: first...last, open: open)
    }
  }
}

extension ObservationComparison {
  /// Whether a bracket is broken in what an item of the document is made of: nothing is taken from it.
  func isBroken(_ item: ObservedDraft.Item) -> Bool { broken.contains(item.paragraph) }

  /// The same pairs without what is broken: nothing more is said of that.
  func whole(_ pairs: Pairs) -> Pairs {
    guard let before, !broken.isEmpty else { return pairs }
    var pairs = pairs
    pairs.before = pairs.before.filter { !isBroken(before[$0.value]) }
    return pairs
  }

  /// The paragraphs of the draft that stand in what is broken.
  func brokenPlaces(_ pairs: Pairs) -> Set<Int> {
    if broken.isEmpty { return [] }
    let now = zip(after, pairs.after).compactMap { item, place in isBroken(item) ? place : nil }
    let then = pairs.before.compactMap { place, item in before.map { isBroken($0[item]) } ?? false ? place : nil }
    return Set(now + then)
  }

  /// Says of each place that a bracket is broken there.
  mutating func reportBroken(_ places: [BrokenBrackets.Place]) {
    for place in places {
      broken.formUnion(place.paragraphs)
      let labels = place.open.sorted().joined(separator: ", ")
      remarks.append(
        WordRemark(
          paragraph: place.paragraphs.lowerBound,
          (labels.isEmpty ? "a bracket has lost one of its signs" : "a bracket of \(labels) has lost its “]”")
            + ", and nobody can tell any more whose its words are: the paragraph was left as it is, with all its changes;"
            + " put the sign back and send the document again"))
    }
  }
}

extension ObservationReader {
  /// The signs of brackets in a paragraph of the draft that the document was written from.
  func bracketCounts(of identifier: ParagraphIdentifier) -> BrokenBrackets.Counts? {
    let item = written?.sections.flatMap(\.items).first { $0.identifier == identifier }
    let labels = LabelTable(registry: registry)
    return item.map { item in
      let written = Array(BracketWriter(labels: labels).write(item.body).utf8)
      return BrokenBrackets.Counts(UnpairedBrackets(in: written, labels: labels), besides: label)
    }
  }
}
