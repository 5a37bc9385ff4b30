internal import Drafting
internal import Git

/// A proposal from the act that made it to what became of it, with the wordings that it had while main moved on.
struct ProposalEpisode {
  /// The act.
  var origin: IndexedWording
  /// The wordings that stood, the oldest first; the act's own is the first.
  var wordings: [IndexedWording]
  var state: SearchHit.State = .standing

  /// The paragraph that has its words now, where that is another than the one in which it ended.
  var home: String?

  /// What the merge by which it ended left.
  var end: IndexedWording?

  /// Whether the decision that the merge followed was undone: it ended nothing then.
  var isEndUndone = false

  /// The proposals that a delegation ever had on a paragraph which was never cut or joined to another. What the chair's text
  /// came to say is satisfied; whether it was adopted only the chair's decisions tell.
  ///
  /// - Parameters:
  ///   - wordings: all that its branch has of the paragraph, the oldest first.
  ///   - isUndone: whether a merge followed a decision on the paragraph that is undone.
  static func episodes(
    _ wordings: [IndexedWording], isUndone: (IndexedWording) throws -> Bool
  ) rethrows -> [ProposalEpisode] {
    var found: [ProposalEpisode] = []
    /// Whether the last of them may still change: its delegation has not spoken since.
    var isOpen = false
    for wording in wordings {
      guard wording.isMerge else {
        if isOpen, let last = found.indices.last, found[last].state == .standing {
          found[last].state = wording.action == Action.withdraw.rawValue ? .withdrawn : .superseded
        }
        isOpen = wording.stands
        if wording.stands { found.append(ProposalEpisode(origin: wording, wordings: [wording])) }
        continue
      }
      if wording.stands {
        // An undone decision brings it back: of several the last, unless its delegation took that back.
        let goesOn = isOpen && found.last.map { $0.state == .standing || $0.isEndUndone } ?? false
        guard let back = goesOn ? found.indices.last : found.lastIndex(where: \.isEndUndone) else {
          found.append(ProposalEpisode(origin: wording, wordings: [wording]))
          isOpen = true
          continue
        }
        // What comes next is about the one that came last.
        found.append(found.remove(at: back))
        let last = found.count - 1
        found[last].wordings.append(wording)
        found[last].state = .standing
        (found[last].end, found[last].isEndUndone) = (nil, false)
        isOpen = true
      } else if let last = found.indices.last, found[last].state == .standing {
        found[last].state = wording.outcome == FollowedChange.Outcome.rejected.rawValue ? .rejected : .satisfied
        found[last].end = wording
        found[last].isEndUndone = try isUndone(wording)
      }
    }
    // What was asked for beside it stands in its place.
    for index in found.indices.dropLast() where found[index].isEndUndone { found[index].state = .superseded }
    return found
  }
}

extension [ProposalEpisode] {
  /// Those that have any of some wordings, with these.
  ///
  /// A wording of joined paragraphs may hold the words of several acts: it counts for those whose own wording is among them,
  /// where there are such. An act that was cut in two counts where its last wording is among them.
  ///
  /// - Returns: their places.
  func with(_ matched: [IndexedWording]) -> [(place: Int, wordings: [IndexedWording])] {
    let matched = Set(matched)
    let named = filter { matched.contains($0.origin) }
    return indices.compactMap { place in
      let episode = self[place]
      let own = episode.wordings.filter { wording in
        matched.contains(wording)
          && (matched.contains(episode.origin) || !named.contains { $0.wordings.contains(wording) })
      }
      if own.isEmpty { return nil }
      if isTold(episode, own, matched) { return nil }
      let others = filter { $0.origin == episode.origin }
      let isCut = others.count > 1 && others.contains { $0.wordings.last.map(matched.contains) ?? false }
      if isCut, let last = episode.wordings.last, !matched.contains(last) { return nil }
      return (place, own)
    }
  }

  /// Whether words that an act had on joined paragraphs are those of another one, which had them once the join was undone.
  private func isTold(
    _ episode: ProposalEpisode, _ own: [IndexedWording], _ matched: Set<IndexedWording>
  ) -> Bool {
    guard episode.state == .standing, let last = episode.wordings.last, !matched.contains(last), let place = own.last
    else { return false }
    return contains { other in
      guard other.origin != episode.origin, let end = other.wordings.last else { return false }
      return matched.contains(end) && other.origin.position < place.position && place.position < end.position
    }
  }
}
