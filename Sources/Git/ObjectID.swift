import Clibgit2

/// The SHA-1 name of a commit, tree, blob or tag.
package struct ObjectID: Hashable, Comparable, Sendable {
  // The twenty bytes as big-endian numbers, so that numbers compare as the hexadecimal text does.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt32

  /// The number of hexadecimal digits.
  package static let digitCount = 40

  /// The shortest beginning that ``Repository/object(startingWith:)`` accepts.
  package static let shortestPrefix = 4

  /// The name written as forty hexadecimal digits in either case; `nil` for anything else.
  package init?(_ hex: some StringProtocol) { self.init(digits: hex.utf8) }

  /// The same of the bytes of such a text.
  init?(digits: some Sequence<UInt8>) {
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    var count = 0
    for byte in digits {
      guard count < ObjectID.digitCount, let digit = ObjectID.value(ofDigit: byte) else { return nil }
      switch count / 16 {
      case 0: words.0 = words.0 << 4 | UInt64(digit)
      case 1: words.1 = words.1 << 4 | UInt64(digit)
      default: words.2 = words.2 << 4 | UInt32(digit)
      }
      count += 1
    }
    guard count == ObjectID.digitCount else { return nil }
    (first, second, third) = words
  }

  /// Forty lower-case hexadecimal digits.
  package var hex: String {
    String(asciiCount: ObjectID.digitCount) { index in
      let nibble: UInt64 =
        switch index / 16 {
        case 0: first >> (60 - 4 * UInt64(index))
        case 1: second >> (60 - 4 * UInt64(index - 16))
        default: UInt64(third) >> (28 - 4 * UInt64(index - 32))
        }
      return ObjectID.digit(nibble)
    }
  }

  private static func digit(_ nibble: UInt64) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: nibble & 0xF)
    return digit < 10 ? 0x30 + digit : 0x57 + digit
  }

  /// The first seven digits, for people; not promised to be unique.
  package var short: String { String(asciiCount: 7) { ObjectID.digit(first >> (60 - 4 * UInt64($0))) } }

  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.first, left.second, left.third) < (right.first, right.second, right.third)
  }

  static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

extension ObjectID {
  // Names are spread evenly over all numbers: a part of one tells nearly all of them apart.
  package func hash(into hasher: inout Hasher) { hasher.combine(first) }
}

extension ObjectID: CustomStringConvertible {
  package var description: String { hex }
}

extension ObjectID {
  /// How many bytes a name has.
  package static let byteCount = 20

  /// The bytes of the name.
  package var bytes: [UInt8] { unsafe withUnsafeBytes(of: c.id) { unsafe Array($0) } }

  /// Puts the bytes of the name behind others.
  @safe
  package func append(to bytes: inout [UInt8]) {
    let id = c
    unsafe withUnsafeBytes(of: id.id) { unsafe bytes.append(contentsOf: $0) }
  }

  /// - Parameter bytes: the twenty of the name.
  package init(_ bytes: ArraySlice<UInt8>) {
    precondition(bytes.count == ObjectID.byteCount)
    (first, second, third) = unsafe bytes.withUnsafeBytes { unsafe ObjectID.numbers($0) }
  }

  init(_ id: git_oid) {
    (first, second, third) = unsafe withUnsafeBytes(of: id.id) { unsafe ObjectID.numbers($0) }
  }

  /// - Parameter bytes: twenty of them.
  @unsafe
  private static func numbers(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64, UInt32) {
    unsafe (
      UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
    )
  }

  /// A name that libgit2 lends; `nil` where it lends none.
  init?(_ pointer: UnsafePointer<git_oid>?) {
    guard let pointer = unsafe pointer else { return nil }
    self.init(unsafe pointer.pointee)
  }

  var c: git_oid {
    var id = git_oid()
    unsafe withUnsafeMutableBytes(of: &id.id) { bytes in
      unsafe bytes.storeBytes(of: first.bigEndian, as: UInt64.self)
      unsafe bytes.storeBytes(of: second.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe bytes.storeBytes(of: third.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return id
  }
}

extension String {
  fileprivate init(asciiCount count: Int, _ byte: (Int) -> UInt8) {
    unsafe self.init(unsafeUninitializedCapacity: count) { buffer in
      for index in 0..<count { unsafe buffer[index] = byte(index) }
      return count
    }
  }
}
