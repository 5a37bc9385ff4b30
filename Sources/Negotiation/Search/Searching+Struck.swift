internal import Drafting
internal import Git

extension Negotiation {
  /// Looks for words among those that were ever struck: by proposals, whatever became of them, and by the chair.
  ///
  /// A proposal strikes what the chair's text has, as its delegation had it then, what the proposal that it amends has, or
  /// what its delegation had asked for before.
  ///
  /// - Cost: follows the number of wordings of the paragraphs that ever had the words.
  func searchStruck(
    _ query: SearchQuery, _ filter: SearchFilter, limit: Int, _ index: SearchIndex
  ) throws -> SearchAnswer {
    let lines = try index.lines().filter(filter.admits(line:))
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
        : try strikes(of: group.line, on: proposals.family(of: group.paragraph), &proposals, query, index)
      for strike in strikes {
        var hit = try hit(strike.origin, strike.wording, strike.state, query, addresses)
        (hit.strikes, hit.conflict) = (true, strike.conflict)
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

    /// The decision that brought the words in after the wording was asked for.
    var conflict: ObjectID?
  }

  /// The decisions that took the words out of the chair's text, of several places one: the last one is current as long as
  /// they are out.
  private func chairsStrikes(
    _ chairs: [IndexedWording], _ query: SearchQuery, _ index: SearchIndex
  ) throws -> [Strike] {
    var found: [Strike] = []
    for (before, after) in zip(chairs, chairs.dropFirst()) {
      let left = query.count(in: after)
      guard query.finds(struckFrom: before, by: after.text), left < query.count(in: before),
        // What only went to another paragraph was not struck.
        try !index.others(besides: after).contains(where: { query.places(in: $0) != nil })
      else { continue }
      let isBack = chairs.contains { $0.position > after.position && query.count(in: $0) > left }
      found.append(Strike(origin: after, wording: before.standing(on: after.line), state: isBack ? .former : .current))
    }
    return found
  }

  private func strikes(
    of line: String, on family: [String], _ proposals: inout SearchedProposals, _ query: SearchQuery,
    _ index: SearchIndex
  ) throws -> [Strike] {
    let episodes = try proposals.proposals(of: line, on: family)
    var old: [IndexedWording: IndexedWording] = [:]
    for wording in Set(episodes.flatMap(\.wordings)) {
      let chairs = try index.all(on: "main", of: wording.paragraph)
      let chair = try chairs.last { try repository.isAncestor($0.commit, of: wording.commit) }
      old[wording] = try struck(by: wording, beside: chair, &proposals, query, index)
    }
    let told = Dictionary(
      episodes.with(Array(old.keys)).map { ($0.place, $0.wordings) }, uniquingKeysWith: { first, _ in first })
    let base = try index.reach(of: line)?.base
    var found: [Strike] = []
    for place in episodes.indices.sorted(by: { told[$0] != nil && told[$1] == nil }) {
      let (episode, own) = (episodes[place], told[place] ?? [])
      var strike = own.last.flatMap { old[$0] }.map {
        Strike(origin: episode.origin, wording: $0, state: episode.state == .standing ? .satisfied : episode.state)
      }
      // What stands strikes what the chair's text has by now.
      if episode.state == .standing, let last = episode.wordings.last, let base {
        let chairs = try index.all(on: "main", of: last.paragraph).filter {
          try repository.isAncestor($0.commit, of: base)
        }
        if let words = try struck(by: last, beside: chairs.last, &proposals, query, index),
          strike != nil || !found.contains(where: { $0.wording.paragraph == words.paragraph })
        {
          strike = Strike(origin: episode.origin, wording: words, state: .standing)
          if own.first != episode.wordings.first, own.first?.isFollowing != true,
            // What an undone decision took out was never gone.
            let arrival = try query.arrival(
              in: chairs.filter { try !proposals.undone(on: $0.paragraph).contains($0.commit) })?.commit,
            try !repository.isAncestor(arrival, of: episode.origin.commit)
          {
            strike?.conflict = arrival
          }
        }
      }
      guard var strike else { continue }
      strike.wording.paragraph = episode.home ?? strike.wording.paragraph
      found.append(strike)
    }
    return found
  }

  /// The wording from which a delegation's wording strikes the words: the chair's, that of a proposal which it amends, as
  /// it was then, or its own before; `nil` where it does not.
  private func struck(
    by wording: IndexedWording, beside chair: IndexedWording?, _ proposals: inout SearchedProposals,
    _ query: SearchQuery, _ index: SearchIndex
  ) throws -> IndexedWording? {
    let replaced = try index.all(on: wording.line, of: wording.paragraph).replaced(by: wording)
    let bases = try (chair.map { [$0] } ?? []) + proposals.amendedWordings(of: wording) + (replaced.map { [$0] } ?? [])
    return bases.first { query.finds(struckFrom: $0, by: wording.text) }?.standing(on: wording.line)
  }
}

extension IndexedWording {
  /// The same as words that somebody strikes.
  fileprivate func standing(on line: String) -> IndexedWording {
    var wording = self
    (wording.line, wording.brought) = (line, [])
    return wording
  }
}

extension [IndexedWording] {
  /// What a delegation wanted when it asked for a wording instead, or for one that has only followed the chair's text since;
  /// of all its wordings of the paragraph, the oldest first.
  fileprivate func replaced(by wording: IndexedWording) -> IndexedWording? {
    guard let act = lastIndex(where: { !$0.isMerge && $0.position <= wording.position }), act > 0, self[act - 1].stands
    else { return nil }
    return self[act - 1]
  }
}

extension SearchQuery {
  func places(in wording: IndexedWording) -> [Range<Int>]? {
    wording.text.flatMap { places(in: SearchWord.words(of: $0)) }
  }

  /// How often the words stand in a wording; 0 where one of them does not.
  fileprivate func count(in wording: IndexedWording) -> Int { places(in: wording)?.count ?? 0 }

  /// The first of the last wordings, one after the other, that have the words.
  fileprivate func arrival(in wordings: [IndexedWording]) -> IndexedWording? {
    let gone = wordings.lastIndex { places(in: $0) == nil } ?? -1
    return wordings[(gone + 1)...].first
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
