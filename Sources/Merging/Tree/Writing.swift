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
    // Edits that were cut may leave sides that differ in the white space round them alone.
    var joined: [(labels: [Int], content: BracketedText)] = []
    var places: [BracketedText: Int] = [:]
    for side in sides {
      let content = content(side.choice)
      if sides.count > 1, let same = places.updateValue(joined.count, forKey: content) {
        places[content] = same
        joined[same].labels = (joined[same].labels + side.labels).sorted()
      } else {
        joined.append((side.labels, content))
      }
    }
    return Bracket(
      alternatives: joined.map { side in Alternative(labels: side.labels.map { labels[$0] }, content: side.content) },
      struck: node.start < node.end ? struck : nil)
  }

  private func content(_ choice: Node.Choice) -> BracketedText {
    choice.amended.isEmpty
      ? BracketedText(text: merge.text(choice.words.party).text(choice.words.range))
      : text(choice.amended, choice.words.party)
  }
}
