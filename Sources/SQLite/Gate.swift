import Csqlite3

/// The one gate to SQLite: makes a call and, where it fails, reads the error at once.
///
/// - Parameters:
///   - connection: whose error it is; `nil` where there is none yet.
///   - action: what is being done, to be read after "cannot"; built only for a failure.
/// - Returns: what the C function returned: `SQLITE_OK`, `SQLITE_ROW` or `SQLITE_DONE`.
@safe @discardableResult
func gate(
  _ connection: OpaquePointer?, _ action: @autoclosure () -> String, _ call: () -> Int32
) throws(SQLiteError) -> Int32 {
  let status = call()
  switch status {
  case SQLITE_OK, SQLITE_ROW, SQLITE_DONE: return status
  default: throw SQLiteError(status: status, of: connection, action())
  }
}

extension SQLiteError {
  @safe
  init(status: Int32, of connection: OpaquePointer?, _ action: String) {
    var message = unsafe sqlite3_errstr(status).map { unsafe String(cString: $0) } ?? "error \(status)"
    if let connection = unsafe connection, unsafe sqlite3_extended_errcode(connection) == status,
      let text = unsafe sqlite3_errmsg(connection)
    {
      message = unsafe String(cString: text)
    }
    self.init(SQLiteError.code(status), action, message)
  }

  /// The meaning of a result code; the bits above the lowest eight only say more about it.
  private static func code(_ status: Int32) -> Code {
    switch status & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT: .damaged
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
    case SQLITE_FULL: .noSpace
    case SQLITE_IOERR: .disk
    case SQLITE_CONSTRAINT: .constraint
    default: .other
    }
  }
}
