import Csqlite3

/// A value that can stand for a question mark in a statement: a number, a text, bytes, or nothing.
package protocol Bindable {
  /// Gives a copy of the value to a statement; returns SQLite's result code.
  @unsafe func bind(to statement: OpaquePointer, at place: Int32) -> Int32
}

extension Int: Bindable {
  package func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    unsafe sqlite3_bind_int64(statement, place, Int64(self))
  }
}

extension Double: Bindable {
  package func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    unsafe sqlite3_bind_double(statement, place, self)
  }
}

extension String: Bindable {
  package func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    unsafe withCString { text in
      unsafe sqlite_bind_copied_text(statement, place, text, Int32(clamping: utf8.count))
    }
  }
}

extension [UInt8]: Bindable {
  package func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    // An empty array may lend no address, and bytes without an address are nothing to SQLite.
    if isEmpty { return unsafe sqlite3_bind_zeroblob(statement, place, 0) }
    return unsafe withUnsafeBytes { bytes in
      unsafe sqlite_bind_copied_bytes(statement, place, bytes.baseAddress, Int32(clamping: bytes.count))
    }
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  package func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
    switch self {
    case .none: unsafe sqlite3_bind_null(statement, place)
    case .some(let value): unsafe value.bind(to: statement, at: place)
    }
  }
}
