extension Paragraph {
  /// The text of the paragraph's file: header lines, an empty line, the text, and its footnotes behind another empty line.
  ///
  /// A line of the text that looks like a footnote has a space before it, so that the file always reads back.
  package var fileText: String {
    var lines: [String] = []
    switch status {
    case .open: lines.append("Status: open")
    case .approved: lines.append("Status: approved")
    case .pending: lines.append("Status: pending")
    case .agreedAdReferendum: lines.append("Status: agreed ad referendum")
    }
    if let reason = status.reason { lines.append("Reason: " + reason) }
    if let amended { lines.append("Amends: \(amended.code) \(amended.commit)") }
    lines += notes.map { "Note: " + $0 }
    lines.append("")
    lines += Array(text.utf8).split(separator: 0x0A).map { line in
      (Self.footnote(inLine: line) == nil ? "" : " ") + String(decoding: line, as: UTF8.self)
    }
    if !footnotes.isEmpty {
      lines.append("")
      lines += footnotes.map { "\($0.mark): \($0.text)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a paragraph's file.
  ///
  /// - Throws: `DraftingError.damagedFile` with the line that does not belong there.
  /// - Cost: linear, over bytes: consolidating a long draft reads tens of thousands of these files.
  package init(fileText: String) throws(DraftingError) {
    self.init(text: "")
    var word: ArraySlice<UInt8> = []
    var reason: String?
    let lines = Array(fileText.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let end = lines.firstIndex(where: \.isEmpty) else {
      throw DraftingError(.damagedFile, "there is no empty line after the header")
    }
    for (index, line) in lines[..<end].enumerated() {
      func damaged() -> DraftingError {
        let shown = String(decoding: line, as: UTF8.self).prefix(40)
        return DraftingError(.damagedFile, "line \(index + 1) is not a header line: '\(shown)'")
      }
      guard let colon = line.firstIndex(of: 0x3A), colon + 1 < line.endIndex, line[colon + 1] == 0x20 else {
        throw damaged()
      }
      let value = line[(colon + 2)...]
      switch String(decoding: line[..<colon], as: UTF8.self) {
      case "Status": word = value
      case "Reason": reason = String(decoding: value, as: UTF8.self)
      case "Note": notes.append(String(decoding: value, as: UTF8.self))
      case "Amends":
        let parts = value.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 2 else { throw damaged() }
        amended = AmendedProposal(code: try DelegationCode(parts[0]), commit: parts[1])
      default: throw damaged()
      }
    }
    switch String(decoding: word, as: UTF8.self) {
    case "open" where reason == nil: status = .open
    case "approved" where reason == nil: status = .approved
    case "pending": status = .pending(reason: reason)
    case "agreed ad referendum": status = .agreedAdReferendum(reason: reason)
    case let word: throw DraftingError(.damagedFile, "the header has no status that is known ('\(word)')")
    }
    var body: [UInt8] = []
    var hasBody = false
    for line in lines[(end + 1)...] where !line.isEmpty {
      if let footnote = line.footnote {
        footnotes.append(footnote)
        continue
      }
      if hasBody { body.append(0x0A) }
      body.append(contentsOf: line.first == 0x20 ? line.dropFirst() : line)
      hasBody = true
    }
    text = String(decoding: body, as: UTF8.self)
  }

  /// The note in a line such as `[^1]: Resolution 2026.`; `nil` for any other line.
  private static func footnote(inLine line: ArraySlice<UInt8>) -> Footnote? {
    guard line.starts(with: [0x5B, 0x5E]) else { return nil }
    var number = 0
    var index = line.startIndex + 2
    while index < line.endIndex, (0x30...0x39).contains(line[index]), number < 1_000_000_000 {
      number = number * 10 + Int(line[index] - 0x30)
      index += 1
    }
    guard number >= 1, line[index...].starts(with: [0x5D, 0x3A, 0x20]) else { return nil }
    return Footnote(number: number, text: String(decoding: line[(index + 3)...], as: UTF8.self))
  }

  /// Takes footnotes out of text that a person typed: lines such as `[^1]: Resolution 2026.` are notes, the rest is
  /// the paragraph.
  ///
  /// - Parameter typed: in canonical composed form.
  package init(typed: String) {
    self.init(text: "")
    var body: [Substring] = []
    for line in typed.split(whereSeparator: \.isNewline) {
      if let footnote = Self.footnote(inLine: Array(line.utf8)[...]) {
        footnotes.append(footnote)
      } else {
        body.append(line)
      }
    }
    text = Self.canonical(body.joined(separator: "\n"))
  }
}
