/// Who takes which side of which bracket of a run.
///
/// One value serves one run after the other, so that its memory is not made anew for each.
struct Picks {
  /// Those of each party stand in the order of their brackets, each with the place of the next.
  private(set) var picks: [Pick] = []

  /// The parties that take any.
  private(set) var parties: [Int] = []

  /// How many brackets the run holds, those inside brackets included.
  private(set) var brackets = 0

  /// For each party, its picks.
  private var chains: [Chain] = []

  struct Pick {
    /// The number of the bracket in the run.
    let bracket: Int

    /// The side, among ``Forest/choices``.
    let side: Int
    fileprivate(set) var next: Int32 = -1
  }

  /// The place of the first pick of a party.
  func first(of party: Int) -> Int32 { chains[party].first }

  /// Collects those of a run.
  ///
  /// - Parameter limit: above the number of every party.
  mutating func collect(_ run: Range<Int>, _ forest: Forest, parties limit: Int) {
    while let party = parties.popLast() { chains[party] = Chain() }
    while chains.count < limit { chains.append(Chain()) }
    picks.removeAll(keepingCapacity: true)
    brackets = 0
    for index in run { add(forest.nodes[index], forest) }
  }

  private mutating func add(_ node: Node, _ forest: Forest) {
    guard node.isBracket else { return }
    let bracket = Int(node.number)
    brackets = max(brackets, bracket + 1)
    for side in node.choices.range {
      add(forest.choices[side].parties, bracket, side, forest)
      add(forest.choices[side].amenders, bracket, side, forest)
    }
    for side in node.choices.range {
      for inner in forest.choices[side].amended.range { add(forest.nodes[inner], forest) }
    }
    for inner in node.struck.range { add(forest.nodes[inner], forest) }
  }

  private mutating func add(_ chain: Chain, _ bracket: Int, _ side: Int, _ forest: Forest) {
    var next = chain.first
    while next >= 0 {
      let link = forest.links[Int(next)]
      next = link.next
      let place = Int32(truncatingIfNeeded: picks.count)
      picks.append(Pick(bracket: bracket, side: side))
      if chains[link.party].isEmpty {
        parties.append(link.party)
        chains[link.party].first = place
      } else {
        picks[Int(chains[link.party].last)].next = place
      }
      chains[link.party].last = place
    }
  }
}
