/// The written forms of the marks: `word1/ next` in plain text, `word[^1] next` in Markdown and where plain text would be
/// misread, as where one mark stands against another.
extension FootnoteMarks {
  /// The edits that write private characters as marks, and give a backslash to what only looks like one of the `count` marks.
  static func encode(_ bytes: [UInt8], count: Int, format: DraftFormat) -> [DraftText.Edit] {
    if count == 0 { return [] }
    var edits: [DraftText.Edit] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0xF3, let (number, end) = hiddenMark(bytes, at: index) {
        let previous = index > 0 ? bytes[index - 1] : 0x20
        let isPlain =
          format == .text && !DraftLineKind.isDigit(previous) && previous != 0x5C && previous != 0x2F
          && isBoundary(bytes, at: end) && (end == bytes.count || hiddenMark(bytes, at: end) == nil)
        edits.append(DraftText.Edit(index..<end, isPlain ? "\(number)/" : "[^\(number)]"))
        index = end
      } else if format == .text, let (number, place) = slashMark(bytes, at: index),
        (1...count).contains(number)
      {
        edits.append(DraftText.Edit(place..<place, "\\"))
        index = place + 1
      } else if let (number, end) = mark(bytes, at: index), (1...count).contains(number) {
        edits.append(DraftText.Edit(index..<index, "\\"))
        index = end
      } else {
        index += 1
      }
    }
    return edits
  }

  /// The edits that turn written marks into private characters and take away the backslashes of ``encode(_:count:format:)``.
  ///
  /// - Parameters:
  ///   - slashed: the notes that `1/` may mean, by number.
  ///   - bracketed: the notes that `[^1]` may mean, by number.
  ///   - plain: the notes that a number right after a word may mean (`persons,1`), by number.
  static func decode(
    _ bytes: [UInt8], slashed: [Int: Int], bracketed: [Int: Int], plain: [Int: Int]
  ) -> [DraftText.Edit] {
    var edits: [DraftText.Edit] = []
    var index = 0
    while index < bytes.count {
      if let (number, place) = slashMark(bytes, at: index), let note = slashed[number] {
        let isEscaped = bytes[place - 1] == 0x5C
        edits.append(
          isEscaped
            ? DraftText.Edit((place - 1)..<place) : DraftText.Edit(index..<(place + 1), character(note)))
        index = place + 1
      } else if let (number, end) = mark(bytes, at: index), let note = bracketed[number] {
        let isEscaped = index > 0 && bytes[index - 1] == 0x5C
        edits.append(
          isEscaped
            ? DraftText.Edit((index - 1)..<index) : DraftText.Edit(index..<end, character(note)))
        index = end
      } else if !plain.isEmpty, let (number, end) = attachedNumber(bytes, at: index) {
        if let note = plain[number] { edits.append(DraftText.Edit(index..<end, character(note))) }
        index = end
      } else {
        index += 1
      }
    }
    return edits
  }

  /// A number with its slash, and backslashes between, at `index`: the place of the slash.
  static func slashMark(_ bytes: [UInt8], at index: Int) -> (number: Int, slash: Int)? {
    guard DraftLineKind.isDigit(bytes[index]), index == 0 || !DraftLineKind.isDigit(bytes[index - 1]),
      let (number, end) = FootnoteLine.number(bytes, from: index)
    else { return nil }
    var slash = end
    while slash < bytes.count, bytes[slash] == 0x5C { slash += 1 }
    guard slash < bytes.count, bytes[slash] == 0x2F, isBoundary(bytes, at: slash + 1) else {
      return nil
    }
    return (number, slash)
  }

  /// A number right behind a letter or a punctuation mark.
  private static func attachedNumber(_ bytes: [UInt8], at index: Int) -> (number: Int, end: Int)? {
    guard DraftLineKind.isDigit(bytes[index]), index > 0 else { return nil }
    let previous = bytes[index - 1]
    guard
      DraftLineKind.isLower(previous) || previous >= 0x80 || ",.;:)\"".utf8.contains(previous),
      let (number, end) = FootnoteLine.number(bytes, from: index), isBoundary(bytes, at: end),
      previous != 0x2E || index < 2 || !DraftLineKind.isDigit(bytes[index - 2])
    else { return nil }
    return (number, end)
  }

  private static func hiddenMark(_ bytes: [UInt8], at index: Int) -> (number: Int, end: Int)? {
    guard index + 4 <= bytes.count,
      let scalar = String(decoding: bytes[index..<(index + 4)], as: UTF8.self).unicodeScalars.first,
      let number = number(scalar)
    else { return nil }
    return (number, index + 4)
  }

  private static func isBoundary(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return
      !(DraftLineKind.isDigit(byte) || DraftLineKind.isLower(byte | 0x20) || byte == 0x2F || byte == 0x5C
      || byte >= 0xC3 && byte < 0xE0)
  }
}
