import Csqlite3

/// A statement that is ready to run, as often as needed.
///
/// ```swift
/// let query = try database.prepare("SELECT place, blob FROM events WHERE paragraph = ?")
/// try query.bind("p0042")
/// while try query.step() { print(query.integer(0), query.bytes(1)) }
/// ```
@safe package struct Statement: ~Copyable {
  private let pointer: OpaquePointer

  @safe
  init(_ text: String, _ connection: OpaquePointer) throws(SQLiteError) {
    var made: OpaquePointer?
    let action = "prepare \(text.prefix(60))"
    try gate(connection, action) { unsafe sqlite3_prepare_v2(connection, text, -1, &made, nil) }
    guard let made = unsafe made else { throw SQLiteError(.other, action, "it says nothing") }
    unsafe pointer = made
  }

  deinit {
    unsafe sqlite3_finalize(pointer)
  }

  /// Gives the values for the question marks, in their order, and begins anew.
  package borrowing func bind<each Value: Bindable>(_ values: repeat each Value) throws(SQLiteError) {
    // What the last run failed with was reported then.
    unsafe sqlite3_reset(pointer)
    var place: Int32 = 0
    for value in repeat each values {
      place += 1
      try call("give a value to a statement") { statement in unsafe value.bind(to: statement, at: place) }
    }
  }

  /// Runs a statement that answers nothing.
  package borrowing func run<each Value: Bindable>(_ values: repeat each Value) throws(SQLiteError) {
    try bind(repeat each values)
    while try step() {}
  }

  /// Goes on to the next row.
  ///
  /// - Returns: whether there is one; where there is none, the statement holds no lock any more.
  package borrowing func step() throws(SQLiteError) -> Bool {
    let status = try call("run a statement") { statement in unsafe sqlite3_step(statement) }
    if status == SQLITE_ROW { return true }
    unsafe sqlite3_reset(pointer)
    return false
  }

  /// Ends a run before its last row, so that it holds no lock.
  package borrowing func reset() {
    unsafe sqlite3_reset(pointer)
  }

  @safe @discardableResult
  private borrowing func call(
    _ action: @autoclosure () -> String, _ body: (OpaquePointer) -> Int32
  ) throws(SQLiteError) -> Int32 {
    try unsafe gate(sqlite3_db_handle(pointer), action()) { unsafe body(pointer) }
  }
}

/// The columns of the row that a statement stands at, counted from 0; a column of another type is converted as SQLite
/// does it, and one that is not there is nothing.
extension Statement {
  package borrowing func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL
  }

  package borrowing func integer(_ column: Int) -> Int {
    unsafe Int(sqlite3_column_int64(pointer, Int32(column)))
  }

  package borrowing func real(_ column: Int) -> Double {
    unsafe sqlite3_column_double(pointer, Int32(column))
  }

  /// The text; bytes that are no UTF-8 are replaced by U+FFFD. Empty where there is none.
  @safe
  package borrowing func text(_ column: Int) -> String {
    let text = unsafe sqlite3_column_text(pointer, Int32(column))
    let count = unsafe Int(sqlite3_column_bytes(pointer, Int32(column)))
    return unsafe String(decoding: UnsafeBufferPointer(start: text, count: text == nil ? 0 : count), as: UTF8.self)
  }

  @safe
  package borrowing func bytes(_ column: Int) -> [UInt8] {
    let bytes = unsafe sqlite3_column_blob(pointer, Int32(column))
    let count = unsafe Int(sqlite3_column_bytes(pointer, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
  }
}
