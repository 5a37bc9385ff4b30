import Glibc
import SQLite
import TestSupport
import Testing

@Suite("Databases")
struct DatabaseTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func code(_ body: () throws -> Void) -> SQLiteError.Code? {
    do {
      try body()
      return nil
    } catch let error as SQLiteError {
      return error.code
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  private func filled() throws -> Database {
    let database = try Database(at: folder("rows"), .creating)
    try database.execute("CREATE TABLE words (place INTEGER PRIMARY KEY, word TEXT NOT NULL)")
    return database
  }

  private func words(_ database: Database) throws -> [String] {
    let query = try database.prepare("SELECT word FROM words ORDER BY place")
    var found: [String] = []
    while try query.step() { found.append(query.text(0)) }
    return found
  }

  @Test func keepValuesOfEveryType() throws {
    let database = try Database(at: "", .inMemory)
    let query = try database.prepare("SELECT ?, ?, ?, ?, ?, ?, ?, ?")
    try query.bind(Int.min, 0.5, "Caf\u{e9}\0!", "", [0, 255] as [UInt8], [] as [UInt8], String?.none, Int?.some(7))
    let hasRow = try query.step()
    #expect(hasRow)
    #expect(query.integer(0) == .min)
    #expect(query.real(1) == 0.5)
    #expect(query.text(2) == "Caf\u{e9}\0!")
    #expect(query.text(3) == "" && !query.isNull(3))
    #expect(query.bytes(4) == [0, 255])
    #expect(query.bytes(5) == [] && !query.isNull(5))
    #expect(query.isNull(6) && query.text(6) == "" && query.bytes(6) == [] && query.integer(6) == 0)
    #expect(query.integer(7) == 7)
    #expect(query.isNull(8) == true, "there is no such column")
    let hasMore = try query.step()
    #expect(!hasMore)
  }

  @Test func keepATransactionWholeOrNotAtAll() throws {
    let database = try filled()
    let insertion = try database.prepare("INSERT INTO words (word) VALUES (?)")
    try database.transaction { for word in ["one", "two"] { try insertion.run(word) } }
    #expect(database.changes == 1)
    #expect(
      code {
        try database.transaction {
          try insertion.run("three")
          try insertion.run(String?.none)
        }
      } == .constraint)
    #expect(try words(database) == ["one", "two"])
    try insertion.run("four")
    #expect(try words(Database(at: folder("rows"), .reading)) == ["one", "two", "four"])
  }

  @Test func saysWhyNot() throws {
    #expect(code { _ = try Database(at: folder("none"), .reading) } == .cannotOpen)
    #expect(code { _ = try Database(at: folder("no\0ne"), .creating) } == .cannotOpen)
    let database = try filled()
    #expect(code { try database.execute("SELEKT") } == .other)
    #expect(code { _ = try database.prepare(" ") } == .other)
    #expect(code { try Database(at: folder("rows"), .reading).execute("DELETE FROM words") } == .readOnly)
    #expect(code { try database.prepare("SELECT ?").bind(1, 2) } == .other)
    let error = try #require(throws: SQLiteError.self) { try database.execute("SELECT word") }
    #expect(error.description == "cannot run SELECT word: no such column: word")
  }

  @Test func noticeAFileOfSomethingElse() throws {
    try write(Array("This file holds a text and never was a database of any kind.\n".utf8), toFile: folder("text"))
    #expect(code { _ = try words(Database(at: folder("text"), .writing)) } == .damaged)
  }

  @Test func noticeAFileThatIsCutOff() throws {
    do {
      let database = try filled()
      let insertion = try database.prepare("INSERT INTO words (word) VALUES (?)")
      try database.transaction { for number in 0..<5000 { try insertion.run("word \(number)") } }
    }
    let whole = try bytes(ofFile: folder("rows"))
    try write(Array(whole[..<(whole.count / 2)]), toFile: folder("rows"))
    #expect(code { _ = try words(Database(at: folder("rows"), .reading)) } == .damaged)
  }

  @Test(.timeLimit(.minutes(1))) func refuseWhatIsNoPlainFile() throws {
    #expect(unsafe mkfifo(folder("pipe"), 0o600) == 0)
    for access in [Database.Access.reading, .writing, .creating] {
      #expect(code { try Database(at: folder("pipe"), access).execute("CREATE TABLE t (x)") } == .cannotOpen)
      #expect(code { try Database(at: folder(""), access).execute("CREATE TABLE t (x)") } == .cannotOpen)
    }
  }

  @Test func areBusyWhileAnotherWrites() throws {
    let (first, second) = (try filled(), try Database(at: folder("rows"), .writing))
    try second.wait(milliseconds: 1)
    try first.transaction {
      try first.execute("INSERT INTO words (word) VALUES ('one')")
      #expect(code { try second.transaction {} } == .busy)
      #expect(try words(second) == [], "a reader sees the state before")
    }
    let seen = try second.transaction { try words(second) }
    #expect(seen == ["one"])
  }

  @Test func outliveTheirOwnerInAStatement() throws {
    let query = try Database(at: "", .inMemory).prepare("SELECT 1")
    let hasRow = try query.step()
    #expect(hasRow && query.integer(0) == 1)
  }
}
