/// A label list with its colon, at the beginning of a bracket or after ` / `.
struct BracketLabelPrefix {
  /// Never `.unknown`.
  var meaning: LabelTable.ListMeaning

  /// The place of the colon.
  var colon: Int

  /// The labels, where they are beyond doubt.
  var labels: [String]? {
    if case .labels(let labels) = meaning { labels } else { nil }
  }
}

/// Finds label lists in a text.
///
/// The reader and the writer ask the same questions here, so that what the writer leaves alone is never misread. The
/// same few lists come again and again, so their meanings are kept.
struct BracketLabelFinder {
  let table: LabelTable
  private var known: [String: LabelTable.ListMeaning] = [:]

  /// The last stretch that was searched for a rival's labels: where the search began, where it ended, and from where on
  /// every item is a label. Without it a run of ` / a / b / c` would be searched again from each of its slashes.
  private var lastRival = (start: 0, end: 0, validFrom: 0)

  init(_ table: LabelTable) { self.table = table }

  /// The prefix in `bytes[start..<end]`; `nil` where no colon follows, or where the list names nobody.
  ///
  /// - Cost: linear in the length of the list, which is bounded (``LabelTable/longestList``).
  mutating func prefix(in bytes: [UInt8], from start: Int, to end: Int) -> BracketLabelPrefix? {
    let stop = Self.stop(in: bytes, from: start, to: min(end, start + table.longestList + 1))
    guard stop < end, bytes[stop] == .colon else { return nil }
    let meaning = meaning(of: bytes[start..<stop])
    return meaning == .unknown ? nil : BracketLabelPrefix(meaning: meaning, colon: stop)
  }

  /// The prefix of a rival after the slash at `slash`, with white space on both its sides (or the start before it).
  ///
  /// - Parameter range: the content in which it stands.
  /// - Cost: constant on average: each stretch of text is searched once.
  mutating func rivalPrefix(
    in bytes: [UInt8], at slash: Int, of range: Range<Int>
  ) -> BracketLabelPrefix? {
    guard slash == range.lowerBound || bytes[slash - 1].isBlank,
      slash + 1 < range.upperBound, bytes[slash + 1].isBlank
    else { return nil }
    let start = slash + 1
    // Labels that are compared to the letter may hold a separator, so their lists cannot be judged item by item.
    if !table.isExact {
      if !(lastRival.start <= start && start < lastRival.end) {
        let stop = Self.stop(in: bytes, from: start, to: range.upperBound)
        let isList = stop < range.upperBound && bytes[stop] == .colon
        lastRival = (start, stop, isList ? validStart(in: bytes, from: start, to: stop) : stop)
      }
      if start < lastRival.validFrom { return nil }
    }
    let prefix = prefix(in: bytes, from: start, to: range.upperBound)
    return prefix?.labels == nil ? nil : prefix
  }

  /// Forgets what was searched: the next text is another one.
  mutating func beginText() { lastRival = (0, 0, 0) }

  /// The first place in `start..<end` that can be no part of a label list: a colon, or a sign that no label holds.
  private static func stop(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var place = start
    while place < end {
      switch bytes[place] {
      case .colon, .openBracket, .closeBracket, .backslash, .tilde: return place
      default: place += 1
      }
    }
    return place
  }

  /// From where on every item before the colon at `end` is a label without doubt.
  private mutating func validStart(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var valid = end
    var itemEnd = end
    let start = max(start, end - table.longestList)
    while itemEnd >= start {
      var itemStart = itemEnd
      while itemStart > start, !Self.isSeparator(bytes[itemStart - 1]) { itemStart -= 1 }
      guard case .labels = meaning(of: bytes[itemStart..<itemEnd]) else { return valid }
      valid = itemStart
      itemEnd = itemStart - 1
    }
    return valid
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == .slash || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private mutating func meaning(of bytes: ArraySlice<UInt8>) -> LabelTable.ListMeaning {
    let list = String(decoding: bytes, as: UTF8.self)
    if let meaning = known[list] { return meaning }
    let meaning = table.meaning(ofList: list)
    if known.count < 10_000, bytes.count < 200 { known[list] = meaning }
    return meaning
  }
}
