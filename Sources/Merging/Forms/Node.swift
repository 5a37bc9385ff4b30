/// A piece of the tree before it is written: words that stand, or a bracket.
struct Node {
  /// The words of the scope's text that it covers; in a bracket, those struck.
  var start: Int
  var end: Int

  /// What each side would have; none where the words simply stand.
  var choices: [Choice] = []

  /// The struck words, where there are brackets inside them.
  var struck: [Node] = []

  /// The white space written before it.
  var before = Gap.none

  /// Its place among the brackets of a run (``Rehearsal``).
  var number = 0

  var isBracket: Bool { !choices.isEmpty }

  struct Choice {
    var words: Words

    /// The parties that want just these words.
    var parties: [Int]

    /// The words with the brackets of those who would amend them, in the text of ``words``; none where nobody would.
    var amended: [Node] = []
    var amenders: [Int] = []
  }
}

extension [Node] {
  /// What a reader meets: each word, four for each side of a bracket, two for each level of nesting beyond the first.
  ///
  /// Blind to who the sides are and how many stand behind them: a co-sponsor must not change the form.
  func cost(depth: Int = 0) -> Int {
    reduce(0) { sum, node in
      guard node.isBracket else { return sum + node.end - node.start }
      let sides = node.choices.reduce(0) { $0 + $1.words.range.count + 4 + 2 * Swift.max(0, depth - 1) }
      return sum + sides + (node.struck.isEmpty ? node.end - node.start : node.struck.cost(depth: depth + 1))
    }
  }

  /// Numbers the brackets of each run, those inside them included.
  mutating func number() {
    var next = 0
    for index in indices {
      if !self[index].isBracket { next = 0 }
      self[index].number(from: &next)
    }
  }
}

extension Node {
  fileprivate mutating func number(from next: inout Int) {
    guard isBracket else { return }
    number = next
    next += 1
    for index in choices.indices {
      for inner in choices[index].amended.indices { choices[index].amended[inner].number(from: &next) }
    }
    for inner in struck.indices { struck[inner].number(from: &next) }
  }
}
