extension Merge {
  private static var mostAlternatives: Int { 4 }

  /// The form of a block that is cheapest to read; a function of the block alone.
  mutating func form(_ block: Block, _ wishes: [Wish]) -> Stretch {
    if block.demand != .cheapest { return bracket(block, distinct(sides(block, wishes)) ?? .none) }
    if block.wishes.count == 1, let nested = nested(block, wishes) { return nested }
    let rivals = distinct(sides(block, wishes), atMost: Merge.mostAlternatives)
    if block.isRivalry, let rivals { return bracket(block, rivals) }
    var best: (cost: Int, nodes: Stretch) = (Int.max, .none)
    if let nested = nested(block, wishes) { best = (cost(nested) + tollOfLoneWords(nested), nested) }
    if let rivals {
      let cost = cost(Node(start: block.start, end: block.end, choices: rivals))
      if cost < best.cost { best = (cost, bracket(block, rivals)) }
    }
    return layeredCost(block, wishes) < best.cost ? layered(block, wishes) : best.nodes
  }

  /// One bracket in which everybody restates everything: exact whatever the texts are.
  mutating func whole(_ scope: Scope) -> Stretch {
    var sides: [Side] = []
    for participant in scope.participants {
      let range = passage(of: participant, scope.range.lowerBound, scope.range.upperBound)
      sides.append(Side(words: Words(party: participant.party, range: range)))
    }
    let choices = distinct(sides) ?? .none
    return sequence(Node(start: scope.range.lowerBound, end: scope.range.upperBound, choices: choices))
  }

  private mutating func bracket(_ block: Block, _ choices: Stretch) -> Stretch {
    sequence(Node(start: block.start, end: block.end, choices: choices))
  }

  private mutating func sequence(_ node: Node) -> Stretch {
    forest.nodes.append(node)
    return Stretch((forest.nodes.count - 1)..<forest.nodes.count)
  }

  /// What each party named in the block has for the whole stretch.
  private func sides(_ block: Block, _ wishes: [Wish]) -> [Side] {
    var met: [Share] = []
    met.reserveCapacity(2 * block.wishes.count)
    for index in block.wishes {
      collect(wishes[index].members, index, wishes[index], to: &met)
      collect(wishes[index].amenders, index, wishes[index], to: &met)
    }
    let shares = sortedByParty(met)
    var ranges: [(share: Int, range: Range<Int>)] = []
    var sides: [Side] = []
    sides.reserveCapacity(shares.count)
    var index = 0
    while index < shares.count {
      var end = index + 1
      while end < shares.count, shares[end].party == shares[index].party { end += 1 }
      let range = reach(shares, index..<end, block)
      if shares[index..<end].contains(where: { $0.amended >= 0 }) {
        ranges.append((index, range))
      } else {
        sides.append(Side(words: Words(party: shares[index].party, range: range)))
      }
      index = end
    }
    if !ranges.isEmpty { addAmending(ranges, shares, block, to: &sides) }
    return sides
  }

  private func collect(_ chain: Chain, _ index: Int, _ wish: Wish, to shares: inout [Share]) {
    var next = chain.first
    while next >= 0 {
      shares.append(Share(members[Int(next)], index, wish))
      next = members[Int(next)].next
    }
  }

  /// They were met in the order of their wishes, and those of one party stay so.
  private func sortedByParty(_ met: [Share]) -> [Share] {
    // Two numbers in one are sorted in a fraction of the time that the shares would take.
    var keys: [Int] = []
    keys.reserveCapacity(met.count)
    for index in met.indices { keys.append(met[index].party << 32 | index) }
    keys.sort()
    var sorted: [Share] = []
    sorted.reserveCapacity(met.count)
    for key in keys { sorted.append(met[key & 0xFFFF_FFFF]) }
    return sorted
  }

  /// One that changes nothing else here than words its proposal brought in amends the proposal's side; any other has its
  /// own.
  private func addAmending(
    _ ranges: [(share: Int, range: Range<Int>)], _ shares: [Share], _ block: Block, to sides: inout [Side]
  ) {
    for (first, range) in ranges {
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
  private func reach(_ shares: [Share], _ range: Range<Int>, _ block: Block) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.lowerBound)
    for index in range {
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

    init(_ member: Wish.Member, _ index: Int, _ wish: Wish) {
      party = member.party
      self.wish = index
      start = wish.start
      end = wish.end
      range = member.range
      amended = member.amended
    }
  }
}
