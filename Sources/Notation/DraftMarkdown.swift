/// The inline signs of Markdown: emphasis is left out when a draft is read, and words that Markdown would take for signs
/// get a backslash when it is written.
enum DraftMarkdown {
  /// The edits that put the backslashes in.
  static func encode(_ bytes: [UInt8]) -> [DraftText.Edit] {
    var edits: [DraftText.Edit] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] == 0x5C { index += 1 }
      guard index < bytes.count else { break }
      if isSign(bytes[index]), index > start || isMisread(bytes, at: index) {
        edits.append(DraftText.Edit(index..<index, "\\"))
      }
      index += 1
    }
    return edits
  }

  /// The edits that take away the backslashes of ``encode(_:)`` and the marks of emphasis.
  static func decode(_ bytes: [UInt8]) -> [DraftText.Edit] {
    var edits: [DraftText.Edit] = []
    var openers: [Int: Range<Int>] = [:]
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] == 0x5C { index += 1 }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if index > start, isSign(byte) {
        edits.append(DraftText.Edit((index - 1)..<index))
        index += 1
      } else if byte == 0x2A || byte == 0x5F {
        let run = index
        while index < bytes.count, bytes[index] == byte { index += 1 }
        guard index - run <= 3 else { continue }
        let key = (index - run) * 2 + (byte == 0x2A ? 0 : 1)
        if let opener = openers[key], canClose(bytes, run..<index) {
          edits.append(DraftText.Edit(opener))
          edits.append(DraftText.Edit(run..<index))
          openers[key] = nil
        } else if canOpen(bytes, run..<index) {
          openers[key] = run..<index
        }
      } else {
        index += 1
      }
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2A, 0x5F, 0x60, 0x3C, 0x26, 0x28: true
    default: false
    }
  }

  private static func isMisread(_ bytes: [UInt8], at index: Int) -> Bool {
    let previous = index > 0 ? bytes[index - 1] : 0x20
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    switch bytes[index] {
    case 0x2A: return !(isSpace(previous) && isSpace(next))
    case 0x5F:
      return !(isSpace(previous) && isSpace(next)) && !(isWord(previous) && isWord(next))
    case 0x60: return true
    case 0x3C: return isWord(next) || next == 0x2F || next == 0x21
    case 0x26:
      let end = bytes[(index + 1)...].prefix(12).firstIndex { !isWord($0) && $0 != 0x23 }
      return end.map { $0 > index + 1 && bytes[$0] == 0x3B } ?? false
    default: return previous == 0x5D
    }
  }

  private static func canOpen(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    guard run.upperBound < bytes.count, !isSpace(bytes[run.upperBound]) else { return false }
    return bytes[run.lowerBound] == 0x2A || run.lowerBound == 0 || !isWord(bytes[run.lowerBound - 1])
  }

  private static func canClose(_ bytes: [UInt8], _ run: Range<Int>) -> Bool {
    guard run.lowerBound > 0, !isSpace(bytes[run.lowerBound - 1]) else { return false }
    return bytes[run.lowerBound] == 0x2A || run.upperBound == bytes.count || !isWord(bytes[run.upperBound])
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private static func isWord(_ byte: UInt8) -> Bool {
    DraftLineKind.isDigit(byte) || DraftLineKind.isLower(byte | 0x20) || byte >= 0x80
  }
}
