/// Reads runs of brackets as everybody named in them would, in numbers instead of characters, and compares.
struct Rehearsal {
  private let scope: Scope

  /// The nodes of the scope, in which the runs stand.
  private let nodes: Range<Int>
  private var picks = Picks()
  private var reader = Reader()

  init(_ scope: Scope, _ nodes: Stretch) {
    self.scope = scope
    self.nodes = nodes.range
  }

  /// Whether the text of the scope and of every party named in a run is read word for word and space for space.
  mutating func isExact(_ run: Range<Int>, _ merge: Merge) -> Bool {
    if run.count == 1, let isExact = isPlainExact(merge.forest.nodes[run.lowerBound], run, merge) { return isExact }
    let start = merge.forest.nodes[run.lowerBound].start
    let end = merge.forest.nodes[run.upperBound - 1].end
    picks.collect(run, merge.forest, parties: merge.parties.count)
    reader.begin(
      run, isFollowed: run.upperBound < nodes.upperBound, brackets: picks.brackets, from: start,
      after: start > scope.range.lowerBound ? merge.tokens[start - 1].word : nil)
    guard reader.readsOwn(upTo: end, merge) else { return false }
    for party in picks.parties {
      guard let participant = scope.participant(party),
        reader.reads(merge.passage(of: participant, start, end), picks, of: party, merge)
      else { return false }
    }
    return true
  }

  /// The same for a bracket that stands alone and holds no other: then only the white space is in question.
  private func isPlainExact(_ node: Node, _ run: Range<Int>, _ merge: Merge) -> Bool? {
    guard node.struck.isEmpty else { return nil }
    let choices = merge.forest.choices.span.extracting(node.choices.range)
    for index in choices.indices where !choices[index].amended.isEmpty { return nil }
    let tokens = merge.tokens.span
    let place = Surroundings(tokens, node.words, scope.range, merge.lexicon.traits)
    let isFirst = node.before == .none && run.lowerBound == nodes.lowerBound
    if place.isStart != isFirst || (place.isStart && place.isEnd) { return nil }
    let right = place.isEnd ? Gap.none : merge.forest.nodes[run.upperBound].before
    guard isRead(Side(tokens, node.words, merge.lexicon.traits), node.before, right, place, merge.lexicon) else {
      return false
    }
    for index in choices.indices {
      var next = choices[index].parties.first
      while next >= 0 {
        let link = merge.forest.links[Int(next)]
        next = link.next
        guard let participant = scope.participant(link.party) else { return false }
        let own = merge.passage(of: participant, node.start, node.end)
        guard own.count == choices[index].words.range.count,
          isRead(Side(tokens, own, merge.lexicon.traits), node.before, right, place, merge.lexicon)
        else { return false }
      }
    }
    return true
  }

  private func isRead(_ side: Side, _ left: Gap, _ right: Gap, _ place: Surroundings, _ lexicon: Lexicon) -> Bool {
    if side.words.isEmpty {
      let gap = place.isStart || place.isEnd ? Gap.none : side.left
      return lexicon.isRead(nothing: gap, left, right, place)
    }
    return (place.isStart || lexicon.isRead(side, after: left)) && (place.isEnd || side.right == right)
  }
}
