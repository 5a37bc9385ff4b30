extension Merge {
  /// The sides of one bracket: those with equal words together, and the words of each with the brackets of those who
  /// amend them.
  ///
  /// - Parameter limit: `nil` is returned when there are more.
  mutating func distinct(_ sides: [Side], atMost limit: Int = .max) -> Stretch? {
    let mark = forest.openChoices.count
    var known = Register()
    var amendments: [(choice: Int, amender: Int, origin: Words)] = []
    for side in sides {
      let key = hash(side.words)
      var same = known.first(under: key) { isSame(forest.openChoices[mark + $0].words, side.words) }
      if same == nil {
        same = forest.openChoices.count - mark
        if same == limit {
          forest.discardChoices(from: mark)
          return nil
        }
        known.add(key)
        forest.openChoices.append(Choice(words: side.words))
      }
      guard let place = same.map({ mark + $0 }) else { continue }
      var choice = forest.openChoices[place]
      forest.append(side.party, to: &choice.parties)
      for amender in side.amenders {
        forest.append(amender, to: &choice.amenders)
        amendments.append((place, amender, side.words))
      }
      forest.openChoices[place] = choice
    }
    if !amendments.isEmpty {
      for place in mark..<forest.openChoices.count {
        let own = amendments.filter { $0.choice == place }.map { ($0.amender, $0.origin) }
        if !own.isEmpty { forest.openChoices[place].amended = amended(forest.openChoices[place].words, own) }
      }
    }
    return forest.closeChoices(from: mark)
  }

  /// What one party would have for the whole of a block, and who amends that.
  struct Side {
    let words: Words
    var amenders: [Int] = []

    var party: Int { words.party }
  }

  /// A wish as one side of a bracket.
  mutating func choice(_ wish: Wish) -> Choice {
    var choice = Choice(words: wish.words, parties: partyChain(wish.members))
    guard !wish.amenders.isEmpty else { return choice }
    choice.amenders = partyChain(wish.amenders)
    var amending: [(amender: Int, origin: Words)] = []
    var next = wish.amenders.first
    while next >= 0 {
      let amender = members[Int(next)]
      next = amender.next
      let from = start(of: amender.amended, in: wish) ?? wish.words.range.lowerBound
      amending.append(
        (amender.party, Words(party: amender.amended, range: from..<(from + wish.words.range.count))))
    }
    choice.amended = amended(wish.words, amending)
    return choice
  }

  /// Where the words of a wish begin in the text of a member.
  private func start(of party: Int, in wish: Wish) -> Int? {
    var next = wish.members.first
    while next >= 0 {
      if members[Int(next)].party == party { return members[Int(next)].range.lowerBound }
      next = members[Int(next)].next
    }
    return nil
  }

  /// The side of those who want nothing where a wish is cut.
  mutating func nothing(_ wish: Wish) -> Choice {
    var parties = Chain()
    collect(wish, to: &parties)
    return nothing(wish.words, parties)
  }

  func nothing(_ words: Words, _ parties: Chain) -> Choice {
    let end = words.range.upperBound
    return Choice(words: Words(party: words.party, range: end..<end), parties: parties)
  }

  /// Adds everybody who has a part in a wish.
  mutating func collect(_ wish: Wish, to parties: inout Chain) {
    forest.join(partyChain(wish.members), to: &parties)
    forest.join(partyChain(wish.amenders), to: &parties)
  }

  private mutating func partyChain(_ chain: Chain) -> Chain {
    var parties = Chain()
    var next = chain.first
    while next >= 0 {
      forest.append(members[Int(next)].party, to: &parties)
      next = members[Int(next)].next
    }
    return parties
  }

  /// Some words with the brackets of those who amend them.
  ///
  /// - Parameter amenders: who amends, and the same words in the text that it descends from.
  private mutating func amended(_ words: Words, _ amenders: [(amender: Int, origin: Words)]) -> Stretch {
    var participants: [Scope.Participant] = []
    for (amender, origin) in amenders {
      let shift = words.range.lowerBound - origin.range.lowerBound
      let first = edits.count
      for index in parties[amender].edits(at: parties[origin.party].depth) {
        let traced = edits[index]
        guard traced.edit.start >= origin.range.lowerBound, traced.edit.end <= origin.range.upperBound else { continue }
        var moved = traced
        moved.edit.start += shift
        moved.edit.end += shift
        edits.append(moved)
      }
      participants.append(Scope.Participant(party: amender, edits: first..<edits.count))
    }
    participants.sort { $0.party < $1.party }
    return arranged(Scope(text: words.party, range: words.range, participants: participants))
  }

  /// Closes a bracket: sides that leave nothing are one, whatever white space they would leave; so are sides with equal
  /// words.
  mutating func together(from mark: Int) -> Stretch {
    let first = forest.choices.count
    let count = forest.openChoices.count - mark
    // A few are compared one by one.
    let isLong = count > 6
    var known = Register()
    for index in mark..<(mark + count) {
      let choice = forest.openChoices[index]
      let key = isLong && !choice.words.isEmpty ? hash(choice.words) : 0
      let same =
        isLong
        ? known.first(under: key) { isOne(forest.choices[first + $0], choice) }
        : (first..<forest.choices.count).first { isOne(forest.choices[$0], choice) }.map { $0 - first }
      if let same {
        forest.join(choice.parties, toChoice: first + same)
      } else {
        if isLong { known.add(key) }
        forest.append(choice)
      }
    }
    forest.discardChoices(from: mark)
    return Stretch(first..<forest.choices.count)
  }

  private func isOne(_ a: Choice, _ b: Choice) -> Bool {
    if a.words.isEmpty || b.words.isEmpty { return a.words.isEmpty && b.words.isEmpty }
    return a.amended.isEmpty && b.amended.isEmpty && isSame(a.words, b.words)
  }
}
