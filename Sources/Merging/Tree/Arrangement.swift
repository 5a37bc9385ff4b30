/// Turns the wishes of a scope into the nodes of a tree, and sees to it that everybody reads exactly their text.
///
/// A *run* is a sequence of brackets with nothing but white space between them: what is read in it depends on nothing
/// outside but the words at its two ends. Each run is read once for everybody named in it; where one reading is not exact,
/// the run becomes one bracket of alternatives, then a wider one, until in the end it holds the whole text, which is
/// always exact. So nothing can be lost.
struct Arrangement {
  private let merge: Merge
  private let scope: Scope
  private var blocks: [Block]
  private(set) var nodes: [Node] = []

  /// The block that each node comes from; -1 where the words stand.
  private var origins: [Int] = []

  init(_ merge: Merge, _ scope: Scope) {
    self.merge = merge
    self.scope = scope
    blocks = merge.blocks(merge.wishes(scope))
    var width = 1
    lay()
    while mend(width) {
      if width > 2 * scope.range.count {
        nodes = [merge.whole(scope)]
        break
      }
      width *= 2
      lay()
    }
  }

  private mutating func lay() {
    (nodes, origins) = ([], [])
    var position = scope.range.lowerBound
    for (number, block) in blocks.enumerated() {
      if position < block.start { add(Node(start: position, end: block.start), -1) }
      for node in merge.form(block, over: scope.text) { add(node, number) }
      position = block.end
    }
    if position < scope.range.upperBound { add(Node(start: position, end: scope.range.upperBound), -1) }
    merge.space(&nodes, scope.text)
    nodes.number()
  }

  private mutating func add(_ node: Node, _ origin: Int) {
    if let last = nodes.last, !last.isBracket, !node.isBracket {
      nodes[nodes.count - 1].end = node.end
      origins[nodes.count - 1] = max(origins[nodes.count - 1], origin)
      return
    }
    nodes.append(node)
    origins.append(origin)
  }

  /// Raises what is asked of the blocks whose runs are not read exactly; whether there were any.
  private mutating func mend(_ width: Int) -> Bool {
    var failed: [ClosedRange<Int>] = []
    var index = 0
    while index < nodes.count {
      guard nodes[index].isBracket else {
        index += 1
        continue
      }
      var end = index + 1
      while end < nodes.count, nodes[end].isBracket { end += 1 }
      let rehearsal = Rehearsal(merge, scope, nodes, index..<end)
      let isExact = nodes.keepsBracketsApart(index..<end) && rehearsal.isExact()
      if !isExact { failed.append(blocksOf(index..<end)) }
      index = end
    }
    for range in failed.reversed() { raise(range, width) }
    return !failed.isEmpty
  }

  /// The blocks of a run, with those that its insertions were drawn from.
  private func blocksOf(_ run: Range<Int>) -> ClosedRange<Int> {
    var (low, high) = (origins[run.lowerBound], origins[run.upperBound - 1])
    let (start, end) = (nodes[run.lowerBound].start, nodes[run.upperBound - 1].end)
    while low > 0, blocks[low - 1].end >= start { low -= 1 }
    while high + 1 < blocks.count, blocks[high + 1].start <= end { high += 1 }
    return low...high
  }

  private mutating func raise(_ range: ClosedRange<Int>, _ width: Int) {
    var range = range
    var block = blocks[range.lowerBound]
    for other in blocks[range].dropFirst() { block = block.joined(other) }
    if range.count > 1 || block.demand == .cheapest {
      block.demand = .alternatives
    } else {
      block.demand = .plainAlternatives
      block.start = max(scope.range.lowerBound, block.start - width)
      block.end = min(scope.range.upperBound, block.end + width)
      while range.lowerBound > 0, blocks[range.lowerBound - 1].end >= block.start {
        range = (range.lowerBound - 1)...range.upperBound
        block = block.joined(blocks[range.lowerBound])
        block.demand = .plainAlternatives
      }
      while range.upperBound + 1 < blocks.count, blocks[range.upperBound + 1].start <= block.end {
        range = range.lowerBound...(range.upperBound + 1)
        block = block.joined(blocks[range.upperBound])
        block.demand = .plainAlternatives
      }
    }
    blocks.replaceSubrange(range, with: [block])
  }
}

extension [Node] {
  /// Whether no bracket stands directly against another, at any depth.
  fileprivate func keepsBracketsApart(_ range: Range<Int>) -> Bool {
    for index in range {
      if index > range.lowerBound, self[index].before == .none, self[index].isBracket, self[index - 1].isBracket {
        return false
      }
      if !self[index].struck.isEmpty, !self[index].struck.keepsBracketsApart(0..<self[index].struck.count) {
        return false
      }
    }
    return true
  }
}
