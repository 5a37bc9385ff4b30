internal import Clibgit2

/// The entries of one folder, read one after the other out of git's own form of it.
///
/// Comparing folders of hundreds of files is most of what looking for changes costs, and nearly all of their entries are
/// the same: so no entry gets a name of its own until somebody asks for it.
struct TreeScan {
  private let bytes: [UInt8]
  private let tree: ObjectID?
  private var next = 0

  /// The entry that it stands at; `nil` behind the last.
  private(set) var current: Entry?

  struct Entry {
    fileprivate var name: Range<Int>
    var isFolder: Bool
    var id: ObjectID
  }

  /// - Parameter tree: an empty folder for `nil`.
  init(_ repository: Repository, _ tree: ObjectID?) throws(GitError) {
    self.tree = tree
    bytes =
      try tree.map { id throws(GitError) in
        try repository.withContent(of: id, GIT_OBJECT_TREE, "read the tree") { bytes in
          unsafe bytes.withUnsafeBytes { unsafe Array($0) }
        }
      } ?? []
    try advance()
  }

  func name(of entry: Entry) -> String { String(decoding: bytes[entry.name], as: UTF8.self) }

  /// Goes on to the next entry.
  ///
  /// An entry is its mode in octal digits, a space, its name, a zero, and the twenty bytes of the object's hash.
  mutating func advance() throws(GitError) {
    current = nil
    guard next < bytes.count else { return }
    let isFolder = bytes[next] == UInt8(ascii: "4")
    guard let space = bytes[next...].firstIndex(of: 0x20), let end = bytes[space...].firstIndex(of: 0),
      end > space + 1, end + 20 < bytes.count
    else {
      throw GitError(.damaged, "read the tree \(tree?.hex ?? "")", "its entry at byte \(next) is cut off")
    }
    current = Entry(name: (space + 1)..<end, isFolder: isFolder, id: ObjectID(bytes[(end + 1)...(end + 20)]))
    next = end + 21
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
