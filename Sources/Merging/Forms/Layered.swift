extension Merge {
  /// Brackets side by side: the base cut at every border, and at each piece who strikes it and what they put there.
  ///
  /// Always possible, and linear in size. The cost counts insertions and struck pieces apart, as a reader meets them.
  func layered(_ block: Block) -> (cost: Int, nodes: [Node]) {
    var borders: Set<Int> = [block.start, block.end]
    for wish in block.wishes { borders.formUnion([wish.start, wish.end]) }
    let cuts = borders.sorted()
    let wishes = block.wishes.sorted { $0.start < $1.start }
    var (next, active): (Int, [Wish]) = (0, [])
    var nodes: [Node] = []
    var cost = 0
    for (index, cut) in cuts.enumerated() {
      active.removeAll { $0.end <= cut }
      var (inserted, replacing): ([Node.Choice], [Wish]) = ([], [])
      while next < wishes.count, wishes[next].start == cut {
        let wish = wishes[next]
        next += 1
        if !wish.words.isEmpty { cost += 4 + wish.words.range.count }
        if wish.isInsertion { inserted.append(choice(wish)) } else { replacing.append(wish) }
      }
      if !inserted.isEmpty { nodes.append(Node(start: cut, end: cut, choices: together(inserted))) }
      guard index + 1 < cuts.count else { break }
      let end = cuts[index + 1]
      cost += end - cut + (active.isEmpty && replacing.isEmpty ? 0 : 4)
      nodes.append(Node(start: cut, end: end, choices: layer(continued: active, begun: replacing)))
      active += replacing
    }
    return (cost, nodes)
  }

  private func layer(continued: [Wish], begun: [Wish]) -> [Node.Choice] {
    var choices = begun.filter { !$0.words.isEmpty }.map(choice)
    let empty = continued + begun.filter(\.words.isEmpty)
    if let first = empty.first {
      choices.append(nothing(first.words, empty.flatMap { $0.members.map(\.party) + $0.amenders.map(\.party) }))
    }
    return together(choices)
  }
}
