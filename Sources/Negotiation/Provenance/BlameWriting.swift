internal import Drafting
internal import Merging

/// Goes through a paragraph with its brackets and writes down the history of each word.
struct BlameWriting {
  private var readers: [BlameReader]
  var history: WordHistory
  private let identifier: ParagraphIdentifier

  /// The struck words of the chair's text that are not written down yet.
  private var former: ArraySlice<CreditedWording.Struck>

  /// - Parameter readers: the base first, then each delegation that has other words.
  init(_ readers: [BlameReader], _ history: WordHistory, _ identifier: ParagraphIdentifier) {
    self.readers = readers
    self.history = history
    self.identifier = identifier
    former = []
    // What went to another half of the paragraph, or came into this one, is not struck.
    var present: Set<Int> = []
    for other in self.history.steps.family.paragraphs where other != identifier {
      guard let last = self.history.steps.last(other, on: nil) else { continue }
      present.formUnion(self.history.wording(after: last).words.map(\.token))
    }
    former = readers[0].wording.struck.filter { !present.contains($0.word.token) }[...]
  }

  mutating func pieces(_ text: BracketedText) throws -> [BlamePiece] {
    let pieces = try self.pieces(text, Array(readers.indices), strikers: [], isOutermost: true)
    return pieces + (try formerWords(before: nil))
  }

  private mutating func pieces(
    _ text: BracketedText, _ reading: [Int], strikers: [Int], isOutermost: Bool
  ) throws -> [BlamePiece] {
    var result: [BlamePiece] = []
    for piece in text.pieces {
      switch piece {
      case .text(let text): result += try words(text, reading, strikers, isOutermost)
      case .bracket(let bracket): result.append(.bracket(try self.bracket(bracket, reading, strikers)))
      }
    }
    return result
  }

  private mutating func bracket(_ bracket: Bracket, _ reading: [Int], _ strikers: [Int]) throws -> BlameBracket {
    var rest = reading
    var sides = bracket.alternatives.map { _ in [Int]() }
    for reader in reading {
      guard let label = readers[reader].label,
        let side = bracket.alternatives.firstIndex(where: { $0.labels.contains(label) })
          ?? bracket.alternatives.firstIndex(where: { $0.content.names(label) })
      else { continue }
      sides[side].append(reader)
      rest.removeAll { $0 == reader }
    }
    // What is proposed inside words that others strike is not struck with them.
    let alternatives = try bracket.alternatives.indices.map { index in
      BlameBracket.Side(
        labels: bracket.alternatives[index].labels,
        pieces: try pieces(bracket.alternatives[index].content, sides[index], strikers: [], isOutermost: false))
    }
    let struck = try bracket.struck.map {
      try pieces($0, rest, strikers: strikers + sides.flatMap { $0 }, isOutermost: false)
    }
    return BlameBracket(alternatives: alternatives, struck: struck)
  }
}

