extension Merge {
  private static var mostAlternatives: Int { 4 }

  /// The form of a block that is cheapest to read; a function of the block alone.
  ///
  /// - Parameter party: whose text the block is cut from.
  func form(_ block: Block, over party: Int) -> [Node] {
    if block.demand != .cheapest { return [alternatives(block)] }
    if block.wishes.count == 1, let nested = nested(block) { return nested }
    let rivals = distinct(sides(block), atMost: Merge.mostAlternatives)
    if block.isRivalry, let rivals { return [Node(start: block.start, end: block.end, choices: rivals)] }
    var best: (cost: Int, nodes: [Node]) = (Int.max, [])
    if let nested = nested(block) {
      best = (nested.cost() + tollOfLoneWords(nested, party), nested)
    }
    if let rivals {
      let alternatives = [Node(start: block.start, end: block.end, choices: rivals)]
      let cost = alternatives.cost()
      if cost < best.cost { best = (cost, alternatives) }
    }
    return layeredCost(block) < best.cost ? layered(block) : best.nodes
  }

  /// One bracket in which everybody restates everything: exact whatever the texts are.
  func whole(_ scope: Scope) -> Node {
    let sides = scope.participants.map {
      Side(words: Words(party: $0.party, range: $0.passage(scope.range.lowerBound, scope.range.upperBound)))
    }
    return Node(start: scope.range.lowerBound, end: scope.range.upperBound, choices: distinct(sides) ?? [])
  }

  private func alternatives(_ block: Block) -> Node {
    Node(start: block.start, end: block.end, choices: distinct(sides(block)) ?? [])
  }

  /// What each party named in the block has for the whole stretch.
  private func sides(_ block: Block) -> [Side] {
    var shares: [Share] = []
    for (index, wish) in block.wishes.enumerated() {
      for member in wish.members {
        shares.append(Share(member.party, index, wish, member.from..<(member.from + wish.words.range.count)))
      }
      for amender in wish.amenders {
        shares.append(Share(amender.party, index, wish, amender.range, amended: amender.amended))
      }
    }
    // They were met in the order of their wishes.
    let order = orderByParty(shares.map { Int32(truncatingIfNeeded: $0.party) }, below: parties.count)
    shares = order.map { shares[Int($0)] }
    var ranges: [Int: Range<Int>] = [:]
    var sides: [Side] = []
    var index = 0
    while index < shares.count {
      var end = index + 1
      while end < shares.count, shares[end].party == shares[index].party { end += 1 }
      let range = reach(shares[index..<end], block)
      if shares[index..<end].contains(where: { $0.amended >= 0 }) {
        ranges[index] = range
      } else {
        sides.append(Side(words: Words(party: shares[index].party, range: range)))
      }
      index = end
    }
    if !ranges.isEmpty { addAmending(ranges, shares, block, to: &sides) }
    return sides
  }

  /// One that changes nothing else here than words its proposal brought in amends the proposal's side; any other has its
  /// own.
  private func addAmending(
    _ ranges: [Int: Range<Int>], _ shares: [Share], _ block: Block, to sides: inout [Side]
  ) {
    for (first, range) in ranges.sorted(by: { $0.key < $1.key }) {
      let party = shares[first].party
      let wishes = shares[first...].prefix { $0.party == party }
      let origin = wishes.first { $0.amended >= 0 }?.amended
      let shared = shares.filter { $0.party == origin }.map(\.wish)
      let side = sides.firstIndex { $0.party == origin }
      if let side, block.demand != .plainAlternatives, shared == wishes.map(\.wish) {
        sides[side].amenders.append(party)
      } else {
        sides.append(Side(words: Words(party: party, range: range)))
      }
    }
  }

  /// The words of a party from the beginning of the block to its end, when these are all its edits there.
  private func reach(_ shares: ArraySlice<Share>, _ block: Block) -> Range<Int> {
    var (first, last) = (shares.startIndex, shares.startIndex)
    for index in shares.indices {
      if shares[index].start < shares[first].start { first = index }
      if shares[index].end >= shares[last].end { last = index }
    }
    let from = shares[first].range.lowerBound - (shares[first].start - block.start)
    return from..<(shares[last].range.upperBound + (block.end - shares[last].end))
  }

  /// A party's part in a wish.
  private struct Share {
    let party: Int
    let wish: Int
    let start: Int
    let end: Int

    /// The words in the party's own text.
    let range: Range<Int>

    /// Whose words it amends; -1 where nobody's.
    let amended: Int

    init(_ party: Int, _ index: Int, _ wish: Wish, _ range: Range<Int>, amended: Int = -1) {
      self.party = party
      self.wish = index
      start = wish.start
      end = wish.end
      self.range = range
      self.amended = amended
    }
  }
}
