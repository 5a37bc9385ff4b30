/// Reads one JSON text in a single pass, without recursion: a stack of the arrays and objects that are open.
///
/// Our own in place of a library for speed alone: three megabytes of JSON lines take 6 ms instead of the 47 ms that the
/// C library took, most of which went into its tree, which then had to be copied. Python's reader is the oracle of the
/// tests.
struct JSONReader {
  /// The byte that is read next.
  var place = 0

  private var open: [Level] = []

  /// An array or object that is not closed yet.
  fileprivate struct Level {
    let isObject: Bool
    var elements: [JSONValue] = []
    var members: [JSONObject.Member] = []

    /// The key whose value is read next.
    var key = ""

    /// The keys of the members, once they are too many to compare one by one.
    var keys: Set<Key> = []
  }

  /// The one value of the text, with white space round it.
  mutating func read(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue {
    while true {
      guard let value = try beginning(bytes) else { continue }
      if let whole = try closing(value, bytes) { return whole }
    }
  }

  /// A value that is whole; `nil` where it is an array or object that has been opened.
  private mutating func beginning(_ bytes: Span<UInt8>) throws(JSONError) -> JSONValue? {
    switch try significantByte(bytes) {
    case UInt8(ascii: "\""):
      return .string(try string(bytes))
    case UInt8(ascii: "{"):
      try enter(isObject: true, bytes)
      if try significantByte(bytes) == UInt8(ascii: "}") { return leave() }
      try key(bytes)
      return nil
    case UInt8(ascii: "["):
      try enter(isObject: false, bytes)
      // A ternary would take `nil` for the value null.
      if try significantByte(bytes) == UInt8(ascii: "]") { return leave() }
      return nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(bytes)
    default:
      return try word(bytes)
    }
  }

  /// Puts a whole value where it belongs, and closes what ends with it.
  ///
  /// - Returns: the value that is the whole text, once its end is reached.
  private mutating func closing(_ value: JSONValue, _ bytes: Span<UInt8>) throws(JSONError) -> JSONValue? {
    var value = value
    while let last = open.indices.last {
      let isObject = open[last].isObject
      if isObject {
        open[last].members.append(JSONObject.Member(open[last].key, value))
      } else {
        open[last].elements.append(value)
      }
      switch try significantByte(bytes) {
      case UInt8(ascii: ","):
        place += 1
        if isObject { try key(bytes) }
        return nil
      case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
        value = leave()
      default:
        throw unexpected("',' or '\(isObject ? "}" : "]")' was expected", bytes)
      }
    }
    skipWhiteSpace(bytes)
    if place == bytes.count { return value }
    throw unexpected("there is more text after the value", code: .trailingText, bytes)
  }

  private mutating func enter(isObject: Bool, _ bytes: Span<UInt8>) throws(JSONError) {
    guard open.count < JSONValue.deepest else {
      throw error(.tooDeep, at: place, "values nest more than \(JSONValue.deepest) deep", bytes)
    }
    open.append(Level(isObject: isObject))
    place += 1
  }

  private mutating func leave() -> JSONValue {
    place += 1
    let level = open.removeLast()
    return level.isObject ? .object(JSONObject(uncheckedUniqueKeys: level.members)) : .array(level.elements)
  }

  /// A key and its colon.
  private mutating func key(_ bytes: Span<UInt8>) throws(JSONError) {
    guard try significantByte(bytes) == UInt8(ascii: "\"") else {
      throw unexpected("a key in quotation marks was expected", bytes)
    }
    let key = try string(bytes)
    if key.utf8.contains(0) { throw error(.syntax, at: place - 1, "a key holds a null character", bytes) }
    guard let last = open.indices.last, open[last].takes(key) else {
      throw error(.repeatedKey, at: place - 1, "a key stands twice in one object", bytes)
    }
    guard try significantByte(bytes) == UInt8(ascii: ":") else { throw unexpected("':' was expected", bytes) }
    place += 1
  }

  /// The next byte that is not white space; it is not read yet.
  private mutating func significantByte(_ bytes: Span<UInt8>) throws(JSONError) -> UInt8 {
    skipWhiteSpace(bytes)
    if place < bytes.count { return bytes[place] }
    throw endOfText(bytes)
  }

  private mutating func skipWhiteSpace(_ bytes: Span<UInt8>) {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }
}

extension JSONReader.Level {
  /// Makes a key the one whose value is read next; `false` where it stands in the object already.
  fileprivate mutating func takes(_ key: String) -> Bool {
    self.key = key
    if members.count < 16 { return !members.contains { Key(text: $0.key) == Key(text: key) } }
    if keys.isEmpty { keys = Set(members.map { Key(text: $0.key) }) }
    return keys.insert(Key(text: key)).inserted
  }
}

/// A key by its code points and not by how it looks.
fileprivate struct Key: Hashable {
  let text: String

  static func == (first: Key, second: Key) -> Bool {
    first.text.utf8.count == second.text.utf8.count && first.text.utf8.elementsEqual(second.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
