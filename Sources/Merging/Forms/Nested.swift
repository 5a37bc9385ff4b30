extension Merge {
  /// Brackets within struck words: edits of one stretch share a bracket, and of two that cross the later one is cut.
  func nested(_ block: Block) -> [Node] {
    nested(block.wishes.map { Piece(start: $0.start, end: $0.end, choice: choice($0)) }, block.start, block.end)
  }

  /// An edit, or what is left of one that was cut.
  fileprivate struct Piece {
    var start: Int
    var end: Int
    var choice: Node.Choice
  }

  private func nested(_ pieces: [Piece], _ start: Int, _ end: Int) -> [Node] {
    var nodes: [Node] = []
    var position = start
    var pending = pieces
    // Leftmost first; at one place insertions, then the longest.
    while let first = pending.min(by: Piece.precedes) {
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
          right.choice = nothing(piece.choice.words, piece.choice.parties + piece.choice.amenders)
          inner.append(left)
          rest.append(right)
        }
      }
      nodes.append(
        Node(
          start: first.start, end: first.end, choices: together(same.map(\.choice)),
          struck: inner.isEmpty ? [] : nested(inner, first.start, first.end)))
      position = max(position, first.end)
      pending = rest
    }
    if position < end { nodes.append(Node(start: position, end: end)) }
    return nodes
  }

  func nothing(_ words: Words, _ parties: [Int]) -> Node.Choice {
    Node.Choice(
      words: Words(party: words.party, range: words.range.upperBound..<words.range.upperBound), parties: parties)
  }

  /// Sides that leave nothing are one, whatever white space they would leave; so are sides with equal words.
  func together(_ choices: [Node.Choice]) -> [Node.Choice] {
    if choices.count == 1 { return choices }
    var together: [Node.Choice] = []
    var known: [Int: [Int]] = [:]
    for choice in choices {
      let key = choice.words.isEmpty ? 0 : hash(choice.words)
      let same = known[key]?.first { index in
        let other = together[index]
        if choice.words.isEmpty || other.words.isEmpty { return choice.words.isEmpty && other.words.isEmpty }
        return choice.amended.isEmpty && other.amended.isEmpty && isSame(other.words, choice.words)
      }
      if let same {
        together[same].parties += choice.parties
      } else {
        known[key, default: []].append(together.count)
        together.append(choice)
      }
    }
    return together
  }
}

extension Merge.Piece {
  fileprivate static func precedes(_ a: Self, _ b: Self) -> Bool {
    if a.start != b.start { return a.start < b.start }
    let (x, y) = (a.start == a.end, b.start == b.end)
    return x == y ? a.end > b.end : x
  }
}
