/// Reads a run of brackets as everybody named in it would, in numbers instead of characters, and compares.
struct Rehearsal {
  private let merge: Merge
  private let scope: Scope
  private let nodes: [Node]
  private let run: Range<Int>

  init(_ merge: Merge, _ scope: Scope, _ nodes: [Node], _ run: Range<Int>) {
    self.merge = merge
    self.scope = scope
    self.nodes = nodes
    self.run = run
  }

  /// Whether the text of the scope and of every party named in the run is read word for word and space for space.
  func isExact() -> Bool {
    if run.count == 1, let isExact = isPlainExact(nodes[run.lowerBound]) { return isExact }
    let (start, end) = (nodes[run.lowerBound].start, nodes[run.upperBound - 1].end)
    let text = merge.parties[scope.text].text
    let score = Score(merge, nodes, run, over: scope.text)
    let wordBefore = start > scope.range.lowerBound ? text.words[start - 1] : nil
    var reader = Reader(merge, score, text, from: start, after: wordBefore)
    guard reader.readsOwn(upTo: end) else { return false }
    var index = 0
    while index < score.picks.count {
      let party = score.picks[index].party
      let first = index
      while index < score.picks.count, score.picks[index].party == party { index += 1 }
      guard let participant = scope.participant(Int(party)),
        reader.reads(participant.passage(start, end), of: merge.parties[Int(party)].text, score.picks[first..<index])
      else { return false }
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
}
