internal import Git
internal import SQLite

extension HistoryIndex {
  /// What branches have lost by now.
  ///
  /// - Parameters:
  ///   - before: what they had lost before.
  ///   - tips: where they stood then.
  ///   - parents: of the commits that came since, as far as they were read.
  /// - Cost: follows the number of new commits, unless a branch was not moved ahead.
  static func lost(
    since before: Set<BranchTip>, _ tips: [String: ObjectID], now: [String: ObjectID],
    _ parents: [ObjectID: [ObjectID]] = [:], in repository: Repository
  ) throws -> Set<BranchTip> {
    let known = before.union(tips.map { BranchTip(name: $0.key, id: $0.value) })
    return try known.filter { try repository.isLost($0, now: now, parents) }
  }

  /// Commits that the index tells are on no branch any more.
  struct Outlived: Error {}

  /// Commits that no branch has any more must not be told.
  ///
  /// - Parameters:
  ///   - known: where the branches stood when the index was brought up to date.
  ///   - found: the commits that came since.
  static func refuseOutlived(
    _ known: [String: ObjectID], now: [String: ObjectID], _ found: [CommitScan.Found], in repository: Repository
  ) throws {
    let reached = Set(now.values).union(found.flatMap(\.commit.parents))
    for tip in known.values where !reached.contains(tip) {
      guard repository.contains(tip), try now.values.contains(where: { try repository.isAncestor(tip, of: $0) }) else {
        throw Outlived()
      }
    }
  }

  /// What the index that is kept says of itself; nothing where it is not whole.
  static func keptState(in repository: Repository) -> HistoryState {
    do {
      return try HistoryTables(database: Database(at: path(in: repository), .reading)).state()
    } catch {
      return HistoryState()
    }
  }

  /// One finding for each state that a branch had when the index was brought up to date, and does not reach any more.
  static func losses(in repository: Repository) throws -> [Finding] {
    let state = keptState(in: repository)
    let now = Dictionary(
      try HistoryWalk(repository: repository).tips().map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    let lost = try lost(since: state.lost, state.tips, now: now, in: repository)
    return try lost.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { tip in
      let isBehind = try now[tip.name].map { try repository.isAncestor($0, of: tip.id) } ?? true
      return Finding(
        .lostCommit, reference: tip.name,
        "the history index knows the commit \(tip.id.short) of it, which it does not reach any more; "
          + (isBehind ? "'git update-ref \(tip.name) \(tip.id)' brings it back; " : "")
          + "if it was taken away on purpose, remove amend/\(name)")
    }
  }
}
