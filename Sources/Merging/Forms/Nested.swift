extension Merge {
  /// How many brackets deep struck words may nest.
  private static var greatestDepth: Int { 3 }

  /// Brackets within struck words: edits of one stretch share a bracket, and of two that cross the later one is cut.
  ///
  /// - Returns: `nil` where they would nest too deep.
  mutating func nested(_ block: Block, _ wishes: [Wish]) -> Stretch? {
    if block.wishes.count == 1 {
      let wish = wishes[block.wishes.lowerBound]
      let choices = forest.single(choice(wish))
      forest.nodes.append(Node(start: wish.start, end: wish.end, choices: choices))
      return Stretch((forest.nodes.count - 1)..<forest.nodes.count)
    }
    var pieces: [Piece] = []
    pieces.reserveCapacity(block.wishes.count)
    for index in block.wishes {
      pieces.append(Piece(start: wishes[index].start, end: wishes[index].end, wish: index))
    }
    pieces.sort(by: Piece.precedes)
    return nested(pieces, pieces.indices, wishes, block.start, block.end, depth: 1)
  }

  /// An edit, or what is left of one that was cut.
  fileprivate struct Piece {
    var start: Int
    var end: Int
    let wish: Int

    /// Whether it is the end of an edit whose words stand before it.
    var isRemainder = false
  }

  private mutating func nested(
    _ given: [Piece], _ range: Range<Int>, _ wishes: [Wish], _ start: Int, _ end: Int, depth: Int
  ) -> Stretch? {
    if depth > Merge.greatestDepth { return nil }
    let mark = forest.openNodes.count
    var position = start
    var (pieces, pending) = (given, range)
    while !pending.isEmpty {
      let first = pieces[pending.lowerBound]
      if first.start > position { forest.openNodes.append(Node(start: position, end: first.start)) }
      var same = pending.lowerBound
      while same < pending.upperBound, pieces[same].start == first.start, pieces[same].end == first.end { same += 1 }
      var inside = same
      var isCrossed = false
      while inside < pending.upperBound, pieces[inside].start < first.end {
        if pieces[inside].end > first.end { isCrossed = true }
        inside += 1
      }
      var node = Node(start: first.start, end: first.end)
      node.choices = choices(pieces[pending.lowerBound..<same], wishes)
      pending = inside..<pending.upperBound
      var inner: (pieces: [Piece], range: Range<Int>) = (pieces, same..<inside)
      if isCrossed {
        var (cut, rest) = (Array(pieces[same..<inside]), Array(pieces[pending]))
        Piece.cut(&cut, &rest, at: first.end)
        (inner, pieces, pending) = ((cut, cut.indices), rest, rest.indices)
      }
      if !inner.range.isEmpty {
        guard let struck = nested(inner.pieces, inner.range, wishes, first.start, first.end, depth: depth + 1) else {
          forest.discardNodes(from: mark)
          return nil
        }
        node.struck = struck
      }
      forest.openNodes.append(node)
      position = max(position, first.end)
    }
    if position < end { forest.openNodes.append(Node(start: position, end: end)) }
    return forest.closeNodes(from: mark)
  }

  private mutating func choices(_ pieces: ArraySlice<Piece>, _ wishes: [Wish]) -> Stretch {
    let mark = forest.openChoices.count
    for piece in pieces {
      let choice = piece.isRemainder ? nothing(wishes[piece.wish]) : choice(wishes[piece.wish])
      forest.openChoices.append(choice)
    }
    return together(from: mark)
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
  fileprivate static func cut(_ inner: inout [Self], _ rest: inout [Self], at border: Int) {
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
