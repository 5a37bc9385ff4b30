internal import Drafting
internal import Git

extension SearchedProposals {
  /// The proposals of a delegation on paragraphs that were split or joined: an act with all wordings that its words stood in.
  mutating func followed(_ line: String, _ family: [String]) throws -> [ProposalEpisode] {
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
          own += try self.wordings(all, of: origin, during: stay, until: state)
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

  /// The wordings in which the words of an act stood while they were in one paragraph, until what ended it; where nobody
  /// knows what that was, until the delegation asked for others there.
  private func wordings(
    _ all: [IndexedWording], of origin: IndexedWording, during stay: ProposalParts.Stay,
    until state: ProposalStory.State
  ) throws -> [IndexedWording] {
    let repository = negotiation.repository
    var found: [IndexedWording] = []
    for wording in all where wording.position >= origin.position {
      if let since = stay.since, try !repository.isAncestor(since, of: wording.commit) { continue }
      if let until = stay.until, try repository.isAncestor(until, of: wording.commit) { break }
      if let end = state.end?.commit, try wording.commit == end || repository.isAncestor(end, of: wording.commit) {
        break
      }
      if !wording.isMerge, wording.commit != origin.commit {
        if state.isOpen || state.end != nil { continue } else { break }
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

extension ProposalStory.State {
  /// What ended it, a decision or an act of its delegation.
  fileprivate var end: Deed? {
    switch self {
    case .withdrawn(let deed), .superseded(let deed): deed
    default: decision
    }
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
