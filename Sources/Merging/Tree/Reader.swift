/// Reads a run of brackets by the rules of ``Spacing``, in numbers instead of characters, and compares it with what must
/// be read as it goes.
///
/// One value reads one run after the other, so that its memory is not made anew for each.
struct Reader {
  /// The run, among ``Forest/nodes``.
  private(set) var run = 0..<0

  /// Whether words stand after the run.
  private var isFollowed = false

  /// The side taken of each bracket, among ``Forest/choices``; -1 where none is.
  private var sides: [Int] = []

  /// The word before the run; `nil` at the beginning of the scope.
  private(set) var wordBefore: Int32?

  /// What must be read, by its places among the tokens, and how far it has been.
  private(set) var start = 0
  var place = 0
  private(set) var end = 0

  /// The white space behind the last word.
  var space = PendingSpace()
  var dropsNextSpace = false

  /// Whether a bracket has begun and no word in it has been read: what is read in a bracket is trimmed, so white space
  /// does not count there.
  private var isBeforeContent = false

  /// Where the run begins in the text of the scope, and how far that has been read before each node of the run and after
  /// the last, when nobody's side is taken.
  private(set) var ownStart = 0
  private(set) var marks: [Mark] = []

  struct Mark: Equatable {
    let place: Int

    /// The white space that is pending, where it is none or one space.
    let space: Gap?
    let dropsNextSpace: Bool
  }

  /// Takes up a run.
  ///
  /// - Parameters:
  ///   - isFollowed: whether words stand after it.
  ///   - brackets: how many brackets it holds at any depth.
  ///   - start: where it begins in the text of the scope.
  ///   - wordBefore: the word before it; `nil` at the beginning of the scope.
  mutating func begin(
    _ run: Range<Int>, isFollowed: Bool, brackets: Int, from start: Int, after wordBefore: Int32?
  ) {
    self.run = run
    self.isFollowed = isFollowed
    self.wordBefore = wordBefore
    ownStart = start
    // All are nobody's between two readings.
    while sides.count < brackets { sides.append(-1) }
    marks.removeAll(keepingCapacity: true)
  }

  /// Whether the scope's own text is read up to `end`, word for word, with the white space round it.
  mutating func readsOwn(upTo end: Int, _ merge: Merge) -> Bool {
    begin(ownStart..<end)
    for index in run {
      mark()
      guard read(node: index, isLast: isLast(index), merge) else { return false }
    }
    mark()
    return isWhole(merge)
  }

  /// Whether some words of a text are read, with the white space round them, when the picked sides are taken; after
  /// ``readsOwn(upTo:_:)``.
  ///
  /// - Cost: what is picked, and the words between it.
  mutating func reads(_ words: Range<Int>, _ picks: Picks, of party: Int, _ merge: Merge) -> Bool {
    begin(words)
    let first = picks.first(of: party)
    var next = first
    while next >= 0 {
      let pick = picks.picks[Int(next)]
      sides[pick.bracket] = pick.side
      next = pick.next
    }
    let isRead = reads(picks, from: first, merge)
    next = first
    while next >= 0 {
      let pick = picks.picks[Int(next)]
      sides[pick.bracket] = -1
      next = pick.next
    }
    return isRead
  }

  private mutating func reads(_ picks: Picks, from first: Int32, _ merge: Merge) -> Bool {
    var (node, next) = (run.lowerBound, run.lowerBound)
    var place = first
    while place >= 0 {
      let pick = picks.picks[Int(place)]
      place = pick.next
      while next + 1 < run.upperBound, Int(merge.forest.nodes[next + 1].number) <= pick.bracket { next += 1 }
      if next < node { continue }
      guard readUnpicked(node..<next, merge), read(node: next, isLast: isLast(next), merge) else { return false }
      node = next + 1
    }
    return readUnpicked(node..<run.upperBound, merge) && isWhole(merge)
  }

  func isLast(_ node: Int) -> Bool { node + 1 == run.upperBound && !isFollowed }

  private mutating func begin(_ range: Range<Int>) {
    (start, place, end) = (range.lowerBound, range.lowerBound, range.upperBound)
    space.removeAll()
    (isBeforeContent, dropsNextSpace) = (false, false)
  }

  private mutating func mark() {
    marks.append(Mark(place: place, space: space.plain, dropsNextSpace: dropsNextSpace))
  }

  private mutating func isWhole(_ merge: Merge) -> Bool {
    guard place == end else { return false }
    guard isFollowed else { return space.isEmpty }
    append(merge.forest.nodes[run.upperBound].before, merge.lexicon)
    // Where nothing is read at the beginning of the scope, its white space goes too.
    return start == end && wordBefore == nil ? space.isEmpty : space.isSame(as: merge.tokens[end].gap, merge.lexicon)
  }

  private mutating func append(_ gap: Gap, _ lexicon: Lexicon) {
    if !isBeforeContent { space.append(gap, isFirstDropped: dropsNextSpace, lexicon) }
    dropsNextSpace = false
  }

  /// - Parameter isLast: whether nothing stands after the node.
  mutating func read(node index: Int, isLast: Bool, _ merge: Merge) -> Bool {
    let node = merge.forest.nodes[index]
    append(node.before, merge.lexicon)
    return node.isBracket
      ? read(bracket: node, before: isLast ? nil : index + 1, merge) : read(words: node.words, merge)
  }

  private mutating func read(words: Range<Int>, _ merge: Merge) -> Bool {
    if words.isEmpty { return true }
    guard words.count <= end - place else { return false }
    let tokens = merge.tokens.span
    if isBeforeContent {
      isBeforeContent = false
      if space.last == -1, merge.lexicon.traits[Int(tokens[words.lowerBound].word)].isClosing { space.removeLast() }
    }
    let gap = place == start && wordBefore == nil ? Gap.none : tokens[place].gap
    guard space.isSame(as: gap, merge.lexicon), tokens[words.lowerBound].word == tokens[place].word,
      isSame(tokens, words.dropFirst(), (place + 1)..<(place + words.count))
    else { return false }
    space.removeAll()
    place += words.count
    return true
  }

  private mutating func read(bracket: Node, before next: Int?, _ merge: Merge) -> Bool {
    dropsNextSpace = false
    let isInContent = !isBeforeContent
    isBeforeContent = true
    guard readContent(of: bracket, merge) else { return false }
    dropsNextSpace = false
    if !isBeforeContent {
      space.removeAll()
    } else if isInContent {
      isBeforeContent = false
      readNothing(before: next.map { merge.forest.nodes[$0] }, merge)
    }
    return true
  }

  private mutating func readContent(of bracket: Node, _ merge: Merge) -> Bool {
    let taken = sides[Int(bracket.number)]
    if taken < 0 { return bracket.struck.isEmpty ? read(words: bracket.words, merge) : read(bracket.struck, merge) }
    let side = merge.forest.choices[taken]
    return side.amended.isEmpty ? read(words: side.words.range, merge) : read(side.amended, merge)
  }

  private mutating func read(_ nodes: Stretch, _ merge: Merge) -> Bool {
    for index in nodes.range {
      guard read(node: index, isLast: index == nodes.range.upperBound - 1, merge) else { return false }
    }
    return true
  }
}
