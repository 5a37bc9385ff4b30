import SQLite
import TestSupport
import Testing

@Suite("The image of a database")
struct ImageTests {
  @Test func holdsWhatTheDatabaseHeld() throws {
    let database = try Database(at: "", .inMemory)
    try database.execute("CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('water')")
    let image = try database.image()
    let copy = try Database(image: image[...])
    try copy.execute("INSERT INTO words VALUES ('land')")
    let query = try copy.prepare("SELECT group_concat(word) FROM words")
    #expect(try query.step())
    #expect(query.text(0) == "water,land")
    #expect(try database.image() == image)
  }

  @Test func whatIsNoImageIsRefused() throws {
    let database = try Database(image: Array("no database at all".utf8)[...])
    #expect(throws: SQLiteError.self) { try database.execute("CREATE TABLE words (word TEXT)") }
    let empty = try Database(image: [])
    try empty.execute("CREATE TABLE words (word TEXT)")
  }
}
