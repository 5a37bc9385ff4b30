extension Merge {
  /// What it costs a reader when struck words keep nothing between their own brackets but articles, prepositions or
  /// punctuation: the nesting then shows no words that the delegations share, and rivals side by side read better.
  ///
  /// - Parameter nodes: over the text of `party`.
  func tollOfLoneWords(_ nodes: [Node], _ party: Int) -> Int {
    nodes.reduce(0) { sum, node in
      guard !node.struck.isEmpty else { return sum }
      let kept = node.struck.filter { !$0.isBracket }
      let isLone = kept.allSatisfy { keepsNoContentWord($0, party) }
      return sum + (isLone && !kept.isEmpty ? 2 : 0) + tollOfLoneWords(node.struck, party)
    }
  }

  private func keepsNoContentWord(_ node: Node, _ party: Int) -> Bool {
    text(party).words[node.start..<node.end].allSatisfy { lexicon.traits[Int($0)].weight < 20 }
  }
}
