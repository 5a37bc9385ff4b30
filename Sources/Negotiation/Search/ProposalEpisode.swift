internal import Drafting
internal import Git

/// A proposal from the act that made it to what became of it, with the wordings that it had while main moved on.
struct ProposalEpisode {
  /// The act.
  var origin: IndexedWording
  /// The wordings that stood, the oldest first; the act's own is the first.
  var wordings: [IndexedWording]
  var state: SearchHit.State = .standing

  /// What the merge by which it ended left.
  var end: IndexedWording?

  /// Whether the decision that the merge followed was undone: it ended nothing then.
  var isEndUndone = false

  /// The proposals that a delegation ever had on a paragraph. What the chair's text came to say is satisfied; whether it was
  /// adopted only the chair's decisions tell.
  ///
  /// - Parameters:
  ///   - wordings: all that its branch has of the paragraph, the oldest first.
  ///   - isUndone: whether a merge followed a decision on the paragraph that is undone; `nil` where that does not matter, and
  ///     any may be.
  static func episodes(
    _ wordings: [IndexedWording], isUndone: ((IndexedWording) throws -> Bool)? = nil
  ) throws -> [ProposalEpisode] {
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
        // An undone decision brings it back: of several the last, unless its delegation took that back. Else it came from
        // another paragraph.
        let goesOn =
          isOpen && (isUndone == nil || found.last.map { $0.state == .standing || $0.isEndUndone } ?? false)
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
        found[last].isEndUndone = try isUndone?(wording) ?? false
      }
    }
    // What was asked for beside it stands in its place.
    for index in found.indices.dropLast() where found[index].isEndUndone { found[index].state = .superseded }
    return found
  }
}

extension SearchIndex {
  /// The proposals that a delegation ever had on a paragraph. One whose words came there from another paragraph, since the
  /// chair cut that in two or joined it to this one, is told here by the act that made it, and there no more; where that
  /// is undone, there and here no more.
  ///
  /// - Parameter isUndone: whether a merge followed a decision on the paragraph that is undone.
  func episodes(
    on line: String, of paragraph: String, isUndone: @escaping (IndexedWording) throws -> Bool
  ) throws -> [ProposalEpisode] {
    try traced(on: line, of: paragraph, isUndone: isUndone).filter { episode in
      guard let last = episode.end else { return true }
      return try !neighbours(of: last).contains { other in
        if last.goesAlong, other.isMerge, other.stands { return true }
        return try ProposalEpisode.episodes(all(on: line, of: other.paragraph)).contains {
          $0.origin.isMerge && $0.origin.position == last.position
        }
      }
    }
  }

  /// The same, also those that went to another paragraph.
  private func traced(
    on line: String, of paragraph: String, isUndone: ((IndexedWording) throws -> Bool)? = nil
  ) throws -> [ProposalEpisode] {
    var episodes = try ProposalEpisode.episodes(all(on: line, of: paragraph), isUndone: isUndone)
    for index in episodes.indices where episodes[index].origin.isMerge {
      if let origin = try origin(of: episodes[index].origin) { episodes[index].origin = origin }
    }
    return episodes
  }

  /// The act that made the words which a merge brought to a paragraph from another; `nil` where it brought none.
  ///
  /// - Parameter isJoined: only from a paragraph that is gone with it.
  func origin(of merge: IndexedWording, isJoined: Bool = false) throws -> IndexedWording? {
    let (line, place) = (merge.line, merge.position)
    for other in try neighbours(of: merge) where !isJoined || other.goesAlong {
      // What came by the same merge came from elsewhere as well.
      guard let own = try ProposalEpisode.episodes(all(on: line, of: other.paragraph)).first,
        own.origin.position < place,
        var before = try traced(on: line, of: other.paragraph).last(where: { $0.origin.position < place }),
        before.end.map({ $0.position >= place }) ?? true
      else { continue }
      before.origin.address = merge.address
      return before.origin
    }
    return nil
  }

  /// Whether what followed on a wording is the undoing of a decision, by which another paragraph has its words again.
  func wentBack(_ wording: IndexedWording) throws -> Bool {
    let all = try all(on: wording.line, of: wording.paragraph)
    guard let next = all.first(where: { $0.position > wording.position && !$0.isAsBefore }), next.isMerge else {
      return false
    }
    return try neighbours(of: next).contains { other in
      other.isMerge && other.stands && other.outcome == FollowedChange.Outcome.reinstated.rawValue
    }
  }

  /// The wordings of other paragraphs that the same commit changed.
  func neighbours(of wording: IndexedWording) throws -> [IndexedWording] {
    try wordings("WHERE line = ? AND position = ? ORDER BY paragraph", wording.line, wording.position)
      .filter { $0.paragraph != wording.paragraph && !$0.isAsBefore }
  }
}

extension IndexedWording {
  /// Whether it only stands beside other words of the chair's than before.
  fileprivate var isAsBefore: Bool { isMerge && outcome == FollowedChange.Outcome.unchanged.rawValue }

  /// Whether a merge ended it that does not say how: its words went to another paragraph, or back there.
  fileprivate var goesAlong: Bool { isMerge && !stands && outcome == nil }
}

extension Negotiation {
  /// The proposals that a delegation ever had on a paragraph.
  func episodes(_ group: Group, _ index: SearchIndex) throws -> [ProposalEpisode] {
    let identifier = try ParagraphIdentifier(group.paragraph)
    let chairs = try withHistory { try $0.events(of: identifier) }.map(\.commit)
    let undone = chairs.filter { commit in chairs.contains { $0.message.first(.undoes) == commit.id.hex } }
    return try index.episodes(on: group.line, of: group.paragraph) { merge in
      guard !undone.isEmpty, let before = try self.repository.commit(merge.commit).parents.first else { return false }
      return try undone.contains { decision in
        try self.repository.isAncestor(decision.id, of: merge.commit)
          && !self.repository.isAncestor(decision.id, of: before)
      }
    }
  }
}
