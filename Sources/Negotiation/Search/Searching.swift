internal import Drafting
internal import Git
internal import SQLite
internal import TextForm

extension Negotiation {
  /// Looks for words in the chair's text, in what stands, and in all that was ever proposed.
  ///
  /// A delegation's wording counts where words that are found are its own: what it only repeats of the chair's text is
  /// the chair's.
  ///
  /// - Parameters:
  ///   - limit: how many hits at most.
  ///   - program: names the program, as for ``written(_:language:program:keeps:progress:)``.
  /// - Cost: follows the number of wordings that hold the words, and the commits that came since the index was kept.
  package func search(
    _ query: SearchQuery, _ filter: SearchFilter = SearchFilter(), limit: Int = .max, program: String
  ) throws -> SearchAnswer {
    try search(query, filter, limit: limit, searchIndex(program: program))
  }

  /// The same with an index that is up to date.
  func search(
    _ query: SearchQuery, _ filter: SearchFilter, limit: Int, _ index: SearchIndex
  ) throws -> SearchAnswer {
    if filter.isStruck { return try searchStruck(query, filter, limit: limit, index) }
    func isFound(_ wording: IndexedWording) -> Bool {
      wording.stands && filter.admits(line: wording.line)
        && wording.text.map { query.finds(wording, $0) } ?? false
    }
    var wordings = try index.candidates(query).filter(isFound)
    let amendments = try index.amendments(query)
    var proposals = SearchedProposals(
      self, index, behind: try behind(Set((wordings + amendments).map(\.line)), index))
    wordings += try amendments.compactMap { try proposals.following($0) }.filter(isFound)
    let addresses = try addresses(wordings.map { Group(line: $0.line, paragraph: $0.paragraph) })
    var hits: [SearchHit] = []
    for (group, wordings) in try proposals.groups(wordings, filter) {
      let matched = wordings.sorted { $0.position < $1.position }
      let states =
        group.line == "main"
        ? try mainState(matched, index.all(on: "main", of: group.paragraph), filter.times)
        : states(matched, try proposals.proposals(of: group.line, on: proposals.family(of: group.paragraph)), query)
      for (origin, wording, state) in states {
        let hit = try hit(origin, wording, state, query, addresses)
        if filter.admits(hit) { hits.append(hit) }
      }
    }
    return try answer(hits, limit, query, index)
  }

  func answer(_ hits: [SearchHit], _ limit: Int, _ query: SearchQuery, _ index: SearchIndex) throws -> SearchAnswer {
    let sorted = hits.sorted(by: SearchHit.precedes)
    var answer = SearchAnswer(hits: Array(sorted.prefix(max(0, limit))), count: hits.count)
    if hits.isEmpty { answer.suggestion = try suggestion(query, index) }
    return answer
  }

  /// A paragraph on main, or the first of a family (``SearchedProposals/family(of:)``) on a delegation's branch.
  struct Group: Hashable {
    var line: String
    var paragraph: String
  }

  /// How paragraphs are printed now.
  func addresses(_ groups: [Group]) throws -> [ParagraphIdentifier: String] {
    var addresses = Dictionary(
      try main.order().places.map { ($0.entry.identifier, $0.address) }, uniquingKeysWith: { first, _ in first })
    // What is only proposed may have got another number since it was.
    guard try groups.contains(where: { try addresses[ParagraphIdentifier($0.paragraph)] == nil }) else {
      return addresses
    }
    for changes in try allStandingChanges() {
      for place in changes.order?.own.places ?? [] {
        addresses[place.entry.identifier] = addresses[place.entry.identifier] ?? place.address
      }
    }
    return addresses
  }

