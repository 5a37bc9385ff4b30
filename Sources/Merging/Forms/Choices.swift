extension Merge {
  /// The sides with equal words together, and the words of each with the brackets of those who amend them.
  func distinct(_ choices: [Node.Choice], among scope: Scope) -> [Node.Choice] {
    if choices.count == 1, choices[0].amenders.isEmpty { return choices }
    var distinct: [Node.Choice] = []
    var origins: [[(amender: Int, origin: Words)]] = []
    var known: [Int: [Int]] = [:]
    for choice in choices {
      let key = hash(choice.words)
      let origin = choice.amenders.map { (amender: $0, origin: choice.words) }
      if let same = known[key]?.first(where: { isSame(distinct[$0].words, choice.words) }) {
        distinct[same].parties += choice.parties
        distinct[same].amenders += choice.amenders
        origins[same] += origin
      } else {
        known[key, default: []].append(distinct.count)
        distinct.append(choice)
        origins.append(origin)
      }
    }
    for index in distinct.indices where !origins[index].isEmpty {
      distinct[index].amended = amended(distinct[index].words, origins[index])
    }
    return distinct
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
