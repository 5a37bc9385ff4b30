/// Edits that overlap, directly or through others, and the stretch they cover.
struct Block {
  var start: Int
  var end: Int
  var wishes: [Wish]

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

  /// One block that holds both, and what stands between them.
  func joined(_ other: Block) -> Block {
    Block(
      start: min(start, other.start), end: max(end, other.end), wishes: wishes + other.wishes,
      demand: demand == other.demand ? demand : .alternatives, isRivalry: isRivalry || other.isRivalry)
  }
}

extension Merge {
  /// The connected components of overlapping edits. Edits that merely touch are apart; two insertions at one place are
  /// not.
  func blocks(_ wishes: [Wish]) -> [Block] {
    var blocks: [Block] = []
    for wish in wishes {
      if let last = blocks.last {
        let isSamePlace = wish.isInsertion && last.start == wish.start && last.end == wish.start
        if wish.start < last.end || isSamePlace {
          blocks[blocks.count - 1].wishes.append(wish)
          blocks[blocks.count - 1].end = max(last.end, wish.end)
          continue
        }
      }
      blocks.append(Block(start: wish.start, end: wish.end, wishes: [wish]))
    }
    return rivalled(blocks)
  }

  private func rivalled(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    for block in blocks {
      if let last = joined.last, last.end == block.start, areRivals(last, block) {
        joined[joined.count - 1] = last.joined(block)
        joined[joined.count - 1].isRivalry = true
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  /// Whether an insertion on one side of the border repeats, there, words of the other side's replacement.
  private func areRivals(_ left: Block, _ right: Block) -> Bool {
    let before = left.wishes.filter { $0.end == left.end && !$0.words.isEmpty }
    let after = right.wishes.filter { $0.start == left.end && !$0.words.isEmpty }
    let inserted = Set(before.filter(\.isInsertion).map { word($0, \.lowerBound) })
    let ending = Set(before.filter { !$0.isInsertion }.map { word($0, \.last) })
    return after.contains {
      let repeated = $0.isInsertion ? word($0, \.last) : word($0, \.lowerBound)
      return ($0.isInsertion ? ending : inserted).contains(repeated) && lexicon.traits[Int(repeated)].isWord
    }
  }

  private func word(_ wish: Wish, _ place: KeyPath<Range<Int>, Int>) -> Int32 {
    text(wish.words.party).words[wish.words.range[keyPath: place]]
  }
}

extension Range<Int> {
  fileprivate var last: Int { upperBound - 1 }
}
