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
        pending += source.bytes[source.place(node.start..<node.end)]
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
    var sides: [Side] = []
    sides.reserveCapacity(node.choices.count)
    for choice in node.choices { sides.append(Side(places: places(choice.parties), content: content(choice))) }
    if sides.count > 1 {
      sides.sort { a, b in
        a.content.isEmpty == b.content.isEmpty ? (a.places.first ?? 0) < (b.places.first ?? 0) : b.content.isEmpty
      }
      join(&sides)
    }
    var struck: BracketedText?
    if node.start < node.end {
      struck =
        node.struck.isEmpty
        ? BracketedText(text: merge.parties[party].text.text(node.start..<node.end)) : text(node.struck, party)
    }
    var alternatives: [Alternative] = []
    alternatives.reserveCapacity(sides.count)
    for side in sides {
      alternatives.append(Alternative(labels: side.places.map { labels[$0] }, content: side.content))
    }
    return Bracket(alternatives: alternatives, struck: struck)
  }

  /// One side of a bracket, and the places of its labels in the alphabet.
  private struct Side {
    var places: [Int]
    let content: BracketedText
  }

  private func places(_ parties: [Int]) -> [Int] {
    if parties.count == 1 { return merge.parties[parties[0]].labels }
    var places: [Int] = []
    places.reserveCapacity(parties.count + 4)
    for party in parties {
      if merge.parties[party].labels.count == 1 {
        places.append(merge.parties[party].labels[0])
      } else {
        places += merge.parties[party].labels
      }
    }
    places.sort()
    return places
  }

  /// Edits that were cut may leave sides that differ in the white space round them alone: they are one.
  private func join(_ sides: inout [Side]) {
    var joined: [Side] = []
    // A few are compared one by one.
    if sides.count <= 8 {
      if !sides.indices.contains(where: { a in sides[..<a].contains { $0.content == sides[a].content } }) { return }
      for side in sides {
        join(side, joined.firstIndex { $0.content == side.content }, &joined)
      }
    } else {
      var known: [BracketedText: Int] = [:]
      for side in sides {
        let same = known[side.content]
        if same == nil { known[side.content] = joined.count }
        join(side, same, &joined)
      }
    }
    if joined.count < sides.count { sides = joined }
  }

  private func join(_ side: Side, _ same: Int?, _ joined: inout [Side]) {
    if let same {
      joined[same].places = (joined[same].places + side.places).sorted()
    } else {
      joined.append(side)
    }
  }

  private func content(_ choice: Node.Choice) -> BracketedText {
    choice.amended.isEmpty
      ? BracketedText(text: merge.parties[choice.words.party].text.text(choice.words.range))
      : text(choice.amended, choice.words.party)
  }
}
