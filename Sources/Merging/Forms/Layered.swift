extension Merge {
  /// What a reader meets in ``layered(_:_:)``: insertions and struck pieces are counted apart.
  func layeredCost(_ block: Block, _ wishes: [Wish]) -> Int {
    var cost = 0
    // Where wishes begin and end to replace words of the base, with how many more there are from there.
    var borders: [Border] = []
    borders.reserveCapacity(2 * block.wishes.count + 2)
    borders.append(Border(place: block.start, more: 0))
    borders.append(Border(place: block.end, more: 0))
    for index in block.wishes {
      let wish = wishes[index]
      if !wish.words.isEmpty { cost += 4 + wish.words.range.count }
      if wish.isInsertion {
        borders.append(Border(place: wish.start, more: 0))
      } else {
        borders.append(Border(place: wish.start, more: 1))
        borders.append(Border(place: wish.end, more: -1))
      }
    }
    borders.sort { $0.place < $1.place }
    var replacing = 0
    for index in 0..<(borders.count - 1) {
      replacing += borders[index].more
      let length = borders[index + 1].place - borders[index].place
      if length > 0 { cost += length + (replacing > 0 ? 4 : 0) }
    }
    return cost
  }

  private struct Border {
    let place: Int
    let more: Int
  }

  /// Brackets side by side: the base cut at every border, and at each piece who strikes it and what they put there.
  ///
  /// Always possible, and linear in size.
  mutating func layered(_ block: Block, _ wishes: [Wish]) -> Stretch {
    let cuts = cuts(block, wishes)
    // The wishes of a block that was not widened stand in the order of their beginnings.
    var (next, active): (Int, [Int]) = (block.wishes.lowerBound, [])
    let mark = forest.openNodes.count
    for (index, cut) in cuts.enumerated() {
      active.removeAll { wishes[$0].end <= cut }
      let continued = active.count
      let choiceMark = forest.openChoices.count
      while next < block.wishes.upperBound, wishes[next].start == cut {
        if wishes[next].isInsertion {
          let choice = choice(wishes[next])
          forest.openChoices.append(choice)
        } else {
          active.append(next)
        }
        next += 1
      }
      if forest.openChoices.count > choiceMark {
        let choices = together(from: choiceMark)
        forest.openNodes.append(Node(start: cut, end: cut, choices: choices))
      }
      guard index + 1 < cuts.count else { break }
      let choices = layer(wishes, active, continued)
      forest.openNodes.append(Node(start: cut, end: cuts[index + 1], choices: choices))
    }
    return forest.closeNodes(from: mark)
  }

  /// Where wishes begin and end, in order.
  private func cuts(_ block: Block, _ wishes: [Wish]) -> [Int] {
    var borders = [block.start, block.end]
    borders.reserveCapacity(2 * block.wishes.count + 2)
    for index in block.wishes {
      borders.append(wishes[index].start)
      borders.append(wishes[index].end)
    }
    borders.sort()
    var count = 0
    for border in borders where count == 0 || border != borders[count - 1] {
      borders[count] = border
      count += 1
    }
    return Array(borders[..<count])
  }

  /// The sides of a piece that some wishes strike.
  ///
  /// - Parameter continued: how many of them began before it.
  private mutating func layer(_ wishes: [Wish], _ active: [Int], _ continued: Int) -> Stretch {
    let mark = forest.openChoices.count
    var (first, parties): (Words?, Chain) = (nil, Chain())
    for (place, index) in active.enumerated() {
      if place < continued || wishes[index].words.isEmpty {
        if first == nil { first = wishes[index].words }
        collect(wishes[index], to: &parties)
      } else {
        let choice = choice(wishes[index])
        forest.openChoices.append(choice)
      }
    }
    if let first { forest.openChoices.append(nothing(first, parties)) }
    return together(from: mark)
  }
}
