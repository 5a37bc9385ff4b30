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
        if wish.isInsertion {
          inserted.append(Node.Choice(words: wish.words, proposals: wish.members.map(\.proposal)))
        } else {
          replacing.append(wish)
        }
      }
      if !inserted.isEmpty { nodes.append(Node(start: cut, end: cut, choices: distinct(inserted))) }
      guard index + 1 < cuts.count else { break }
      let end = cuts[index + 1]
      cost += end - cut + (active.isEmpty && replacing.isEmpty ? 0 : 4)
      nodes.append(layer(cut, end, continued: active, begun: replacing))
      active += replacing
    }
    return (cost, nodes)
  }

  private func layer(_ start: Int, _ end: Int, continued: [Wish], begun: [Wish]) -> Node {
    let full = begun.filter { !$0.words.isEmpty }
    let nothing = continued + begun.filter(\.words.isEmpty)
    var choices = distinct(full.map { Node.Choice(words: $0.words, proposals: $0.members.map(\.proposal)) })
    if let first = nothing.first {
      var words = first.words
      words.range = words.range.upperBound..<words.range.upperBound
      choices.append(Node.Choice(words: words, proposals: nothing.flatMap { $0.members.map(\.proposal) }))
    }
    return Node(start: start, end: end, choices: choices, struck: choices.isEmpty ? [] : [Node(start: start, end: end)])
  }
}
