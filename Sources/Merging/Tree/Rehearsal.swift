/// Reads a run of brackets as everybody named in it would, in numbers instead of characters, and compares.
struct Rehearsal {
  private let merge: Merge
  private let scope: Scope
  private let nodes: [Node]
  private let run: Range<Int>

  /// For each party, who takes which side of which bracket.
  private var picks: [Pick] = []
  private var bracketCount = 0

  private struct Pick {
    let party: Int32
    let bracket: Int32
    let choice: Int32
  }

  init(_ merge: Merge, _ scope: Scope, _ nodes: [Node], _ run: Range<Int>) {
    self.merge = merge
    self.scope = scope
    self.nodes = nodes
    self.run = run
  }

  /// Whether the text of the scope and of every party named in the run is read word for word and space for space.
  mutating func isExact() -> Bool {
    if run.count == 1, let isExact = isPlainExact(nodes[run.lowerBound]) { return isExact }
    for index in run { collect(nodes[index]) }
    picks.sort { $0.party == $1.party ? $0.bracket < $1.bracket : $0.party < $1.party }
    let (start, end) = (nodes[run.lowerBound].start, nodes[run.upperBound - 1].end)
    var reader = Reader(merge, brackets: bracketCount)
    guard reads(&reader, scope.text, start..<end) else { return false }
    var index = 0
    while index < picks.count {
      let party = picks[index].party
      let first = index
      while index < picks.count, picks[index].party == party {
        reader.sides[Int(picks[index].bracket)] = picks[index].choice
        index += 1
      }
      guard let participant = scope.participant(Int(party)),
        reads(&reader, Int(party), participant.passage(start, end))
      else { return false }
      for pick in picks[first..<index] { reader.sides[Int(pick.bracket)] = -1 }
    }
    return true
  }

  /// The same for a bracket that stands alone and holds no other: then only the white space is in question.
  private func isPlainExact(_ node: Node) -> Bool? {
    guard node.struck.isEmpty, node.choices.allSatisfy(\.amended.isEmpty) else { return nil }
    let (text, range) = (merge.parties[scope.text].text, node.start..<node.end)
    let place = Surroundings(text, range, scope.range, merge.lexicon.traits)
    let right = place.isEnd ? Gap.none : nodes[run.upperBound].before
    let isRead = { (side: Side) in
      if side.words.isEmpty {
        let gap = place.isStart || place.isEnd ? Gap.none : side.left
        return merge.lexicon.isRead(nothing: gap, node.before, right, place)
      }
      return (place.isStart || merge.lexicon.isRead(side, after: node.before)) && (place.isEnd || side.right == right)
    }
    if place.isStart != (node.before == .none && run.lowerBound == 0) || (place.isStart && place.isEnd) { return nil }
    guard isRead(Side(text, range, merge.lexicon.traits)) else { return false }
    for choice in node.choices {
      for party in choice.parties {
        guard let own = scope.participant(party)?.passage(node.start, node.end),
          own.count == choice.words.range.count,
          isRead(Side(merge.parties[party].text, own, merge.lexicon.traits))
        else { return false }
      }
    }
    return true
  }

  private mutating func collect(_ node: Node) {
    guard node.isBracket else { return }
    bracketCount = max(bracketCount, node.number + 1)
    for (index, choice) in node.choices.enumerated() {
      for party in choice.parties + choice.amenders {
        picks.append(Pick(party: Int32(party), bracket: Int32(node.number), choice: Int32(index)))
      }
      for inner in choice.amended { collect(inner) }
    }
    for inner in node.struck { collect(inner) }
  }

  private func reads(_ reader: inout Reader, _ text: Int, _ range: Range<Int>) -> Bool {
    reader.output.removeAll(keepingCapacity: true)
    let before = nodes[run.lowerBound].start - 1
    let isFirst = before < scope.range.lowerBound
    if !isFirst { reader.output.append(merge.parties[scope.text].text.words[before]) }
    reader.read(nodes, run, scope.text)
    if run.upperBound < nodes.count { reader.append(space: nodes[run.upperBound].before) }
    if !isFirst, reader.output.first != merge.parties[scope.text].text.words[before] { return false }
    return holds(reader.output, from: isFirst ? 0 : 1, text, range, isFirst: isFirst)
  }

  /// Whether `output` is the words with the white space before and after them, but at the two ends of the scope.
  private func holds(_ output: [Int32], from start: Int, _ text: Int, _ range: Range<Int>, isFirst: Bool) -> Bool {
    var place = start
    for position in range {
      if !isFirst || position > range.lowerBound, !skip(merge.parties[text].text.gaps[position], output, &place) {
        return false
      }
      guard place < output.count, output[place] == merge.parties[text].text.words[position] else { return false }
      place += 1
    }
    // Where nothing is read at one end of the scope, its white space goes too.
    if run.upperBound < nodes.count, !range.isEmpty || !isFirst,
      !skip(merge.parties[text].text.gaps[range.upperBound], output, &place)
    {
      return false
    }
    return place == output.count
  }

  private func skip(_ gap: Gap, _ output: [Int32], _ place: inout Int) -> Bool {
    if gap == .none { return true }
    if gap == .space {
      guard place < output.count, output[place] == -1 else { return false }
      place += 1
      return true
    }
    for code in merge.lexicon.codes(gap) {
      guard place < output.count, output[place] == code else { return false }
      place += 1
    }
    return true
  }
}