  /// What delegations want, by their codes, where any of some branches has not followed main yet.
  func behind(_ lines: Set<String>, _ index: SearchIndex) throws -> [String: StandingChanges] {
    guard try lines.contains(where: { try $0 != "main" && index.reach(of: $0)?.base != main.commit }) else {
      return [:]
    }
    return Dictionary(
      try allStandingChanges().map { ($0.delegation.code.description, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private typealias Found = (origin: IndexedWording, wording: IndexedWording, state: SearchHit.State)

  /// A text of the chair's that is past is worth telling only where the words are gone with it, or where the time that is
  /// asked for was before they came back.
  ///
  /// - Parameter all: every wording of the paragraph; the words came with the first of those that have them one after the
  ///   other.
  private func mainState(_ matched: [IndexedWording], _ all: [IndexedWording], _ times: TimeFilter) -> [Found] {
    let positions = Set(matched.map(\.position))
    let runs = all.split { !positions.contains($0.position) }
    let run = runs.last { $0.first.map { times.admits($0.time, $0.offsetMinutes) } ?? false } ?? runs.last
    guard let first = run?.first, let newest = run?.last else { return [] }
    return [(first, newest, newest.position == all.last?.position ? .current : .former)]
  }

  private func states(
    _ matched: [IndexedWording], _ episodes: [ProposalEpisode], _ query: SearchQuery
  ) -> [Found] {
    var found: [Found] = []
    for (place, own) in episodes.with(matched) {
      let episode = episodes[place]
      guard var wording = own.last else { continue }
      wording.paragraph = episode.home ?? wording.paragraph
      var state = episode.state
      if state == .standing, let last = episode.wordings.last, let text = last.text {
        // Its branch has followed the chair's text since: its delegation reads otherwise, or the words are the chair's.
        if query.places(in: SearchWord.words(of: text)) == nil {
          state = .superseded
        } else if !query.finds(last, text) {
          // Words that a decision alone had made its own, and that are the chair's again, were never asked for.
          guard episode.origin.text.map({ query.finds(episode.origin, $0) }) ?? true else { continue }
          state = .satisfied
        }
      }
      var origin = episode.origin
      if origin.paragraph != wording.paragraph { origin.address = wording.address }
      found.append((origin, wording, state))
    }
    return found
  }

  func hit(
    _ origin: IndexedWording, _ wording: IndexedWording, _ state: SearchHit.State, _ query: SearchQuery,
    _ addresses: [ParagraphIdentifier: String]
  ) throws -> SearchHit {
    let identifier = try ParagraphIdentifier(wording.paragraph)
    let text = wording.text ?? ""
    let words = SearchWord.words(of: text)
    let places = (query.places(in: words) ?? []).map { range in
      words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    }
    return try SearchHit(
      identifier: identifier, address: addresses[identifier] ?? origin.address, isGone: addresses[identifier] == nil,
      delegation: wording.line == "main" ? nil : registry[DelegationCode(wording.line)], on: origin.on,
      isSupport: origin.action == Action.support.rawValue, state: state, commit: origin.commit, time: origin.time,
      offsetMinutes: origin.offsetMinutes, text: text, places: places)
  }

  /// The word of the index nearest to one that was searched for and is not there; of equally near ones the most frequent.
  private func suggestion(_ query: SearchQuery, _ index: SearchIndex) throws -> String? {
    for word in query.terms.flatMap(\.words) {
      let known = try index.database.prepare("SELECT 1 FROM vocabulary WHERE term = ?")
      try known.bind(word)
      if try known.step() { continue }
      guard word.unicodeScalars.count > 2 else { continue }
      let limit = max(1, word.unicodeScalars.count / 3)
      var best: (distance: Int, count: Int, term: String)?
      let terms = try index.database.prepare("SELECT term, doc FROM vocabulary")
      while try terms.step() {
        let (term, count) = (terms.text(0), terms.integer(1))
        guard term.utf8.count > 2, abs(term.utf8.count - word.utf8.count) <= 2 * limit else { continue }
        let distance = editDistance(word, term, limit: limit)
        guard distance <= limit else { continue }
        if best.map({ (distance, -count, term) < ($0.distance, -$0.count, $0.term) }) ?? true {
          best = (distance, count, term)
        }
      }
      if let best { return best.term }
    }
    return nil
  }
}

extension SearchQuery {
  /// Whether a wording has what is searched for, and on a delegation's branch a word of it that is the delegation's own.
  func finds(_ wording: IndexedWording, _ text: String) -> Bool {
    guard let places = places(in: SearchWord.words(of: text)) else { return false }
    return wording.line == "main" || places.contains { place in wording.brought.contains { $0.overlaps(place) } }
  }
}
