extension Merge {
  /// What a reader meets: each word, four for each side of a bracket, two for each level of nesting beyond the first.
  ///
  /// Blind to who the sides are and how many stand behind them: a co-sponsor must not change the form.
  func cost(_ nodes: Stretch, depth: Int = 0) -> Int {
    var sum = 0
    for index in nodes.range { sum += cost(forest.nodes[index], depth: depth) }
    return sum
  }

  func cost(_ node: Node, depth: Int = 0) -> Int {
    guard node.isBracket else { return node.end - node.start }
    var sum = node.struck.isEmpty ? node.end - node.start : cost(node.struck, depth: depth + 1)
    let toll = 4 + 2 * max(0, depth - 1)
    for index in node.choices.range { sum += forest.choices[index].words.range.count + toll }
    return sum
  }

  /// What it costs a reader when struck words keep nothing between their own brackets but articles, prepositions or
  /// punctuation: the nesting then shows no words that the delegations share, and rivals side by side read better.
  func tollOfLoneWords(_ nodes: Stretch) -> Int {
    var sum = 0
    for index in nodes.range {
      let struck = forest.nodes[index].struck
      if struck.isEmpty { continue }
      var (isLone, keepsWords) = (true, false)
      for inner in struck.range where !forest.nodes[inner].isBracket {
        keepsWords = true
        if holdsContentWord(forest.nodes[inner].words) { isLone = false }
      }
      sum += (isLone && keepsWords ? 2 : 0) + tollOfLoneWords(struck)
    }
    return sum
  }

  private func holdsContentWord(_ words: Range<Int>) -> Bool {
    for place in words where lexicon.traits[Int(tokens[place].word)].weight >= 20 { return true }
    return false
  }
}
