extension Merge {
  /// Chooses the white space between the pieces of a sequence; ``Rehearsal`` checks it.
  mutating func space(_ nodes: Stretch) {
    for index in nodes.range {
      forest.nodes[index].before =
        index == nodes.range.lowerBound ? .none : gap(forest.nodes[index - 1], forest.nodes[index])
      if !forest.nodes[index].struck.isEmpty { space(forest.nodes[index].struck) }
    }
  }

  private func gap(_ left: Node, _ right: Node) -> Gap {
    guard right.isBracket else { return trailing(left) }
    let leading = leading(right)
    guard left.isBracket else { return leading.gap }
    if leading.isClosing { return .space }
    return left.start == left.end ? trailing(left) : leading.gap
  }

  /// The white space before a bracket. It stands like a word, so it has a space even where what is read in it has none.
  private func leading(_ node: Node) -> (gap: Gap, isClosing: Bool) {
    var closing: Gap?
    if node.start < node.end {
      let first = tokens[node.start]
      if !lexicon.traits[Int(first.word)].isClosing { return (first.gap, false) }
      closing = first.gap
    }
    for index in node.choices.range {
      let words = forest.choices[index].words
      if words.isEmpty { continue }
      let first = tokens[words.range.lowerBound]
      if !lexicon.traits[Int(first.word)].isClosing { return (first.gap, false) }
      closing = closing ?? first.gap
    }
    guard let closing, closing != .none else { return (.space, true) }
    return (closing, true)
  }

  private func trailing(_ node: Node) -> Gap {
    if node.start < node.end { return tokens[node.end].gap }
    for index in node.choices.range {
      let words = forest.choices[index].words
      if !words.isEmpty { return tokens[words.range.upperBound].gap }
    }
    return .none
  }
}
