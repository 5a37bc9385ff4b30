extension XMLReader {
  /// Refuses what would take libxml2 minutes: it compares each attribute of an element with all others.
  ///
  /// A part of some size must be in an encoding in which the signs of the markup are bytes of their own.
  ///
  /// - Cost: looks at few of the bytes, unless a piece of text or an element is very long.
  static func refuseWide(_ content: [UInt8], part: String) throws(PackageError) {
    if content.count < safeBytes { return }
    guard hasPlainMarkup(content) else {
      throw PackageError(.tooLarge, "'\(part)' is large and not in UTF-8, as Word writes it")
    }
    var place = 0
    while place < content.count {
      // An element with so many attributes leaves a window without a sign that begins one.
      let end = min(place + window, content.count)
      guard let sign = content[place..<end].lastIndex(of: 0x3C) ?? lastSign(before: place, in: content),
        sign < place
      else {
        place = end
        continue
      }
      let tag = width(ofElementAt: sign, in: content)
      if tag.attributes > mostAttributes {
        throw PackageError(
          .tooLarge, "'\(part)' has an element with more than \(mostAttributes) attributes, which no Word document has")
      }
      place = max(end, content[tag.end...].firstIndex(of: 0x3C) ?? content.count)
    }
  }

  private static var mostAttributes: Int { 256 }
  private static var window: Int { 1_024 }

  /// Smaller than this, a part takes no time that matters, whatever is in it.
  private static var safeBytes: Int { 64 << 10 }

  private static func lastSign(before place: Int, in content: [UInt8]) -> Int? {
    content[..<place].lastIndex(of: 0x3C)
  }

  /// How many attributes an element has, and where its tag ends.
  private static func width(ofElementAt sign: Int, in content: [UInt8]) -> (attributes: Int, end: Int) {
    var (attributes, place, quote) = (0, sign, UInt8(0))
    while place < content.count {
      let byte = content[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3D {
        attributes += 1
      } else if byte == 0x3E {
        break
      }
      place += 1
    }
    return (attributes, place)
  }

  /// Whether its encoding is UTF-8 or one of a byte a character, by its first line.
  private static func hasPlainMarkup(_ content: [UInt8]) -> Bool {
    let head = content.prefix(200)
    if head.prefix(4).contains(where: { $0 == 0 || $0 == 0xFE || $0 == 0xFF }) { return false }
    let words = String(decoding: head, as: UTF8.self).lowercased()
    guard words.contains("<?xml"), let name = words.split(separator: "encoding", maxSplits: 1).dropFirst().first else {
      return head.prefix(8).contains(0x3C)
    }
    let value = name.drop { " =\"'".contains($0) }
    return ["utf-8", "us-ascii", "iso-8859-1", "windows-1252"].contains { value.hasPrefix($0) }
  }
}
