/// Writes nodes as a bracketed text: here numbers become characters again.
struct Writing {
  let merge: Merge

  /// The labels in alphabetical order, capitals and accents ignored.
  let labels: [String]

  /// Writes a sequence over the text of `party`.
  func text(_ nodes: [Node], _ party: Int) -> BracketedText {
    let source = merge.text(party)
    var pieces: [BracketedText.Piece] = []
    var pending: [UInt8] = []
    for node in nodes {
      if node.before != .none { pending += merge.lexicon.bytes(node.before) }
      guard node.isBracket else {
        pending += source.bytes[Int(source.starts[node.start])..<Int(source.ends[node.end - 1])]
        continue
      }
      if !pending.isEmpty { pieces.append(.text(String(decoding: pending, as: UTF8.self))) }
      pending.removeAll(keepingCapacity: true)
      pieces.append(.bracket(bracket(node, party)))
    }
    if !pending.isEmpty { pieces.append(.text(String(decoding: pending, as: UTF8.self))) }
    return BracketedText(pieces)
  }

  private func bracket(_ node: Node, _ party: Int) -> Bracket {
    let sides = node.choices.map { choice in
      (choice: choice, labels: choice.parties.flatMap { merge.parties[$0].labels }.sorted())
    }.sorted { a, b in
      let (x, y) = (a.choice.words.isEmpty, b.choice.words.isEmpty)
      return x == y ? (a.labels.first ?? 0) < (b.labels.first ?? 0) : y
    }
    let struck =
      node.struck.isEmpty
      ? BracketedText(text: merge.text(party).text(node.start..<node.end)) : text(node.struck, party)
    return Bracket(
      alternatives: sides.map { Alternative(labels: $0.labels.map { labels[$0] }, content: content($0.choice)) },
      struck: node.start < node.end ? struck : nil)
  }

  private func content(_ choice: Node.Choice) -> BracketedText {
    choice.amended.isEmpty
      ? BracketedText(text: merge.text(choice.words.party).text(choice.words.range))
      : text(choice.amended, choice.words.party)
  }
}
