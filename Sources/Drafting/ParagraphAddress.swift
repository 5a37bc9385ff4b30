/// How people name a paragraph: `operative/17`, `operative/1-bis`, `OP1bis`, `PP15`, `15`, `@p0042`,
/// `rev/1:operative/17`.
package struct ParagraphAddress: Hashable, Sendable, CustomStringConvertible {
  /// What was typed.
  package let description: String

  /// The revision whose numbers are meant (`1` in `rev/1:…`); `nil` for today's.
  package let revision: String?

  package let target: Target

  package enum Target: Hashable, Sendable {
    case identifier(ParagraphIdentifier)
    /// A number, in the section whose name begins so; in any section for `nil`.
    case number(section: String?, ParagraphNumber)
  }

  /// - Throws: `DraftingError.invalidAddress` where `text` is none of the forms.
  package init(_ text: String) throws(DraftingError) {
    description = text
    var rest = text[...]
    if text.hasPrefix("rev/"), let colon = text.firstIndex(of: ":") {
      let name = text[text.index(text.startIndex, offsetBy: 4)..<colon]
      revision = String(name)
      // Without its name the whole is no address: what is left of it is not looked at.
      rest = name.isEmpty ? "" : text[text.index(after: colon)...]
    } else {
      revision = nil
    }
    let invalid = DraftingError(
      .invalidAddress, "'\(text)' does not name a paragraph",
      hint:
        "Type a section and the printed number (operative/17, \"operative/1 bis\"), PP15, OP7, or @p0042."
    )
    if rest.hasPrefix("@") {
      guard let identifier = try? ParagraphIdentifier(rest.dropFirst()) else { throw invalid }
      target = .identifier(identifier)
      return
    }
    if let slash = rest.lastIndex(of: "/") {
      guard let number = ParagraphNumber(rest[rest.index(after: slash)...]), slash > rest.startIndex
      else { throw invalid }
      target = .number(section: rest[..<slash].lowercased(), number)
      return
    }
    for (prefix, section) in [("pp", "preamble"), ("op", "operative")]
    where rest.lowercased().hasPrefix(prefix) {
      guard let number = ParagraphNumber(rest.dropFirst(2)) else { throw invalid }
      target = .number(section: section, number)
      return
    }
    guard let number = ParagraphNumber(rest) else { throw invalid }
    target = .number(section: nil, number)
  }

  /// Whether the address may mean the entry in its section.
  package func matches(_ entry: Outline.Entry, in section: SectionName) -> Bool {
    switch target {
    case .identifier(let identifier): entry.identifier == identifier
    case .number(let name, let number):
      entry.number == number && (name.map { Self.names($0, section) } ?? true)
    }
  }

  /// Whether a section is named by its beginning; `annex-1` does not name `annex-10`.
  private static func names(_ beginning: String, _ section: SectionName) -> Bool {
    guard section.description.hasPrefix(beginning) else { return false }
    let isCut =
      beginning.utf8.last.map(isDigit) == true
      && section.description.utf8.dropFirst(beginning.utf8.count).first.map(isDigit) == true
    return !isCut
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
