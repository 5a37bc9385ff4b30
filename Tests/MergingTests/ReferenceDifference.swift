/// An edit as the description has it: first word, word after the last, the words put there.
struct ReferenceHunk: Decodable, Hashable {
  let start: Int
  let end: Int
  let words: [String]
}

/// Why an edit is not the one that the description has.
enum ReferenceDifference: CaseIterable {
  /// What is read begins with closing punctuation, before which a bracket has no space: the edit takes the word before
  /// it, until the bracket reads back exactly (rule 3 of the notation).
  case spacing

  /// Several edits that so take the words between them, until they touch.
  case touching

  /// An edit would tear a pair of brackets or quotation marks: it holds both.
  case pair

  /// Less than 40 % of what stands between is kept: one replacement of the whole.
  case rewritten

  /// A deletion among equal words stands at another border; what is left is the same.
  case slid

  /// A clause with the punctuation mark that ends it.
  case punctuation
}

/// Edits of the two engines at one place of a text.
struct ReferencePlace: CustomStringConvertible {
  private(set) var own: [ReferenceHunk] = []
  private(set) var wanted: [ReferenceHunk] = []
  private var end = 0

  var description: String { "\(own) for \(wanted)" }

  /// The places where they differ.
  static func all(_ own: [ReferenceHunk], _ wanted: [ReferenceHunk]) -> [ReferencePlace] {
    let hunks =
      own.filter { !wanted.contains($0) }.map { ($0, true) } + wanted.filter { !own.contains($0) }.map { ($0, false) }
    var places: [ReferencePlace] = []
    for (hunk, isOwn) in hunks.sorted(by: { ($0.0.start, $0.0.end) < ($1.0.start, $1.0.end) }) {
      if places.isEmpty || places[places.count - 1].end < hunk.start { places.append(ReferencePlace()) }
      places[places.count - 1].add(hunk, isOwn: isOwn)
    }
    return places
  }

  private mutating func add(_ hunk: ReferenceHunk, isOwn: Bool) {
    if isOwn { own.append(hunk) } else { wanted.append(hunk) }
    end = max(end, hunk.end)
  }

  /// The rule that they differ by; `nil` for none that is known.
  func difference(_ base: [String]) -> ReferenceDifference? {
    guard own.count == 1, let whole = own.first, let first = wanted.first, let last = wanted.last else { return nil }
    let place = min(whole.start, first.start)..<max(whole.end, last.end)
    guard Self.words(of: own, at: place, base) == Self.words(of: wanted, at: place, base) else { return nil }
    if wanted.count == 1, whole.words.isEmpty, first.words.isEmpty, whole.end - whole.start == first.end - first.start {
      return .slid
    }
    let before = base[min(whole.start, first.start)..<first.start]
    let behind = base[last.end..<max(whole.end, last.end)]
    let gaps = zip(wanted, wanted.dropFirst()).map { $1.start - $0.end }
    if wanted.count == 1 {
      if before.count == 1, behind.isEmpty, beginsClosing(first, base) { return .spacing }
      if before.isEmpty, behind.count == 1, behind.allSatisfy(Self.isClosing) { return .punctuation }
      return (before + behind).contains(where: Self.isPair) && before.count + behind.count <= 3 ? .pair : nil
    }
    if before.count <= 1, behind.isEmpty, gaps.allSatisfy({ $0 <= 1 }),
      wanted.dropFirst().allSatisfy({ beginsClosing($0, base) })
    {
      return .touching
    }
    return gaps.reduce(0, +) * 10 < max(whole.end - whole.start, whole.words.count) * 4 ? .rewritten : nil
  }

  /// What some edits leave of a stretch of the base.
  private static func words(of hunks: [ReferenceHunk], at place: Range<Int>, _ base: [String]) -> [String] {
    var words: [String] = []
    var next = place.lowerBound
    for hunk in hunks {
      words += base[next..<hunk.start] + hunk.words
      next = hunk.end
    }
    return words + base[next..<place.upperBound]
  }

  /// Whether what is read at an edit begins with closing punctuation, for whoever has it.
  private func beginsClosing(_ hunk: ReferenceHunk, _ base: [String]) -> Bool {
    (hunk.words.first ?? (hunk.end < base.count ? base[hunk.end] : nil)).map(Self.isClosing) ?? false
  }

  private static func isClosing(_ word: String) -> Bool { word.first.map(",.;:!?)]}”»\"".contains) ?? false }

  private static func isPair(_ word: String) -> Bool { "()[]“”«»\"".contains(word) }
}
