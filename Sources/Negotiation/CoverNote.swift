package import Drafting
package import Git

/// What happened between two revisions: the page that goes before a draft that is circulated.
package struct CoverNote: Hashable, Sendable {
  /// In the order in which it happened.
  package var acts: [Act]

  /// One decision, proposal, support, withdrawal or position.
  package struct Act: Hashable, Sendable {
    package var action: Action
    package var commit: ObjectID
    /// Who acted; `nil` for the chair.
    package var delegation: DelegationCode?
    /// The paragraphs as they were printed then.
    package var paragraphs: [String]
    /// The delegations whose words the chair took, or rejected.
    package var of: [String]
    /// Whether the chair approved the paragraph in the breath in which it adopted the words.
    package var approves = false
    package var reason: String?
    package var meeting: String?
    /// The decision that was undone, from before; `nil` for any other act.
    package var undoes: Undone?
    /// What the chair did to the place of paragraphs; `nil` for any other act.
    package var arrangement: Arrangement?
  }

  /// A decision as its commit names it.
  package struct Undone: Hashable, Sendable {
    package var action: Action
    package var commit: ObjectID
  }

  package enum Arrangement: Hashable, Sendable {
    /// Placed after a paragraph, as that was printed then; `nil` for the beginning of the section.
    ///
    /// - Parameter formerly: how it was printed before, where the section is another now.
    case placed(after: String?, formerly: String?)
    case split
    case joined
  }
}

extension Negotiation {
  /// What happened since a revision (since the beginning for `nil`); a decision that was made and undone since
  /// is left out with its undoing.
  func coverNote(of revision: Revision, since last: Revision?) throws -> CoverNote {
    try coverNote(record(of: [(name: revision.name, tips: revision.commits)], since: last))
  }

  /// The acts of a record that a cover note tells, in the order of the record.
  ///
  /// What a delegation itself has taken back or put anew in the same time is left out: a page that lists what is new
  /// lists what stands, and what was withdrawn once, as withdrawn. So is an order of place of which nothing is left, and a
  /// decision on the status of a paragraph that another one has replaced or reversed.
  ///
  /// - Cost: reads the paragraph of each adoption.
  package func coverNote(_ record: [RecordedAct]) throws -> CoverNote {
    let made = Set(record.map(\.deed.commit.description))
    let gone = try ordersThatWent(in: record)
    let statuses = try statusesThatWent(in: record)
    let parts = try partsThatStand(of: record)
    return CoverNote(
      acts: try record.enumerated().compactMap { place, act in
        guard act.parents.count == 1, act.undone == nil, let action = act.action,
          action != .revise, action != .importing, !made.contains(act.message.first(.undoes) ?? ""),
          !gone.contains(place)
        else { return nil }
        let later = record.indices[(place + 1)...].lazy.filter { !gone.contains($0) }.map { record[$0] }
        let isOver = act.isOver(by: later)
        if isOver, parts[act.deed.commit] == nil { return nil }
        let over = statuses[place] ?? []
        if action != .adopt, !over.isEmpty, over.isSuperset(of: act.identifiers) { return nil }
        let credits = (act.adopted + act.rejected).map(\.code.description)
        return CoverNote.Act(
          action: action, commit: act.deed.commit, delegation: act.deed.delegation?.code,
          // It numbers the whole draft, and names the paragraphs whose references it rewrites.
          paragraphs: isOver
            ? parts[act.deed.commit] ?? []
            : action == .renumber ? [] : action == .adopt ? act.addresses : act.addresses(besides: over),
          of: credits + (action == .support || action == .propose ? act.message.values(.on) : []),
          approves: try action == .adopt && over.isEmpty && isApproved(by: act),
          reason: try reason(of: act, as: record[(place + 1)...]), meeting: act.deed.meeting,
          undoes: try undone(by: act), arrangement: try arrangement(by: act))
      })
  }

  /// The reason of an act; that of a position with the references in it as they were rewritten since.
  private func reason(of act: RecordedAct, as later: ArraySlice<RecordedAct>) throws -> String? {
    guard act.action == .reserve || act.action == .oppose, let identifier = act.identifiers.first,
      let last = later.last(where: {
        $0.action == .follow && $0.deed.delegation == act.deed.delegation
          && $0.message.identifiersRewritten.contains(identifier)
      }),
      let file = try repository.entry(
        at: Position.path(of: identifier), in: repository.commit(last.deed.commit).tree)?.id
    else { return act.deed.reason }
    return Position(fileText: try repository.text(file))?.reason ?? act.deed.reason
  }

  private func undone(by act: RecordedAct) throws -> CoverNote.Undone? {
    guard let name = act.message.first(.undoes), let commit = ObjectID(name),
      let action = CommitMessage(text: try repository.commit(commit).message).action
    else { return nil }
    return .init(action: action, commit: commit)
  }

  private func arrangement(by act: RecordedAct) throws -> CoverNote.Arrangement? {
    switch act.action {
    case .split?: return .split
    case .join?: return .joined
    case .place?:
      guard let identifier = act.identifiers.first, let parent = act.parents.first else { return nil }
      let order = try Snapshot(repository, commit: act.deed.commit).order()
      let before = try Snapshot(repository, commit: parent).order().place(of: identifier)
      guard let now = order.place(of: identifier) else { return nil }
      return .placed(
        after: order.paragraph(before: identifier)?.address,
        formerly: before.flatMap { $0.section == now.section ? nil : $0.address })
    default: return nil
    }
  }

  /// Whether an adoption leaves the paragraph approved; none is adopted that was approved before.
  private func isApproved(by adoption: RecordedAct) throws -> Bool {
    let snapshot = try Snapshot(repository, commit: adoption.deed.commit)
    return try adoption.identifiers.contains { try snapshot.paragraph($0)?.status == .approved }
  }
}

extension RecordedAct {
  /// How its paragraphs were printed then, but some of them.
  fileprivate func addresses(besides left: Set<ParagraphIdentifier>) -> [String] {
    left.isEmpty ? addresses : identifiers.filter { !left.contains($0) }.compactMap { address(of: $0) }
  }

  /// Whether the same delegation said something else of all its paragraphs later: a proposal is over with the next one
  /// or with a withdrawal, a position with the next one or with a withdrawal.
  fileprivate func isOver(by later: some Collection<RecordedAct>) -> Bool {
    let ends: Set<Action>
    switch action {
    case .propose?, .support?: ends = [.propose, .support, .withdraw]
    case .reserve?, .oppose?: ends = [.reserve, .oppose, .withdraw]
    default: return false
    }
    guard !identifiers.isEmpty, let code = deed.delegation?.code else { return false }
    return identifiers.allSatisfy { identifier in
      later.contains { next in
        next.deed.delegation?.code == code && next.action.map(ends.contains) ?? false
          && next.identifiers.contains(identifier)
      }
    }
  }
}
