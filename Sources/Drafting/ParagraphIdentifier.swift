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
  /// - Cost: a few nanoseconds: every line of an outline and every path in a comparison of trees passes here.
  package init(_ text: some StringProtocol) throws(DraftingError) {
    description = String(text)
    guard let ordinal = Self.ordinal(description.utf8) else {
      throw DraftingError(
        .invalidIdentifier, "'\(text)' is not the identifier of a paragraph",
        hint: "Identifiers look like p0042.")
    }
    self.ordinal = ordinal
    prefix = Self.prefix(of: description)
  }

  /// One that an import made, of its bytes, which must be well formed.
  init(plain bytes: ArraySlice<UInt8>, _ ordinal: Int) {
    description = String(decoding: bytes, as: UTF8.self)
    prefix = "p"
    self.ordinal = ordinal
  }

  // The other two follow from the text.
  package static func == (left: Self, right: Self) -> Bool { left.description == right.description }

  package func hash(into hasher: inout Hasher) { hasher.combine(description) }

  /// The counter in an identifier that is well formed; `nil` for anything else.
  private static func ordinal(_ bytes: String.UTF8View) -> Int? {
    var start = bytes.endIndex
    var (ordinal, digits, power) = (0, 0, 1)
    while start != bytes.startIndex, digits < 10, isDigit(bytes[bytes.index(before: start)]) {
      start = bytes.index(before: start)
      ordinal += Int(bytes[start] - 0x30) * power
      (digits, power) = (digits + 1, power * 10)
    }
    guard (4...9).contains(digits), ordinal >= 1, digits == 4 || bytes[start] != 0x30 else { return nil }
    let prefix = bytes[..<start]
    if prefix.elementsEqual(CollectionOfOne(0x70)) { return ordinal }
    guard prefix.last == 0x2D, isCode(Substring(prefix.dropLast())) else { return nil }
    return ordinal
  }

  /// Whether a prefix is that of a delegation that can be (``DelegationCode/identifierPrefix``).
  private static func isCode(_ prefix: Substring) -> Bool {
    let code = prefix.utf8.count == 3 && !prefix.utf8.contains(0x2D) ? prefix.uppercased() : String(prefix)
    do throws(DraftingError) { return try DelegationCode(code).identifierPrefix == prefix } catch { return false }
  }

  /// What stands before the digits at the end.
  private static func prefix(of description: String) -> String {
    var rest = description.utf8[...]
    if rest.first == 0x70, isDigit(rest.dropFirst().first) { return "p" }
    while isDigit(rest.last) { rest.removeLast() }
    return String(Substring(rest))
  }

  private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }

  package static func < (first: ParagraphIdentifier, second: ParagraphIdentifier) -> Bool {
    (first.prefix, first.ordinal) < (second.prefix, second.ordinal)
  }

  /// Where the paragraph's file stands in the repository: `paragraphs/00/p0042`, `paragraphs/ven-00/ven-0001`.
  ///
  /// Folders hold at most 256 files, so that the cost of a commit does not grow with the draft.
  package var path: String {
    "paragraphs/" + folder + "/" + description
  }

  /// The name of the folder in which the paragraph's file stands: `00`, `ven-00`.
  package var folder: String {
    let number = String(ordinal >> 8, radix: 16)
    return (prefix == "p" ? "" : prefix) + (number.utf8.count < 2 ? "0" : "") + number
  }

  /// The identifier whose file stands at `path`; `nil` where `path` is not that of a paragraph.
  package init?(path: String) {
    let bytes = path.utf8
    let start = "paragraphs/".utf8
    guard bytes.starts(with: start), let slash = bytes.lastIndex(of: 0x2F),
      case let folder = bytes.index(bytes.startIndex, offsetBy: start.count), folder < slash,
      let identifier = try? ParagraphIdentifier(path[bytes.index(after: slash)...]),
      identifier.folder.utf8.elementsEqual(bytes[folder..<slash])
    else { return nil }
    self = identifier
  }
}
