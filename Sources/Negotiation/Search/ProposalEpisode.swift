/// A proposal from the act that made it to what became of it, with the wordings that it had while main moved on.
struct ProposalEpisode {
  /// The act.
  var origin: IndexedWording
  /// The wordings that stood, the oldest first; the act's own is the first.
  var wordings: [IndexedWording]
  var state: SearchHit.State = .standing

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
        isOpen = true
      } else if found[last].state == .standing {
        found[last].state = wording.outcome == FollowedChange.Outcome.rejected.rawValue ? .rejected : .adopted
      }
    }
    return found
  }
}
