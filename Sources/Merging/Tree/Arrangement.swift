/// Turns the wishes of a scope into the nodes of a tree, and sees to it that everybody reads exactly their text.
///
/// A *run* is a sequence of brackets with nothing but white space between them: what is read in it depends on nothing
/// outside but the words at its two ends. Each run is read once for everybody named in it; where one reading is not exact,
/// the run becomes one bracket of alternatives, then a wider one, until in the end it holds the whole text, which is
/// always exact. So nothing can be lost.
struct Arrangement {
  private let scope: Scope
  private let wishes: [Wish]
  private var blocks: [Block]

  /// The sequence, among ``Forest/nodes``.
  private(set) var nodes = Stretch.none

  /// The block that each node comes from; -1 where the words stand.
  private var origins: [Int] = []

  init(_ scope: Scope, _ merge: inout Merge) {
    self.scope = scope
    wishes = merge.wishes(scope)
    blocks = merge.blocks(wishes)
    var width = 1
    lay(&merge)
    while mend(width, merge) {
      if width > 2 * scope.range.count {
        nodes = merge.whole(scope)
        break
      }
      width *= 2
      lay(&merge)
    }
  }

  private mutating func lay(_ merge: inout Merge) {
    origins.removeAll(keepingCapacity: true)
    let mark = merge.forest.openNodes.count
    var position = scope.range.lowerBound
    for number in blocks.indices {
      let block = blocks[number]
      if position < block.start { add(Node(start: position, end: block.start), -1, mark, &merge.forest) }
      let form = merge.form(block, wishes)
      for index in form.range { add(merge.forest.nodes[index], number, mark, &merge.forest) }
      position = block.end
    }
    if position < scope.range.upperBound {
      add(Node(start: position, end: scope.range.upperBound), -1, mark, &merge.forest)
    }
    nodes = merge.forest.closeNodes(from: mark)
    merge.space(nodes)
    merge.forest.number(nodes)
  }

  private mutating func add(_ node: Node, _ origin: Int, _ mark: Int, _ forest: inout Forest) {
    let last = forest.openNodes.count - 1
    if last >= mark, !forest.openNodes[last].isBracket, !node.isBracket {
      forest.openNodes[last].end = node.end
      origins[last - mark] = max(origins[last - mark], origin)
      return
    }
    forest.openNodes.append(node)
    origins.append(origin)
  }

  /// Raises what is asked of the blocks whose runs are not read exactly; whether there were any.
  private mutating func mend(_ width: Int, _ merge: Merge) -> Bool {
    var failed: [ClosedRange<Int>] = []
    var rehearsal = Rehearsal(scope, nodes)
    var index = nodes.range.lowerBound
    while index < nodes.range.upperBound {
      guard merge.forest.nodes[index].isBracket else {
        index += 1
        continue
      }
      var end = index + 1
      while end < nodes.range.upperBound, merge.forest.nodes[end].isBracket { end += 1 }
      let isExact = merge.forest.keepsBracketsApart(index..<end) && rehearsal.isExact(index..<end, merge)
      if !isExact { failed.append(blocksOf(index..<end, merge.forest)) }
      index = end
    }
    for range in failed.reversed() { raise(range, width) }
    return !failed.isEmpty
  }

  /// The blocks of a run, with those that its insertions were drawn from.
  private func blocksOf(_ run: Range<Int>, _ forest: Forest) -> ClosedRange<Int> {
    let first = nodes.range.lowerBound
    var (low, high) = (origins[run.lowerBound - first], origins[run.upperBound - 1 - first])
    let (start, end) = (forest.nodes[run.lowerBound].start, forest.nodes[run.upperBound - 1].end)
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

extension Merge {
  /// The nodes of a scope, among ``Forest/nodes``.
  mutating func arranged(_ scope: Scope) -> Stretch { Arrangement(scope, &self).nodes }
}

extension Forest {
  /// Whether no bracket stands directly against another, at any depth.
  fileprivate func keepsBracketsApart(_ range: Range<Int>) -> Bool {
    for index in range {
      let node = nodes[index]
      if index > range.lowerBound, node.before == .none, node.isBracket, nodes[index - 1].isBracket { return false }
      if !node.struck.isEmpty, !keepsBracketsApart(node.struck.range) { return false }
    }
    return true
  }

  /// Numbers the brackets of each run, those inside them included.
  fileprivate mutating func number(_ sequence: Stretch) {
    var next: Int32 = 0
    for index in sequence.range {
      if !nodes[index].isBracket { next = 0 }
      number(index, from: &next)
    }
  }

  private mutating func number(_ index: Int, from next: inout Int32) {
    let node = nodes[index]
    guard node.isBracket else { return }
    nodes[index].number = next
    next += 1
    for choice in node.choices.range {
      for inner in choices[choice].amended.range { number(inner, from: &next) }
    }
    for inner in node.struck.range { number(inner, from: &next) }
  }
}
