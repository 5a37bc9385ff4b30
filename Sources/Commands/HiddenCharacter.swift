/// A character that is not seen and changes how others are: a control character, or one that turns the direction of the
/// words round it. With one of these, a text reads otherwise than what is kept of it.
///
/// White space passes, also a page break and the line breaks of other systems; so do the marks of Arabic and Hebrew that
/// stand between letters and turn nothing.
package struct HiddenCharacter: Hashable, Sendable {
  package let scalar: Unicode.Scalar

  /// Where it stands, in characters from 1 on.
  package let line: Int
  package let column: Int

  /// The first one in a text; `nil` where there is none.
  ///
  /// - Cost: one pass over the bytes.
  package init?(in text: String) {
    guard let offset = Self.firstPlace(in: text.utf8.span) else { return nil }
    let bytes = text.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: offset)
    scalar = text.unicodeScalars[place]
    let start = bytes[..<place].lastIndex(of: 0x0A).map(bytes.index(after:)) ?? text.startIndex
    line = 1 + bytes[..<place].count { $0 == 0x0A }
    column = 1 + text[start..<place].count
  }

  /// As messages name it: `U+202E (right-to-left override)`.
  package var name: String {
    "\(Self.number(scalar)) (\((scalar.properties.name ?? "control character").lowercased()))"
  }

  /// `U+202E`.
  static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What to do about it.
  package static let hint = "Take it out: it can hide words, or turn them round, where they are read."

  private static func firstPlace(in bytes: Span<UInt8>) -> Int? {
    var (last, before): (UInt8, UInt8) = (0, 0)
    for place in bytes.indices {
      let byte = bytes[place]
      if byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x7F { return place }
      // U+0080 to U+009F begin with C2; U+202A to U+202E are E2 80 AA to AE, U+2066 to U+2069 are E2 81 A6 to A9.
      if last == 0xC2, byte <= 0x9F, byte != 0x85 { return place - 1 }
      let turns = last == 0x80 && (0xAA...0xAE).contains(byte) || last == 0x81 && (0xA6...0xA9).contains(byte)
      if before == 0xE2, turns { return place - 2 }
      (before, last) = (last, byte)
    }
    return nil
  }
}
