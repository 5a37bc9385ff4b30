internal import Clibgit2
internal import Glibc

/// The entries of one folder, read one after the other out of git's own form of it.
///
/// Comparing folders of hundreds of files is most of what looking for changes costs, and nearly all of their entries are
/// the same: so no entry gets a name of its own until somebody asks for it, and what two folders begin and end with alike
/// is passed over as bytes.
struct TreeScan {
  private let bytes: [UInt8]
  private let tree: ObjectID?
  private var next = 0

  /// The entry that it stands at; `nil` behind the last, and before it has gone on to the first.
  private(set) var current: Entry?

  struct Entry {
    fileprivate var name: Range<Int>
    var isFolder: Bool
    var id: ObjectID
  }

  /// - Parameter tree: an empty folder for `nil`.
  init(_ repository: Repository, _ tree: ObjectID?, _ trees: TreeCache) throws(GitError) {
    self.tree = tree
    bytes = try tree.map { id throws(GitError) in try trees.bytes(of: id, in: repository) } ?? []
  }

  func name(of entry: Entry) -> String { String(decoding: bytes[entry.name], as: UTF8.self) }

  /// Goes on to the next entry.
  mutating func advance() throws(GitError) {
    current = nil
    guard next < bytes.count else { return }
    guard let found = TreeScan.entry(at: next, in: bytes) else { throw cutOff() }
    current = found
    next = found.name.upperBound + 21
  }

  /// Goes on to the next entries in both, behind those that are the same.
  static func advance(_ one: inout TreeScan, _ other: inout TreeScan) throws(GitError) {
    let (rest, otherRest) = (one.bytes.count - one.next, other.bytes.count - other.next)
    let same = commonCount(one.bytes, one.next, other.bytes, other.next, min(rest, otherRest))
    var length = same == rest && same == otherRest ? same : 0
    while length < same {
      guard let name = nameRange(at: one.next + length, in: one.bytes) else { throw one.cutOff() }
      let end = name.upperBound + 21 - one.next
      if end > same { break }
      length = end
    }
    one.next += length
    other.next += length
    try one.advance()
    try other.advance()
  }

  /// The object of a name; `nil` where the folder has none of that name.
  ///
  /// - Cost: passes over the entries, without looking at their objects.
  @safe
  static func object(named wanted: ArraySlice<UInt8>, in bytes: [UInt8]) -> ObjectID? {
    let end: Int? = unsafe bytes.withUnsafeBytes { bytes in
      unsafe wanted.withUnsafeBytes { wanted in
        guard let base = bytes.baseAddress, let sought = wanted.baseAddress else { return nil }
        var start = 0
        while start < bytes.count, let zero = unsafe memchr(base + start, 0, bytes.count - start) {
          let end = unsafe UnsafeRawPointer(zero) - base
          let name = end - wanted.count
          if end + 20 >= bytes.count { return nil }
          if name > start, unsafe bytes[name - 1] == 0x20, unsafe memcmp(base + name, sought, wanted.count) == 0,
            // The first space parts the mode from the name, which may hold others.
            unsafe memchr(base + start, 0x20, end - start) == UnsafeMutableRawPointer(mutating: base + (name - 1))
          {
            return end
          }
          start = end + 21
        }
        return nil
      }
    }
    return end.map { ObjectID(bytes[($0 + 1)...($0 + 20)]) }
  }

  /// An entry is its mode in octal digits, a space, its name, a zero, and the twenty bytes of the object's hash.
  private static func entry(at start: Int, in bytes: [UInt8]) -> Entry? {
    guard let name = nameRange(at: start, in: bytes) else { return nil }
    return Entry(
      name: name, isFolder: bytes[start] == UInt8(ascii: "4"),
      id: ObjectID(bytes[(name.upperBound + 1)...(name.upperBound + 20)]))
  }

  private static func nameRange(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    var space = start
    while space < bytes.count, bytes[space] != 0x20 { space += 1 }
    var end = space + 1
    while end < bytes.count, bytes[end] != 0 { end += 1 }
    return end > space + 1 && end + 20 < bytes.count ? (space + 1)..<end : nil
  }

  /// How many bytes are the same in both from two places on.
  @safe
  private static func commonCount(_ one: [UInt8], _ from: Int, _ other: [UInt8], _ start: Int, _ limit: Int) -> Int {
    unsafe one.withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { other in
        var count = 0
        guard let first = one.baseAddress, let second = other.baseAddress else { return 0 }
        while count + 256 <= limit, unsafe memcmp(first + (from + count), second + (start + count), 256) == 0 {
          count += 256
        }
        while count + 8 <= limit,
          unsafe one.loadUnaligned(fromByteOffset: from + count, as: UInt64.self)
            == other.loadUnaligned(fromByteOffset: start + count, as: UInt64.self)
        { count += 8 }
        while count < limit, unsafe one[from + count] == other[start + count] { count += 1 }
        return count
      }
    }
  }

  private func cutOff() -> GitError {
    GitError(.damaged, "read the tree \(tree?.hex ?? "")", "its entry at byte \(next) is cut off")
  }

  /// Less than, equal to or greater than zero as one entry stands before, at or behind the place of another in git's
  /// order, in which the name of a folder ends with a slash.
  static func order(_ first: Entry, in one: TreeScan, _ second: Entry, in other: TreeScan) -> Int {
    let count = min(first.name.count, second.name.count)
    for offset in 0..<count {
      let (a, b) = (one.bytes[first.name.lowerBound + offset], other.bytes[second.name.lowerBound + offset])
      if a != b { return a < b ? -1 : 1 }
    }
    let a = first.name.count > count ? one.bytes[first.name.lowerBound + count] : first.isFolder ? 0x2F : 0
    let b = second.name.count > count ? other.bytes[second.name.lowerBound + count] : second.isFolder ? 0x2F : 0
    return Int(a) - Int(b)
  }
}
