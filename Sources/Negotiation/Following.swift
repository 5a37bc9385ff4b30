internal import Drafting
internal import Git
internal import Merging

extension Negotiation {
  /// The standing changes after each decision between their base and main, one decision after the other.
  ///
  /// A function of the branch and of main's history alone: whoever follows when, the result is the same.
  ///
  /// - Parameter end: the commit of main to follow up to; main's tip for `nil`.
  func followed(
    _ changes: StandingChanges, along path: inout MainPath, to end: ObjectID? = nil
  ) throws -> StandingChanges {
    var state = changes
    var states = [changes.base.commit: changes]
    for commit in try path.commits(after: changes.base.commit, to: end ?? main.commit) {
      let step = try path.step(commit)
      switch step.message.action {
      case .undo: state = try reinstated(state, over: step, states, along: &path)
      case .reject: state = try rejected(state, by: step)
      case .split: state = try split(state, by: step)
      case .join: state = try joined(state, by: step)
      default: state = try carried(state, over: step)
      }
      states[commit] = state
    }
    return state
  }

  /// A delegation's branch brought up to main: the branch itself where main has not moved, else a merge commit (not yet
  /// on any branch) in which every standing change is carried over to main's text.
  func followed(_ delegation: Delegation, tip: ObjectID, _ act: Act) throws -> Snapshot {
    var path = MainPath(repository)
    let changes = try followed(try branchChanges(of: delegation, tip: tip), along: &path)
    return changes.isBehind ? try merged(changes, act) : changes.snapshot
  }

  /// The merge commit, not yet on any branch, by which a branch follows main.
  func merged(_ changes: StandingChanges, _ act: Act) throws -> Snapshot {
    let commit = try repository.writeCommit(
      tree: try mergedTree(changes),
      parents: [changes.snapshot.commit, changes.base.commit], author: changes.delegation.signature(act),
      committer: act.signature, message: changes.followingMessage.text)
    return try Snapshot(repository, commit: commit)
  }
}

extension FollowedChange {
  fileprivate var isWorthATrailer: Bool { outcome != .unchanged && outcome != .carried }
}

extension StandingChanges {
  /// The message of the merge commit by which the branch follows main.
  var followingMessage: CommitMessage {
    var trailers: [CommitMessage.Trailer] = [.init(.action, Action.follow.rawValue)]
    for change in outcomes.values.sorted(by: { $0.identifier < $1.identifier }) where change.isWorthATrailer {
      trailers.append(.init(.outcome, "\(change.outcome.rawValue) \(change.identifier)"))
    }
    for change in outcomes.values.sorted(by: { $0.identifier < $1.identifier }) {
      trailers += change.references.map { .init(.rewritten, "\(change.identifier) \($0.phrase) → \($0.suggestion)") }
    }
    return CommitMessage(subject: "\(delegation.code) follows main", trailers: trailers)
  }

  /// The changes carried over one commit of main, edit by edit.
  func carried(over step: MainPath.Step) throws -> StandingChanges {
    var result = self
    result.base = step.snapshot
    let touched = try files.keys.filter { identifier in
      if step.files[identifier] != nil { return true }
      guard let rewriting = step.rewriting, let own = try paragraph(identifier) else { return false }
      return try rewriting.rewritten(own, as: identifier, in: section(of: identifier, rewriting)).paragraph != own
    }
    for identifier in touched {
      let current = step.files[identifier].map(\.new) ?? files[identifier]?.base
      let (own, change) = try follow(identifier, over: step)
      result.note(change)
      let stands = own != (try step.snapshot.paragraph(identifier))
      result.files[identifier] = stands ? (current, own == nil ? nil : files[identifier]?.own ?? current) : nil
      result.carried[identifier] = stands ? own : nil
    }
    for identifier in step.placed.sorted() where files[identifier] != nil && step.files[identifier] == nil {
      result.note(FollowedChange(identifier: identifier, outcome: .unchanged))
      result.outcomes[identifier]?.wentAlong = true
    }
    let hasKept = touched.contains { step.files[$0].map { $0.new == nil } ?? false && result.files[$0] != nil }
    if order != nil || hasKept { try result.carryOrder(from: self, over: step) }
    return result
  }

