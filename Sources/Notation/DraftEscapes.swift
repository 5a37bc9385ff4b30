/// The backslashes that keep words of a paragraph from being read as something else.
///
/// One rule for all of them: where plain words would be misread, one backslash is added to those that already stand
/// before them; the reader takes one away at the same places. So nothing else has to be escaped, backslashes neither.
struct DraftEscapes {
  var labels: LabelTable
  var format: DraftFormat

  /// Where in the draft a line stands.
  enum Position {
    /// The first line of a paragraph without a printed number.
    case first
    /// A line of the title block.
    case title
    /// A further line of a paragraph; the line before it as it is written.
    case further(after: [UInt8])
  }

  /// Whether a line gets one more backslash at its beginning.
  func needsBackslash(_ line: [UInt8], at position: Position) -> Bool {
    needsEscape(Array(line.drop { $0 == 0x5C }), at: position)
  }

  /// Whether a line is read as a heading where it stands alone.
  func isPlainHeading(_ line: [UInt8]) -> Bool {
    line.first != 0x5C && DraftLineKind.isHeading(line) && !DraftLineKind.isSubparagraph(line)
      && !isStructural(line)
  }

  /// Whether a heading would be read as the announcement of a proposal, and gets a backslash.
  func headingNeedsBackslash(_ line: [UInt8]) -> Bool {
    let core = line.drop { $0 == 0x5C }
    return core.count <= 300
      && DraftAttribution(String(decoding: core, as: UTF8.self), labels: labels) != nil
  }

  /// Whether the backslash that a heading begins with is one that was added.
  func isEscapedHeading(_ line: [UInt8]) -> Bool {
    line.first == 0x5C && headingNeedsBackslash(line)
  }

  /// Whether the backslash that a line begins with is one that was added.
  func isEscaped(_ line: [UInt8], at position: Position) -> Bool {
    let slashes = line.prefix { $0 == 0x5C }.count
    return slashes > 0 && needsEscape(Array(line[slashes...]), at: position)
  }

  private func needsEscape(_ line: [UInt8], at position: Position) -> Bool {
    if isStructural(line) { return true }
    switch position {
    case .title: return TitleBlock.beginsText(line, escapes: self)
    case .first: return DraftLineKind.isHeading(line) || DraftLineKind.isSubparagraph(line)
    case .further(let previous):
      if DraftLineKind.isSubparagraph(line) { return false }
      return DraftLineKind.isStrongHeading(line) || DraftLineKind.joins(line, to: previous)
    }
  }

  /// Whether a line means something wherever it stands.
  func isStructural(_ line: [UInt8]) -> Bool {
    guard let first = line.first else { return false }
    switch first {
    case 0x23, 0x2F: return true  // # and /
    case 0x3E, 0x60: return format == .markdown  // > and `
    case 0x5B:
      if line.starts(with: "[^".utf8) { return true }
      if NumberingLine.inBracket(line, labels: labels) != nil { return true }
      if format == .markdown, let close = line.firstIndex(of: 0x5D), close + 1 < line.count,
        line[close + 1] == 0x3A
      {
        return true
      }
    default: break
    }
    return NumberingLine(line) != nil || line.starts(with: DraftLineKind.sectionMark)
      || FootnoteLine(line) != nil || DraftLineKind.isFurniture(line)
      || DraftLegend.language(of: line) != nil || isTrailer(line)
  }

  private func isTrailer(_ line: [UInt8]) -> Bool {
    line.count <= 600 && DraftTrailers.mayBegin(line, at: 0)
      && DraftTrailers.isWholly(String(decoding: line, as: UTF8.self), labels: labels)
  }
}

extension DraftEscapes {
  /// The places at the end of a paragraph's line where a status or an order would be read: each gets a backslash.
  func trailerStarts(_ line: [UInt8]) -> [Int] {
    candidates(line).filter { DraftTrailers.mayBegin(line, at: $0) && isTrailer(Array(line[$0...])) }
  }

  /// The backslashes that were added at the places of ``trailerStarts(_:)``.
  func unescapedEnd(_ line: [UInt8]) -> [Int] {
    var plain = line
    var removed: [Int] = []
    for place in candidates(line).reversed() where place > 0 && line[place - 1] == 0x5C {
      if isTrailer(Array(plain[place...])) {
        plain.remove(at: place - 1)
        removed.insert(place - 1, at: 0)
      }
    }
    return removed
  }

  /// The places near the end of a line where a status or an order might begin; a few at most.
  private func candidates(_ line: [UInt8]) -> [Int] {
    var found: [Int] = []
    var index = line.count
    while index > 0, line.count - index < 600, found.count < 12 {
      index -= 1
      guard Self.isInitial(line[index]) else { continue }
      var before = index
      while before > 0, line[before - 1] == 0x5C { before -= 1 }
      if before == 0 || Self.endsWord(line[before - 1]) { found.append(index) }
    }
    return found.reversed()
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x3B, 0x2E, 0x2C, 0x3A, 0x21, 0x3F, 0x5D, 0x29, 0x22, 0x80...: true  // space ;.,:!?])"
    default: false
    }
  }

  private static func isInitial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41, 0x43, 0x44, 0x45, 0x49, 0x4D, 0x50, 0x54, 0x55, 0x5B, 0x28: true  // ACDEIMPTU[(
    default: false
    }
  }
}
