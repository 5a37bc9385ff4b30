import Csqlite3
import Glibc

/// A database in one file, opened by one thread; closed when the last reference to it and to its statements goes.
///
/// ```swift
/// let database = try Database(at: "amend/history", .creating)
/// try database.execute("CREATE TABLE IF NOT EXISTS events (paragraph TEXT, place INTEGER)")
/// let insertion = try database.prepare("INSERT INTO events VALUES (?, ?)")
/// try database.transaction { for (name, place) in found { try insertion.run(name, place) } }
/// ```
package final class Database {
  let connection: Connection

  package enum Access: Sendable {
    /// The file must be there, and is never written.
    case reading
    /// The file must be there.
    case writing
    /// The file is made where it is not there; its folder must be.
    case creating
    /// In memory, gone when it is closed; the path says nothing.
    case inMemory
  }

  /// Opens a database; nothing is read yet, so a damaged file shows with the first statement.
  ///
  /// - Throws: `.cannotOpen`, also for what is no plain file: a named pipe would have the first statement wait for ever.
  @safe
  package init(at path: String, _ access: Access) throws(SQLiteError) {
    let action = "open the database \(path)"
    if path.utf8.contains(0) { throw SQLiteError(.cannotOpen, action, "the path holds a NUL byte") }
    var status = stat()
    if access != .inMemory, unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw SQLiteError(.cannotOpen, action, "it is no plain file")
    }
    let flags =
      switch access {
      case .reading: SQLITE_OPEN_READONLY
      case .writing: SQLITE_OPEN_READWRITE
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .inMemory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
      }
    connection = try Connection(access == .inMemory ? ":memory:" : path, flags, action)
  }

  /// How long to wait for another's lock before `.busy` is thrown; not at all unless this is called.
  package func wait(milliseconds: Int) throws(SQLiteError) {
    try connection.call("set how long to wait") { connection in
      unsafe sqlite3_busy_timeout(connection, Int32(clamping: milliseconds))
    }
  }

  /// Runs statements that answer nothing and take no values, one after the other.
  package func execute(_ statements: String) throws(SQLiteError) {
    try connection.call("run \(statements.prefix(60))") { connection in
      unsafe sqlite3_exec(connection, statements, nil, nil, nil)
    }
  }

  /// Makes a statement ready, to be run as often as needed.
  package func prepare(_ text: String) throws(SQLiteError) -> Statement {
    try unsafe Statement(text, connection.pointer)
  }

  /// Runs `body` as one step: all that it writes is kept, or nothing where it throws.
  ///
  /// The lock for writing is taken at once, so that nothing that `body` read can change under it.
  ///
  /// - Throws: `.busy` where another process is writing; what `body` throws.
  package func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try execute("BEGIN IMMEDIATE")
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // Some failures, a full disk for one, have ended the transaction already.
      if unsafe sqlite3_get_autocommit(connection.pointer) == 0 { try execute("ROLLBACK") }
      throw error
    }
  }

  /// The number of rows that the last `INSERT`, `UPDATE` or `DELETE` touched.
  package var changes: Int { unsafe Int(sqlite3_changes64(connection.pointer)) }
}

/// The only owner of a connection.
@safe struct Connection: ~Copyable {
  @unsafe let pointer: OpaquePointer

  @safe
  init(_ path: String, _ flags: Int32, _ action: String) throws(SQLiteError) {
    var made: OpaquePointer?
    let status = unsafe sqlite3_open_v2(path, &made, flags | SQLITE_OPEN_EXRESCODE, nil)
    guard let made = unsafe made else { throw SQLiteError(.other, action, "there is no memory left") }
    guard status == SQLITE_OK else {
      let error = SQLiteError(status: status, of: made, action)
      unsafe sqlite3_close_v2(made)
      throw error
    }
    unsafe pointer = made
  }

  @safe
  borrowing func call(_ action: @autoclosure () -> String, _ body: (OpaquePointer) -> Int32) throws(SQLiteError) {
    try unsafe gate(pointer, action()) { unsafe body(pointer) }
  }

  deinit {
    // Where statements are left, the connection lives on until the last of them is gone.
    unsafe sqlite3_close_v2(pointer)
  }
}
