internal import Drafting
internal import Git

/// What the words of a delegation's act are told between.
extension EventReader {
  /// The paragraph before and after an act as a reader of the draft has it, whose branch had what `own` says.
  ///
  /// An amendment of another's new paragraph, which the branch does not have without it, stands on the words that it
  /// amends. What is asked for anew while it was in conflict with the chair's text stands on that text, as in the draft.
  mutating func told(
    _ own: (old: Paragraph?, new: Paragraph?), _ commit: CommitRecord, _ event: EventRecord
  ) throws -> (old: Paragraph?, new: Paragraph?) {
    let state = try Snapshot(negotiation.repository, commit: commit.id)
    switch (own.old, own.new) {
    case (nil, let new?): return (try state.amendedWords(of: new, event.identifier), new)
    case (let old?, nil) where commit.action == .withdraw:
      return (old, try state.amendedWords(of: old, event.identifier))
    case (_?, let new?) where commit.action == .propose || commit.action == .support:
      guard let chairs = try wordingInConflict(before: commit, event.identifier) else { return own }
      return (try state.amendedWords(of: new, event.identifier) ?? chairs, new)
    default: return own
    }
  }

  /// What the chair had of a paragraph when a delegation asked for something on it, where what it asked for before was in
  /// conflict with that; `nil` otherwise.
  ///
  /// - Cost: reads the paragraph's events, once for all of them; where the chair has changed its words since the
  ///   delegation last said something of it, what its branch has done meanwhile.
  private mutating func wordingInConflict(
    before commit: CommitRecord, _ identifier: ParagraphIdentifier
  ) throws -> Paragraph? {
    let events = try events(of: identifier)
    guard let act = events.first(where: { $0.commit.id == commit.id })?.commit,
      let last = events.last(where: {
        $0.commit.delegationEmail == act.delegationEmail && $0.commit.generation < act.generation
      }),
      let chairs = events.last(where: { $0.commit.isSeen(by: act) }),
      let now = try paragraph(chairs.event.newFile, identifier, chairs.commit.id)
    else { return nil }
    let then = events.last { $0.commit.isSeen(by: last.commit) }
    if last.commit.action != .follow,
      try then.flatMap({ try paragraph($0.event.newFile, identifier, $0.commit.id) })?.text == now.text
    {
      return nil
    }
    var next = act.parents.first
    while let id = next {
      let stored = try negotiation.repository.commit(id)
      let message = CommitMessage(text: stored.message)
      if stored.parents.count == 2, let outcome = message.outcome(of: identifier) {
        return outcome == .inConflict ? now : nil
      }
      next = id == last.commit.id ? nil : stored.parents.first
    }
    return nil
  }

  private mutating func events(of identifier: ParagraphIdentifier) throws -> [IndexedEvent] {
    if let events = known[identifier] { return events }
    let events = try index?.events(of: identifier) ?? negotiation.withHistory { try $0.events(of: identifier) }
    if known.count >= 64 { known = [:] }
    known[identifier] = events
    return events
  }
}

extension CommitRecord {
  /// Whether it is a decision of the chair's that a delegation's branch had followed when it did something.
  fileprivate func isSeen(by act: CommitRecord) -> Bool { delegationEmail.isEmpty && decisions <= act.decisions }
}
