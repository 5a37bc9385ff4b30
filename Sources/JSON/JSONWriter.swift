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
}

/// Writes JSON text piece by piece: what is large, and made only to be written, need not stand in memory as a value.
///
/// Commas, colons and line breaks are the writer's. The caller sees to it that each array and object that is begun is
/// ended, that each member of an object is a key and a value, and that no key stands twice.
///
/// ```swift
/// writer.begin(.object)
/// writer.key("places")
/// writer.write(.integer(3))
/// writer.end(.object)
/// ```
package struct JSONWriter {
  private let isPretty: Bool
  private var depth = 0

  /// What the next value follows.
  private var place = Place.first

  /// What was written, in UTF-8.
  package private(set) var bytes: [UInt8]

  private enum Place { case first, further, key }

  package enum Enclosure { case array, object }

  package init(layout: JSONValue.Layout = .compact) {
    isPretty = layout == .pretty
    bytes = []
  }

  package mutating func begin(_ enclosure: Enclosure) {
    separate()
    bytes.append(enclosure == .array ? UInt8(ascii: "[") : UInt8(ascii: "{"))
    depth += 1
    place = .first
  }

  package mutating func end(_ enclosure: Enclosure) {
    depth -= 1
    if place == .further { breakLine() }
    bytes.append(enclosure == .array ? UInt8(ascii: "]") : UInt8(ascii: "}"))
    place = .further
  }

  /// The key of the value that is written next.
  package mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    place = .key
  }

  package mutating func write(_ text: String) {
    separate()
    quote(text)
  }

  package mutating func write(_ value: JSONValue) {
    switch value {
    case .null: word("null")
    case .bool(let value): word(value ? "true" : "false")
    case .integer(let value): word(String(value))
    case .number(let value): word(value.isFinite ? String(value) : "null")
    case .string(let value): write(value)
    case .array(let elements):
      begin(.array)
      for element in elements { write(element) }
      end(.array)
    case .object(let object):
      begin(.object)
      for member in object.members {
        key(member.key)
        write(member.value)
      }
      end(.object)
    }
  }

  /// Ends a text; the next value begins another one.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    place = .first
  }

  /// Takes back what was written of a text that is not ended, which began when so many bytes stood there.
  package mutating func takeBack(to count: Int) {
    bytes.removeLast(bytes.count - count)
    (depth, place) = (0, .first)
  }

  private mutating func word(_ word: String) {
    separate()
    bytes += word.utf8
  }

  /// What stands between what was written last and what is written next.
  private mutating func separate() {
    if place == .further { bytes.append(UInt8(ascii: ",")) }
    if place != .key, depth > 0 { breakLine() }
    place = .further
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  /// Copies the stretches between two escapes whole.
  private mutating func quote(_ text: String) {
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
