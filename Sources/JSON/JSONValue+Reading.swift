extension JSONValue {
  /// How deep arrays and objects may nest in a text that is read.
  package static var deepest: Int { 2048 }

  /// Reads a JSON text: one value of any kind, with white space round it.
  ///
  /// Refused, beyond what the grammar refuses: a key that stands twice in an object (one of the two would be lost
  /// silently), a null character in a key, a whole number beyond 64 bits, a number too large for a `Double`, and nesting
  /// beyond ``deepest``.
  ///
  /// - Cost: linear in the size of the text.
  package init(reading text: String) throws(JSONError) {
    try self.init(reading: text.utf8.span)
  }

  /// Reads a JSON text in UTF-8, as `init(reading:)` does. Bytes that are not UTF-8 are refused.
  package init(reading bytes: [UInt8]) throws(JSONError) {
    try self.init(reading: bytes.span)
  }

  /// Reads a JSON text out of bytes that stand in others: a line of a block.
  package init(reading bytes: Span<UInt8>) throws(JSONError) {
    var reader = JSONReader()
    self = try reader.read(bytes)
  }
}
