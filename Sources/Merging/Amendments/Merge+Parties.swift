extension Merge {
  /// How many amendments deep a text may stand; one that is deeper counts as amending the base.
  private static var greatestDescent: Int { 32 }

  init(base: String, versions: [Version]) {
    self.init()
    begin(base, versions)
  }

  /// Cuts, aligns and orders everything that is proposed.
  ///
  /// - Parameter versions: one for each label, in alphabetical order.
  mutating func begin(_ base: String, _ versions: [Version]) {
    clear()
    let wording = lexicon.cut(base, into: &tokens)
    parties.append(Party(text: wording, source: base, parent: 0))
    guide.begin(base, wording, tokens, wordCount: lexicon.wordCount)
    var known = Register()
    var partyOfVersion = Array(repeating: 0, count: versions.count)
    for (version, ancestor) in Merge.parentsFirst(versions) {
      let parent = ancestor.map { partyOfVersion[$0] } ?? 0
      let text = lexicon.cut(versions[version].text, like: guide, into: &tokens)
      let key = hash(Words(party: parent, range: text.range)) ^ parent
      let same = known.first(under: key) {
        parties[$0 + 1].parent == parent && Merging.isSame(tokens.span, parties[$0 + 1].text.range, text.range)
      }
      if let same {
        partyOfVersion[version] = same + 1
      } else if Merging.isSame(tokens.span, parties[parent].text.range, text.range) {
        partyOfVersion[version] = parent
      } else {
        known.add(key)
        partyOfVersion[version] = parties.count
        parties.append(Party(text: text, source: versions[version].text, parent: parent))
        continue
      }
      // What the text says stands there already.
      while tokens.count > text.start { tokens.removeLast() }
    }
    // All are cut before any is compared: the processor's memory for code holds one of the two, not both.
    var origins = Origins(of: Origin(wording, tokens.span, lexicon.traits))
    for party in parties.indices.dropFirst() { findEdits(of: party, &origins) }
    order(partyOfVersion)
  }

  /// Forgets everything but its memory and the words it knows, of which there may not be too many.
  private mutating func clear() {
    if lexicon.wordCount > Merge.mostWordsKept || tokens.capacity > Merge.mostTokensKept { self = Merge() }
    tokens.removeAll(keepingCapacity: true)
    parties.removeAll(keepingCapacity: true)
    edits.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    forest.clear()
  }

  /// Notes which labels stand behind each party.
  private mutating func order(_ partyOfVersion: [Int]) {
    var counts = Array(repeating: 0, count: parties.count)
    for party in partyOfVersion { counts[party] += 1 }
    labels = Array(repeating: 0, count: partyOfVersion.count)
    var start = 0
    for party in parties.indices.dropFirst() {
      parties[party].labels = start..<start
      start += counts[party]
    }
    for (version, party) in partyOfVersion.enumerated() where party > 0 {
      let place = parties[party].labels.upperBound
      labels[place] = version
      parties[party].labels = parties[party].labels.lowerBound..<(place + 1)
    }
  }

  /// The texts that others are compared with: the base, and those of parties that others amend.
  private struct Origins {
    let base: Origin
    private var others: [Int: Origin] = [:]

    init(of base: Origin) { self.base = base }

    mutating func origin(_ party: Int, _ text: Wording, _ tokens: Span<Token>, _ traits: [WordTraits]) -> Origin {
      if let known = others[party] { return known }
      let origin = Origin(text, tokens, traits)
      others[party] = origin
      return origin
    }
  }

  /// Finds the edits of a party; those of its ancestors are known.
  private mutating func findEdits(of party: Int, _ origins: inout Origins) {
    let (wording, parent) = (parties[party].text, parties[party].parent)
    let origin =
      parent == 0 ? origins.base : origins.origin(parent, parties[parent].text, tokens.span, lexicon.traits)
    hunks.find(from: origin, to: wording, tokens, lexicon)
    let first = edits.count
    for index in hunks.edits.indices { edits.append(TracedEdit(edit: hunks.edits[index], amended: nil)) }
    parties[party].ownEdits = first..<edits.count
    var ancestor = parent
    var traced = parent == 0 ? [] : Array(edits[first...])
    while ancestor != 0 {
      let outer = parties[ancestor].ownEdits.map { edits[$0].map(\.edit) } ?? []
      let below = parties[ancestor].parent
      let start = parties[ancestor].text.start
      traced =
        Composition(
          tokens: tokens, shifts: (parties[below].text.start - start, wording.start - start), outer: outer,
          inner: traced.map(\.edit)
        ).edits
      parties[party].furtherEdits.insert(append(traced), at: 0)
      ancestor = below
    }
  }

  private mutating func append(_ own: [TracedEdit]) -> Range<Int> {
    edits += own
    return (edits.count - own.count)..<edits.count
  }

  /// The versions so that each comes after the one it amends, otherwise in their order. Who amends nobody that is there,
  /// themselves, or in a circle amends the base.
  private static func parentsFirst(_ versions: [Version]) -> [(version: Int, amends: Int?)] {
    if versions.allSatisfy({ $0.amends == nil }) { return versions.indices.map { ($0, nil) } }
    let places = Dictionary(zip(versions.map(\.label), versions.indices), uniquingKeysWith: { first, _ in first })
    let parents = versions.map { $0.amends.flatMap { places[$0] } }
    var depths: [Int?] = Array(repeating: nil, count: versions.count)
    for version in versions.indices {
      var path: [Int] = []
      var seen: Set<Int> = []
      var next: Int? = version
      while let current = next, depths[current] == nil, seen.insert(current).inserted {
        path.append(current)
        next = parents[current]
      }
      // Whoever stands on a circle, or leads into one, amends the base.
      let isCircular = next.map { depths[$0] == nil } ?? false
      var depth = isCircular ? -1 : next.flatMap { depths[$0] } ?? -1
      for current in path.reversed() {
        depth = isCircular ? 0 : depth + 1
        depths[current] = depth
      }
    }
    return versions.indices.map { version -> (version: Int, amends: Int?, depth: Int) in
      let depth = depths[version] ?? 0
      return depth == 0 || depth > greatestDescent ? (version, nil, 0) : (version, parents[version], depth)
    }.sorted { ($0.depth, $0.version) < ($1.depth, $1.version) }.map { ($0.version, $0.amends) }
  }
}
