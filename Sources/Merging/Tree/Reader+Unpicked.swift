extension Reader {
  /// Reads items of which no side is taken: where all is as it was when the scope's own text was read, its words follow.
  mutating func readUnpicked(_ items: Range<Int>) -> Bool {
    for index in items {
      if let plain = marks[items.upperBound].space, isAsMarked(marks[index]) {
        let (from, to) = (marks[index].place, marks[items.upperBound].place)
        let isFirst = place == start && wordBefore == nil
        let gaps = isFirst ? (from..<to).dropFirst() : from..<to
        guard to - from <= end - place, isSame(own.words, from..<to, wanted, place),
          isSame(own.gaps, gaps, wantedGaps, place + (to - from - gaps.count))
        else { return false }
        place += to - from
        space.set(plain)
        dropsNextSpace = marks[items.upperBound].dropsNextSpace
        return true
      }
      guard read(item: index, isLast: isLast(index)) else { return false }
    }
    return true
  }

  private func isAsMarked(_ mark: Mark) -> Bool {
    guard let plain = mark.space, plain == space.plain, dropsNextSpace == mark.dropsNextSpace else { return false }
    if place == start || mark.place == ownStart { return place == start && mark.place == ownStart }
    return wanted[place - 1] == own.words[mark.place - 1]
  }
}
