/// Why the database could not do what was asked of it.
package struct SQLiteError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// Another process or connection holds the lock.
    case busy
    /// The file is no database, or what it holds has lost its form.
    case damaged
    /// There is no such file, or it cannot be opened.
    case cannotOpen
    /// The file, or its folder, may not be written.
    case readOnly
    case noSpace
    /// The disk failed to read or write.
    case disk
    /// A row breaks a rule of its table.
    case constraint
    /// Wrong SQL, a table that is not there, a value too long.
    case other
  }

  package let code: Code

  /// What was being done, to be read after "cannot": `open the database amend/history`.
  package let action: String

  /// What went wrong, in SQLite's words.
  package let message: String

  package init(_ code: Code, _ action: String, _ message: String) {
    self.code = code
    self.action = action
    self.message = message
  }
}

extension SQLiteError: CustomStringConvertible {
  package var description: String { "cannot \(action): \(message)" }
}
