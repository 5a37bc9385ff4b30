extension Merge {
  /// What a reader meets in ``layered(_:)``: insertions and struck pieces are counted apart.
  func layeredCost(_ block: Block) -> Int {
    var cost = 0
    // Where wishes begin and end to replace words of the base, with how many more there are from there.
    var borders = [(place: block.start, more: 0), (place: block.end, more: 0)]
    for wish in block.wishes {
      if !wish.words.isEmpty { cost += 4 + wish.words.range.count }
      if wish.isInsertion {
        borders.append((place: wish.start, more: 0))
      } else {
        borders.append((place: wish.start, more: 1))
        borders.append((place: wish.end, more: -1))
      }
    }
    borders.sort { $0.place < $1.place }
    var replacing = 0
    for (index, border) in borders.enumerated().dropLast() {
      replacing += border.more
      let length = borders[index + 1].place - border.place
      if length > 0 { cost += length + (replacing > 0 ? 4 : 0) }
    }
    return cost
  }

  /// Brackets side by side: the base cut at every border, and at each piece who strikes it and what they put there.
  ///
  /// Always possible, and linear in size.
  func layered(_ block: Block) -> [Node] {
    var borders: Set<Int> = [block.start, block.end]
    for wish in block.wishes { borders.formUnion([wish.start, wish.end]) }
    let cuts = borders.sorted()
    let wishes = block.wishes.sorted { $0.start < $1.start }
    var (next, active): (Int, [Wish]) = (0, [])
    var nodes: [Node] = []
    for (index, cut) in cuts.enumerated() {
      active.removeAll { $0.end <= cut }
      var (inserted, replacing): ([Node.Choice], [Wish]) = ([], [])
      while next < wishes.count, wishes[next].start == cut {
        let wish = wishes[next]
        next += 1
        if wish.isInsertion { inserted.append(choice(wish)) } else { replacing.append(wish) }
      }
      if !inserted.isEmpty { nodes.append(Node(start: cut, end: cut, choices: together(inserted))) }
      guard index + 1 < cuts.count else { break }
      let end = cuts[index + 1]
      nodes.append(Node(start: cut, end: end, choices: layer(continued: active, begun: replacing)))
      active += replacing
    }
    return nodes
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
