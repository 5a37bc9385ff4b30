extension Merge {
  private static var greatestDepth: Int { 3 }
  private static var mostAlternatives: Int { 4 }

  /// The form of a block that is cheapest to read; a function of the block alone.
  func form(_ block: Block) -> [Node] {
    if block.demand == .alternatives { return [alternatives(block)] }
    if block.wishes.count == 1 { return nested(block) }
    let alternatives = alternatives(block)
    let isShort = alternatives.choices.count <= Merge.mostAlternatives
    if block.isRivalry, isShort { return [alternatives] }
    var best: (cost: Int, nodes: [Node]) = (Int.max, [])
    let nested = nested(block)
    if nested.bracketDepth <= Merge.greatestDepth { best = (nested.cost(), nested) }
    if isShort {
      let cost = [alternatives].cost()
      if cost < best.cost { best = (cost, [alternatives]) }
    }
    let (cost, layers) = layered(block)
    return cost < best.cost ? layers : best.nodes
  }

  /// One bracket in which each side restates the whole stretch.
  func alternatives(_ block: Block) -> Node {
    var reach: [Int: (first: Int, last: Int, from: Int, to: Int)] = [:]
    for wish in block.wishes {
      for member in wish.members {
        let from = member.from - (wish.start - block.start)
        let to = member.from + wish.words.range.count + (block.end - wish.end)
        var known = reach[member.proposal] ?? (wish.start, wish.end, from, to)
        if wish.start <= known.first { (known.first, known.from) = (wish.start, from) }
        if wish.end >= known.last { (known.last, known.to) = (wish.end, to) }
        reach[member.proposal] = known
      }
    }
    let choices = reach.keys.sorted().compactMap { proposal in
      reach[proposal].map {
        Node.Choice(words: Words(proposal: proposal, range: $0.from..<$0.to), proposals: [proposal])
      }
    }
    return Node(
      start: block.start, end: block.end, choices: distinct(choices),
      struck: block.start < block.end ? [Node(start: block.start, end: block.end)] : [])
  }

  /// The sides with equal words together.
  func distinct(_ choices: [Node.Choice]) -> [Node.Choice] {
    var distinct: [Node.Choice] = []
    var known: [Int: [Int]] = [:]
    for choice in choices {
      var hasher = Hasher()
      hash(choice.words, into: &hasher)
      let key = hasher.finalize()
      if let same = known[key, default: []].first(where: { isSame(distinct[$0].words, choice.words) }) {
        distinct[same].proposals += choice.proposals
      } else {
        known[key, default: []].append(distinct.count)
        distinct.append(choice)
      }
    }
    return distinct
  }
}
