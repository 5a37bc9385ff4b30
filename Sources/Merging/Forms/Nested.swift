extension Merge {
  /// Brackets within struck words: edits of one stretch share a bracket, and of two that cross the later one is cut.
  func nested(_ block: Block) -> [Node] {
    let pieces = block.wishes.map {
      Piece(start: $0.start, end: $0.end, words: $0.words, proposals: $0.members.map(\.proposal))
    }
    return nested(pieces, block.start, block.end)
  }

  /// An edit, or what is left of one that was cut.
  fileprivate struct Piece {
    var start: Int
    var end: Int
    var words: Words
    var proposals: [Int]
  }

  fileprivate func nested(_ pieces: [Piece], _ start: Int, _ end: Int) -> [Node] {
    var nodes: [Node] = []
    var position = start
    var pending = pieces
    while !pending.isEmpty {
      // Leftmost first; at one place insertions, then the longest.
      let first = pending.min { Piece.precedes($0, $1) } ?? pending[0]
      if first.start > position { nodes.append(Node(start: position, end: first.start)) }
      var (same, inner, rest): ([Piece], [Piece], [Piece]) = ([], [], [])
      for piece in pending {
        if piece.start == first.start, piece.end == first.end {
          same.append(piece)
        } else if piece.start >= first.end {
          rest.append(piece)
        } else if piece.end <= first.end {
          inner.append(piece)
        } else {
          var (left, right) = (piece, piece)
          left.end = first.end
          right.start = first.end
          right.words.range = piece.words.range.upperBound..<piece.words.range.upperBound
          inner.append(left)
          rest.append(right)
        }
      }
      nodes.append(
        Node(
          start: first.start, end: first.end,
          choices: merged(same.map { Node.Choice(words: $0.words, proposals: $0.proposals) }),
          struck: first.start < first.end ? nested(inner, first.start, first.end) : []))
      position = max(position, first.end)
      pending = rest
    }
    if position < end { nodes.append(Node(start: position, end: end)) }
    return nodes
  }

  /// Sides that leave nothing are one, whatever white space they would leave; so are sides with equal words.
  private func merged(_ choices: [Node.Choice]) -> [Node.Choice] {
    let (full, empty) = (choices.filter { !$0.words.isEmpty }, choices.filter(\.words.isEmpty))
    guard var nothing = empty.first else { return distinct(full) }
    nothing.proposals = empty.flatMap(\.proposals)
    return distinct(full) + [nothing]
  }
}

extension Merge.Piece {
  fileprivate static func precedes(_ a: Self, _ b: Self) -> Bool {
    if a.start != b.start { return a.start < b.start }
    let (x, y) = (a.start == a.end, b.start == b.end)
    return x == y ? a.end > b.end : x
  }
}
