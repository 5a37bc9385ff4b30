extension Merge {
  /// Chooses the white space between the pieces of a sequence over the text of `party`; ``Rehearsal`` checks it.
  func space(_ nodes: inout [Node], _ party: Int) {
    for index in nodes.indices {
      nodes[index].before = index == 0 ? .none : gap(nodes[index - 1], nodes[index], party)
      if !nodes[index].struck.isEmpty { space(&nodes[index].struck, party) }
    }
  }

  private func gap(_ left: Node, _ right: Node, _ party: Int) -> Gap {
    guard right.isBracket else { return trailing(left, party) }
    let leading = leading(right, party)
    guard left.isBracket else { return leading.gap }
    if leading.isClosing { return .space }
    return left.start == left.end ? trailing(left, party) : leading.gap
  }

  /// The white space before a bracket. It stands like a word, so it has a space even where what is read in it has none.
  private func leading(_ node: Node, _ party: Int) -> (gap: Gap, isClosing: Bool) {
    var closing: Gap?
    if node.start < node.end {
      let gap = parties[party].text.gaps[node.start]
      if !lexicon.traits[Int(parties[party].text.words[node.start])].isClosing { return (gap, false) }
      closing = gap
    }
    for choice in node.choices where !choice.words.isEmpty {
      let gap = parties[choice.words.party].text.gaps[choice.words.range.lowerBound]
      let first = parties[choice.words.party].text.words[choice.words.range.lowerBound]
      if !lexicon.traits[Int(first)].isClosing { return (gap, false) }
      closing = closing ?? gap
    }
    guard let closing, closing != .none else { return (.space, true) }
    return (closing, true)
  }

  private func trailing(_ node: Node, _ party: Int) -> Gap {
    if node.start < node.end { return parties[party].text.gaps[node.end] }
    for choice in node.choices where !choice.words.isEmpty {
      return parties[choice.words.party].text.gaps[choice.words.range.upperBound]
    }
    return .none
  }
}
