extension Merge {
  /// The sides with equal words together, and the words of each with the brackets of those who amend them.
  ///
  /// - Parameter limit: `nil` is returned when there are more.
  func distinct(_ sides: [Side], atMost limit: Int = .max) -> [Node.Choice]? {
    var distinct: [Node.Choice] = []
    var known = Register()
    var origins: [Int: [(amender: Int, origin: Words)]] = [:]
    for side in sides {
      let key = hash(side.words)
      let same = known.first(under: key) { isSame(distinct[$0].words, side.words) }
      if let same {
        distinct[same].parties.append(side.party)
        distinct[same].amenders += side.amenders
      } else {
        if distinct.count == limit { return nil }
        known.add(key)
        distinct.append(Node.Choice(words: side.words, parties: [side.party], amenders: side.amenders))
      }
      for amender in side.amenders {
        origins[same ?? distinct.count - 1, default: []].append((amender: amender, origin: side.words))
      }
    }
    for (index, origins) in origins { distinct[index].amended = amended(distinct[index].words, origins) }
    return distinct
  }

  /// What one party would have for the whole of a block, and who amends that.
  struct Side {
    let words: Words
    var amenders: [Int] = []

    var party: Int { words.party }
  }

  /// A wish as one side of a bracket.
  func choice(_ wish: Wish) -> Node.Choice {
    var choice = Node.Choice(words: wish.words, parties: wish.members.map(\.party))
    guard !wish.amenders.isEmpty else { return choice }
    choice.amenders = wish.amenders.map(\.party)
    choice.amended = amended(
      wish.words,
      wish.amenders.map { amender in
        let from = wish.members.first { $0.party == amender.amended }?.from ?? wish.words.range.lowerBound
        return (amender.party, Words(party: amender.amended, range: from..<(from + wish.words.range.count)))
      })
    return choice
  }

  /// Some words with the brackets of those who amend them.
  ///
  /// - Parameter amenders: who amends, and the same words in the text that it descends from.
  private func amended(_ words: Words, _ amenders: [(amender: Int, origin: Words)]) -> [Node] {
    let participants = amenders.map { amender, origin in
      let shift = words.range.lowerBound - origin.range.lowerBound
      let edits = parties[amender].edits[parties[origin.party].depth].filter {
        $0.edit.start >= origin.range.lowerBound && $0.edit.end <= origin.range.upperBound
      }
      return Scope.Participant(
        party: amender,
        edits: edits.map {
          TracedEdit(
            edit: Edit(start: $0.edit.start + shift, end: $0.edit.end + shift, from: $0.edit.from, to: $0.edit.to),
            amended: $0.amended)
        })
    }.sorted { $0.party < $1.party }
    return Arrangement(self, Scope(text: words.party, range: words.range, participants: participants)).nodes
  }
}
