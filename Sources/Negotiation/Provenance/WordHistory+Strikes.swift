extension WordHistory {
  /// The act by which a delegation came to strike a word: in which it did so itself, or took that over from another.
  ///
  /// - Parameter acts: what it asked for, the oldest first.
  /// - Returns: `nil` where no act tells: the word came in later, or what the delegation amends has it no more.
  mutating func strike(of token: Int, by acts: [Int]) -> Int? {
    var found: Int?
    for act in acts.reversed() {
      let (has, lacks) = reach(of: act)
      if has.contains(token) { break }
      if lacks.contains(token) { found = act }
    }
    return found
  }

  /// The words that stand after an act, and those that it goes without, of all that it may have words from.
  private mutating func reach(of act: Int) -> (has: Set<Int>, lacks: Set<Int>) {
    if let known = reaches[act] { return known }
    let wording = wording(after: act)
    let has = Set(wording.words.map(\.token))
    var lacks = Set(wording.struck.map(\.word.token))
    for source in steps.sources(of: act) { lacks.formUnion(self.wording(after: source).words.map(\.token)) }
    lacks.subtract(has)
    reaches[act] = (has, lacks)
    return (has, lacks)
  }
}
