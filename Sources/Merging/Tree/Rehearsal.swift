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
  var isExact: Bool {
    var named: Set<Int> = []
    for node in nodes[run] { collect(node, &named) }
    let (start, end) = (nodes[run.lowerBound].start, nodes[run.upperBound - 1].end)
    guard reads(nil, scope.text, start..<end) else { return false }
    for participant in scope.participants where named.remove(participant.party) != nil {
      guard reads(participant.party, participant.party, participant.passage(start, end)) else { return false }
    }
    return named.isEmpty
  }

  private func collect(_ node: Node, _ named: inout Set<Int>) {
    for choice in node.choices {
      named.formUnion(choice.parties)
      named.formUnion(choice.amenders)
    }
    for inner in node.struck { collect(inner, &named) }
  }

  private func reads(_ party: Int?, _ text: Int, _ range: Range<Int>) -> Bool {
    var reader = Reader(merge, as: party)
    let before = nodes[run.lowerBound].start - 1
    if before >= scope.range.lowerBound { reader.output.append(merge.text(scope.text).words[before]) }
    let start = reader.output.count
    reader.read(nodes, run, scope.text)
    if run.upperBound < nodes.count { reader.append(space: nodes[run.upperBound].before) }
    return reader.output[start...].elementsEqual(wanted(text, range, isFirst: start == 0))
      && (start == 0 || reader.output[0] == merge.text(scope.text).words[before])
  }

  /// The words with the white space before and after them, but at the two ends of the scope.
  private func wanted(_ text: Int, _ range: Range<Int>, isFirst: Bool) -> [Int32] {
    let isLast = run.upperBound == nodes.count
    let wording = merge.text(text)
    var wanted: [Int32] = []
    for position in range {
      if !isFirst || position > range.lowerBound { wanted += merge.lexicon.codes(wording.gaps[position]) }
      wanted.append(wording.words[position])
    }
    // Where nothing is read at one end of the scope, its white space goes too.
    if !isLast, !range.isEmpty || !isFirst { wanted += merge.lexicon.codes(wording.gaps[range.upperBound]) }
    return wanted
  }
}
