package import Drafting
internal import Git
internal import Merging
internal import Notation

extension Negotiation {
  /// Brings every delegation's branch up to main, each by its own compare-and-swap.
  ///
  /// A branch that has moved meanwhile, or that cannot be written, stays as it is: nothing of it is lost, since it reads
  /// as if it had followed, and follows with the next act.
  ///
  /// - Parameter only: the delegation whose branch shall follow; all for `nil`.
  package func followMain(_ act: Act, only: DelegationCode? = nil) throws -> [FollowingReport] {
    let tips = try delegationTips().filter { only == nil || $0.delegation.code == only }
    var following = BranchesFollowing()
    do {
      // What many branches write is synced to disk once.
      if tips.count > Self.branchesWrittenAlone {
        try repository.inOnePack { try follow(tips, act, &following) }
      } else {
        try follow(tips, act, &following)
      }
      following.move(in: repository)
    } catch let error as GitError {
      following.fail(error)
    }
    return following.reports
  }

  /// Up to so many branches write their objects one by one, so that a small negotiation does not fill up with packs.
  private static let branchesWrittenAlone = 3

  private func follow(
    _ tips: [(delegation: Delegation, tip: ObjectID)], _ act: Act, _ following: inout BranchesFollowing
  ) throws {
    var path = MainPath(repository)
    var names = PlaceNames()
    let trees = TreeCache()
    for (delegation, tip) in tips {
      do {
        let own =
          try countsUntouched
          ? branchChanges(of: delegation, tip: tip, trees)
          : branchChanges(of: delegation, tip: tip, touchedAlong: &path, trees)
        let changes = try followed(own, along: &path)
        let report = try report(on: changes, &names)
        let merge = changes.isBehind ? try merged(changes, act).commit : nil
        following.add(report, from: tip, to: merge)
      } catch let error as GitError {
        following.add(FollowingReport(delegation: delegation, state: .failed(error.description)))
      } catch let error as NegotiationError {
        following.add(FollowingReport(delegation: delegation, state: .failed(error.message)))
      }
    }
  }

  private func report(on changes: StandingChanges, _ names: inout PlaceNames) throws -> FollowingReport {
    let touched = try changes.outcomes.values.map { change in
      var change = change
      let place = try names.name(of: change.identifier, in: changes, main)
      change.address = place.address
      if let orders = try ordersInConflict(change, of: changes) { change.conflicts = [orders] }
      return (place.position, change)
    }.sorted { ($0.0, $0.1.identifier) < ($1.0, $1.1.identifier) }.map(\.1)
    var report = FollowingReport(delegation: changes.delegation, state: .upToDate, changes: touched)
    guard countsUntouched else { return report }
    report.untouched = changes.proposedParagraphs.subtracting(touched.map(\.identifier)).count
    return report
  }
}

extension Negotiation {
  /// The orders of place of a delegation and of the chair, where it is those that contradict each other.
  private func ordersInConflict(
    _ change: FollowedChange, of changes: StandingChanges
  ) throws -> Carried.Conflict? {
    guard change.outcome == .inConflict, change.conflicts.isEmpty,
      let wanted = try placements(of: changes)[change.identifier],
      let now = try main.order().anchor(naming: change.identifier)
    else { return nil }
    let was = try changes.root.order().anchor(naming: change.identifier)
    func text(_ anchor: Placement.Anchor) -> String { CommandWords.text(of: anchor, in: settings.language) }
    return Carried.Conflict(was: was.map(text) ?? "", wanted: text(wanted), now: text(now))
  }
}

extension DraftOrder {
  /// The place of a paragraph as an order of place names it; `nil` where it is not there.
  fileprivate func anchor(naming identifier: ParagraphIdentifier) -> Placement.Anchor? {
    guard let section = place(of: identifier)?.section else { return nil }
    guard let before = paragraph(before: identifier), let number = before.entry.number else {
      return .beginning(section)
    }
    return .after(section, number)
  }
}

/// How paragraphs are printed in reports; main's order is read once for all of them.
private struct PlaceNames {
  private var known: [ParagraphIdentifier: (position: Int, place: DraftOrder.Place)]?

  /// The paragraph's address in main's text, else in the delegation's own, else in the text that it stood in last: main's,
  /// or the branch's.
  mutating func name(
    of identifier: ParagraphIdentifier, in changes: StandingChanges, _ main: Snapshot
  ) throws -> (position: Int, address: String) {
    let known =
      try self.known
      ?? Dictionary(
        main.order().places.enumerated().map { ($0.element.entry.identifier, ($0.offset, $0.element)) },
        uniquingKeysWith: { first, _ in first })
    self.known = known
    if let known = known[identifier] { return (known.position, known.place.address) }
    let own = try changes.ownOrder().places
    if let index = own.firstIndex(where: { $0.entry.identifier == identifier }) {
      return (known.count + index, own[index].address)
    }
    let last = try changes.root.order().place(of: identifier) ?? changes.snapshot.order().place(of: identifier)
    return (.max, last?.address ?? "@\(identifier)")
  }
}

/// The branches that are about to follow main, and what is told of them.
private struct BranchesFollowing {
  private(set) var reports: [FollowingReport] = []
  /// The moves of branches, each with the place of its report.
  private var moves: [(report: Int, move: ReferenceMove)] = []

  /// - Parameter merge: the commit that the branch shall move to; `nil` where it stays.
  mutating func add(_ report: FollowingReport, from tip: ObjectID? = nil, to merge: ObjectID? = nil) {
    reports.append(report)
    guard let merge else { return }
    moves.append(
      (reports.count - 1, ReferenceMove(ReferenceNames.delegation(report.delegation.code), from: tip, to: merge)))
  }

  /// Moves the branches one by one: one that has moved meanwhile stays behind alone, and a process that dies leaves no more
  /// than one locked.
  mutating func move(in repository: Repository) {
    for (index, move) in moves {
      do throws(GitError) {
        try repository.move([move], message: "follow main")
        reports[index].state = .followed
      } catch {
        reports[index].state = error.code == .referenceMoved ? .movedMeanwhile : .failed(error.description)
      }
    }
  }

  /// The branches that were to move could not, for this reason.
  mutating func fail(_ error: GitError) {
    for (index, _) in moves { reports[index].state = .failed(error.description) }
  }
}
