/// One side of a bracket, with the white space that must be read round it.
struct Side {
  /// The words of the side; none where nothing is left.
  var words: Range<Int>
  var isClosing: Bool

  /// The white space before the words; where there are none, all there is at the place.
  var left: Gap
  var right: Gap

  init(_ tokens: Span<Token>, _ words: Range<Int>, _ traits: [WordTraits]) {
    self.words = words
    isClosing = !words.isEmpty && traits[Int(tokens[words.lowerBound].word)].isClosing
    left = tokens[words.lowerBound].gap
    right = tokens[words.upperBound].gap
  }
}

/// What stands round a bracket.
struct Surroundings {
  var isStart: Bool
  var isEnd: Bool
  var followsOpening = false
  var precedesClosing = false

  /// - Parameter scope: the stretch of the text that is read by itself; all of it but inside a bracket.
  init(_ tokens: Span<Token>, _ range: Range<Int>, _ scope: Range<Int>, _ traits: [WordTraits]) {
    isStart = range.lowerBound == scope.lowerBound
    isEnd = range.upperBound == scope.upperBound
    if !isStart { followsOpening = traits[Int(tokens[range.lowerBound - 1].word)].isOpening }
    if !isEnd { precedesClosing = traits[Int(tokens[range.upperBound].word)].isClosing }
  }
}

/// Where a bracket does not read back exactly, and would be widened.
enum Misfit {
  case left, right
}

extension Lexicon {
  /// Why a lone bracket with two sides could not be read exactly, whatever white space is written round it (``Spacing``);
  /// `nil` where it could.
  func misfit(_ old: Side, _ new: Side, _ place: Surroundings) -> Misfit? {
    switch (old.words.isEmpty, new.words.isEmpty) {
    case (false, false):
      if old.right != new.right { return .right }
      return left(old, new, place) == nil ? .left : nil
    case (true, true): return place.isStart ? .right : .left
    case (true, false): return misfit(full: new, empty: old, place)
    case (false, true): return misfit(full: old, empty: new, place)
    }
  }

  private func misfit(full: Side, empty: Side, _ place: Surroundings) -> Misfit? {
    let mayHaveSpace = full.isClosing && full.left == .none && !place.isStart
    if mayHaveSpace, isRead(full, empty, after: .space, place) { return nil }
    if isRead(full, empty, after: full.left, place) { return nil }
    return place.isStart ? .right : .left
  }

  private func isRead(_ full: Side, _ empty: Side, after left: Gap, _ place: Surroundings) -> Bool {
    isRead(full, after: left) && isRead(nothing: empty.left, left, full.right, place)
  }

  private func left(_ a: Side, _ b: Side, _ place: Surroundings) -> Gap? {
    if a.isClosing, b.isClosing {
      let left = a.left == .none && !place.isStart ? .space : a.left
      return isRead(a, after: left) && isRead(b, after: left) ? left : nil
    }
    let left = a.isClosing ? b.left : a.left
    return isRead(a, after: left) && isRead(b, after: left) ? left : nil
  }

  /// Whether a side has its white space before it, when `left` is written; closing punctuation swallows a space.
  func isRead(_ side: Side, after left: Gap) -> Bool {
    guard side.isClosing, left == .space || codes(left).last == -1 else { return side.left == left }
    return left == .space ? side.left == .none : codes(side.left).elementsEqual(codes(left).dropLast())
  }

  /// Whether `gap` is left of the white space round a bracket in which nothing is read.
  func isRead(nothing gap: Gap, _ left: Gap, _ right: Gap, _ place: Surroundings) -> Bool {
    if left == .space, right == .space { return gap == .space }
    let (before, after) = (codes(left), codes(right))
    let read: [Int32] =
      switch (before.isEmpty, after.isEmpty) {
      case (false, false): before.last == -2 ? before + after.dropFirst() : before.dropLast() + after
      case (false, true): place.isEnd || place.precedesClosing ? before.dropLast() : before
      case (true, false): place.isStart || place.followsOpening ? Array(after.dropFirst()) : after
      case (true, true): []
      }
    return read == codes(gap)
  }
}
