extension Merge {
  /// How many brackets deep struck words may nest.
  private static var greatestDepth: Int { 3 }

  /// Brackets within struck words: edits of one stretch share a bracket, and of two that cross the later one is cut.
  ///
  /// - Returns: `nil` where they would nest too deep.
  func nested(_ block: Block) -> [Node]? {
    var pieces: [Piece] = []
    pieces.reserveCapacity(block.wishes.count)
    for (index, wish) in block.wishes.enumerated() {
      pieces.append(Piece(start: wish.start, end: wish.end, wish: index))
    }
    if pieces.count > 1 { pieces.sort(by: Piece.precedes) }
    return nested(pieces[...], block.wishes, block.start, block.end, depth: 1)
  }

  /// An edit, or what is left of one that was cut.
  fileprivate struct Piece {
    var start: Int
    var end: Int
    let wish: Int

    /// Whether it is the end of an edit whose words stand before it.
    var isRemainder = false
  }

  private func nested(
    _ pieces: ArraySlice<Piece>, _ wishes: [Wish], _ start: Int, _ end: Int, depth: Int
  ) -> [Node]? {
    if depth > Merge.greatestDepth { return nil }
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
      var struck: [Node] = []
      if !inner.isEmpty {
        guard let nodes = nested(inner, wishes, first.start, first.end, depth: depth + 1) else { return nil }
        struck = nodes
      }
      let choices = pending[..<same].map { choice(wishes[$0.wish], isRemainder: $0.isRemainder) }
      nodes.append(Node(start: first.start, end: first.end, choices: together(choices), struck: struck))
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
    together.reserveCapacity(choices.count)
    // A few are compared one by one.
    let isLong = choices.count > 6
    var known = Register()
    for index in choices.indices {
      let key = isLong && !choices[index].words.isEmpty ? hash(choices[index].words) : 0
      let same =
        isLong
        ? known.first(under: key) { isOne(together[$0], choices[index]) }
        : together.indices.first { isOne(together[$0], choices[index]) }
      if let same {
        together[same].parties += choices[index].parties
      } else {
        if isLong { known.add(key) }
        together.append(choices[index])
      }
    }
    return together
  }

  private func isOne(_ a: Node.Choice, _ b: Node.Choice) -> Bool {
    if a.words.isEmpty || b.words.isEmpty { return a.words.isEmpty && b.words.isEmpty }
    return a.amended.isEmpty && b.amended.isEmpty && isSame(a.words, b.words)
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
