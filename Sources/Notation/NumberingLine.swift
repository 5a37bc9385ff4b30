internal import Drafting

/// The printed number at the beginning of a line, in the forms that drafts use.
struct NumberingLine {
  var number: ParagraphNumber

  /// Where the number stands, its full stop and the space behind it included.
  var range: Range<Int>

  /// The section that `PP3` and `OP7` name.
  var section: SectionName?

  /// Reads `17. text`, `1 bis. text`, `5bis.`, `2.bis text`, `PP3 text`, `OP7 bis. text`, `17\. text`.
  ///
  /// A number without a letter needs its full stop, and `1.5` is none; nor is `17` alone, which is a page's.
  ///
  /// - Parameter start: where the number would begin.
  init?(_ bytes: [UInt8], from start: Int = 0) {
    var index = start
    section = nil
    if index + 2 < bytes.count, bytes[index + 1] | 0x20 == 0x70 {
      switch bytes[index] {
      case 0x50: section = .preamble
      case 0x4F: section = .operative
      default: return nil
      }
      guard bytes[index + 1] == 0x50 else { return nil }
      index += 2
      if bytes[index] == 0x20 { index += 1 }
    }
    let digits = Self.end(of: bytes, from: index, while: { (0x30...0x39).contains($0) })
    guard digits > index, digits - index <= 5 else { return nil }
    var text = String(decoding: bytes[index..<digits], as: UTF8.self)
    index = digits
    var hasSuffix = false
    for _ in 0..<2 {
      var word = index
      if word < bytes.count, bytes[word] == 0x2E || bytes[word] == 0x20 || bytes[word] == 0x2D {
        word += 1
      } else if word + 1 < bytes.count, bytes[word] == 0xC2, bytes[word + 1] == 0xA0 {
        word += 2
      }
      let end = Self.end(of: bytes, from: word, while: { (0x61...0x7A).contains($0 | 0x20) })
      guard end > word, end - word <= 20 else { break }
      let longer = text + " " + String(decoding: bytes[word..<end], as: UTF8.self)
      guard ParagraphNumber(longer) != nil else { break }
      (text, index, hasSuffix) = (longer, end, true)
    }
    guard let number = ParagraphNumber(text) else { return nil }
    self.number = number
    var hasStop = false
    if index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x2E { index += 1 }
    if index < bytes.count, bytes[index] == 0x2E {
      index += 1
      hasStop = true
    } else if index < bytes.count, bytes[index] == 0x3A, section != nil {
      index += 1
    }
    guard hasStop || hasSuffix || section != nil else { return nil }
    if index < bytes.count {
      if bytes[index] == 0x20 {
        index += 1
      } else if index + 1 < bytes.count, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 {
        index += 2
      } else if bytes[index] != 0x5B {
        return nil
      }
    }
    range = start..<index
  }

  private static func end(of bytes: [UInt8], from start: Int, while isPart: (UInt8) -> Bool) -> Int {
    var index = start
    while index < bytes.count, isPart(bytes[index]) { index += 1 }
    return index
  }
}
