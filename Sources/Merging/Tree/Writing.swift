/// Writes the nodes as a bracketed text: here words become characters again.
struct Writing {
  let merge: Merge

  /// The labels in alphabetical order, capitals and accents ignored.
  let labels: [String]

  /// For each label, its place among labels that are equal but for capitals and accents.
  func text(_ nodes: [Node]) -> BracketedText {
    var pieces: [BracketedText.Piece] = []
    var pending: [UInt8] = []
    for node in nodes {
      pending += merge.lexicon.bytes(node.before)
      guard node.isBracket else {
        let base = merge.base
        pending += base.bytes[Int(base.starts[node.start])..<Int(base.ends[node.end - 1])]
        continue
      }
      if !pending.isEmpty { pieces.append(.text(String(decoding: pending, as: UTF8.self))) }
      pending.removeAll(keepingCapacity: true)
      pieces.append(.bracket(bracket(node)))
    }
    if !pending.isEmpty { pieces.append(.text(String(decoding: pending, as: UTF8.self))) }
    return BracketedText(pieces)
  }

  private func bracket(_ node: Node) -> Bracket {
    let sides = node.choices.map { choice in
      (choice, choice.proposals.flatMap { merge.proposals[$0].labels }.sorted())
    }.sorted { a, b in
      a.0.words.isEmpty == b.0.words.isEmpty ? a.1[0] < b.1[0] : b.0.words.isEmpty
    }
    return Bracket(
      alternatives: sides.map { choice, numbers in
        Alternative(
          labels: numbers.map { labels[$0] },
          content: BracketedText(text: merge.proposals[choice.words.proposal].text.text(choice.words.range)))
      },
      struck: node.start < node.end ? text(node.struck) : nil)
  }
}
