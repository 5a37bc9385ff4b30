internal import Drafting
internal import TextForm

/// One line of a draft: without white space at its ends, with one space for each run of spaces and tabs.
struct DraftLine {
  var text: DraftText

  /// The columns of white space before the text; a tab counts four.
  var indent: Int

  /// Whether an empty line, or the beginning of the draft, stands before it.
  var followsBlank: Bool

  /// Whether a tab stood in the line (between a note's number and its text, say).
  var hasTab: Bool

  var bytes: [UInt8] { text.bytes }
}

/// Splits a draft into its lines that are not empty.
enum DraftLines {
  /// Line breaks are those of every system, the page break, and the soft break of word processors.
  static func split(_ text: String) -> [DraftLine] {
    let bytes = Array(normalized(text).utf8)
    var lines: [DraftLine] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 1
    var followsBlank = true
    var index = start
    while index <= bytes.count {
      let width = index == bytes.count ? 1 : breakWidth(bytes, index)
      if width == 0 {
        index += 1
        continue
      }
      if let line = line(bytes, start..<index, number: number, followsBlank: followsBlank) {
        lines.append(line)
        followsBlank = false
      } else {
        followsBlank = true
      }
      // Only what an editor counts as a line counts; a page break stands in the middle of one.
      let byte = index == bytes.count ? 0x0A : bytes[index]
      if byte == 0x0A || byte == 0x0D { number += 1 }
      index += width
      start = index
    }
    return lines
  }

  private static func breakWidth(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case 0x0A, 0x0B, 0x0C: 1
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>, number: Int, followsBlank: Bool)
    -> DraftLine?
  {
    var text = DraftText()
    var indent = 0
    var hasTab = false
    var gap = 0
    var isIrregular = true
    var column = 1
    for byte in bytes[range] {
      if byte == 0x20 || byte == 0x09 {
        gap += 1
        column += 1
        if byte == 0x09 {
          isIrregular = true
          if !text.isEmpty { hasTab = true }
        }
        if text.isEmpty { indent += byte == 0x09 ? 4 : 1 }
        continue
      }
      if gap > 0, !text.isEmpty { text.append(0x20) }
      if isIrregular || gap > 1 { text.mark(DraftText.Place(line: number, column: column)) }
      (gap, isIrregular) = (0, false)
      text.append(byte)
      if byte & 0xC0 != 0x80 { column += 1 }
    }
    if text.isEmpty { return nil }
    return DraftLine(text: text, indent: indent, followsBlank: followsBlank, hasTab: hasTab)
  }
}
