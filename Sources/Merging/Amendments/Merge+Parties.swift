extension Merge {
  /// How many amendments deep a text may stand; one that is deeper counts as amending the base.
  private static var greatestDescent: Int { 32 }

  /// Cuts, aligns and orders everything that is proposed.
  ///
  /// - Parameter versions: one for each label, in alphabetical order.
  init(base: String, versions: [Version]) {
    lexicon = Lexicon()
    let wording = Wording(base, &lexicon)
    parties = [Party(text: wording, labels: [], parent: 0)]
    parties.reserveCapacity(versions.count + 1)
    let guide = Guide(wording, wordCount: lexicon.wordCount)
    var origins = Origins(of: Origin(wording, lexicon.traits))
    var alignment = Alignment()
    var known = Register()
    var partyOfVersion = Array(repeating: 0, count: versions.count)
    for (version, ancestor) in Merge.parentsFirst(versions) {
      let parent = ancestor.map { partyOfVersion[$0] } ?? 0
      let text = Wording(versions[version].text, like: guide, &lexicon)
      var key = parent
      for word in text.words { key = (key ^ Int(word)) &* 0x100_0000_01b3 }
      let same = known.first(under: key) {
        let party = $0 + 1
        return parties[party].parent == parent && parties[party].text.words == text.words
          && parties[party].text.gaps == text.gaps
      }
      let party = same.map { $0 + 1 } ?? add(text, parent, &origins, &alignment)
      if same == nil, party != parent { known.add(key) }
      if party > 0 { parties[party].labels.append(version) }
      partyOfVersion[version] = party
    }
    for index in parties.indices where parties[index].labels.count > 1 { parties[index].labels.sort() }
  }

  /// The texts that others are compared with: the base, and those of parties that others amend.
  private struct Origins {
    let base: Origin
    private var others: [Int: Origin] = [:]

    init(of base: Origin) { self.base = base }

    mutating func origin(_ party: Int, _ text: Wording, _ traits: [WordTraits]) -> Origin {
      if let known = others[party] { return known }
      let origin = Origin(text, traits)
      others[party] = origin
      return origin
    }
  }

  /// Adds a party; the parent itself where the text is the parent's.
  private mutating func add(
    _ wording: Wording, _ parent: Int, _ origins: inout Origins, _ alignment: inout Alignment
  ) -> Int {
    let own =
      parent == 0
      ? edits(from: origins.base, to: wording, lexicon, &alignment)
      : edits(
        from: origins.origin(parent, parties[parent].text, lexicon.traits), to: wording, lexicon, &alignment)
    if own.isEmpty { return parent }
    var party = Party(text: wording, labels: [], parent: parent)
    var traced = own.map { TracedEdit(edit: $0, amended: nil) }
    party.edits = [traced]
    var ancestor = parent
    while ancestor != 0 {
      let below = parties[ancestor].parent
      let outer = (parties[ancestor].edits.last ?? []).map(\.edit)
      traced =
        Composition(base: parties[below].text, amendment: wording, outer: outer, inner: traced.map(\.edit)).edits
      party.edits.insert(traced, at: 0)
      ancestor = below
    }
    parties.append(party)
    return parties.count - 1
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
