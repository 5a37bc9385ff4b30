package import Drafting
internal import Git
internal import Merging
internal import Notation

/// Where a negotiation stands: the numbers of the dashboard.
package struct NegotiationStatus: Sendable {
  package var paragraphs = 0
  package var approved = 0
  package var agreedAdReferendum = 0
  package var pending = 0
  /// Paragraphs with a bracket or a proposed move.
  package var disputed = 0
  /// Places of disagreement, at any depth.
  package var brackets = 0
  package var delegations: [DelegationActivity] = []

  /// Paragraphs that wait, with the reason, and those in dispute, in the order of the draft.
  package var open: [OpenParagraph] = []

  package struct DelegationActivity: Sendable {
    package var delegation: Delegation
    /// Paragraphs that the delegation wants changed now.
    package var standing: [DraftOrder.Place]
    /// Commits on its branch.
    package var acts: Int
    /// When it last acted, in seconds since 1970-01-01 00:00 UTC.
    package var lastActed: Int
  }

  package struct OpenParagraph: Sendable {
    package var place: DraftOrder.Place
    package var status: Status
    package var brackets: Int
    package var delegations: [DelegationCode]
  }
}

extension Negotiation {
  /// Counts what is agreed, pending and disputed, and what each delegation has before the meeting.
  package func status() throws -> NegotiationStatus {
    let changes = try allStandingChanges()
    let consolidation = try consolidation(of: changes)
    var status = NegotiationStatus()
    for section in consolidation.draft.sections {
      for item in section.items {
        guard let identifier = item.identifier else { continue }
        let brackets = item.body.bracketCount
        let isDisputed = brackets > 0 || !item.placements.isEmpty
        status.brackets += brackets
        if isDisputed { status.disputed += 1 }
        if case .heading = item.kind {} else { status.paragraphs += 1 }
        var isWaiting = isDisputed
        switch item.status {
        case .open: break
        case .approved: status.approved += 1
        case .pending: (status.pending, isWaiting) = (status.pending + 1, true)
        case .agreedAdReferendum: (status.agreedAdReferendum, isWaiting) = (status.agreedAdReferendum + 1, true)
        }
        guard isWaiting else { continue }
        status.open.append(
          .init(
            place: .init(section: section.name, entry: .init(identifier, item.kind)), status: item.status,
            brackets: brackets, delegations: consolidation.proposers[identifier] ?? []))
      }
    }
    for change in changes {
      // A merge follows the chair's text: it is no act of the delegation's.
      let acts = try repository.commits(from: [change.snapshot.commit], hiding: [main.commit], order: .newestFirst)
        .map { try repository.commit($0) }.filter { $0.parents.count == 1 }
      let last = try acts.first?.committer.seconds ?? repository.commit(change.snapshot.commit).committer.seconds
      status.delegations.append(
        .init(
          delegation: change.delegation, standing: try change.places(in: self), acts: acts.count, lastActed: Int(last)))
    }
    return status
  }
}
