/// One side of a bracket, with the white space that must be read round it.
struct Side {
  /// The words of the side; none where nothing is left.
  var words: Range<Int>
  var isClosing: Bool

  /// The white space before the words; where there are none, all there is at the place.
  var left: Gap
  var right: Gap

  init(_ text: Wording, _ words: Range<Int>, _ traits: [WordTraits]) {
    self.words = words
    isClosing = !words.isEmpty && traits[Int(text.words[words.lowerBound])].isClosing
    left = text.gaps[words.lowerBound]
    right = text.gaps[words.upperBound]
  }
}

/// What stands round a bracket.
struct Surroundings {
  var isStart: Bool
  var isEnd: Bool
  var followsOpening = false
  var precedesClosing = false

  init(_ base: Wording, _ range: Range<Int>, _ traits: [WordTraits]) {
    isStart = range.lowerBound == 0
    isEnd = range.upperBound == base.count
    if !isStart { followsOpening = traits[Int(base.words[range.lowerBound - 1])].isOpening }
    if !isEnd { precedesClosing = traits[Int(base.words[range.upperBound])].isClosing }
  }
}

/// Where a bracket does not read back exactly, and would be widened.
enum Misfit {
  case left, right
}

extension Lexicon {
  /// The white space to write before and after a lone bracket, so that every side is read exactly (``Spacing``).
  func fit(_ sides: [Side], _ place: Surroundings) -> Result<(left: Gap, right: Gap), MisfitError> {
    let full = sides.filter { !$0.words.isEmpty }
    guard let right = full.first?.right else { return .failure(MisfitError(place.isStart ? .right : .left)) }
    guard full.allSatisfy({ $0.right == right }) else { return .failure(MisfitError(.right)) }
    let candidates = leftCandidates(full, place)
    guard let left = candidates.first(where: { left in full.allSatisfy { reads($0, after: left) } }) else {
      return .failure(MisfitError(.left))
    }
    let empty = sides.filter(\.words.isEmpty)
    for left in [left] + candidates where full.allSatisfy({ reads($0, after: left) }) {
      if empty.allSatisfy({ isRead(nothing: $0.left, left, right, place) }) { return .success((left, right)) }
    }
    return .failure(MisfitError(place.isStart ? .right : .left))
  }

  private func leftCandidates(_ full: [Side], _ place: Surroundings) -> [Gap] {
    if let word = full.first(where: { !$0.isClosing }) { return [word.left] }
    return full[0].left == .none && !place.isStart ? [.space, .none] : [full[0].left]
  }

  /// Closing punctuation swallows one space before it.
  private func reads(_ side: Side, after left: Gap) -> Bool {
    guard side.isClosing, codes(left).last == -1 else { return side.left == left }
    return codes(side.left).elementsEqual(codes(left).dropLast())
  }

  private func isRead(nothing gap: Gap, _ left: Gap, _ right: Gap, _ place: Surroundings) -> Bool {
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

struct MisfitError: Error {
  let misfit: Misfit
  init(_ misfit: Misfit) { self.misfit = misfit }
}
