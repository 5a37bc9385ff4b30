package import Drafting
package import Notation
internal import Git

/// What one delegation would have otherwise, for a document of its own.
package struct Observations: Sendable {
  /// The chair's words, and the delegation's.
  package var base: ConsolidatedDraft
  package var own: ConsolidatedDraft

  /// The draft with this delegation's proposals alone in brackets.
  package var draft: ConsolidatedDraft

  /// The commits in which the delegation last wrote each of its proposals.
  package var commits: [ParagraphIdentifier: CommitDescription]

  /// Why it changes a paragraph or moves it.
  package var reasons: [ParagraphIdentifier: String]

  /// Whose proposal each of its texts amends, where it amends one.
  package var amended: [ParagraphIdentifier: DelegationCode]

  /// The tip of the delegation's branch.
  package var last: CommitDescription
}

extension Negotiation {
  /// One delegation's observations on the chair's text; `nil` where it has no branch.
  ///
  /// A proposal on another delegation's is told as a change of the chair's words.
  ///
  /// - Cost: reads each paragraph once, and the delegation's commits until every proposal is found.
  package func observations(of delegation: Delegation) throws -> Observations? {
    guard let changes = try standingChanges(of: delegation).map({ try followingAmended($0) }) else { return nil }
    let now = try state(named: "main")
    let code = delegation.code.description
    let commits = try proposalCommits([changes]).compactMapValues { commits in
      try commits[code].map { try description(of: commit(named: $0)) }
    }
    var reasons = commits.compactMapValues(\.reason)
    for (identifier, reason) in try moveReasons(changes) where reasons[identifier] != reason {
      reasons[identifier] = reasons[identifier].map { $0 + " " + reason } ?? reason
    }
    let amended = try changes.files.keys.map { ($0, try amendedDelegation(by: changes, on: $0)) }
    return Observations(
      base: try now.draft(in: self), own: try now.draft(in: self, as: delegation),
      draft: try consolidation(of: [changes]).draft, commits: commits, reasons: reasons,
      amended: Dictionary(amended, uniquingKeysWith: { first, _ in first }).compactMapValues(\.self),
      last: try description(of: changes.snapshot.commit))
  }

  /// Why a delegation moves what it moves, where it says so.
  private func moveReasons(_ changes: StandingChanges) throws -> [ParagraphIdentifier: String] {
    var reasons: [ParagraphIdentifier: String] = [:]
    for identifier in changes.movedParagraphs {
      if let commit = try moveCommit(changes, of: identifier) {
        reasons[identifier] = try description(of: commit).reason
      }
    }
    return reasons
  }

  /// When the newest of what the present draft is made from was written: in seconds since 1970 began, UTC, with the offset
  /// of the writer's clock.
  package func latestMoment() throws -> (seconds: Int, offsetMinutes: Int) {
    let tips = try [main.commit] + delegationTips().map(\.tip)
    let moments = try tips.map { try repository.commit($0).committer }
    let newest = moments.max { $0.seconds < $1.seconds }
    return (Int(newest?.seconds ?? 0), newest?.offsetMinutes ?? 0)
  }
}
