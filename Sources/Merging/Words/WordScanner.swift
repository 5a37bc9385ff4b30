/// Finds where the words of a text end, in its bytes.
extension Span<UInt8> {
  /// The end of the word that begins at `start`, which is no white space.
  func endOfWord(from start: Int) -> Int {
    // Nearly all words are letters up to a white space.
    if isLetterOrDigit(self[start]), self[start] >= 0x41 {
      let end = endOfPlainRun(from: start + 1)
      if end == count || isSpace(self[end]) { return end }
    }
    let (kind, next) = scalar(at: start)
    switch kind {
    case .letter: return endOfLetters(from: start)
    case .digit: return endOfNumber(from: start)
    case .space, .mark, .other:
      if let end = endOfFootnoteMark(from: start) { return end }
      return endOfMarks(from: next)
    }
  }

  private func scalar(at position: Int) -> (kind: ScalarKind, next: Int) {
    let lead = UInt32(self[position])
    if lead < 0x80 { return (ScalarKind(lead), position + 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for step in 1..<length { value = value << 6 | UInt32(self[position + step] & 0x3F) }
    return (ScalarKind(value), position + length)
  }

  private func endOfRun(from start: Int) -> Int {
    var position = start
    while true {
      position = endOfPlainRun(from: position)
      guard position < count, self[position] >= 0x80 else { return position }
      let (kind, next) = scalar(at: position)
      guard kind.continuesWord else { return position }
      position = next
    }
  }

  private func endOfPlainRun(from start: Int) -> Int {
    var position = start
    while position < count, isLetterOrDigit(self[position]) { position += 1 }
    return position
  }

  private func endOfMarks(from start: Int) -> Int {
    var position = start
    while position < count, self[position] >= 0x80 {
      let (kind, next) = scalar(at: position)
      guard kind == .mark else { break }
      position = next
    }
    return position
  }

  private func endOfLetters(from start: Int) -> Int {
    var position = endOfRun(from: start)
    guard position < count, !isSpace(self[position]) else { return position }
    if let end = endOfElision(start..<position) { return end }
    while let next = endOfConnector(from: position), next < count, scalar(at: next).kind.startsWord {
      position = endOfRun(from: next)
    }
    return position
  }

  /// The end of a hyphen or an apostrophe that stands at `start`.
  private func endOfConnector(from start: Int) -> Int? {
    guard start < count else { return nil }
    if self[start] == 0x2D || self[start] == 0x27 { return start + 1 }
    guard self[start] == 0xE2, self[start + 1] == 0x80 else { return nil }
    return self[start + 2] == 0x99 || self[start + 2] == 0x90 || self[start + 2] == 0x91 ? start + 3 : nil
  }

  /// The end of an elided article whose letters are `run`: before a vowel or `h` it is a word of its own.
  private func endOfElision(_ run: Range<Int>) -> Int? {
    guard run.count <= 7, let next = endOfConnector(from: run.upperBound), next < count else { return nil }
    let sign = run.upperBound
    guard self[sign] == 0x27 || (next - sign == 3 && self[sign + 2] == 0x99) else { return nil }
    var letters: UInt64 = 0
    for index in run {
      guard self[index] < 0x80 else { return nil }
      letters = letters << 8 | UInt64(self[index] | 0x20)
    }
    guard elided.contains(letters) else { return nil }
    switch self[next] {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x68, 0x41, 0x45, 0x49, 0x4F, 0x55, 0x59, 0x48: return next
    case 0xC3, 0xC5:
      switch UInt32(self[next] & 0x1F) << 6 | UInt32(self[next + 1] & 0x3F) | 0x20 {
      case 0xE0, 0xE2, 0xE4, 0xE8...0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC, 0x172, 0x173: return next
      default: return nil
      }
    default: return nil
    }
  }

  private func endOfNumber(from start: Int) -> Int {
    var position = endOfDigits(from: start)
    while position + 1 < count, [0x2E, 0x2C, 0x3A, 0x2F].contains(self[position]),
      scalar(at: position + 1).kind == .digit
    {
      position = endOfDigits(from: position + 1)
    }
    while position < count {
      let (kind, next) = scalar(at: position)
      guard kind == .letter || kind == .mark else { break }
      position = next
    }
    return position
  }

  private func endOfDigits(from start: Int) -> Int {
    var position = start
    while position < count {
      let (kind, next) = scalar(at: position)
      guard kind == .digit else { break }
      position = next
    }
    return position
  }

  private func endOfFootnoteMark(from start: Int) -> Int? {
    guard self[start] == 0x5B, start + 2 < count, self[start + 1] == 0x5E else { return nil }
    let end = endOfRun(from: start + 2)
    return end > start + 2 && end < count && self[end] == 0x5D ? end + 1 : nil
  }
}

extension ScalarKind {
  fileprivate var startsWord: Bool { self == .letter || self == .digit }
}

private let elided: Set<UInt64> = Set(
  ["l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "entr", "presqu"].map {
    letters in
    letters.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  })