extension BlameWriting {
  private mutating func words(
    _ text: String, _ reading: [Int], _ strikers: [Int], _ isOutermost: Bool
  ) throws -> [BlamePiece] {
    let traced = history.words(of: text)
    var result: [BlamePiece] = []
    var run: (key: Key, reader: Int, words: Range<Int>, spellings: [String])?
    var space = String(text.unicodeScalars.prefix { $0.properties.isWhitespace })
    let end = String(
      text.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }.reversed().map(Character.init))
    func close() throws {
      guard let done = run else { return }
      let firsts = history.firsts(done.words, of: readers[done.reader].wording, before: done.key.birth)
      var start = 0
      while start < firsts.count {
        let end = firsts[start...].firstIndex { $0 != firsts[start] } ?? firsts.count
        var credit = credit(done.key)
        credit.first = firsts[start].map(deed)
        result.append(.words(CreditedWords(text: done.spellings[start..<end].joined(), credit: credit)))
        start = end
      }
      run = nil
    }
    for (index, length) in traced.lengths.enumerated() {
      if index > 0 { space = traced.space(before: index) }
      guard let (reader, place) = oldest(reading, length) else { continue }
      if isOutermost {
        let gone = try formerWords(before: place)
        if !gone.isEmpty {
          try close()
          result += gone
        }
      }
      let key = self.key(reader, place, strikers)
      let spelling = space + traced.text(index..<(index + 1))
      if let known = run, known.key == key, known.reader == reader, known.words.upperBound == place {
        run?.words = known.words.lowerBound..<(place + 1)
        run?.spellings.append(spelling)
      } else {
        try close()
        run = (key, reader, place..<(place + 1), [spelling])
      }
    }
    if traced.count == 0 { return [] }
    if let last = run?.spellings.indices.last { run?.spellings[last] += end }
    try close()
    return result
  }

  /// The reader whose word is the oldest, and its place in that reader's wording; the base's before all.
  private mutating func oldest(_ reading: [Int], _ length: Int) -> (reader: Int, place: Int)? {
    var found: (reader: Int, place: Int)?
    for reader in reading {
      guard let place = readers[reader].next(length) else { continue }
      guard let known = found else {
        found = (reader, place)
        continue
      }
      if readers[known.reader].label != nil, birth(reader, place) < birth(known.reader, known.place) {
        found = (reader, place)
      }
    }
    return found
  }

  private func birth(_ reader: Int, _ place: Int) -> Int {
    history.register.births[readers[reader].wording.words[place].token]
  }

  private mutating func key(_ reader: Int, _ place: Int, _ strikers: [Int]) -> Key {
    let word = readers[reader].wording.words[place]
    let (birth, decision) = (history.register.births[word.token], standing(word.decision))
    var struck: Set<Int> = []
    var inConflict: Set<Int> = []
    var following: Set<Int> = []
    for striker in strikers {
      if let strike = history.strike(of: word.token, by: readers[striker].asked) {
        struck.insert(strike)
        if let first = readers[striker].strike(of: word.token), history.steps.asks(first),
          history.steps.steps[first].branch != readers[striker].branch || readers[striker].asked.contains(first)
        {
          struck.insert(first)
        }
      } else if let asked = readers[striker].asked.last {
        // Who reads on without words that came in meanwhile strikes them by what it asked for before; who amends a proposal
        // strikes by that what its proposer has struck since.
        if history.steps.isInConflict(asked, with: decision ?? birth) {
          inConflict.insert(asked)
        } else {
          following.insert(asked)
        }
      }
    }
    following.subtract(struck.union(inConflict))
    return Key(
      birth: birth, moved: word.moved, decision: decision, branch: readers[reader].branch,
      struck: struck.union(inConflict).sorted() + following.sorted(), inConflict: inConflict.sorted(),
      following: following.sorted())
  }

  /// A decision, unless the chair undid it: then it is no credit, also for words that a delegation took over meanwhile.
  private func standing(_ decision: Int?) -> Int? {
    decision.flatMap { history.steps.undone.contains($0) ? nil : $0 }
  }

  /// The struck words of the chair's text that stood before a word of it; all that are left for `nil`.
  private mutating func formerWords(before place: Int?) throws -> [BlamePiece] {
    var result: [BlamePiece] = []
    while let next = former.first, place.map({ next.place <= $0 }) ?? true {
      func key(_ struck: CreditedWording.Struck) -> Key {
        let (birth, decision) = (history.register.births[struck.word.token], standing(struck.word.decision))
        let strikers = [struck.by] + struck.also
        return Key(
          birth: birth, moved: struck.word.moved, decision: decision, struck: strikers,
          inConflict: strikers.filter { history.steps.isInConflict($0, with: decision ?? birth) },
          struckBy: standing(struck.decision))
      }
      let run = former.prefix { $0.place == next.place && key($0) == key(next) }
      former = former.dropFirst(run.count)
      let text = run.map { history.register.spellings[$0.word.token] }.joined()
      let credit = credit(key(next))
      result.append(.former(CreditedWords(text: text, credit: credit)))
    }
    return result
  }
}
