/// Edits that overlap, directly or through others, and the stretch they cover.
struct Block {
  var start: Int
  var end: Int

  /// By their places among the wishes of the scope, which stand in order.
  var wishes: Range<Int>

  /// How the block must be shown; raised when a form does not read back exactly.
  var demand = Demand.cheapest

  /// Whether an insertion repeats words of a neighbour's replacement: they are then rivals (notation, rule 5).
  var isRivalry = false

  enum Demand {
    case cheapest
    case alternatives

    /// Alternatives, and who amends another's words restates them.
    case plainAlternatives
  }

  /// One block that holds both, which are neighbours, and what stands between them.
  func joined(_ other: Block) -> Block {
    Block(
      start: min(start, other.start), end: max(end, other.end),
      wishes: min(wishes.lowerBound, other.wishes.lowerBound)..<max(wishes.upperBound, other.wishes.upperBound),
      demand: demand == other.demand ? demand : .alternatives, isRivalry: isRivalry || other.isRivalry)
  }
}

extension Merge {
  /// The connected components of overlapping edits. Edits that merely touch are apart; two insertions at one place are
  /// not.
  func blocks(_ wishes: [Wish]) -> [Block] {
    var blocks: [Block] = []
    blocks.reserveCapacity(wishes.count)
    for index in wishes.indices {
      let wish = wishes[index]
      let last = blocks.count - 1
      if last >= 0 {
        let (start, end) = (blocks[last].start, blocks[last].end)
        if wish.start < end || (wish.isInsertion && start == wish.start && end == wish.start) {
          blocks[last].wishes = blocks[last].wishes.lowerBound..<(index + 1)
          blocks[last].end = max(end, wish.end)
          continue
        }
      }
      blocks.append(Block(start: wish.start, end: wish.end, wishes: index..<(index + 1)))
    }
    return rivalled(blocks, wishes)
  }

  private func rivalled(_ blocks: [Block], _ wishes: [Wish]) -> [Block] {
    var joined: [Block] = []
    joined.reserveCapacity(blocks.count)
    for block in blocks {
      if let last = joined.last, last.end == block.start, areRivals(last, block, wishes) {
        joined[joined.count - 1] = last.joined(block)
        joined[joined.count - 1].isRivalry = true
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  /// Whether an insertion on one side of the border repeats, there, words of the other side's replacement.
  private func areRivals(_ left: Block, _ right: Block, _ wishes: [Wish]) -> Bool {
    var inserted: Set<Int32> = []
    var ending: Set<Int32> = []
    for index in left.wishes {
      let wish = wishes[index]
      guard wish.end == left.end, !wish.words.isEmpty else { continue }
      if wish.isInsertion { inserted.insert(first(wish)) } else { ending.insert(last(wish)) }
    }
    if inserted.isEmpty, ending.isEmpty { return false }
    return right.wishes.contains { index in
      let wish = wishes[index]
      guard wish.start == left.end, !wish.words.isEmpty else { return false }
      let repeated = wish.isInsertion ? last(wish) : first(wish)
      return (wish.isInsertion ? ending : inserted).contains(repeated) && lexicon.traits[Int(repeated)].isWord
    }
  }

  private func first(_ wish: Wish) -> Int32 { tokens[wish.words.range.lowerBound].word }

  private func last(_ wish: Wish) -> Int32 { tokens[wish.words.range.upperBound - 1].word }
}
