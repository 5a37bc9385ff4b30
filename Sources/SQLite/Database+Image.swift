import Csqlite3

/// A database in memory as one run of bytes: what its file would hold.
extension Database {
  /// Opens a copy of an image in memory; it can be written to.
  ///
  /// - Parameter image: what ``image()`` gave; damage in it shows with the first statement that meets it.
  /// - Throws: `.noSpace` where there is no memory left, `.damaged`.
  @safe
  package convenience init(image: ArraySlice<UInt8>) throws(SQLiteError) {
    try self.init(at: "", .inMemory)
    let action = "open a database in memory"
    guard let copy = unsafe sqlite3_malloc64(UInt64(max(1, image.count))) else {
      throw SQLiteError(.noSpace, action, "there is no memory left")
    }
    unsafe image.withUnsafeBytes { bytes in
      unsafe UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyMemory(from: bytes)
    }
    try connection.call(action) { connection in
      // The copy is SQLite's from here on, also where this fails.
      unsafe sqlite3_deserialize(
        connection, "main", copy.assumingMemoryBound(to: UInt8.self), sqlite3_int64(image.count),
        sqlite3_int64(image.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE))
    }
  }

  /// The bytes of the database.
  @safe
  package func image() throws(SQLiteError) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let bytes = unsafe sqlite3_serialize(connection.pointer, "main", &size, 0) else {
      throw SQLiteError(.noSpace, "read a database in memory", "there is no memory left")
    }
    defer { unsafe sqlite3_free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
  }
}
