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
    let cuts = cuts(block)
    // The wishes of a block that was not widened stand in the order of their beginnings.
    var (next, active): (Int, [Int]) = (0, [])
    var nodes: [Node] = []
    for (index, cut) in cuts.enumerated() {
      active.removeAll { block.wishes[$0].end <= cut }
      let continued = active.count
      var inserted: [Node.Choice] = []
      while next < block.wishes.count, block.wishes[next].start == cut {
        if block.wishes[next].isInsertion { inserted.append(choice(block.wishes[next])) } else { active.append(next) }
        next += 1
      }
      if !inserted.isEmpty { nodes.append(Node(start: cut, end: cut, choices: together(inserted))) }
      guard index + 1 < cuts.count else { break }
      let choices = layer(block.wishes, continued: active[..<continued], begun: active[continued...])
      nodes.append(Node(start: cut, end: cuts[index + 1], choices: choices))
    }
    return nodes
  }

  /// Where wishes begin and end, in order.
  private func cuts(_ block: Block) -> [Int] {
    var borders = [block.start, block.end]
    for wish in block.wishes {
      borders.append(wish.start)
      borders.append(wish.end)
    }
    borders.sort()
    var cuts: [Int] = []
    for border in borders where border != cuts.last { cuts.append(border) }
    return cuts
  }

  private func layer(_ wishes: [Wish], continued: ArraySlice<Int>, begun: ArraySlice<Int>) -> [Node.Choice] {
    var choices: [Node.Choice] = []
    var (first, parties): (Words?, [Int]) = (nil, [])
    parties.reserveCapacity(2 * (continued.count + begun.count))
    for index in continued { wishes[index].collect(&first, &parties) }
    for index in begun {
      if wishes[index].words.isEmpty {
        wishes[index].collect(&first, &parties)
      } else {
        choices.append(choice(wishes[index]))
      }
    }
    if let first { choices.append(nothing(first, parties)) }
    return together(choices)
  }
}

extension Wish {
  /// Adds those who want nothing where the wish is cut.
  fileprivate func collect(_ first: inout Words?, _ parties: inout [Int]) {
    if first == nil { first = words }
    for member in members { parties.append(member.party) }
    for amender in amenders { parties.append(amender.party) }
  }
}
