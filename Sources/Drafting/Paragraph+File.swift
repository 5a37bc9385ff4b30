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
    if let amended {
      lines.append((["Amends: \(amended.code)", amended.commit] + amended.rewritings).joined(separator: " "))
    }
    lines += notes.map { "Note: " + $0 }
    lines.append("")
    lines += FileLine.split(text, omittingEmpty: true).map { ($0.footnote == nil ? "" : " ") + $0.string }
    if !footnotes.isEmpty {
      lines.append("")
      lines += footnotes.map(\.line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a paragraph's file.
  ///
  /// - Throws: `DraftingError.damagedFile` with the line that does not belong there.
  /// - Cost: linear, over bytes: consolidating a long draft reads tens of thousands of these files.
  package init(fileText: String) throws(DraftingError) {
    self.init(text: "")
    var word = ""
    var reason: String?
    let lines = FileLine.split(fileText)
    guard let end = lines.firstIndex(where: \.isEmpty) else {
      throw DraftingError(.damagedFile, "there is no empty line after the header")
    }
    for (index, line) in lines[..<end].enumerated() {
      func damaged() -> DraftingError {
        DraftingError(.damagedFile, "line \(index + 1) is not a header line: '\(line.string.prefix(40))'")
      }
      guard let (name, value) = line.header else { throw damaged() }
      switch name {
      case "Status": word = value.string
      case "Reason": reason = value.string
      case "Note": notes.append(value.string)
      case "Amends":
        let parts = value.string.split(separator: " ").map(String.init)
        guard parts.count >= 2 else { throw damaged() }
        amended = AmendedProposal(
          code: try DelegationCode(parts[0]), commit: parts[1], rewritings: Array(parts.dropFirst(2)))
      default: throw damaged()
      }
    }
    switch word {
    case "open" where reason == nil: status = .open
    case "approved" where reason == nil: status = .approved
    case "pending": status = .pending(reason: reason)
    case "agreed ad referendum": status = .agreedAdReferendum(reason: reason)
    default: throw DraftingError(.damagedFile, "the header has no status that is known ('\(word)')")
    }
    var body: [UInt8] = []
    var hasBody = false
    for line in lines[(end + 1)...] where !line.isEmpty {
      if let footnote = line.footnote {
        footnotes.append(footnote)
        continue
      }
      if hasBody { body.append(0x0A) }
      body.append(contentsOf: line.bytes.first == 0x20 ? line.bytes.dropFirst() : line.bytes)
      hasBody = true
    }
    text = String(decoding: body, as: UTF8.self)
  }

  /// Takes footnotes out of text that a person typed: lines such as `[^1]: Resolution 2026.` are notes, the rest is
  /// the paragraph.
  ///
  /// - Parameter typed: in canonical composed form.
  package init(typed: String) {
    self.init(text: "")
    var body: [Substring] = []
    for line in typed.split(whereSeparator: \.isNewline) {
      if let footnote = FileLine(line).footnote {
        footnotes.append(footnote)
      } else {
        body.append(line)
      }
    }
    text = Self.canonical(body.joined(separator: "\n"))
  }

  /// Takes the words that a person typed, and their notes beside those that stand; which marks still stand is not looked
  /// at.
  package mutating func retype(_ typed: Paragraph) {
    text = typed.text
    for footnote in typed.footnotes {
      footnotes.removeAll { $0.number == footnote.number }
      footnotes.append(footnote)
    }
    footnotes.sort { $0.number < $1.number }
  }
}
