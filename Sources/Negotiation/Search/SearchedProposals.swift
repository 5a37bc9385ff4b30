internal import Drafting
internal import Git

/// The proposals that delegations ever had on paragraphs, as a search tells them.
///
/// Where a paragraph was never split or joined, the wordings of a branch say all about them. Where it was, words went to other
/// paragraphs and came back: there each act is followed as ``Negotiation/story(of:)`` does.
struct SearchedProposals {
  let negotiation: Negotiation
  let index: SearchIndex

  /// What delegations want, by their codes, where any of some branches has not followed main yet.
  let behind: [String: StandingChanges]
  private var families: [String: [String]] = [:]

  /// Whose words each act in a family was about, by the first of its paragraphs.
  private var lineages: [String: ParagraphFamily] = [:]

  /// The decisions on paragraphs that are undone.
  private var undone: [String: [ObjectID]] = [:]
  private var branches: [String: Branch] = [:]

  /// Amendments as they read by now (``following(_:)``).
  var amendments: [IndexedWording: IndexedWording?] = [:]

  /// What a delegation did, the oldest first, and what it wants now.
  private struct Branch {
    var acts: [RecordedAct]
    var places: [ObjectID: Int]
    var standing: StandingChanges?
  }

  init(_ negotiation: Negotiation, _ index: SearchIndex, behind: [String: StandingChanges]) {
    (self.negotiation, self.index, self.behind) = (negotiation, index, behind)
  }

  /// A paragraph with those that splits and joins connect with it, in one order whichever is asked for.
  mutating func family(of paragraph: String) throws -> [String] {
    if let known = families[paragraph] { return known }
    let (connected, events) = try negotiation.withHistory { index in
      try ParagraphFamily.connected(with: ParagraphIdentifier(paragraph)) { try index.events(of: $0) }
    }
    let family = connected.map(\.description).sorted()
    for other in family { families[other] = family }
    if family.count == 1 {
      let decisions = Set(events.map(\.commit.id))
      undone[paragraph] = events.compactMap { $0.commit.message.first(.undoes).flatMap { ObjectID($0) } }
        .filter(decisions.contains)
    }
    return family
  }

  /// Wordings by what they are of: a paragraph on main, or a family on a delegation's branch.
  mutating func groups(
    _ wordings: [IndexedWording], _ filter: SearchFilter
  ) throws -> [Negotiation.Group: [IndexedWording]] {
    let wanted = try filter.paragraph.map { Set(try family(of: $0.description)) }
    var groups: [Negotiation.Group: [IndexedWording]] = [:]
    for wording in wordings where wanted?.contains(wording.paragraph) ?? true {
      let first = wording.line == "main" ? wording.paragraph : try family(of: wording.paragraph)[0]
      groups[Negotiation.Group(line: wording.line, paragraph: first), default: []].append(wording)
    }
    return groups
  }

  /// The proposals of a delegation on the paragraphs of a family, each on one of them.
  mutating func proposals(of line: String, on family: [String]) throws -> [ProposalEpisode] {
    var episodes = try family.count == 1 ? plain(line, family[0]) : followed(line, family)
    for place in episodes.indices where episodes[place].state == .standing {
      if let last = episodes[place].wordings.last, let now = try following(last) {
        episodes[place].wordings.append(now)
      }
    }
    return episodes
  }

  /// The proposals on a paragraph that was never split or joined.
  private mutating func plain(_ line: String, _ first: String) throws -> [ProposalEpisode] {
    var episodes = try ProposalEpisode.episodes(index.all(on: line, of: first)) { merge in
      guard let undone = self.undone[first], !undone.isEmpty,
        let before = try self.negotiation.repository.commit(merge.commit).parents.first
      else { return false }
      return try undone.contains { decision in
        try self.negotiation.repository.isAncestor(decision, of: merge.commit)
          && !self.negotiation.repository.isAncestor(decision, of: before)
      }
    }
    for place in episodes.indices { episodes[place].state = try state(of: episodes[place], line, first) }
    return episodes
  }

  /// What became of a proposal, whose branch may not have followed main yet.
  private func state(of episode: ProposalEpisode, _ line: String, _ paragraph: String) throws -> SearchHit.State {
    var state = episode.state
    let identifier = try ParagraphIdentifier(paragraph)
    if state == .standing, let changes = behind[line], changes.files[identifier] == nil {
      state = changes.outcomes[identifier]?.outcome == .rejected ? .rejected : .satisfied
    }
    guard state == .satisfied else { return state }
    let repository = negotiation.repository
    let decisions = try index.all(on: "main", of: paragraph).filter { decision in
      try !repository.isAncestor(decision.commit, of: episode.origin.commit)
        && episode.end.map { try repository.isAncestor(decision.commit, of: $0.commit) } ?? true
    }.map { try negotiation.recordedAct(repository.commit($0.commit)) }
    return try decisions.adoption(of: DelegationCode(line)) == nil ? .satisfied : .adopted
  }

