internal import Drafting
internal import Git
internal import SQLite

/// The tables of the history index.
///
/// A paragraph's events are one range of the tree `events`, so reading them costs what they cost, however long the history
/// is. Every row is under a digest (``HistoryState``).
struct HistoryTables {
  let database: Database

  static let creation = """
    PRAGMA application_id = 1634561636;
    CREATE TABLE state (key INTEGER PRIMARY KEY, body BLOB NOT NULL);
    CREATE TABLE commits (
      number INTEGER PRIMARY KEY, id BLOB NOT NULL, time INTEGER NOT NULL, digest INTEGER NOT NULL,
      body BLOB NOT NULL, touched BLOB NOT NULL);
    CREATE TABLE paragraphs (
      bucket INTEGER NOT NULL, identifier TEXT NOT NULL, count INTEGER NOT NULL, digest INTEGER NOT NULL,
      PRIMARY KEY (bucket, identifier)) WITHOUT ROWID;
    CREATE TABLE events (
      paragraph TEXT NOT NULL, number INTEGER NOT NULL, digest INTEGER NOT NULL, body BLOB NOT NULL,
      PRIMARY KEY (paragraph, number)) WITHOUT ROWID;
    """

  /// Made when the tables are filled, which is faster.
  static let indexing = """
    CREATE UNIQUE INDEX commits_by_id ON commits (id);
    CREATE INDEX commits_by_time ON commits (time, number, digest);
    """

  /// - Throws: ``FieldReader/Damage`` where there is none that is whole.
  func state() throws -> HistoryState {
    let query = try database.prepare("SELECT body FROM state WHERE key = 1")
    guard try query.step() else { throw FieldReader.Damage() }
    return try HistoryState(query.bytes(0))
  }

  func write(_ state: HistoryState) throws {
    try database.prepare("INSERT OR REPLACE INTO state VALUES (1, ?)").run(state.bytes)
  }

  /// What commits add to the sums of paragraphs.
  typealias Additions = [ParagraphIdentifier: ParagraphSum]

  /// Adds commits behind those that are there, parents before children.
  ///
  /// - Parameter additions: what must be added to the sums of paragraphs (``add(_:to:)``) before the state is written.
  func append(_ found: [CommitScan.Found], to state: inout HistoryState, _ additions: inout Additions) throws {
    let commits = try database.prepare("INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?)")
    let events = try database.prepare("INSERT INTO events VALUES (?, ?, ?, ?)")
    for each in found {
      state.commitCount += 1
      let number = state.commitCount
      let body = each.commit.bytes
      let digest = Self.digest(number, each.commit.id, each.commit.time, body)
      state.commitSum &+= digest
      let touched = each.events.map(\.identifier.description).joined(separator: " ")
      try commits.run(
        number, each.commit.id.bytes, each.commit.time, Int(bitPattern: UInt(digest)), body,
        Array("\(number) \(touched)".utf8).checked)
      for event in each.events {
        let body = event.bytes
        let digest = ParagraphSum.digest(event.identifier, number, each.commit.id, body)
        try events.run(event.identifier.description, number, Int(bitPattern: UInt(digest)), body)
        additions[event.identifier, default: ParagraphSum()].add(digest)
      }
    }
  }

  /// Takes new events up in the sums of paragraphs.
  ///
  /// - Cost: reads and writes the sums of all paragraphs that share a bucket with these.
  func add(_ additions: Additions, to state: inout HistoryState) throws {
    let insertion = try database.prepare("INSERT OR REPLACE INTO paragraphs VALUES (?, ?, ?, ?)")
    let buckets = Dictionary(grouping: additions.keys.sorted(), by: HistoryState.bucket)
    for (bucket, identifiers) in buckets.sorted(by: { $0.key < $1.key }) {
      var sums = try paragraphs(in: bucket, state)
      for identifier in identifiers {
        guard let addition = additions[identifier] else { continue }
        var sum = sums[identifier.description] ?? ParagraphSum()
        if sum.count > 0 { state.bucketSums[bucket] &-= sum.digest(with: identifier.description) }
        sum.count += addition.count
        sum.digest &+= addition.digest
        state.bucketSums[bucket] &+= sum.digest(with: identifier.description)
        sums[identifier.description] = sum
        try insertion.run(bucket, identifier.description, sum.count, Int(bitPattern: UInt(sum.digest)))
      }
    }
  }

  /// The sums of the paragraphs in a bucket, checked.
  ///
  /// - Throws: ``FieldReader/Damage``.
  func paragraphs(in bucket: Int, _ state: HistoryState) throws -> [String: ParagraphSum] {
    let query = try database.prepare("SELECT identifier, count, digest FROM paragraphs WHERE bucket = ?")
    try query.bind(bucket)
    var sums: [String: ParagraphSum] = [:]
    var total: UInt64 = 0
    while try query.step() {
      let sum = ParagraphSum(count: query.integer(1), digest: UInt64(UInt(bitPattern: query.integer(2))))
      total &+= sum.digest(with: query.text(0))
      sums[query.text(0)] = sum
    }
    guard total == state.bucketSums[bucket] else { throw FieldReader.Damage() }
    return sums
  }

  static func digest(_ number: Int, _ id: ObjectID, _ time: Int, _ body: [UInt8]) -> UInt64 {
    var writer = FieldWriter()
    writer.write(number)
    writer.write(id)
    writer.write(time)
    writer.writePlain(body)
    return HistoryState.digest(of: writer.bytes)
  }
}

/// How many events a paragraph has, and the sum of their digests.
struct ParagraphSum: Equatable {
  var count = 0
  var digest: UInt64 = 0

  mutating func add(_ digest: UInt64) {
    count += 1
    self.digest &+= digest
  }

  /// The digest of an event, which names its commit: a sum says by itself what happened to a paragraph.
  static func digest(_ identifier: ParagraphIdentifier, _ number: Int, _ commit: ObjectID, _ body: [UInt8]) -> UInt64 {
    var writer = FieldWriter()
    writer.write(identifier.description)
    writer.write(number)
    writer.write(commit)
    writer.writePlain(body)
    return HistoryState.digest(of: writer.bytes)
  }

  /// The digest of the row that holds the sum.
  func digest(with identifier: String) -> UInt64 {
    var writer = FieldWriter()
    writer.write(identifier)
    writer.write(count)
    writer.write(Int(bitPattern: UInt(digest)))
    return HistoryState.digest(of: writer.bytes)
  }
}
