/// A reading in the making, by the rules of ``Spacing``: words by their number, white space by codes below zero.
struct Reader {
  private let merge: Merge

  /// The side taken of each bracket; -1 where none is.
  var sides: [Int32]
  var output: [Int32] = []

  /// Where the sequence begins that is being read: what is before does not count as standing before a bracket.
  private var floor = 0
  private var dropsNextSpace = false

  init(_ merge: Merge, brackets: Int) {
    self.merge = merge
    sides = Array(repeating: -1, count: brackets)
  }

  mutating func append(space: Gap) {
    if space == .space {
      if !dropsNextSpace { output.append(-1) }
    } else if space != .none {
      output += merge.lexicon.codes(space).dropFirst(dropsNextSpace ? 1 : 0)
    }
    dropsNextSpace = false
  }

  /// Reads `run` of `nodes`, a sequence over the text of `text`.
  mutating func read(_ nodes: [Node], _ run: Range<Int>, _ text: Int) {
    for index in run {
      append(space: nodes[index].before)
      if nodes[index].isBracket {
        read(bracket: nodes[index], before: index + 1 < nodes.count ? nodes[index + 1] : nil, text)
      } else {
        append(words: nodes[index].start..<nodes[index].end, text)
      }
    }
  }

  private mutating func append(words: Range<Int>, _ text: Int) {
    for position in words {
      if position > words.lowerBound {
        let gap = merge.parties[text].text.gaps[position]
        if gap == .space { output.append(-1) } else if gap != .none { output += merge.lexicon.codes(gap) }
      }
      output.append(merge.parties[text].text.words[position])
    }
  }

  private mutating func read(bracket: Node, before next: Node?, _ text: Int) {
    dropsNextSpace = false
    let (start, outerFloor) = (output.count, floor)
    floor = start
    readContent(of: bracket, text)
    while output.count > start, let last = output.last, last < 0 { output.removeLast() }
    while output.count > start, output[start] < 0 { output.remove(at: start) }
    floor = outerFloor
    dropsNextSpace = false
    let previous = start > floor ? output[start - 1] : nil
    if output.count > start {
      if merge.lexicon.traits[Int(output[start])].isClosing, previous == -1 { output.remove(at: start - 1) }
    } else {
      readNothing(after: previous, before: next, text)
    }
  }

  private mutating func readContent(of bracket: Node, _ text: Int) {
    let side = Int(sides[bracket.number])
    if side >= 0 {
      let words = bracket.choices[side].words
      if bracket.choices[side].amended.isEmpty {
        append(words: words.range, words.party)
      } else {
        read(bracket.choices[side].amended, bracket.choices[side].amended.indices, words.party)
      }
    } else if bracket.struck.isEmpty {
      append(words: bracket.start..<bracket.end, text)
    } else {
      read(bracket.struck, bracket.struck.indices, text)
    }
  }

  private mutating func readNothing(after previous: Int32?, before next: Node?, _ text: Int) {
    let hasSpaceAfter = next.map { $0.before != .none } ?? false
    if let previous, previous < 0 {
      if hasSpaceAfter {
        if previous == -2 { dropsNextSpace = true } else { output.removeLast() }
      } else {
        let isClosed = next.map { !$0.isBracket && startsClosing($0, text) } ?? true
        if isClosed { output.removeLast() }
      }
    } else if hasSpaceAfter {
      dropsNextSpace = previous.map { merge.lexicon.traits[Int($0)].isOpening } ?? true
    }
  }

  private func startsClosing(_ node: Node, _ text: Int) -> Bool {
    merge.lexicon.traits[Int(merge.parties[text].text.words[node.start])].isClosing
  }
}
