internal import Drafting
internal import Git

/// What a history index says about itself: which tips it was made from, and sums over all that it holds.
///
/// SQLite notices a page that has lost its form, and no more; these sums notice a single bit, also where a row has gone
/// or an old page has come back.
struct HistoryState: Hashable {
  /// The branches and where they stood.
  var tips: [String: ObjectID] = [:]

  /// Where branches stood once that do not reach it any more, as long as the repository has the commit: nothing else tells
  /// that there was something.
  var lost: Set<BranchTip> = []

  /// How many commits there are, and the sum of their digests.
  var commitCount = 0
  var commitSum: UInt64 = 0

  /// The sums over the rows of `paragraphs`, bucket by bucket, so that reading one paragraph checks a few rows.
  var bucketSums = [UInt64](repeating: 0, count: HistoryState.bucketCount)

  static let bucketCount = 128

  /// Goes up with each change of what is kept, and how; the order of ``CommitMessage/Key`` is part of it.
  private static let format = 11

  /// The bucket of a paragraph.
  static func bucket(of identifier: ParagraphIdentifier) -> Int {
    Int(digest(of: Array(identifier.description.utf8)) % UInt64(bucketCount))
  }

  static func digest(of bytes: [UInt8]) -> UInt64 { Checksum(bytes[...]).value }
}

extension HistoryState {
  /// The state with its own checksum before it.
  var bytes: [UInt8] {
    var writer = FieldWriter()
    writer.write(Self.format)
    writer.write(tips.count)
    for (name, id) in tips.sorted(by: { $0.key < $1.key }) {
      writer.write(name)
      writer.write(id)
    }
    writer.write(lost.count)
    for tip in lost.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
      writer.write(tip.name)
      writer.write(tip.id)
    }
    writer.write(commitCount)
    writer.write(Int(bitPattern: UInt(commitSum)))
    for sum in bucketSums { writer.write(Int(bitPattern: UInt(sum))) }
    return writer.bytes.checked
  }

  /// An index that another version of the program made, which is whole and of no use.
  struct OtherFormat: Error {}

  /// - Throws: ``FieldReader/Damage``, ``OtherFormat``.
  init(_ bytes: [UInt8]) throws {
    var reader = FieldReader(try bytes.withoutCheck())
    guard try reader.integer() == Self.format else { throw OtherFormat() }
    func tips(_ reader: inout FieldReader) throws(FieldReader.Damage) -> [BranchTip] {
      try reader.list { reader throws(FieldReader.Damage) in
        BranchTip(name: try reader.text(), id: try reader.objectID())
      }
    }
    for tip in try tips(&reader) { self.tips[tip.name] = tip.id }
    lost = Set(try tips(&reader))
    commitCount = try reader.integer()
    commitSum = UInt64(UInt(bitPattern: try reader.integer()))
    for bucket in bucketSums.indices { bucketSums[bucket] = UInt64(UInt(bitPattern: try reader.integer())) }
  }
}

extension [UInt8] {
  /// The bytes with their checksum before them.
  var checked: [UInt8] {
    let sum = HistoryState.digest(of: self)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: sum >> (8 * UInt64(place)))) }
    bytes.append(contentsOf: self)
    return bytes
  }

  /// The bytes behind their checksum.
  ///
  /// - Throws: ``FieldReader/Damage`` where it is not theirs.
  func withoutCheck() throws(FieldReader.Damage) -> [UInt8] {
    guard count >= 8 else { throw FieldReader.Damage() }
    let sum = Checksum(self[8...]).value
    for place in 0..<8 where self[place] != UInt8(truncatingIfNeeded: sum >> (8 * UInt64(place))) {
      throw FieldReader.Damage()
    }
    return [UInt8](self[8...])
  }
}
