internal import Git

/// Writes numbers, texts and names of objects one behind the other, as short as they are.
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; the sign is the lowest bit.
  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ id: ObjectID) { id.append(to: &bytes) }

  /// Bytes as they are, without their count.
  mutating func writePlain(_ content: [UInt8]) { bytes.append(contentsOf: content) }
}

/// Reads what a ``FieldWriter`` wrote; anything else throws.
struct FieldReader {
  /// The bytes are not what was written.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var next = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func integer() throws(Damage) -> Int {
    var (value, shift): (UInt, UInt) = (0, 0)
    while next < bytes.count, shift < 64 {
      let byte = bytes[next]
      next += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1) }
      shift += 7
    }
    throw Damage()
  }

  mutating func text() throws(Damage) -> String {
    String(decoding: try take(integer()), as: UTF8.self)
  }

  mutating func optionalText() throws(Damage) -> String? {
    try integer() == 0 ? nil : text()
  }

  mutating func objectID() throws(Damage) -> ObjectID { ObjectID(try take(ObjectID.byteCount)) }

  /// How many bytes are left.
  var rest: Int { bytes.count - next }
  var isAtEnd: Bool { next == bytes.count }

  /// So many bytes as they are.
  mutating func bytes(_ count: Int) throws(Damage) -> [UInt8] { Array(try take(count)) }

  /// A number, and as many of something.
  mutating func list<Element>(
    _ element: (inout FieldReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try integer()
    guard (0...bytes.count).contains(count) else { throw Damage() }
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  private mutating func take(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - next else { throw Damage() }
    next += count
    return bytes[(next - count)..<next]
  }
}
