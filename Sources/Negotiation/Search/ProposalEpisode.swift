/// A proposal from the act that made it to what became of it, with the wordings that it had while main moved on.
struct ProposalEpisode {
  /// The act.
  var origin: IndexedWording
  /// The wordings that stood, the oldest first; the act's own is the first.
  var wordings: [IndexedWording]
  var state: SearchHit.State = .standing

  /// The merge by which it ended, by its position.
  var end: Int?

  /// The proposals that a delegation ever had on a paragraph.
  ///
  /// - Parameter wordings: all that its branch has of the paragraph, the oldest first.
  static func episodes(_ wordings: [IndexedWording]) -> [ProposalEpisode] {
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
      guard let last = found.indices.last else {
        if wording.stands { found.append(ProposalEpisode(origin: wording, wordings: [wording])) }
        isOpen = wording.stands
        continue
      }
      if wording.stands {
        // An undone decision brings it back.
        found[last].wordings.append(wording)
        found[last].state = .standing
        found[last].end = nil
        isOpen = true
      } else if found[last].state == .standing {
        found[last].state = wording.outcome == FollowedChange.Outcome.rejected.rawValue ? .rejected : .adopted
        found[last].end = wording.position
      }
    }
    return found
  }
}

extension SearchIndex {
  /// The proposals that a delegation ever had on a paragraph. One whose words came there from another paragraph, since the
  /// chair cut that in two or joined it to this one, is told here by the act that made it, and there no more.
  func episodes(on line: String, of paragraph: String) throws -> [ProposalEpisode] {
    try traced(on: line, of: paragraph).filter { episode in
      guard let end = episode.end, let last = try wording(on: line, at: end, of: paragraph) else { return true }
      return try !neighbours(of: last).contains { other in
        let heir = try ProposalEpisode.episodes(all(on: line, of: other)).first
        return heir.map { $0.origin.isMerge && $0.origin.position == end } ?? false
      }
    }
  }

  /// The same, also those that went to another paragraph.
  private func traced(on line: String, of paragraph: String) throws -> [ProposalEpisode] {
    var episodes = try ProposalEpisode.episodes(all(on: line, of: paragraph))
    guard let first = episodes.first, first.origin.isMerge else { return episodes }
    for other in try neighbours(of: first.origin) {
      // What came by the same merge came from elsewhere as well.
      let place = first.origin.position
      guard let own = try ProposalEpisode.episodes(all(on: line, of: other)).first, own.origin.position < place,
        let before = try traced(on: line, of: other).last(where: { $0.origin.position < place }),
        before.end == nil || before.end == place
      else { continue }
      episodes[0].origin = before.origin
      episodes[0].origin.address = first.origin.address
      break
    }
    return episodes
  }

  private func wording(on line: String, at position: Int, of paragraph: String) throws -> IndexedWording? {
    try wordings("WHERE line = ? AND position = ? AND paragraph = ?", line, position, paragraph).first
  }

  /// The other paragraphs whose wording the same commit changed.
  private func neighbours(of wording: IndexedWording) throws -> [String] {
    try wordings("WHERE line = ? AND position = ? ORDER BY paragraph", wording.line, wording.position)
      .map(\.paragraph).filter { $0 != wording.paragraph }
  }
}
