/// Reads a run of brackets by the rules of ``Spacing``, in numbers instead of characters, and compares it with what must
/// be read as it goes.
struct Reader {
  let merge: Merge
  let score: Score

  /// The side taken of each bracket; -1 where none is.
  var sides: [Int32]

  /// The word before the run; `nil` at the beginning of the scope.
  let wordBefore: Int32?

  /// What must be read, and how far it has been.
  var wanted: [Int32] = []
  var wantedGaps: [Gap] = []
  var start = 0
  var place = 0
  var end = 0

  /// The white space behind the last word.
  var space = PendingSpace()
  var dropsNextSpace = false

  /// Whether a bracket has begun and no word in it has been read: what is read in a bracket is trimmed, so white space
  /// does not count there.
  private var isBeforeContent = false

  /// The text of the scope, and how far it has been read before each item of the run and after the last, when nobody's
  /// side is taken.
  let own: Wording
  let ownStart: Int
  var marks: [Mark] = []

  struct Mark: Equatable {
    let place: Int

    /// The white space that is pending, where it is none or one space.
    let space: Gap?
    let dropsNextSpace: Bool
  }

  /// - Parameter start: where the run begins in the text of the scope, `own`.
  init(_ merge: Merge, _ score: Score, _ own: Wording, from start: Int, after wordBefore: Int32?) {
    self.merge = merge
    self.score = score
    self.own = own
    self.wordBefore = wordBefore
    ownStart = start
    sides = Array(repeating: -1, count: score.brackets)
    marks.reserveCapacity(score.run.count + 1)
  }

  /// Whether the scope's own text is read up to `end`, word for word, with the white space round it.
  mutating func readsOwn(upTo end: Int) -> Bool {
    begin(ownStart..<end, of: own)
    for index in score.run {
      mark()
      guard read(item: index, isLast: isLast(index)) else { return false }
    }
    mark()
    return isWhole()
  }

  /// Whether some words of a text are read, with the white space round them, when the picked sides are taken; after
  /// ``readsOwn(upTo:)``.
  ///
  /// - Cost: what is picked, and the words between it.
  mutating func reads(_ range: Range<Int>, of text: Wording, _ picks: ArraySlice<Score.Pick>) -> Bool {
    begin(range, of: text)
    for pick in picks { sides[Int(pick.bracket)] = pick.side }
    defer { for pick in picks { sides[Int(pick.bracket)] = -1 } }
    var (item, next) = (0, 0)
    for pick in picks {
      while next + 1 < score.run.count, score.items[next + 1].bracket <= pick.bracket { next += 1 }
      if next < item { continue }
      guard readUnpicked(item..<next), read(item: next, isLast: isLast(next)) else { return false }
      item = next + 1
    }
    return readUnpicked(item..<score.run.count) && isWhole()
  }

  func isLast(_ item: Int) -> Bool { item + 1 == score.run.count && !score.isFollowed }

  private mutating func begin(_ range: Range<Int>, of text: Wording) {
    (wanted, wantedGaps) = (text.words, text.gaps)
    (start, place, end) = (range.lowerBound, range.lowerBound, range.upperBound)
    space.removeAll()
    (isBeforeContent, dropsNextSpace) = (false, false)
  }

  private mutating func mark() {
    marks.append(Mark(place: place, space: space.plain, dropsNextSpace: dropsNextSpace))
  }

  private mutating func isWhole() -> Bool {
    guard place == end else { return false }
    guard score.isFollowed else { return space.isEmpty }
    append(score.items[score.run.count].before)
    // Where nothing is read at the beginning of the scope, its white space goes too.
    return start == end && wordBefore == nil ? space.isEmpty : space.isSame(as: wantedGaps[end], merge.lexicon)
  }

  private mutating func append(_ gap: Gap) {
    if !isBeforeContent { space.append(gap, isFirstDropped: dropsNextSpace, merge.lexicon) }
    dropsNextSpace = false
  }

  /// - Parameter isLast: whether nothing stands after the item.
  mutating func read(item index: Int, isLast: Bool) -> Bool {
    let item = score.items[index]
    append(item.before)
    return item.bracket < 0 ? read(words: item.words) : read(bracket: item, before: isLast ? nil : index + 1)
  }

  private mutating func read(words: Score.Stretch) -> Bool {
    if words.isEmpty { return true }
    let range = words.range
    guard range.count <= end - place else { return false }
    if isBeforeContent {
      isBeforeContent = false
      if space.last == -1, merge.lexicon.traits[Int(score.words[range.lowerBound])].isClosing { space.removeLast() }
    }
    let gap = place == start && wordBefore == nil ? Gap.none : wantedGaps[place]
    guard space.isSame(as: gap, merge.lexicon),
      isSame(score.words, range, wanted, place), isSame(score.gaps, range.dropFirst(), wantedGaps, place + 1)
    else { return false }
    space.removeAll()
    place += range.count
    return true
  }

  private mutating func read(bracket: Score.Item, before next: Int?) -> Bool {
    dropsNextSpace = false
    let isInContent = !isBeforeContent
    isBeforeContent = true
    guard readContent(of: bracket) else { return false }
    dropsNextSpace = false
    if !isBeforeContent {
      space.removeAll()
    } else if isInContent {
      isBeforeContent = false
      readNothing(before: next)
    }
    return true
  }

  private mutating func readContent(of bracket: Score.Item) -> Bool {
    let taken = Int(sides[Int(bracket.bracket)])
    if taken < 0 { return bracket.struck.isEmpty ? read(words: bracket.words) : read(bracket.struck) }
    let side = score.sides[Int(bracket.firstSide) + taken]
    return side.amended.isEmpty ? read(words: side.words) : read(side.amended)
  }

  private mutating func read(_ items: Score.Stretch) -> Bool {
    for index in items.range {
      guard read(item: index, isLast: index == items.range.upperBound - 1) else { return false }
    }
    return true
  }

  private mutating func readNothing(before next: Int?) {
    let hasSpaceAfter = next.map { score.items[$0].before != .none } ?? false
    if let last = space.last {
      if hasSpaceAfter {
        if last == -2 { dropsNextSpace = true } else { space.removeLast() }
      } else if next.map({ startsClosing(score.items[$0]) }) ?? true {
        space.removeLast()
      }
    } else if hasSpaceAfter {
      let previous = place > start ? wanted[place - 1] : wordBefore
      dropsNextSpace = previous.map { merge.lexicon.traits[Int($0)].isOpening } ?? true
    }
  }

  private func startsClosing(_ item: Score.Item) -> Bool {
    item.bracket < 0 && merge.lexicon.traits[Int(score.words[Int(item.words.start)])].isClosing
  }
}

/// Whether the same stands in a range of one array and from a place on in another.
func isSame<Element: Equatable>(_ a: [Element], _ range: Range<Int>, _ b: [Element], _ place: Int) -> Bool {
  let (first, second) = (a.span.extracting(range), b.span.extracting(place..<(place + range.count)))
  for index in first.indices where first[index] != second[index] { return false }
  return true
}
