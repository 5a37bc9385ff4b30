import Cjansson
import Glibc

extension JSONValue {
  /// How deep arrays and objects may nest in a text that is read.
  package static var deepest: Int { 2048 }

  /// Reads a JSON text: one value of any kind, with white space round it.
  ///
  /// Refused, beyond what the grammar refuses: a key that stands twice in an object (one of the two would be lost
  /// silently), a null character in a key, a whole number beyond 64 bits, a number too large for a `Double`, and nesting beyond ``deepest``.
  ///
  /// - Cost: linear in the size of the text.
  package init(reading text: String) throws(JSONError) {
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(JSONError) in unsafe try read(UnsafeRawBufferPointer(bytes)) }
    }
    .get()
  }

  /// Reads a JSON text in UTF-8, as `init(reading:)` does. Bytes that are not UTF-8 are refused.
  package init(reading bytes: [UInt8]) throws(JSONError) {
    self = try unsafe bytes.withUnsafeBytes { bytes in Result { () throws(JSONError) in unsafe try read(bytes) } }.get()
  }
}

private func read(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
  if unsafe bytes.isEmpty { throw JSONError(.unexpectedEnd, line: 1, column: 1, "the text is empty") }
  try unsafe refuseNullByte(bytes)
  var error = json_error_t()
  let flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL
  let root = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
    unsafe json_loadb(characters.baseAddress, characters.count, Int(flags), &error)
  }
  guard let root = unsafe root else { throw JSONError(error) }
  defer { unsafe json_decref(root) }
  return unsafe JSONValue(root)
}

/// The library overlooks a null byte after a number: it would read `[1\0]`, and end `1\0` there.
private func refuseNullByte(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
  guard let start = bytes.baseAddress, let found = unsafe memchr(start, 0, bytes.count) else { return }
  let before = unsafe UnsafeRawBufferPointer(start: start, count: UnsafeRawPointer(found) - start)
  let lines = unsafe before.split(separator: 0x0A, omittingEmptySubsequences: false)
  let characters = unsafe lines.last.map { unsafe String(decoding: $0, as: UTF8.self).unicodeScalars.count } ?? 0
  throw unsafe JSONError(.syntax, line: lines.count, column: characters + 1, "there is a null byte")
}

extension JSONValue {
  /// Copies a tree of the library. Its depth is bounded by the library's reader.
  fileprivate init(_ source: UnsafePointer<json_t>) {
    switch unsafe source.pointee.type {
    case JSON_TRUE: self = .bool(true)
    case JSON_FALSE: self = .bool(false)
    case JSON_INTEGER: self = unsafe .integer(Int(json_integer_value(source)))
    case JSON_REAL: self = unsafe .number(json_real_value(source))
    case JSON_STRING: self = unsafe .string(String(json_string_value(source), length: json_string_length(source)))
    case JSON_ARRAY:
      var elements: [JSONValue] = []
      let count = unsafe json_array_size(source)
      elements.reserveCapacity(count)
      for index in 0..<count {
        if let element = unsafe json_array_get(source, index) { unsafe elements.append(JSONValue(element)) }
      }
      self = .array(elements)
    case JSON_OBJECT: self = unsafe .object(JSONObject(source))
    default: self = .null
    }
  }
}

extension JSONObject {
  /// Copies an object of the library, whose iterator keeps the order of the text.
  fileprivate init(_ source: UnsafePointer<json_t>) {
    // The iterator is declared to change the object; it does not.
    let object = unsafe UnsafeMutablePointer(mutating: source)
    var members: [Member] = []
    unsafe members.reserveCapacity(json_object_size(source))
    var iterator = unsafe json_object_iter(object)
    while let current = unsafe iterator {
      if let value = unsafe json_object_iter_value(current) {
        unsafe members.append(
          Member(String(json_object_iter_key(current), length: json_object_iter_key_len(current)), JSONValue(value)))
      }
      unsafe iterator = unsafe json_object_iter_next(object, current)
    }
    self.init(uncheckedUniqueKeys: members)
  }
}

extension String {
  /// Text of the library, which has checked that it is UTF-8; may hold null characters.
  fileprivate init(_ start: UnsafePointer<CChar>?, length: Int) {
    self = unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}

extension JSONError {
  fileprivate init(_ error: json_error_t) {
    var error = error
    let kind = unsafe json_error_code(&error)
    let said = unsafe withUnsafeBytes(of: &error.text) { bytes in
      // The library quotes the text; a line break in it would break the error's line.
      unsafe String(decoding: bytes.prefix { $0 != 0 }.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
    let (code, message): (Code, String) =
      switch kind {
      case json_error_premature_end_of_input: (.unexpectedEnd, "the text ends in the middle of a value")
      case json_error_end_of_input_expected: (.trailingText, "there is more text after the value")
      case json_error_invalid_utf8: (.invalidUTF8, "the text is not valid UTF-8")
      case json_error_duplicate_key: (.repeatedKey, "a key stands twice in one object")
      case json_error_numeric_overflow: (.numberOutOfRange, "a number is out of range")
      case json_error_stack_overflow: (.tooDeep, "values nest more than \(JSONValue.deepest) deep")
      case json_error_out_of_memory: (.outOfMemory, "there is not enough memory")
      case json_error_null_byte_in_key: (.syntax, "a key holds a null character")
      default: (.syntax, said)
      }
    self.init(code, line: max(0, Int(error.line)), column: max(0, Int(error.column)), message)
  }
}
