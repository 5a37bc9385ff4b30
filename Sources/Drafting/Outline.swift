internal import TextForm

/// The order of one section's paragraphs and headings, as one branch has it: the content of the file `outline/operative`.
package struct Outline: Hashable, Sendable {
  package var section: SectionName
  package var entries: [Entry]

  /// One paragraph or heading in its place.
  package struct Entry: Hashable, Sendable {
    package var identifier: ParagraphIdentifier
    package var kind: Kind

    package init(_ identifier: ParagraphIdentifier, _ kind: Kind) {
      self.identifier = identifier
      self.kind = kind
    }

    /// The number, printed or counted; `nil` for a heading.
    package var number: ParagraphNumber? {
      switch kind {
      case .heading: nil
      case .numbered(let number), .counted(let number): number
      }
    }
  }

  package enum Kind: Hashable, Sendable {
    /// An unnumbered line between paragraphs.
    case heading
    /// A paragraph with its printed number.
    case numbered(ParagraphNumber)
    /// A paragraph whose number is not printed: people count (`the second preambular paragraph`).
    case counted(ParagraphNumber)
  }

  package init(section: SectionName, entries: [Entry] = []) {
    self.section = section
    self.entries = entries
  }

  /// Where the outline's file stands in the repository.
  package var path: String { "outline/\(section)" }

  /// A line an entry: `p0042 17`, `p0043 (18)` for a number that is not printed, `p0051 heading`.
  package var fileText: String {
    entries.map { entry in
      switch entry.kind {
      case .heading: "\(entry.identifier) heading\n"
      case .numbered(let number): "\(entry.identifier) \(number)\n"
      case .counted(let number): "\(entry.identifier) (\(number))\n"
      }
    }.joined()
  }

  /// Reads an outline's file.
  ///
  /// - Throws: `DraftingError.damagedFile` with the line that is not an entry.
  package init(section: SectionName, fileText: String) throws(DraftingError) {
    self.init(section: section)
    let bytes = Array(fileText.utf8)
    var (start, index) = (0, 0)
    while start < bytes.count {
      let end = place(of: 0x0A, in: bytes.span, from: start)
      defer { start = end + 1 }
      if end == start { continue }
      index += 1
      if let plain = Self.plainEntry(bytes[start..<end]) {
        entries.append(plain)
        continue
      }
      let line = String(decoding: bytes[start..<end], as: UTF8.self)
      guard let entry = try Self.entry(Substring(line)) else {
        throw DraftingError(.damagedFile, "line \(index) is not an entry: '\(line.prefix(40))'")
      }
      entries.append(entry)
    }
  }

  /// An entry such as `p0042 17`, as nearly all are; `nil` for any other.
  private static func plainEntry(_ line: ArraySlice<UInt8>) -> Entry? {
    guard line.first == 0x70, let space = line.firstIndex(of: 0x20), (5...10).contains(space - line.startIndex),
      (1...6).contains(line.endIndex - space - 1),
      let ordinal = number(line[(line.startIndex + 1)..<space]), let number = number(line[(space + 1)...]),
      // Four digits, or more that do not begin with nought.
      space - line.startIndex == 5 || line[line.startIndex + 1] != 0x30, ordinal >= 1, number >= 1
    else { return nil }
    return Entry(
      ParagraphIdentifier(plain: line[..<space], ordinal), .numbered(ParagraphNumber(number)))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  private static func entry(_ line: Substring) throws(DraftingError) -> Entry? {
    guard let space = line.utf8.firstIndex(of: 0x20) else { return nil }
    let rest = line[line.utf8.index(after: space)...]
    let kind: Kind
    if rest == "heading" {
      kind = .heading
    } else if rest.utf8.first == 0x28, rest.utf8.last == 0x29,
      let number = ParagraphNumber(rest.dropFirst().dropLast())
    {
      kind = .counted(number)
    } else if let number = ParagraphNumber(rest) {
      kind = .numbered(number)
    } else {
      return nil
    }
    return Entry(try ParagraphIdentifier(line[..<space]), kind)
  }
}