  /// One proposal carried over one commit of main: the delegation's paragraph then, and what became of it.
  private func follow(
    _ identifier: ParagraphIdentifier, over step: MainPath.Step
  ) throws -> (Paragraph?, FollowedChange) {
    // Where the chair rewrites references, the text before and the delegation's are read with the new numbers, too.
    let said = try base.paragraph(identifier)
    let old = try step.rewriting?.rewrittenText(identifier) ?? said
    let new = try step.snapshot.paragraph(identifier)
    var change = FollowedChange(identifier: identifier, outcome: .unchanged)
    guard var own = try paragraph(identifier) else {
      if new == nil {
        change.outcome = .satisfied
      } else if let old, let new, old.text != new.text {
        change.outcome = .inConflict
        change.conflicts = [.init(was: old.text, wanted: "", now: new.text)]
      }
      return (nil, change)
    }
    if let rewriting = step.rewriting {
      let found = try rewriting.rewritten(own, as: identifier, in: section(of: identifier, rewriting))
      (own, change.references) = (found.paragraph, found.references.filter(\.isCertain))
      // A paragraph of its own has nothing else to follow.
      if new == nil, said == nil { return (own, change) }
    }
    guard let new else {
      // The chair took the paragraph away: who wants it otherwise still has it, as a paragraph of its own.
      change.outcome = .inConflict
      change.conflicts = [.init(was: old?.text ?? "", wanted: own.text, now: "")]
      own.status = .open
      return (own, change)
    }
    if try takesWhole(identifier, step.message) {
      change.outcome = .satisfied
      return (new, change)
    }
    var footnotes = FootnoteNumbering(new.footnotes)
    let wanted = footnotes.renumbered(own)
    let before = old.map { footnotes.renumbered($0) } ?? ""
    if step.rewriting == nil, before != new.text, let words = try snapshot.amendedWords(of: own, identifier),
      let text = try amendment(
        wanted, of: own, on: footnotes.renumbered(words), taken: new.text, by: step.message, identifier)
    {
      // The chair took the words that were amended: the amendment now amends the chair's text.
      own.text = text
      own.amended = nil
      change.outcome = text == new.text ? .satisfied : .carried
    } else {
      let result = Merging.carried(wanted, from: before, to: new.text)
      own.text = result.text
      change.conflicts = result.conflicts
      change.outcome =
        switch result.outcome {
        case .unchanged: .unchanged
        case .movedAlong: .carried
        case .satisfied: .satisfied
        case .inConflict: .inConflict
        }
      if result.outcome == .inConflict, change.conflicts.allSatisfy(\.isGranted), try adopts(identifier, step.message) {
        // Its words were taken; what stands beside them is another's that was taken with them.
        change.conflicts = []
        change.outcome = .satisfied
        return (new, change)
      }
      if step.rewriting != nil, result.outcome == .unchanged {
        change.outcome = own.text == new.text ? .satisfied : said?.text == new.text ? .unchanged : .carried
      }
    }
    if own.text == new.text { return (new, change) }
    own.footnotes = footnotes.marked(in: [own.text])
    (own.status, own.notes) = (new.status, new.notes)
    return (own, change)
  }

  /// Notes what became of a proposal; what happens to it later counts, unless nothing does.
  mutating func note(_ change: FollowedChange) {
    let known = outcomes[change.identifier]
    var next = known.flatMap { change.outcome == .unchanged ? $0 : nil } ?? change
    next.references = (known?.references ?? []) + change.references
    for index in next.references.indices { next.references[index].delegation = delegation.code }
    outcomes[change.identifier] = next
  }
}

extension Snapshot {
  /// Another state in the same repository.
  func at(_ commit: ObjectID) throws -> Snapshot { try Snapshot(repository, commit: commit) }
}
