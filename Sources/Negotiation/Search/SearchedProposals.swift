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
  var lineages: [String: ParagraphFamily] = [:]

  /// The decisions on paragraphs that are undone.
  private var undone: [String: [ObjectID]] = [:]
  var branches: [String: Branch] = [:]

  /// Amendments as they read by now (``following(_:)``).
  var amendments: [IndexedWording: IndexedWording?] = [:]

  /// What a delegation did, the oldest first, and what it wants now.
  struct Branch {
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
    let decisions = Set(events.map(\.commit.id))
    let gone = events.compactMap { $0.commit.message.first(.undoes).flatMap { ObjectID($0) } }
      .filter(decisions.contains)
    for other in family { (families[other], undone[other]) = (family, gone) }
    return family
  }

  /// The decisions on a paragraph, and on those that splits and joins connect with it, that are undone.
  mutating func undone(on paragraph: String) throws -> [ObjectID] {
    _ = try family(of: paragraph)
    return undone[paragraph] ?? []
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
}
