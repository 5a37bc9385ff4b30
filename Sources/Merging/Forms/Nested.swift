extension Merge {
  /// Brackets within struck words: edits of one stretch share a bracket, and of two that cross the later one is cut.
  func nested(_ block: Block) -> [Node] {
    let pieces = block.wishes.indices.map {
      Piece(start: block.wishes[$0].start, end: block.wishes[$0].end, wish: $0)
    }
    return nested(pieces.sorted(by: Piece.precedes)[...], block.wishes, block.start, block.end)
  }

  /// An edit, or what is left of one that was cut.
  fileprivate struct Piece {
    var start: Int
    var end: Int
    let wish: Int

    /// Whether it is the end of an edit whose words stand before it.
    var isRemainder = false
  }

  private func nested(_ pieces: ArraySlice<Piece>, _ wishes: [Wish], _ start: Int, _ end: Int) -> [Node] {
    var nodes: [Node] = []
    var position = start
    var pending = pieces
    while let first = pending.first {
      if first.start > position { nodes.append(Node(start: position, end: first.start)) }
      var same = pending.startIndex
      while same < pending.endIndex, pending[same].start == first.start, pending[same].end == first.end { same += 1 }
      var inside = same
      var isCrossed = false
      while inside < pending.endIndex, pending[inside].start < first.end {
        if pending[inside].end > first.end { isCrossed = true }
        inside += 1
      }
      var (inner, rest) = (pending[same..<inside], pending[inside...])
      if isCrossed { Piece.cut(&inner, &rest, at: first.end) }
      nodes.append(
        Node(
          start: first.start, end: first.end,
          choices: together(pending[..<same].map { choice(wishes[$0.wish], isRemainder: $0.isRemainder) }),
          struck: inner.isEmpty ? [] : nested(inner, wishes, first.start, first.end)))
      position = max(position, first.end)
      pending = rest
    }
    if position < end { nodes.append(Node(start: position, end: end)) }
    return nodes
  }

  private func choice(_ wish: Wish, isRemainder: Bool) -> Node.Choice {
    isRemainder
      ? nothing(wish.words, wish.members.map(\.party) + wish.amenders.map(\.party)) : choice(wish)
  }

  func nothing(_ words: Words, _ parties: [Int]) -> Node.Choice {
    Node.Choice(
      words: Words(party: words.party, range: words.range.upperBound..<words.range.upperBound), parties: parties)
  }

  /// Sides that leave nothing are one, whatever white space they would leave; so are sides with equal words.
  func together(_ choices: [Node.Choice]) -> [Node.Choice] {
    if choices.count == 1 { return choices }
    var together: [Node.Choice] = []
    var known = Register()
    for choice in choices {
      let key = choice.words.isEmpty ? 0 : hash(choice.words)
      let same = known.first(under: key) { index in
        if choice.words.isEmpty || together[index].words.isEmpty {
          return choice.words.isEmpty && together[index].words.isEmpty
        }
        return choice.amended.isEmpty && together[index].amended.isEmpty && isSame(together[index].words, choice.words)
      }
      if let same {
        together[same].parties += choice.parties
      } else {
        known.add(key)
        together.append(choice)
      }
    }
    return together
  }
}

extension Merge.Piece {
  /// Leftmost first; at one place insertions, then the longest.
  fileprivate static func precedes(_ a: Self, _ b: Self) -> Bool {
    if a.start != b.start { return a.start < b.start }
    let (x, y) = (a.start == a.end, b.start == b.end)
    if x != y { return x }
    return a.end == b.end ? a.wish < b.wish : a.end > b.end
  }

  /// Cuts the pieces of `inner` that reach over `border`: what is beyond it goes to `rest`.
  fileprivate static func cut(_ inner: inout ArraySlice<Self>, _ rest: inout ArraySlice<Self>, at border: Int) {
    for index in inner.indices where inner[index].end > border {
      var remainder = inner[index]
      remainder.start = border
      remainder.isRemainder = true
      rest.append(remainder)
      inner[index].end = border
    }
    inner.sort(by: precedes)
    rest.sort(by: precedes)
  }
}
