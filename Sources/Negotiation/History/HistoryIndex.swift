internal import Drafting
internal import Git
internal import Glibc
internal import SQLite

/// The history of every paragraph, made ready: a database in the repository's own folder, `amend/history`.
///
/// It says nothing that the commits do not say, and can be thrown away at any time. It is checked against the branches that
/// it was made from: commits that came since are added, and where commits have gone, or a bit is not what was written, it
/// is made anew. Where it cannot be written the answer comes from memory.
final class HistoryIndex {
  private let repository: Repository
  let tables: HistoryTables
  private(set) var state: HistoryState

  /// Commits that are not in the tables, because those cannot be written now; their numbers go on from the tables'.
  private(set) var added: [CommitScan.Found] = []

  /// The branches and where they stand, as far as the index has followed them.
  private(set) var tips: [String: ObjectID]

  /// What branches have lost (``HistoryState/lost``), as far as the index has followed them.
  private(set) var lost: Set<BranchTip>

  /// Called with the number of commits looked at, and at the end with `nil`.
  typealias Progress = (Int?) -> Void

  /// The index that is there, or a new one; it may be behind the branches.
  static func current(_ repository: Repository, _ progress: Progress? = nil) throws -> HistoryIndex {
    do {
      let database = try Database(at: path(in: repository), .writing)
      // What a crash of the machine leaves half written is noticed by the sums, and made anew: waiting for the disk, which
      // takes longer than all else that one more commit needs, would protect nothing.
      try database.execute("PRAGMA synchronous = OFF")
      return try HistoryIndex(repository, database)
    } catch  where isDamage(error) {
      return try rebuilt(repository, progress)
    }
  }

  /// Whether an error means that the index is not to be trusted, rather than the repository.
  static func isDamage(_ error: any Error) -> Bool {
    error is SQLiteError || error is FieldReader.Damage || error is DraftingError || error is HistoryState.OtherFormat
      || error is Outlived
  }

  /// Another process has brought the index up to date meanwhile.
  struct Overtaken: Error {}

  /// Reads in one state of the tables, which is that of the branches now.
  func read<Value>(_ body: (HistoryIndex) throws -> Value) throws -> Value {
    try catchUp()
    try tables.database.execute("BEGIN")
    defer {
      // Nothing was written, so nothing can be lost where this fails.
      do { try tables.database.execute("COMMIT") } catch {}
    }
    guard try tables.state() == state else { throw Overtaken() }
    return try body(self)
  }

  init(_ repository: Repository, _ database: Database) throws {
    self.repository = repository
    try database.wait(milliseconds: 500)
    tables = HistoryTables(database: database)
    state = try tables.state()
    (tips, lost) = (state.tips, state.lost)
  }

  private init(_ repository: Repository, _ tables: HistoryTables, _ state: HistoryState) {
    self.repository = repository
    self.tables = tables
    self.state = state
    (tips, lost) = (state.tips, state.lost)
  }

  /// The file's name in the folder of what is derived.
  static let name = "history"

  static func path(in repository: Repository) -> String { repository.path + "amend/" + name }

  /// Adds what came since the index was last brought up to date.
  ///
  /// - Cost: reads the references, and the commits that are new.
  func catchUp() throws {
    let walk = HistoryWalk(repository: repository)
    let now = try walk.tips()
    let names = Dictionary(now.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    if names == tips { return }
    let known = Set(tips.values).union(added.map(\.commit.id))
    var isCertain = true
    var new = walk.commits(of: now) { id in
      if known.contains(id) { return true }
      let isThere = try self.tables.number(of: id, self.state) != nil
      if isThere { isCertain = false }
      return isThere
    }
    let scan = CommitScan(repository)
    var found: [CommitScan.Found] = []
    while let commit = try new.next() { found.append(try scan.found(in: commit)) }
    var generations = Generations(added)
    try generations.number(&found) { try self.tables.commit($0, self.state)?.record }
    let parents = Dictionary(found.map { ($0.commit.id, $0.commit.parents) }, uniquingKeysWith: { first, _ in first })
    lost = try Self.lost(since: lost, tips, now: names, parents, in: repository)
    try Self.refuseOutlived(tips, now: names, found, in: repository)
    // Beyond the tips only the tree of names tells what is new: where it was asked and said so, it is checked.
    if !isCertain || found.contains(where: { $0.commit.parents.isEmpty }) {
      try tables.refuseAny(of: Set(found.map(\.commit.id)))
    }
    tips = names
    added += found
    do {
      try store()
    } catch let error as SQLiteError where error.code != .damaged && error.code != .constraint {
      // The answer is the same from memory; whoever can write does so the next time.
    }
  }

  private func store() throws {
    try tables.database.transaction {
      // Somebody else may have added the same; then they stay in memory, and the next to open the index sees theirs.
      guard try tables.state() == state else { return }
      var next = state
      next.tips = tips
      next.lost = lost
      var additions: HistoryTables.Additions = [:]
      try tables.append(added, to: &next, &additions)
      try tables.add(additions, to: &next)
      try tables.write(next)
      state = next
      added = []
    }
  }

  /// The index made from the commits alone.
  static func rebuilt(_ repository: Repository, _ progress: Progress? = nil) throws -> HistoryIndex {
    let path = path(in: repository)
    let fresh = "\(repository.derivedFolder())history.\(getpid()).new"
    unsafe unlink(fresh)
    let before = keptState(in: repository)
    do {
      let index = try filled(
        repository, Database(at: fresh, .creating), "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;",
        before, progress)
      // What a process that was killed left beside the old file does not belong to the new one.
      unsafe unlink(path + "-journal")
      if unsafe rename(fresh, path) != 0 { unsafe unlink(fresh) }
      return index
    } catch is SQLiteError {
      unsafe unlink(fresh)
      return try inMemory(repository, progress)
    }
  }

  static func inMemory(_ repository: Repository, _ progress: Progress? = nil) throws -> HistoryIndex {
    try filled(repository, Database(at: "", .inMemory), "", HistoryState(), progress)
  }

  /// - Parameter before: what the index said of itself that this one comes in the place of.
  private static func filled(
    _ repository: Repository, _ database: Database, _ pragmas: String, _ before: HistoryState, _ progress: Progress?
  ) throws -> HistoryIndex {
    let tables = HistoryTables(database: database)
    try database.execute(pragmas + "PRAGMA cache_size = -65536;")
    try database.execute(HistoryTables.creation)
    let walk = HistoryWalk(repository: repository)
    let tips = try walk.tips()
    var state = HistoryState()
    for tip in tips { state.tips[tip.name] = tip.id }
    state.lost = try lost(since: before.lost, before.tips, now: state.tips, in: repository)
    try database.transaction {
      var done = 0
      var generations = Generations()
      var additions: HistoryTables.Additions = [:]
      try CommitScan.eachPart(of: walk.commits(of: tips), in: repository) { part in
        var found = part
        try generations.number(&found) { _ in nil }
        done += found.count
        progress?(done)
        try tables.append(found, to: &state, &additions)
      }
      try tables.add(additions, to: &state)
      progress?(nil)
      try database.execute(HistoryTables.indexing)
      try tables.write(state)
    }
    return HistoryIndex(repository, tables, state)
  }
}
