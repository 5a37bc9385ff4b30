/// A run of brackets laid out flat for its readings, words and all.
///
/// A run is read once for everybody named in it. Nodes hold arrays, whose owners are counted at each step of a reading;
/// here nothing is counted.
struct Score {
  /// A sequence stands together, in order; what is inside its brackets stands behind it.
  private(set) var items: [Item] = []
  private(set) var sides: [Side] = []

  /// For each party, who takes which side of which bracket.
  private(set) var picks: [Pick] = []

  /// The words of all items and sides, each with the white space before it.
  private(set) var words: [Int32] = []
  private(set) var gaps: [Gap] = []

  /// How many brackets the run holds, those inside brackets included.
  private(set) var brackets = 0

  /// The items of the run itself.
  let run: Range<Int>

  /// Whether an item stands after the run, of which only the first word is there.
  let isFollowed: Bool

  /// Some of the items, or of the words.
  struct Stretch {
    let start: Int32
    let end: Int32

    fileprivate init(_ range: Range<Int>) {
      (start, end) = (Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound))
    }

    fileprivate static var none: Stretch { Stretch(0..<0) }
    var isEmpty: Bool { start == end }
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// A node.
  struct Item {
    let before: Gap

    /// Its place among the brackets of the run; -1 where the words stand.
    let bracket: Int32

    /// Its words; in a bracket, those struck, where there are no brackets inside them.
    let words: Stretch

    /// The items inside its struck words.
    fileprivate(set) var struck = Stretch.none

    /// Where its sides begin.
    fileprivate(set) var firstSide: Int32 = 0
  }

  struct Side {
    let words: Stretch

    /// The words with the brackets of those who amend them; none where nobody does.
    fileprivate(set) var amended = Stretch.none
  }

  struct Pick {
    let party: Int32
    let bracket: Int32
    let side: Int32

    fileprivate init(_ party: Int, _ bracket: Int, _ side: Int) {
      self.party = Int32(truncatingIfNeeded: party)
      self.bracket = Int32(truncatingIfNeeded: bracket)
      self.side = Int32(truncatingIfNeeded: side)
    }
  }

  /// Lays out some of the nodes of a sequence over the text of `text`.
  init(_ merge: Merge, _ nodes: [Node], _ run: Range<Int>, over text: Int) {
    self.run = 0..<run.count
    isFollowed = run.upperBound < nodes.count
    items.reserveCapacity(2 * run.count + 1)
    sides.reserveCapacity(2 * run.count)
    picks.reserveCapacity(4 * run.count)
    words.reserveCapacity(8 * run.count)
    gaps.reserveCapacity(8 * run.count)
    for index in run { add(nodes[index], over: text, merge) }
    if isFollowed {
      let next = nodes[run.upperBound]
      items.append(Item(before: next.before, bracket: -1, words: add(next.start..<(next.start + 1), of: text, merge)))
    }
    for index in run { fill(index - run.lowerBound, from: nodes[index], over: text, merge) }
    // They were met in the order of their brackets.
    picks = orderByParty(picks.map { $0.party }, below: merge.parties.count).map { picks[Int($0)] }
  }

  private mutating func add(_ nodes: [Node], over text: Int, _ merge: Merge) -> Stretch {
    let first = items.count
    for index in nodes.indices { add(nodes[index], over: text, merge) }
    for index in nodes.indices { fill(first + index, from: nodes[index], over: text, merge) }
    return Stretch(first..<(first + nodes.count))
  }

  private mutating func add(_ node: Node, over text: Int, _ merge: Merge) {
    let words = node.struck.isEmpty ? add(node.start..<node.end, of: text, merge) : .none
    items.append(
      Item(
        before: node.before, bracket: node.isBracket ? Int32(truncatingIfNeeded: node.number) : -1, words: words))
  }

  /// Adds what is inside a bracket.
  private mutating func fill(_ item: Int, from node: Node, over text: Int, _ merge: Merge) {
    guard node.isBracket else { return }
    brackets = max(brackets, node.number + 1)
    let first = sides.count
    items[item].firstSide = Int32(truncatingIfNeeded: first)
    for index in node.choices.indices {
      for party in node.choices[index].parties { picks.append(Pick(party, node.number, index)) }
      for party in node.choices[index].amenders { picks.append(Pick(party, node.number, index)) }
      let words = node.choices[index].words
      sides.append(Side(words: node.choices[index].amended.isEmpty ? add(words.range, of: words.party, merge) : .none))
    }
    for index in node.choices.indices where !node.choices[index].amended.isEmpty {
      sides[first + index].amended = add(node.choices[index].amended, over: node.choices[index].words.party, merge)
    }
    if !node.struck.isEmpty { items[item].struck = add(node.struck, over: text, merge) }
  }

  private mutating func add(_ range: Range<Int>, of party: Int, _ merge: Merge) -> Stretch {
    let first = words.count
    words += merge.parties[party].text.words[range]
    gaps += merge.parties[party].text.gaps[range]
    return Stretch(first..<words.count)
  }
}
