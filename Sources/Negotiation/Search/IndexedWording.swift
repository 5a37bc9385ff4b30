internal import Git
internal import SQLite

/// One wording of a paragraph in the index: what a commit on main or on a delegation's branch left of it.
struct IndexedWording: Hashable {
  /// `main`, or the delegation's code.
  var line: String
  var position: Int
  var paragraph: String
  var commit: ObjectID
  var time: Int
  var offsetMinutes: Int
  /// As it was printed then.
  var address: String
  var action: String?
  var on: String?
  /// The delegation whose proposal it amends.
  var amended: String?
  var isMerge: Bool
  /// Whether it differs from the chair's; true on main.
  var stands: Bool
  var outcome: String?
  /// With the footnotes behind it, a line each; `nil` where the paragraph is taken away.
  var text: String?
  /// The words, by their numbers, that the chair's text does not have.
  var brought: [Range<Int>] = []
  /// Whether no commit has it: an amendment as it reads on what its proposer has made of the proposal since.
  var isFollowing = false
}

extension IndexedWording {
  /// Reads the row that a query of ``SearchIndex/columns`` stands at.
  init(_ query: borrowing Statement) {
    line = query.text(0)
    position = query.integer(1)
    paragraph = query.text(2)
    commit = ObjectID((query.bytes(3) + [UInt8](repeating: 0, count: ObjectID.byteCount))[..<ObjectID.byteCount])
    time = query.integer(4)
    offsetMinutes = query.integer(5)
    address = query.text(6)
    action = query.isNull(7) ? nil : query.text(7)
    on = query.isNull(8) ? nil : query.text(8)
    amended = query.isNull(9) ? nil : query.text(9)
    isMerge = query.integer(10) == 1
    stands = query.integer(11) == 1
    outcome = query.isNull(12) ? nil : query.text(12)
    text = query.isNull(13) ? nil : query.text(13)
    brought = query.text(14).split(separator: " ").compactMap { range in
      let ends = range.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
    }
  }
}
