import Drafting
import Git
import Glibc
@testable import Negotiation
import SQLite
import TestSupport
import Testing

@Suite("A history index that is not as it was written")
struct HistoryDamageTests {
  private let bench: HistoryBench
  private let history: RandomHistory
  private let answers: [String]
  private let whole: [UInt8]

  init() throws {
    bench = try HistoryBench()
    history = try bench.history(seed: 11, commits: 14)
    try bench.expectPlain(history, at: 14)
    answers = try bench.answers(history)
    whole = try bytes(ofFile: bench.file)
  }

  private func expectTheAnswers(with content: [UInt8], _ comment: Comment) throws {
    try write(content, toFile: bench.file)
    #expect(try bench.answers(history) == answers, comment)
  }

  /// A bit that lies anywhere: in a row, in a page's header, in the file's, in a number that leads elsewhere.
  @Test func withABitFlipped() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<60 {
      let place = Int.random(in: 0..<whole.count * 8, using: &random)
      var content = whole
      content[place / 8] ^= 1 << UInt8(place % 8)
      try expectTheAnswers(with: content, "bit \(place)")
    }
  }

  /// The bytes that hold something, one after the other where there are not many.
  @Test func withABitFlippedWhereSomethingStands() throws {
    var random = SeededGenerator(seed: 22)
    let places = whole.indices.filter { whole[$0] != 0 }
    for _ in 0..<120 {
      guard let place = places.randomElement(using: &random) else { return }
      var content = whole
      content[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try expectTheAnswers(with: content, "byte \(place)")
    }
  }

  /// Damage that shows in the middle of the telling, also where it is in what another paragraph's event is told on.
  @Test func withABitFlippedWhereTheWholeIsTold() throws {
    var random = SeededGenerator(seed: 25)
    let places = whole.indices.filter { whole[$0] != 0 }
    let right = [true: try told(newestFirst: true), false: try told(newestFirst: false)]
    for round in 0..<160 {
      guard let place = places.randomElement(using: &random) else { return }
      var content = whole
      content[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try write(content, toFile: bench.file)
      #expect(try told(newestFirst: round % 2 == 0) == right[round % 2 == 0], "byte \(place)")
    }
  }

  /// Every event of the negotiation, with its words, as one who opens it hears of it.
  private func told(newestFirst: Bool) throws -> [String] {
    var lines: [String] = []
    try bench.open().eachEvent(newestFirst: newestFirst) { event in
      lines.append("\(event.commit.short) \(event.identifier) \(event.words)")
      return true
    }
    return lines
  }

  @Test func cutOff() throws {
    var random = SeededGenerator(seed: 23)
    for count in [0, 1, 15, 16, 99, 100, 511, 512, 4095, 4096, 4097, whole.count - 1]
      + (0..<20).map({ _ in Int.random(in: 0..<whole.count, using: &random) })
    {
      try expectTheAnswers(with: Array(whole[..<count]), "the first \(count) bytes")
    }
  }

  /// After a power cut some pages may be those of an older state.
  @Test func withPagesOfAnOlderState() throws {
    removeFolder(bench.folder)
    try bench.show(history, at: 8)
    _ = try bench.answers(history)
    let old = try bytes(ofFile: bench.file)
    try bench.expectPlain(history, at: 14)
    let new = try bytes(ofFile: bench.file)
    var random = SeededGenerator(seed: 24)
    try expectTheAnswers(with: old, "an older state")
    for _ in 0..<30 {
      var content = new
      for page in stride(from: 0, to: min(old.count, new.count), by: 4096) where Bool.random(using: &random) {
        content.replaceSubrange(page..<(page + 4096), with: old[page..<(page + 4096)])
      }
      try expectTheAnswers(with: content, "pages of an older state")
    }
  }

  @Test func ofSomethingElse() throws {
    try expectTheAnswers(with: Array("no database".utf8), "a text")
    let other = try HistoryBench()
    try other.expectPlain(other.history(seed: 12, commits: 5), at: 5)
    try expectTheAnswers(with: bytes(ofFile: other.file), "another negotiation's")
    removeFolder(bench.file)
    #expect(try bench.answers(history) == answers, "none")
    #expect(try bytes(ofFile: bench.file).count == whole.count, "made anew")
  }

  /// A named pipe would be waited for; a folder cannot be replaced.
  @Test(.timeLimit(.minutes(1))) func thatIsNoFile() throws {
    removeFolder(bench.file)
    #expect(unsafe mkfifo(bench.file, 0o600) == 0)
    #expect(try bench.answers(history) == answers)
    #expect(try bytes(ofFile: bench.file).count == whole.count, "made anew")
    removeFolder(bench.file)
    #expect(unsafe mkdir(bench.file, 0o700) == 0)
    #expect(try bench.answers(history) == answers)
  }

  @Test func isMendedForGood() throws {
    let place = try #require(whole.firstRange(of: Array("Venezuela".utf8)))
    var content = whole
    content[place.lowerBound] ^= 1
    try expectTheAnswers(with: content, "a name")
    #expect(try bytes(ofFile: bench.file) == whole)
  }

  @Test func isFoundByAVerification() throws {
    let damage = "damaged; it is made again when it is needed"
    let repository = try bench.open().repository
    #expect(try HistoryIndex.complaint(in: repository) == nil)
    try bench.show(history, at: 8)
    #expect(try HistoryIndex.complaint(in: repository) == nil, "it knows more, which is told of the branches")
    let lost = Set(try HistoryIndex.losses(in: repository).map(\.reference))
    #expect(lost == Set(history.steps[14].filter { history.steps[8][$0.key] != $0.value }.map(\.key)))
    try bench.expectPlain(history, at: 8)
    #expect(try Set(HistoryIndex.losses(in: repository).map(\.reference)) == lost, "made again, it knows it still")
    try bench.show(history, at: 14)
    #expect(try HistoryIndex.complaint(in: repository) == nil, "it is behind")
    #expect(try HistoryIndex.losses(in: repository) == [], "it is on the branches again")
    try write([1, 2, 3], toFile: bench.file)
    #expect(try HistoryIndex.complaint(in: repository) == damage)
    removeFolder(bench.file)
    #expect(try HistoryIndex.complaint(in: repository) == nil)
  }

  /// Rows that somebody changed with all their sums: only the commits tell.
  @Test func withRowsThatLieIsFoundByAVerification() throws {
    let repository = try bench.open().repository
    let database = try Database(at: bench.file, .writing)
    let tables = HistoryTables(database: database)
    var state = try tables.state()
    let query = try database.prepare("SELECT number, id, time, body, digest FROM commits ORDER BY number DESC LIMIT 1")
    #expect(try query.step())
    let (number, id, time) = (query.integer(0), ObjectID(query.bytes(1)[...]), query.integer(2))
    var record = try CommitRecord(id, query.bytes(3))
    let old = UInt64(UInt(bitPattern: query.integer(4)))
    query.reset()
    record.message.trailers.append(.init(.reason, "Nobody said so"))
    let digest = HistoryTables.digest(number, id, time, record.bytes)
    try database.prepare("UPDATE commits SET body = ?, digest = ? WHERE number = ?")
      .run(record.bytes, Int(bitPattern: UInt(digest)), number)
    state.commitSum = state.commitSum &- old &+ digest
    try tables.write(state)
    let complaint = try HistoryIndex.complaint(in: repository)
    #expect(complaint == "tells other commits than the branches have; remove the file")
  }

  @Test func ofAnotherVersionIsNoDamage() throws {
    let repository = try bench.open().repository
    #expect(try !HistoryIndex.isOfAnotherVersion(in: repository))
    var writer = FieldWriter()
    writer.write(1)
    try Database(at: bench.file, .writing).prepare("UPDATE state SET body = ?").run(writer.bytes.checked)
    #expect(try HistoryIndex.complaint(in: repository) == nil)
    #expect(try HistoryIndex.isOfAnotherVersion(in: repository))
    #expect(try bench.answers(history) == answers)
    #expect(try !HistoryIndex.isOfAnotherVersion(in: repository))
  }

  @Test func whileAnotherHoldsIt() throws {
    try bench.show(history, at: 8)
    let before = try bench.answers(history)
    let other = try Database(at: bench.file, .writing)
    try other.execute("BEGIN IMMEDIATE")
    try bench.expectPlain(history, at: 14)
    try other.execute("COMMIT")
    try bench.show(history, at: 8)
    #expect(try bench.answers(history) == before)
    try other.execute("BEGIN EXCLUSIVE")
    #expect(try bench.answers(history) == before)
    try other.execute("COMMIT")
  }
}
