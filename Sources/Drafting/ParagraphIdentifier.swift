/// The name of a paragraph (or heading) that never changes: `p0042` from the import, `ven-0001` from a delegation.
///
/// Identifiers made by a delegation carry its code, so that clones never make the same one twice.
package struct ParagraphIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// `p`, or the code of the delegation that made it, and a dash: `ven-`.
  package let prefix: String

  /// The counter behind the prefix; at least 1.
  package let ordinal: Int

  package init(ordinal: Int, madeBy code: DelegationCode? = nil) {
    prefix = code.map { $0.identifierPrefix + "-" } ?? "p"
    self.ordinal = ordinal
    let digits = String(ordinal)
    description = prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// - Throws: `DraftingError.invalidIdentifier` unless `text` is just what the other initialiser makes.
  package init(_ text: some StringProtocol) throws(DraftingError) {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let prefix = String(text.dropLast(digits))
    let isKnown = prefix == "p" || prefix.hasSuffix("-") && Self.isCode(prefix.dropLast())
    guard digits >= 4, digits <= 9, isKnown, let ordinal = Int(text.suffix(digits)), ordinal >= 1,
      digits == 4 || !text.dropFirst(prefix.count).hasPrefix("0")
    else {
      throw DraftingError(
        .invalidIdentifier, "'\(text)' is not the identifier of a paragraph",
        hint: "Identifiers look like p0042.")
    }
    self.prefix = prefix
    self.ordinal = ordinal
    description = String(text)
  }

  /// Whether a prefix is that of a delegation that can be (``DelegationCode/identifierPrefix``).
  private static func isCode(_ prefix: Substring) -> Bool {
    let code = prefix.utf8.count == 3 && !prefix.contains("-") ? prefix.uppercased() : String(prefix)
    do throws(DraftingError) { return try DelegationCode(code).identifierPrefix == prefix } catch { return false }
  }

  package static func < (first: ParagraphIdentifier, second: ParagraphIdentifier) -> Bool {
    (first.prefix, first.ordinal) < (second.prefix, second.ordinal)
  }

  /// Where the paragraph's file stands in the repository: `paragraphs/00/p0042`, `paragraphs/ven-00/ven-0001`.
  ///
  /// Folders hold at most 256 files, so that the cost of a commit does not grow with the draft.
  package var path: String {
    let folder = String(ordinal >> 8, radix: 16)
    return
      "paragraphs/\(prefix == "p" ? "" : prefix)\(folder.count < 2 ? "0" : "")\(folder)/\(description)"
  }

  /// The identifier whose file stands at `path`; `nil` where `path` is not that of a paragraph.
  package init?(path: String) {
    guard path.hasPrefix("paragraphs/"), let name = path.split(separator: "/").last,
      let identifier = try? ParagraphIdentifier(name), identifier.path == path
    else { return nil }
    self = identifier
  }
}
