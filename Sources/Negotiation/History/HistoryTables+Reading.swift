internal import Drafting
internal import Git
internal import SQLite

/// Reading, all of it checked: what does not agree with the sums throws ``FieldReader/Damage``.
extension HistoryTables {
  /// The events of a paragraph, in the order of their numbers.
  func events(of identifier: ParagraphIdentifier, _ state: HistoryState) throws -> [IndexedEvent] {
    let sums = try paragraphs(in: HistoryState.bucket(of: identifier), state)
    guard let expected = sums[identifier.description] else { return [] }
    let query = try database.prepare(
      """
      SELECT e.number, e.body, c.id, c.time, c.body, c.digest FROM events e
      LEFT JOIN commits c ON c.number = e.number WHERE e.paragraph = ? ORDER BY e.number
      """)
    try query.bind(identifier.description)
    var sum = ParagraphSum()
    var found: [IndexedEvent] = []
    while try query.step() {
      let (number, body) = (query.integer(0), query.bytes(1))
      let commit = try commit(number, query.bytes(2), query.integer(3), query.bytes(4), query.integer(5))
      sum.add(ParagraphSum.digest(identifier, number, commit.id, body))
      found.append(IndexedEvent(number: number, commit: commit, event: try EventRecord(identifier, body)))
    }
    guard sum.count == expected.count, sum.digest == expected.digest else { throw FieldReader.Damage() }
    return found
  }

  /// The number of a commit; `nil` where it is not there, as far as the tree of names says.
  func number(of id: ObjectID, _ state: HistoryState) throws -> Int? { try commit(id, state)?.number }

  /// A commit with its number; `nil` where it is not there, as far as the tree of names says.
  func commit(_ id: ObjectID, _ state: HistoryState) throws -> (number: Int, record: CommitRecord)? {
    let query = try database.prepare("SELECT number, id, time, body, digest FROM commits WHERE id = ?")
    try query.bind(id.bytes)
    guard try query.step() else { return nil }
    let record = try commit(query.integer(0), query.bytes(1), query.integer(2), query.bytes(3), query.integer(4))
    guard query.bytes(1) == id.bytes, query.integer(0) > 0, query.integer(0) <= state.commitCount
    else {
      throw FieldReader.Damage()
    }
    return (query.integer(0), record)
  }

  /// Passes where the table has none of these commits, whatever the tree of names says.
  ///
  /// - Cost: looks at every row, some 10 ms for 100,000.
  func refuseAny(of ids: Set<ObjectID>) throws {
    let query = try database.prepare("SELECT id FROM commits NOT INDEXED")
    while try query.step() {
      let id = query.bytes(0)
      if id.count != ObjectID.byteCount || ids.contains(ObjectID(id[...])) { throw FieldReader.Damage() }
    }
  }

  /// All commits, in the order of their numbers.
  func commits(_ state: HistoryState) throws -> [(number: Int, commit: CommitRecord)] {
    let query = try database.prepare("SELECT number, id, time, body, digest FROM commits ORDER BY number")
    var found: [(number: Int, commit: CommitRecord)] = []
    var sum = UInt64(0)
    while try query.step() {
      let (number, digest) = (query.integer(0), query.integer(4))
      found.append((number, try commit(number, query.bytes(1), query.integer(2), query.bytes(3), digest)))
      sum &+= UInt64(UInt(bitPattern: digest))
    }
    guard found.count == state.commitCount, sum == state.commitSum else { throw FieldReader.Damage() }
    return found
  }

  /// The commits with the paragraphs they touched, by their time, each as it is read until `body` says that it is enough.
  ///
  /// - Cost: sums up all commits first, some 5 ms for 100,000.
  func eachCommit(
    newestFirst: Bool, _ state: HistoryState,
    _ body: (Int, CommitRecord, [ParagraphIdentifier]) throws -> Bool
  ) throws {
    let total = try database.prepare("SELECT digest FROM commits ORDER BY time")
    var (count, sum) = (0, UInt64(0))
    while try total.step() {
      count += 1
      sum &+= UInt64(UInt(bitPattern: total.integer(0)))
    }
    guard count == state.commitCount, sum == state.commitSum else { throw FieldReader.Damage() }
    let order = newestFirst ? "DESC" : "ASC"
    let query = try database.prepare(
      "SELECT number, id, time, body, digest, touched FROM commits ORDER BY time \(order), number \(order)")
    while try query.step() {
      let number = query.integer(0)
      let record = try commit(number, query.bytes(1), query.integer(2), query.bytes(3), query.integer(4))
      let touched = String(decoding: try query.bytes(5).withoutCheck(), as: UTF8.self).split(separator: " ")
      guard let first = touched.first, Int(first) == number else { throw FieldReader.Damage() }
      if try !body(number, record, touched.dropFirst().map { try ParagraphIdentifier($0) }) { return }
    }
  }

  /// One event of a commit; it must be there.
  func event(_ number: Int, _ commit: ObjectID, _ identifier: ParagraphIdentifier) throws -> EventRecord {
    let query = try database.prepare("SELECT digest, body FROM events WHERE paragraph = ? AND number = ?")
    try query.bind(identifier.description, number)
    guard try query.step() else { throw FieldReader.Damage() }
    let (digest, body) = (UInt64(UInt(bitPattern: query.integer(0))), query.bytes(1))
    guard ParagraphSum.digest(identifier, number, commit, body) == digest else { throw FieldReader.Damage() }
    return try EventRecord(identifier, body)
  }

  private func commit(
    _ number: Int, _ id: [UInt8], _ time: Int, _ body: [UInt8], _ digest: Int
  ) throws -> CommitRecord {
    guard id.count == ObjectID.byteCount else { throw FieldReader.Damage() }
    let id = ObjectID(id[...])
    guard Self.digest(number, id, time, body) == UInt64(UInt(bitPattern: digest)) else { throw FieldReader.Damage() }
    return try CommitRecord(id, body)
  }
}
