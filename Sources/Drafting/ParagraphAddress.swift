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
      revision = String(text[text.index(text.startIndex, offsetBy: 4)..<colon])
      rest = text[text.index(after: colon)...]
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
      entry.number == number && (name.map { section.description.hasPrefix($0) } ?? true)
    }
  }
}
