internal import Drafting
internal import Git

extension Negotiation {
  /// Looks for words among those that were ever struck: by proposals, whatever became of them, and by the chair.
  ///
  /// A proposal strikes what the chair's text has, as its delegation had it then, or what the proposal that it amends has.
  ///
  /// - Cost: follows the number of wordings of the paragraphs that ever had the words.
  func searchStruck(
    _ query: SearchQuery, _ filter: SearchFilter, limit: Int, _ index: SearchIndex
  ) throws -> SearchAnswer {
    let lines = try index.lines().filter { filter.delegation == nil || $0 == filter.delegation?.description }
    var proposals = SearchedProposals(self, index, behind: try behind(lines, index))
    let wanted = try filter.paragraph.map { Set(try proposals.family(of: $0.description)) }
    let paragraphs = Set(try index.candidates(query).map(\.paragraph)).filter { wanted?.contains($0) ?? true }
    let addresses = try addresses(
      paragraphs.flatMap { paragraph in lines.map { Group(line: $0, paragraph: paragraph) } })
    let firsts = Set(try paragraphs.map { try proposals.family(of: $0)[0] })
    let groups = lines.flatMap { line in
      (line == "main" ? paragraphs : firsts).map { Group(line: line, paragraph: $0) }
    }
    var hits: [SearchHit] = []
    for group in groups {
      let strikes =
        group.line == "main"
        ? try chairsStrikes(index.all(on: "main", of: group.paragraph), query, index)
        : try strikes(proposals.proposals(of: group.line, on: proposals.family(of: group.paragraph)), query, index)
      for strike in strikes {
        var hit = try hit(strike.origin, strike.wording, strike.state, query, addresses)
        hit.strikes = true
        if filter.admits(hit) { hits.append(hit) }
      }
    }
    return try answer(hits, limit, query, index)
  }

  /// A wording that strikes the words, what became of it, and the wording that they stood in.
  private struct Strike {
    var origin: IndexedWording
    var wording: IndexedWording
    var state: SearchHit.State
  }

  /// The decisions that took the words out of the chair's text: the last one is current as long as they are out.
  private func chairsStrikes(
    _ chairs: [IndexedWording], _ query: SearchQuery, _ index: SearchIndex
  ) throws -> [Strike] {
    var found: [Strike] = []
    for (before, after) in zip(chairs, chairs.dropFirst()) {
      guard query.finds(struckFrom: before, by: after.text), query.places(in: after) == nil,
        // What only went to another paragraph was not struck.
        try !index.others(besides: after).contains(where: { query.places(in: $0) != nil })
      else { continue }
      let isBack = chairs.contains { $0.position > after.position && query.places(in: $0) != nil }
      var old = before
      (old.line, old.brought) = (after.line, [])
      found.append(Strike(origin: after, wording: old, state: isBack ? .former : .current))
    }
    return found
  }

  private func strikes(_ episodes: [ProposalEpisode], _ query: SearchQuery, _ index: SearchIndex) throws -> [Strike] {
    var old: [IndexedWording: IndexedWording] = [:]
    for wording in Set(episodes.flatMap(\.wordings)) {
      let chairs = try index.all(on: "main", of: wording.paragraph)
      old[wording] = try struck(by: wording, from: chairs, query, index)
    }
    return episodes.with(Array(old.keys)).compactMap { episode, wordings in
      guard let first = wordings.first, let last = wordings.last, var words = old[last] else { return nil }
      words.paragraph = episode.home ?? words.paragraph
      let origin = first == episode.wordings.first ? episode.origin : first
      return Strike(origin: origin, wording: words, state: episode.state)
    }
  }

  /// The wording from which a delegation's wording strikes the words; `nil` where it does not.
  private func struck(
    by wording: IndexedWording, from chairs: [IndexedWording], _ query: SearchQuery, _ index: SearchIndex
  ) throws -> IndexedWording? {
    var bases = [try chairs.last { try repository.isAncestor($0.commit, of: wording.commit) }].compactMap { $0 }
    if let other = wording.on, wording.action == Action.propose.rawValue {
      bases +=
        try index.all(on: other, of: wording.paragraph).last { $0.time <= wording.time && $0.stands }
        .map { [$0] } ?? []
    }
    guard var old = bases.first(where: { query.finds(struckFrom: $0, by: wording.text) }) else { return nil }
    (old.line, old.brought) = (wording.line, [])
    return old
  }
}

extension SearchQuery {
  func places(in wording: IndexedWording) -> [Range<Int>]? {
    wording.text.flatMap { places(in: SearchWord.words(of: $0)) }
  }

  /// Whether a wording has what is searched for, and another one lacks a word of it.
  fileprivate func finds(struckFrom old: IndexedWording, by text: String?) -> Bool {
    guard let before = old.text, let places = places(in: old) else { return false }
    let struck = brought(in: before, to: text ?? "")
    return places.contains { place in struck.contains { $0.overlaps(place) } }
  }
}

extension SearchIndex {
  /// What the same commit left of other paragraphs.
  fileprivate func others(besides wording: IndexedWording) throws -> [IndexedWording] {
    try wordings("WHERE line = ? AND position = ? ORDER BY paragraph", wording.line, wording.position)
      .filter { $0.paragraph != wording.paragraph }
  }
}
