/// Reads a run of brackets as everybody named in it would, in numbers instead of characters, by the rules of ``Spacing``.
struct Rehearsal {
  private let merge: Merge
  private let nodes: [Node]
  private let run: Range<Int>

  init(_ merge: Merge, _ nodes: [Node], _ run: Range<Int>) {
    self.merge = merge
    self.nodes = nodes
    self.run = run
  }

  /// Whether the base and every proposal named in the run are read from it word for word and space for space.
  var isExact: Bool {
    var named: Set<Int> = []
    for node in nodes[run] { collect(node, &named) }
    return reads(nil) && named.allSatisfy { reads($0) }
  }

  private func collect(_ node: Node, _ named: inout Set<Int>) {
    for choice in node.choices { named.formUnion(choice.proposals) }
    for inner in node.struck { collect(inner, &named) }
  }

  private func reads(_ proposal: Int?) -> Bool {
    let (start, end) = (nodes[run.lowerBound].start, nodes[run.upperBound - 1].end)
    let (text, range) = proposal.map { merge.passage($0, start, end) } ?? (merge.base, start..<end)
    var reading = Reading(merge: merge, proposal: proposal)
    if start > 0 { reading.output.append(merge.base.words[start - 1]) }
    reading.read(nodes, run)
    if run.upperBound < nodes.count {
      reading.append(space: merge.lexicon.codes(nodes[run.upperBound].before))
    }
    var wanted: [Int32] = start > 0 ? [merge.base.words[start - 1]] : []
    for position in range {
      wanted += merge.lexicon.codes(text.gaps[position])
      wanted.append(text.words[position])
    }
    wanted += merge.lexicon.codes(text.gaps[range.upperBound])
    return reading.output == wanted
  }
}

extension Merge {
  /// The words of a proposal that stand for a stretch of the base, edits at its two borders included.
  func passage(_ proposal: Int, _ start: Int, _ end: Int) -> (Wording, Range<Int>) {
    let (text, edits) = (proposals[proposal].text, proposals[proposal].edits)
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].end < start { low = middle + 1 } else { high = middle }
    }
    let shift = low > 0 ? edits[low - 1].to - edits[low - 1].end : 0
    var (from, to) = (start + shift, end + shift)
    if low < edits.count, edits[low].start <= end { from = edits[low].from - (edits[low].start - start) }
    var index = low
    while index < edits.count, edits[index].start <= end {
      to = edits[index].to + (end - edits[index].end)
      index += 1
    }
    return (text, from..<to)
  }
}

/// A reading in the making; white space has codes below zero.
private struct Reading {
  let merge: Merge
  let proposal: Int?
  var output: [Int32] = []
  var dropsNextSpace = false

  init(merge: Merge, proposal: Int?) {
    self.merge = merge
    self.proposal = proposal
  }

  mutating func append(space codes: [Int32]) {
    output += dropsNextSpace ? codes.dropFirst() : codes[...]
    dropsNextSpace = false
  }

  /// Reads `run` of `nodes`; the white space before its first node stands already, unless it is written here.
  mutating func read(_ nodes: [Node], _ run: Range<Int>) {
    for index in run {
      let node = nodes[index]
      append(space: merge.lexicon.codes(node.before))
      guard node.isBracket else {
        append(words: node.start..<node.end)
        continue
      }
      bracket(content(node), next: index + 1 < nodes.count ? nodes[index + 1] : nil)
    }
  }

  private mutating func append(words: Range<Int>) {
    for position in words {
      if position > words.lowerBound { output += merge.lexicon.codes(merge.base.gaps[position]) }
      output.append(merge.base.words[position])
    }
  }

  private func content(_ node: Node) -> ArraySlice<Int32> {
    if let choice = node.choices.first(where: { side in proposal.map { side.proposals.contains($0) } ?? false }) {
      let text = merge.proposals[choice.words.proposal].text
      var content: [Int32] = []
      for position in choice.words.range {
        if position > choice.words.range.lowerBound { content += merge.lexicon.codes(text.gaps[position]) }
        content.append(text.words[position])
      }
      return content[...]
    }
    var inner = Reading(merge: merge, proposal: proposal)
    inner.read(node.struck, node.struck.indices)
    return inner.output.drop { $0 < 0 }.trimmedEnd()
  }

  private mutating func bracket(_ content: ArraySlice<Int32>, next: Node?) {
    dropsNextSpace = false
    let traits = merge.lexicon.traits
    let previous = output.last
    if let first = content.first {
      if traits[Int(first)].isClosing, previous == -1 { output.removeLast() }
      output += content
      return
    }
    let spaces = next.map { merge.lexicon.codes($0.before) } ?? []
    switch ((previous ?? 0) < 0, !spaces.isEmpty) {
    case (true, true):
      if previous == -2 { dropsNextSpace = true } else { output.removeLast() }
    case (true, false):
      let isClosed = next.map { !$0.isBracket && traits[Int(merge.base.words[$0.start])].isClosing } ?? true
      if isClosed { output.removeLast() }
    case (false, true):
      dropsNextSpace = previous.map { traits[Int($0)].isOpening } ?? true
    case (false, false):
      break
    }
  }
}

extension ArraySlice<Int32> {
  fileprivate func trimmedEnd() -> ArraySlice<Int32> {
    var slice = self
    while let last = slice.last, last < 0 { slice.removeLast() }
    return slice
  }
}
