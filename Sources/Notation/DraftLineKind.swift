internal import TextForm

/// What one line looks like on its own, whatever stands round it.
///
/// Reader and writer ask the same questions, so that the writer knows which lines would be misread.
enum DraftLineKind {
  /// The mark of a line that begins a section where nothing else says so: `§ annex-1`.
  static let sectionMark: [UInt8] = Array("§".utf8)

  /// A page number or a rule: `17`, `- 17 -`, `Page 3 of 12`, `_____`.
  static func isFurniture(_ bytes: [UInt8]) -> Bool {
    if bytes.count > 40 { return bytes.allSatisfy { "_-=*".utf8.contains($0) } }
    if bytes.count >= 3, let first = bytes.first, "_-=*".utf8.contains(first),
      bytes.allSatisfy({ $0 == first || $0 == 0x20 })
    {
      return true
    }
    var words = folded(String(decoding: bytes, as: UTF8.self)).split { " -–—/".contains($0) }
    if let first = words.first, ["page", "pagina"].contains(first) { words.removeFirst() }
    words.removeAll { ["of", "de", "sur"].contains($0) }
    return (1...2).contains(words.count)
      && words.allSatisfy { $0.utf8.count <= 4 && $0.utf8.allSatisfy(isDigit) }
  }

  /// `(a) text`, `a) text`, `a bis) text`, `(iv) text`, `1) text`, `- text`, `• text`, `| cell | cell |`: a line of the
  /// paragraph before it.
  static func isSubparagraph(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    if bytes.count > 2, bytes[1] == 0x20, first == 0x2D || first == 0x2A || first == 0x2B || first == 0x7C {
      return true
    }
    // The words of a cell may touch its border: `|, if possible, | May |`.
    if bytes.count > 2, first == 0x7C, bytes.last == 0x7C { return true }
    for mark in ["• ", "· ", "– ", "— ", "▪ ", "o "] where bytes.starts(with: mark.utf8) {
      return true
    }
    var index = first == 0x28 ? 1 : 0
    let start = index
    while index < bytes.count, index - start < 6, isDigit(bytes[index]) || isLower(bytes[index]) {
      index += 1
    }
    guard index > start, index < bytes.count else { return false }
    let isShort = index - start == 1
    let isRoman = bytes[start..<index].allSatisfy { "ivxl".utf8.contains($0) }
    let isNumber = bytes[start..<index].allSatisfy(isDigit) && index - start <= 2
    let isPair = index - start == 2 && bytes[start] == bytes[start + 1]
    guard isShort || isRoman || isNumber || isPair else { return false }
    if isLower(bytes[start]), bytes[index] == 0x20 {
      for word in ["bis", "ter", "quater", "quinquies"] where bytes[(index + 1)...].starts(with: word.utf8) {
        let end = index + 1 + word.utf8.count
        guard end < bytes.count, bytes[end] == 0x29 else { continue }
        return end + 1 == bytes.count || bytes[end + 1] == 0x20
      }
    }
    let hasStop = bytes[index] == 0x2E && first != 0x28 && !isDigit(first)
    guard bytes[index] == 0x29 || hasStop else { return false }
    return index + 1 == bytes.count || bytes[index + 1] == 0x20
  }

  /// A line between paragraphs: see ``isStrongHeading(_:)``, or a short line that ends like no sentence
  /// (`I. Our Common Vision`).
  static func isHeading(_ bytes: [UInt8]) -> Bool {
    isStrongHeading(bytes) || isShortTitle(bytes)
  }

  /// A line that ends with a colon, or stands in capitals: `RESOLVE:`, `THE GENERAL ASSEMBLY,`.
  static func isStrongHeading(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 800, bytes.first != 0x5C else { return false }
    return isAllCapitals(bytes) || endsWithColon(bytes)
  }

  static func endsWithColon(_ bytes: [UInt8]) -> Bool {
    if bytes.first == 0x5B || isSubparagraph(bytes) { return false }
    return bytes.last { !" *_".utf8.contains($0) } == 0x3A
  }

  static func isAllCapitals(_ bytes: [UInt8]) -> Bool {
    if bytes.count > 800 || bytes.contains(where: isLower) { return false }
    var capitals = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { capitals += 1 }
    }
    return capitals >= 2
  }

  private static func isShortTitle(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 100, let last = bytes.last, let first = bytes.first else { return false }
    if bytes.contains(where: { $0 == 0x5B || $0 == 0x5D || $0 == 0x7E }) || announcesNext(bytes) { return false }
    return (isUpper(first) || first == 0xC3) && (isUpper(last) || isLower(last) || isDigit(last) || last == 0x29)
  }

  /// Whether the last but one of a list of paragraphs ends here: `…; and`, `…, y`.
  private static func announcesNext(_ bytes: [UInt8]) -> Bool {
    guard let space = bytes.lastIndex(of: 0x20), space > 0 else { return false }
    return (bytes[space - 1] == 0x3B || bytes[space - 1] == 0x2C)
      && ["and", "or", "y", "e", "o", "u", "et", "ou"].contains { bytes[(space + 1)...].elementsEqual($0.utf8) }
  }

  /// Whether `line` only goes on with the sentence of the line before it: a text broken to a width.
  ///
  /// A line that begins with a bracket does not: the backslash that would then part it from the line before would look
  /// like that of a bracket that is no bracket.
  static func joins(_ line: [UInt8], to previous: [UInt8]) -> Bool {
    guard let first = line.first, first != 0x5C, first != 0x5B, !isSubparagraph(line) else { return false }
    if isAllCapitals(previous) || endsWithColon(previous) { return false }
    if isLower(first) { return true }
    return !endsSentence(previous)
  }

  private static func endsSentence(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    while end > 0 {
      switch bytes[end - 1] {
      case 0x2E, 0x3B, 0x3A, 0x21, 0x3F: return true
      case 0x29, 0x5D, 0x22, 0x7E, 0x2A, 0x5F, 0x20: end -= 1
      case 0x9D where end >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80: end -= 3
      case 0xBB where end >= 2 && bytes[end - 2] == 0xC2: end -= 2
      default: return false
      }
    }
    return false
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
