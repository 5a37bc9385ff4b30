extension Merge {
  private static var greatestDepth: Int { 3 }
  private static var mostAlternatives: Int { 4 }

  /// The form of a block that is cheapest to read; a function of the block alone.
  func form(_ block: Block, _ scope: Scope) -> [Node] {
    if block.demand != .cheapest { return [alternatives(block, scope)] }
    if block.wishes.count == 1 { return nested(block) }
    let rivals = distinct(sides(block, scope), among: scope)
    let isShort = rivals.count <= Merge.mostAlternatives
    if block.isRivalry, isShort { return [Node(start: block.start, end: block.end, choices: rivals)] }
    var best: (cost: Int, nodes: [Node]) = (Int.max, [])
    let nested = nested(block)
    if nested.bracketDepth <= Merge.greatestDepth { best = (nested.cost(), nested) }
    if isShort {
      let alternatives = [Node(start: block.start, end: block.end, choices: rivals)]
      let cost = alternatives.cost()
      if cost < best.cost { best = (cost, alternatives) }
    }
    let (cost, layers) = layered(block)
    return cost < best.cost ? layers : best.nodes
  }

  /// One bracket in which everybody restates everything: exact whatever the texts are.
  func whole(_ scope: Scope) -> Node {
    let sides = scope.participants.map {
      Node.Choice(
        words: Words(party: $0.party, range: $0.passage(scope.range.lowerBound, scope.range.upperBound)),
        parties: [$0.party])
    }
    return Node(start: scope.range.lowerBound, end: scope.range.upperBound, choices: distinct(sides, among: scope))
  }

  private func alternatives(_ block: Block, _ scope: Scope) -> Node {
    Node(start: block.start, end: block.end, choices: distinct(sides(block, scope), among: scope))
  }

  /// What each party named in the block has for the whole stretch.
  private func sides(_ block: Block, _ scope: Scope) -> [Node.Choice] {
    var reach: [Int: Reach] = [:]
    var amenders: [Int: Int] = [:]
    for (index, wish) in block.wishes.enumerated() {
      for member in wish.members {
        reach[member.party, default: Reach()].add(
          wish, index, member.from..<(member.from + wish.words.range.count), block)
      }
      for amender in wish.amenders {
        reach[amender.party, default: Reach()].add(wish, index, amender.range, block)
        amenders[amender.party] = amender.amended
      }
    }
    var sides: [Node.Choice] = []
    var amended: [Int: [Int]] = [:]
    for (party, own) in reach.sorted(by: { $0.key < $1.key }) {
      // One that changes nothing else here than words its proposal brought in amends the proposal's side.
      if block.demand != .plainAlternatives, let origin = amenders[party], amenders[origin] == nil,
        reach[origin]?.wishes == own.wishes
      {
        amended[origin, default: []].append(party)
      } else {
        sides.append(Node.Choice(words: Words(party: party, range: own.from..<own.to), parties: [party]))
      }
    }
    for index in sides.indices {
      if let amenders = amended[sides[index].parties[0]] { sides[index].amenders = amenders }
    }
    return sides
  }

  private struct Reach {
    var (first, last) = (Int.max, Int.min)
    var (from, to) = (0, 0)
    var wishes: [Int] = []

    mutating func add(_ wish: Wish, _ index: Int, _ range: Range<Int>, _ block: Block) {
      wishes.append(index)
      if wish.start < first { (first, from) = (wish.start, range.lowerBound - (wish.start - block.start)) }
      if wish.end >= last { (last, to) = (wish.end, range.upperBound + (block.end - wish.end)) }
    }
  }
}
