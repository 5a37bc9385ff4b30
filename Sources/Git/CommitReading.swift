/// Reads commits out of git's own form of them, as nearly all are written: walking a long history reads each of them once,
/// and libgit2 keeps and copies more of one than is asked for.
///
/// What is unusual (a header beside the usual four, a name that must be trimmed, a NUL) it leaves to libgit2.
struct CommitReading {
  private let bytes: [UInt8]
  private var next = 0

  /// The commit in these bytes; `nil` where anything about them is unusual.
  static func commit(_ id: ObjectID, _ bytes: [UInt8]) -> Commit? {
    if bytes.contains(0) { return nil }
    var reading = CommitReading(bytes: bytes)
    return reading.commit(id)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func commit(_ id: ObjectID) -> Commit? {
    guard skip("tree "), let tree = objectID() else { return nil }
    var parents: [ObjectID] = []
    while skip("parent ") {
      guard let parent = objectID() else { return nil }
      parents.append(parent)
    }
    guard skip("author "), let author = signature(), skip("committer "), let committer = signature(), skip("\n"),
      next < bytes.count, bytes[next] != 0x0A
    else { return nil }
    return Commit(
      id: id, tree: tree, parents: parents, author: author, committer: committer,
      message: String(decoding: bytes[next...], as: UTF8.self))
  }

  /// Passes over a word where it stands next.
  @safe
  private mutating func skip(_ word: StaticString) -> Bool {
    let isThere = word.withUTF8Buffer { word in unsafe bytes[next...].starts(with: word) }
    if isThere { next += word.utf8CodeUnitCount }
    return isThere
  }

  /// Forty digits and the end of the line.
  private mutating func objectID() -> ObjectID? {
    let end = next + ObjectID.digitCount
    guard end < bytes.count, bytes[end] == 0x0A else { return nil }
    defer { next = end + 1 }
    return ObjectID(digits: bytes[next..<end])
  }

  /// `Venezuela <ven@example.org> 1773570600 -0400` and the end of the line.
  private mutating func signature() -> Signature? {
    guard let end = bytes[next...].firstIndex(of: 0x0A), let less = bytes[next..<end].firstIndex(of: 0x3C),
      let more = bytes[less..<end].firstIndex(of: 0x3E), less > next, bytes[less - 1] == 0x20
    else { return nil }
    let (name, email, rest) = (bytes[next..<(less - 1)], bytes[(less + 1)..<more], bytes[(more + 1)..<end])
    guard Self.isClean(name), Self.isClean(email), !email.contains(0x3C), let moment = Self.moment(rest) else {
      return nil
    }
    next = end + 1
    return Signature(
      name: String(decoding: name, as: UTF8.self), email: String(decoding: email, as: UTF8.self),
      seconds: moment.seconds, offsetMinutes: moment.offset)
  }

  /// Whether there is nothing at either end that libgit2 would cut off.
  private static func isClean(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    func isCut(_ byte: UInt8) -> Bool { byte <= 0x20 || ".,:;<>\"\\'".utf8.contains(byte) }
    return !isCut(first) && !isCut(last)
  }

  /// ` 1773570600 -0400`.
  private static func moment(_ text: ArraySlice<UInt8>) -> (seconds: Int64, offset: Int)? {
    guard text.count >= 8, text.count <= 24, text.first == 0x20 else { return nil }
    let zone = text.suffix(5)
    guard text[zone.startIndex - 1] == 0x20, let sign = zone.first, sign == 0x2B || sign == 0x2D,
      let seconds = number(text[(text.startIndex + 1)..<(zone.startIndex - 1)]), let clock = number(zone.dropFirst()),
      clock / 100 <= 14, clock % 100 < 60
    else { return nil }
    let offset = clock / 100 * 60 + clock % 100
    return (Int64(seconds), sign == 0x2D ? -offset : offset)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...17).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
