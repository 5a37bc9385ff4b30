/// Some words in the text of one party.
struct Words {
  let party: Int
  var range: Range<Int>

  var isEmpty: Bool { range.isEmpty }
}

/// A text of the paragraph with all who propose just this text. The first party of a merge is the base, with no labels.
struct Party {
  let text: Wording

  /// The labels, by their place in alphabetical order.
  var labels: [Int]

  /// The party whose text it amends; itself for the base.
  let parent: Int

  /// Its edits of each text it descends from: of the base, of the party that amends the base, … of its parent.
  var edits: [[TracedEdit]] = []

  /// How many texts it descends from.
  var depth: Int { edits.count }
}

/// An edit that may lie within what another party brought in.
struct TracedEdit {
  var edit: Edit

  /// The edit of the ancestor through whom it comes that it amends, by place among that ancestor's own; `nil` where it
  /// stands for itself.
  var amended: Int?
}

/// What is merged: a base and the distinct texts proposed for it.
struct Merge {
  var lexicon: Lexicon
  var parties: [Party]

  var base: Wording { parties[0].text }

  func text(_ party: Int) -> Wording { parties[party].text }

  /// The ancestor of `party` that amends the text at `depth` itself.
  func ancestor(of party: Int, at depth: Int) -> Int {
    var ancestor = party
    while parties[ancestor].depth > depth + 1 { ancestor = parties[ancestor].parent }
    return ancestor
  }

  /// Whether two stretches have the same words and the same white space between and around them.
  func isSame(_ a: Words, _ b: Words) -> Bool {
    guard a.range.count == b.range.count else { return false }
    let (x, y) = (a.range.lowerBound, b.range.lowerBound)
    for step in 0..<a.range.count {
      guard parties[a.party].text.words[x + step] == parties[b.party].text.words[y + step],
        parties[a.party].text.gaps[x + step] == parties[b.party].text.gaps[y + step]
      else { return false }
    }
    return parties[a.party].text.gaps[a.range.upperBound] == parties[b.party].text.gaps[b.range.upperBound]
  }

  func hash(_ words: Words) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for position in words.range {
      hash = (hash ^ UInt64(truncatingIfNeeded: parties[words.party].text.words[position])) &* 0x100_0000_01b3
      hash ^= hash >> 31
    }
    return Int(truncatingIfNeeded: hash)
  }
}