  /// The same in paragraphs that were split or joined: an act with all wordings that its words stood in.
  private mutating func followed(_ line: String, _ family: [String]) throws -> [ProposalEpisode] {
    guard let delegation = try negotiation.registry[DelegationCode(line)] else { return [] }
    let branch = try branch(of: delegation)
    let wordings = try family.reduce(into: [:]) { $0[$1] = try index.all(on: line, of: $1) }
    let connected = try lineages[family[0]] ?? negotiation.family(of: ParagraphIdentifier(family[0]))
    lineages[family[0]] = connected
    var found: [ProposalEpisode] = []
    let acts = wordings.values.joined().filter { !$0.isMerge && $0.stands }.sorted {
      ($0.position, $0.paragraph) < ($1.position, $1.paragraph)
    }
    for origin in acts {
      guard let place = branch.places[origin.commit] else { continue }
      let (story, parts) = try negotiation.proposalStory(
        branch.acts[place], ParagraphIdentifier(origin.paragraph), Array(branch.acts[(place + 1)...]), branch.standing)
      let ends =
        parts.map { $0.parts.map { ($0.identifier.description, $0.state) } } ?? [(origin.paragraph, story.state)]
      let whole = ProposalParts.Stay(identifier: try ParagraphIdentifier(origin.paragraph))
      let stays = parts?.stays ?? [whole]
      for (paragraph, state) in ends {
        var own: [IndexedWording] = []
        for stay in stays.leading(to: paragraph) {
          let all = wordings[stay.identifier.description] ?? []
          own += try self.wordings(all, of: origin, during: stay, isOpen: state.isOpen)
        }
        own.sort { $0.position < $1.position }
        if own.first?.position != origin.position { own.insert(origin, at: 0) }
        var episode = ProposalEpisode(origin: origin, wordings: own, state: SearchHit.State(state))
        if !state.isOpen { episode.home = home(of: origin, whichEndedOn: paragraph, connected) }
        found.append(episode)
      }
    }
    return found
  }

  /// The paragraph that has the words of an act which ended while its paragraph was one with others.
  private func home(of origin: IndexedWording, whichEndedOn paragraph: String, _ family: ParagraphFamily) -> String? {
    guard let identifier = try? ParagraphIdentifier(origin.paragraph) else { return nil }
    let homes = family.homes(of: origin.commit, on: identifier).map(\.description)
    return homes.contains(paragraph) ? nil : homes.contains(origin.paragraph) ? origin.paragraph : homes.first
  }

  /// The wordings in which the words of an act stood while they were in one paragraph; until the delegation asked for others
  /// there, where that ended it.
  private func wordings(
    _ all: [IndexedWording], of origin: IndexedWording, during stay: ProposalParts.Stay, isOpen: Bool
  ) throws -> [IndexedWording] {
    let repository = negotiation.repository
    var found: [IndexedWording] = []
    for wording in all where wording.position >= origin.position {
      if let since = stay.since, try !repository.isAncestor(since, of: wording.commit) { continue }
      if let until = stay.until, try repository.isAncestor(until, of: wording.commit) { break }
      if !wording.isMerge, wording.commit != origin.commit {
        if isOpen { continue } else { break }
      }
      if wording.stands { found.append(wording) }
    }
    return found
  }

  private mutating func branch(of delegation: Delegation) throws -> Branch {
    let code = delegation.code.description
    if let known = branches[code] { return known }
    let acts = try negotiation.laterActs(of: delegation)
    let places = Dictionary(
      acts.enumerated().map { ($0.element.deed.commit, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let branch = Branch(acts: acts, places: places, standing: try negotiation.standingChanges(of: delegation))
    branches[code] = branch
    return branch
  }
}

extension [ProposalParts.Stay] {
  /// Those in a paragraph, and those from which words came there.
  fileprivate func leading(to paragraph: String) -> [ProposalParts.Stay] {
    var found = filter { $0.identifier.description == paragraph }
    var next = 0
    while next < found.count {
      let arrival = found[next].since
      found += filter { stay in
        arrival != nil && stay.until == arrival
          && !found.contains { $0.identifier == stay.identifier && $0.since == stay.since }
      }
      next += 1
    }
    return found
  }
}

extension SearchHit.State {
  /// What became of a proposal, as a search says it.
  fileprivate init(_ state: ProposalStory.State) {
    self =
      switch state {
      case .standing, .divided, .inConflict: .standing
      case .withdrawn: .withdrawn
      case .superseded: .superseded
      case .adopted: .adopted
      case .rejected: .rejected
      case .satisfied, .void: .satisfied
      }
  }
}
