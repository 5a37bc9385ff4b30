extension Merge {
  /// Chooses the white space between the pieces of a sequence. What is chosen is checked afterwards (``Rehearsal``).
  func space(_ nodes: inout [Node]) {
    for index in nodes.indices {
      nodes[index].before = index == 0 ? .none : gap(nodes[index - 1], nodes[index])
      space(&nodes[index].struck)
    }
  }

  private func gap(_ left: Node, _ right: Node) -> Gap {
    guard right.isBracket else { return trailing(left) }
    let leading = leading(right)
    guard left.isBracket else { return leading.gap }
    if leading.isClosing { return .space }
    if left.start == left.end { return trailing(left) }
    return leading.gap
  }

  /// The white space before a bracket: a bracket stands like a word, so it has a space even if what is read in it has none.
  private func leading(_ node: Node) -> (gap: Gap, isClosing: Bool) {
    var closing: Gap?
    if node.start < node.end {
      let gap = base.gaps[node.start]
      if !lexicon.traits[Int(base.words[node.start])].isClosing { return (gap, false) }
      closing = gap
    }
    for choice in node.choices where !choice.words.isEmpty {
      let side = Side(proposals[choice.words.proposal].text, choice.words.range, lexicon.traits)
      if !side.isClosing { return (side.left, false) }
      closing = closing ?? side.left
    }
    guard let closing, closing != .none else { return (.space, true) }
    return (closing, true)
  }

  private func trailing(_ node: Node) -> Gap {
    if node.start < node.end { return base.gaps[node.end] }
    for choice in node.choices where !choice.words.isEmpty {
      return proposals[choice.words.proposal].text.gaps[choice.words.range.upperBound]
    }
    return .none
  }
}
