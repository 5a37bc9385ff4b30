extension Reader {
  /// Reads nodes of the run of which no side is taken: where all is as it was when the scope's own text was read, its
  /// words follow.
  mutating func readUnpicked(_ nodes: Range<Int>, _ merge: Merge) -> Bool {
    let last = nodes.upperBound - run.lowerBound
    for index in nodes {
      let mark = marks[index - run.lowerBound]
      if let plain = marks[last].space, isAsMarked(mark, merge) {
        let (from, to) = (mark.place, marks[last].place)
        guard to - from <= end - place, isSame(from..<to, merge) else { return false }
        place += to - from
        space.set(plain)
        dropsNextSpace = marks[last].dropsNextSpace
        return true
      }
      guard read(node: index, isLast: isLast(index), merge) else { return false }
    }
    return true
  }

  /// Whether some words of the scope's text follow.
  private func isSame(_ own: Range<Int>, _ merge: Merge) -> Bool {
    let tokens = merge.tokens.span
    let wanted = place..<(place + own.count)
    // The white space before the first word of all is nobody's.
    if place == start, wordBefore == nil, !own.isEmpty {
      return tokens[own.lowerBound].word == tokens[place].word
        && Merging.isSame(tokens, own.dropFirst(), wanted.dropFirst())
    }
    return Merging.isSame(tokens, own, wanted)
  }

  private func isAsMarked(_ mark: Mark, _ merge: Merge) -> Bool {
    guard let plain = mark.space, plain == space.plain, dropsNextSpace == mark.dropsNextSpace else { return false }
    if place == start || mark.place == ownStart { return place == start && mark.place == ownStart }
    return merge.tokens[place - 1].word == merge.tokens[mark.place - 1].word
  }
}
