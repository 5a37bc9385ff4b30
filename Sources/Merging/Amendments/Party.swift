/// Some words in the text of one party.
struct Words {
  let party: Int
  var range: Range<Int>

  var isEmpty: Bool { range.isEmpty }
}

/// A text of the paragraph with all who propose just this text. The first party of a merge is the base, with no labels.
struct Party {
  let text: Wording

  /// What the text was cut from.
  let source: String

  /// The party whose text it amends; itself for the base.
  let parent: Int

  /// Its edits of its parent, places in ``Merge/edits``; `nil` for the base.
  var ownEdits: Range<Int>?

  /// Its edits of the texts that its parent descends from: of the base, of the party that amends the base, …
  var furtherEdits: [Range<Int>] = []

  /// The labels, by their place in alphabetical order; places in ``Merge/labels``.
  var labels = 0..<0

  /// How many texts it descends from.
  var depth: Int { ownEdits == nil ? 0 : furtherEdits.count + 1 }

  /// Its edits of the text that it descends from at `depth`, places in ``Merge/edits``; the base is at zero.
  func edits(at depth: Int) -> Range<Int> { depth < furtherEdits.count ? furtherEdits[depth] : ownEdits ?? 0..<0 }
}

/// An edit that may lie within what another party brought in.
struct TracedEdit {
  var edit: Edit

  /// The edit of the ancestor through whom it comes that it amends, by place among that ancestor's own; `nil` where it
  /// stands for itself.
  var amended: Int?
}

/// What is merged: a base and the distinct texts proposed for it.
///
/// One value merges one paragraph after the other: it keeps its memory and the words it knows.
struct Merge {
  var lexicon = Lexicon()

  /// The words of all texts, the base's first.
  var tokens: [Token] = []
  var parties: [Party] = []

  /// The edits of all parties (``Party/edits(at:)``), and those of amendments as they stand in other texts.
  var edits: [TracedEdit] = []

  /// The places of the labels in the alphabet, party by party, rising for each.
  var labels: [Int] = []

  /// Who makes which wish (``Wish/members``).
  var members: [Wish.Member] = []

  /// The brackets.
  var forest = Forest()

  /// Lent to each version in turn, for its memory.
  var guide = Guide()
  var hunks = Hunks()

  /// From one paragraph to the next no more is kept than takes a few megabytes.
  static var mostWordsKept: Int { 4096 }
  static var mostTokensKept: Int { 1 << 19 }

  /// The ancestor of `party` that amends the text at `depth` itself.
  func ancestor(of party: Int, at depth: Int) -> Int {
    var ancestor = party
    while parties[ancestor].depth > depth + 1 { ancestor = parties[ancestor].parent }
    return ancestor
  }

  /// Whether two stretches have the same words and the same white space between and around them.
  func isSame(_ a: Words, _ b: Words) -> Bool {
    let tokens = tokens.span
    return Merging.isSame(tokens, a.range, b.range) && tokens[a.range.upperBound].gap == tokens[b.range.upperBound].gap
  }

  func hash(_ words: Words) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    let tokens = tokens.span.extracting(words.range)
    for index in tokens.indices {
      hash = (hash ^ UInt64(truncatingIfNeeded: tokens[index].word)) &* 0x100_0000_01b3
      hash ^= hash >> 31
    }
    return Int(truncatingIfNeeded: hash)
  }

  /// Some words as they are written.
  func text(_ words: Words) -> String { String(tokens.span, words.range, of: parties[words.party].source) }
}
