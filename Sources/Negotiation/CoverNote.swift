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
    package var reason: String?
    package var meeting: String?
  }
}

extension Negotiation {
  /// What happened since a revision (since the beginning for `nil`); a decision that was undone is left out with its
  /// undoing.
  func coverNote(of revision: Revision, since last: Revision?) throws -> CoverNote {
    let commits = try repository.commits(
      from: [revision.main] + revision.tips.values.sorted(),
      hiding: last.map { [$0.main] + $0.tips.values.sorted() } ?? [], order: .oldestFirst
    ).map { try repository.commit($0) }
    let undone = Set(commits.compactMap { CommitMessage(text: $0.message).first(.undoes) })
    var acts: [CoverNote.Act] = []
    for commit in commits where commit.parents.count == 1 && !undone.contains(commit.id.description) {
      let message = CommitMessage(text: commit.message)
      guard let action = message.action, action != .undo, action != .revise, action != .importing else { continue }
      let delegation = registry.delegations.first { $0.signatureEmail == commit.author.email }?.code
      let credits = (message.values(.adopted) + message.values(.rejected)).compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
      acts.append(
        CoverNote.Act(
          action: action, commit: commit.id, delegation: delegation, paragraphs: message.values(.paragraph),
          of: credits + (action == .support || action == .propose ? message.values(.on) : []),
          reason: message.first(.reason), meeting: message.first(.meeting)))
    }
    return CoverNote(acts: acts)
  }
}
