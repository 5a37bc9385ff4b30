/// A note at the end of a draft, by the forms that drafts use for its number.
struct FootnoteLine: Equatable {
  enum Mark: Equatable {
    /// `1/ text`, `[^1]: text`.
    case number(Int)
    /// `1. text`, `1 text`: by itself a paragraph as well.
    case plainNumber(Int)
    /// `U+FFFD. text`: the number was lost.
    case lost
    /// `/ text`: a note that no mark belongs to.
    case none
  }

  var mark: Mark

  /// Where the text of the note begins.
  var start: Int

  init?(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return nil }
    if first == 0x2F {
      guard bytes.count > 2, bytes[1] == 0x20 else { return nil }
      (mark, start) = (.none, 2)
    } else if bytes.starts(with: [0xEF, 0xBF, 0xBD]) {
      let hasStop = bytes.count > 3 && bytes[3] == 0x2E
      (mark, start) = (.lost, hasStop ? 4 : 3)
    } else if bytes.starts(with: "[^".utf8) {
      guard let (number, end) = Self.number(bytes, from: 2), bytes[end...].starts(with: "]:".utf8)
      else { return nil }
      (mark, start) = (.number(number), end + 2)
    } else {
      guard let (number, end) = Self.number(bytes, from: 0), end < bytes.count, bytes[end] == 0x2F,
        end + 1 == bytes.count || bytes[end + 1] == 0x20
      else { return nil }
      (mark, start) = (.number(number), end + 1)
    }
    skipSpace(bytes)
  }

  /// `1. text` or `1 text`, where something else says that notes stand here.
  init?(plainNumber bytes: [UInt8]) {
    guard let (number, end) = Self.number(bytes, from: 0), end < bytes.count else { return nil }
    var index = end
    if bytes[index] == 0x2E || bytes[index] == 0x29 { index += 1 }
    guard index < bytes.count, bytes[index] == 0x20 else { return nil }
    (mark, start) = (.plainNumber(number), index)
    skipSpace(bytes)
  }

  private mutating func skipSpace(_ bytes: [UInt8]) {
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
  }

  /// The number of at most four digits at `start`, and where it ends.
  static func number(_ bytes: [UInt8], from start: Int) -> (number: Int, end: Int)? {
    var (number, index) = (0, start)
    while index < bytes.count, DraftLineKind.isDigit(bytes[index]) {
      if index - start == 4 { return nil }
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return index > start ? (number, index) : nil
  }
}
