internal import Drafting
internal import Git
internal import Merging

/// What the words of a delegation's act are told between.
extension EventReader {
  /// The paragraph before and after an act as a reader of the draft has it, whose branch had what `own` says.
  ///
  /// An amendment of another's proposal stands on the words that it amends, with what its delegation had asked for before;
  /// as long as those stand, its withdrawal gives them back.
  /// What is asked for anew while it was in conflict with the chair's text stands on that text, as in the draft.
  mutating func told(
    _ own: (old: Paragraph?, new: Paragraph?), _ commit: CommitRecord, _ event: EventRecord
  ) throws -> (old: Paragraph?, new: Paragraph?) {
    switch (own.old, own.new) {
    case (nil, let new?): return (try amended(by: new, commit, event), new)
    case (let old?, let new) where commit.action == .withdraw && new?.amended == nil:
      guard let amended = old.amended, try events(of: event.identifier).stands(amended.code, beside: commit) else {
        return own
      }
      return (old, try self.amended(by: old, commit, event))
    case (let old?, let new?) where [.propose, .support, .importing].contains(commit.action):
      let words = new.amended == old.amended ? nil : try amended(by: new, commit, event)
      if let chairs = try commit.action == .importing ? nil : wordingInConflict(before: commit, event.identifier) {
        return (try words ?? amended(by: new, commit, event) ?? chairs, new)
      }
      guard let words else { return own }
      let base = try amended(by: old, commit, event) ?? chairsParagraph(seenBy: commit, event.identifier)
      let before = old.carried(from: base, to: words)
      return (old.text == base?.text || before.outcome == .inConflict ? words : before.paragraph, new)
    default: return own
    }
  }

  /// What the words of a branch that has followed are told beside: those that they amend as these have followed, else the
  /// chair's, which are not the delegation's; `nil` where there are none.
  mutating func followed(by new: Paragraph?, _ commit: CommitRecord, _ event: EventRecord) throws -> Paragraph? {
    let chairs = try chairsParagraph(event.identifier, commit.parents[1])
    guard let new, let amended = new.amended, let proposal = ObjectID(amended.commit),
      let words = try self.amended(by: new, commit, event)
    else { return chairs }
    let then = try negotiation.repository.chairsCommit(followedAt: proposal, by: amended.code.signatureEmail)
    return words.carried(from: try chairsParagraph(event.identifier, then), to: chairs).paragraph
  }

  /// The words that a paragraph of a delegation's amends; `nil` where it amends the chair's.
  private func amended(by paragraph: Paragraph, _ commit: CommitRecord, _ event: EventRecord) throws -> Paragraph? {
    guard paragraph.amended != nil else { return nil }
    return try Snapshot(negotiation.repository, commit: commit.id).amendedWords(of: paragraph, event.identifier)
  }

  /// What the chair had of a paragraph when a delegation acted.
  private mutating func chairsParagraph(
    seenBy commit: CommitRecord, _ identifier: ParagraphIdentifier
  ) throws -> Paragraph? {
    try chairsParagraph(
      identifier, negotiation.repository.chairsCommit(followedAt: commit.id, by: commit.authorEmail))
  }

  /// What the chair had of a paragraph when a delegation asked for something on it, where what it asked for before was in
  /// conflict with that; `nil` otherwise.
  ///
  /// - Cost: reads the paragraph's events, once for all of them.
  private mutating func wordingInConflict(
    before commit: CommitRecord, _ identifier: ParagraphIdentifier
  ) throws -> Paragraph? {
    let told = try events(of: identifier)
    guard let act = told.acts[commit.id], let chairs = told.decision(seenBy: act) else { return nil }
    for last in told.events(before: act).reversed() {
      let outcome = last.commit.message.outcome(of: identifier)
      if last.commit.action == .follow, let outcome {
        return outcome == .inConflict ? try paragraph(chairs.event.newFile, identifier, chairs.commit.id) : nil
      }
      // A position, and an order of place, leave the words as they are.
      if last.commit.action != .follow, last.event.oldFile != last.event.newFile { return nil }
    }
    return nil
  }

  private mutating func events(of identifier: ParagraphIdentifier) throws -> ToldEvents {
    if let told = known[identifier] { return told }
    let told = ToldEvents(
      try index?.events(of: identifier) ?? negotiation.withHistory { try $0.events(of: identifier) })
    if known.count >= 64 { known = [:] }
    known[identifier] = told
    return told
  }
}

/// The events of a paragraph, with what is looked for in them: by the commits, whatever their times.
struct ToldEvents {
  /// Each act with what the history keeps of it.
  private(set) var acts: [ObjectID: CommitRecord] = [:]
  /// Those of each delegation in the order of its branch, by the address that stands for it; the chair's by an empty one.
  private var lines: [String: [IndexedEvent]] = [:]

  init(_ events: [IndexedEvent]) {
    for event in events {
      acts[event.commit.id] = event.commit
      lines[event.commit.delegationEmail, default: []].append(event)
    }
    for email in lines.keys { lines[email]?.sort { $0.commit.generation < $1.commit.generation } }
  }

  /// Those of a delegation before one of its acts, the oldest first.
  func events(before act: CommitRecord) -> ArraySlice<IndexedEvent> {
    lines[act.delegationEmail].map { $0.prefix { $0.commit.generation < act.generation } } ?? []
  }

  /// Whether a delegation's proposal stood when another acted, as the history is told.
  func stands(_ code: DelegationCode, beside act: CommitRecord) -> Bool {
    func last(_ line: String, _ isMeant: (CommitRecord) -> Bool) -> CommitRecord? {
      lines[line]?.last { isMeant($0.commit) && CommitRecord.isTold($0.commit, before: act) }?.commit
    }
    guard let own = last(code.signatureEmail, { _ in true }), own.action != .withdraw else { return false }
    return last("") { $0.message.rejects(code) }
      .map { CommitRecord.isTold($0, before: own) } ?? true
  }

  /// The chair's last that a delegation's branch had followed when it did something.
  func decision(seenBy act: CommitRecord) -> IndexedEvent? {
    lines[""]?.last { $0.commit.decisions <= act.decisions }
  }
}
