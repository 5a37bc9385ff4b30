extension JSONValue {
  /// How a value is laid out: on one line, or a member a line with two spaces a level.
  package enum Layout: Hashable, Sendable { case compact, pretty }

  /// The value as JSON text, without a line break at its end.
  ///
  /// Only what JSON requires is escaped: quotation mark, backslash and control characters. Slashes and letters beyond
  /// ASCII stand as they are.
  ///
  /// - Cost: linear in the size of the text. Nested values take stack; a value that was read is never too deep.
  package func text(_ layout: Layout = .compact) -> String { String(decoding: bytes(layout), as: UTF8.self) }

  /// The value as JSON text in UTF-8, as `text(_:)` writes it, without the cost of a `String`.
  package func bytes(_ layout: Layout = .compact) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return writer.bytes
  }

  /// Appends the value as JSON text on one line to other bytes, in place.
  package func write(to bytes: inout [UInt8]) {
    var writer = JSONWriter(layout: .compact, bytes: bytes)
    bytes = []
    writer.write(self)
    bytes = writer.bytes
  }
}

private struct JSONWriter {
  private let isPretty: Bool
  private var depth = 0
  private(set) var bytes: [UInt8]

  init(layout: JSONValue.Layout, bytes: [UInt8] = []) {
    isPretty = layout == .pretty
    self.bytes = bytes
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += (value.isFinite ? String(value) : "null").utf8
    case .string(let value): write(value)
    case .array(let elements):
      enclose(elements, UInt8(ascii: "["), UInt8(ascii: "]")) { $0.write($1) }
    case .object(let object):
      enclose(object.members, UInt8(ascii: "{"), UInt8(ascii: "}")) { writer, member in
        writer.write(member.key)
        writer.bytes.append(UInt8(ascii: ":"))
        if writer.isPretty { writer.bytes.append(UInt8(ascii: " ")) }
        writer.write(member.value)
      }
    }
  }

  private mutating func enclose<Element>(
    _ elements: [Element], _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(open)
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      body(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { breakLine() }
    bytes.append(close)
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  /// Copies the stretches between two escapes whole.
  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { source in
      var start = 0
      var end = unsafe endOfPlainRun(source.span, from: 0)
      while end < source.count {
        unsafe bytes.append(contentsOf: source[start..<end])
        unsafe escape(source[end])
        start = end + 1
        end = unsafe endOfPlainRun(source.span, from: start)
      }
      unsafe bytes.append(contentsOf: source[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x08: bytes += "\\b".utf8
    case 0x09: bytes += "\\t".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0C: bytes += "\\f".utf8
    case 0x0D: bytes += "\\r".utf8
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes += "\\u00".utf8
      bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
