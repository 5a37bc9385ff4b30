extension Reader {
  /// Settles the white space round a bracket in which nothing is read (``Spacing``).
  ///
  /// - Parameter next: what stands after it.
  mutating func readNothing(before next: Node?, _ merge: Merge) {
    let hasSpaceAfter = next.map { $0.before != .none } ?? false
    let traits = merge.lexicon.traits
    if let last = space.last {
      if hasSpaceAfter {
        if last == -2 { dropsNextSpace = true } else { space.removeLast() }
      } else if next.map({ !$0.isBracket && traits[Int(merge.tokens[$0.start].word)].isClosing }) ?? true {
        space.removeLast()
      }
    } else if hasSpaceAfter {
      let previous = place > start ? merge.tokens[place - 1].word : wordBefore
      dropsNextSpace = previous.map { traits[Int($0)].isOpening } ?? true
    }
  }
}
