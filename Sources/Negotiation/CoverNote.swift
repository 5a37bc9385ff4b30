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
    /// Whether the chair approved the paragraph in the same breath.
    package var approves = false
    package var reason: String?
    package var meeting: String?
  }
}

extension Negotiation {
  /// What happened since a revision (since the beginning for `nil`); a decision that was undone is left out with its
  /// undoing.
  func coverNote(of revision: Revision, since last: Revision?) throws -> CoverNote {
    let acts = try record(of: [(name: revision.name, tips: revision.commits)], since: last)
    return CoverNote(acts)
  }
}

extension CoverNote {
  /// The acts of a record that a cover note tells, in the order of the record.
  package init(_ record: [RecordedAct]) {
    acts = record.compactMap { act in
      guard act.parents.count == 1, act.undone == nil, let action = act.action,
        action != .undo, action != .revise, action != .importing
      else { return nil }
      let credits = (act.adopted + act.rejected).map(\.code.description)
      return Act(
        action: action, commit: act.deed.commit, delegation: act.deed.delegation?.code, paragraphs: act.addresses,
        of: credits + (action == .support || action == .propose ? act.message.values(.on) : []),
        approves: act.message.values(.action).dropFirst().contains(Action.approve.rawValue),
        reason: act.deed.reason, meeting: act.deed.meeting)
    }
  }
}
