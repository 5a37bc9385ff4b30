package import Drafting
internal import Git

extension Negotiation {
  /// Brings every delegation's branch up to main, each by its own compare-and-swap.
  ///
  /// A branch that has moved meanwhile, or that cannot be written, stays as it is: nothing of it is lost, since it reads
  /// as if it had followed, and follows with the next act.
  ///
  /// - Parameter only: the delegation whose branch shall follow; all for `nil`.
  package func followMain(_ act: Act, only: DelegationCode? = nil) throws -> [FollowingReport] {
    var path = MainPath(repository)
    var reports: [FollowingReport] = []
    for (delegation, tip) in try delegationTips() where only == nil || delegation.code == only {
      do {
        let changes = try followed(try branchChanges(of: delegation, tip: tip), along: &path)
        reports.append(try follow(changes, act))
      } catch let error as GitError {
        reports.append(FollowingReport(delegation: delegation, state: .failed(error.description)))
      } catch let error as NegotiationError {
        reports.append(FollowingReport(delegation: delegation, state: .failed(error.message)))
      }
    }
    return reports
  }

  private func follow(_ changes: StandingChanges, _ act: Act) throws -> FollowingReport {
    let places = try changes.outcomes.isEmpty ? [] : main.order().places + changes.ownOrder().places
    let positions = Dictionary(
      places.enumerated().map { ($0.element.entry.identifier, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let touched = changes.outcomes.values.sorted {
      (positions[$0.identifier] ?? .max, $0.identifier) < (positions[$1.identifier] ?? .max, $1.identifier)
    }.map { change in
      var change = change
      change.address = positions[change.identifier].map { places[$0].address } ?? "@\(change.identifier)"
      return change
    }
    let standing = Set(changes.files.keys).union(
      changes.order.map { $0.own.changes(since: $0.base).movedParagraphs } ?? [])
    var report = FollowingReport(
      delegation: changes.delegation, state: .upToDate, changes: touched,
      untouched: standing.subtracting(touched.map(\.identifier)).count)
    guard changes.isBehind else { return report }
    let merge = try merged(changes, act)
    do throws(GitError) {
      try repository.move(
        ReferenceNames.delegation(changes.delegation.code), from: changes.snapshot.commit, to: merge.commit,
        message: "follow main")
      report.state = .followed
    } catch {
      guard error.code == .referenceMoved else { throw error }
      report.state = .movedMeanwhile
    }
    return report
  }
}
