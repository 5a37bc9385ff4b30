/// The name of a numbered run of paragraphs: `preamble`, `operative`, `annex-1`.
package struct SectionName: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// - Throws: `DraftingError.invalidSection` unless `text` is lower-case letters, digits and single dashes.
  package init(_ text: some StringProtocol) throws(DraftingError) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.last != 0x2D,
      bytes.count <= 40,
      !zip(bytes, bytes.dropFirst()).contains(where: { $0 == 0x2D && $1 == 0x2D }),
      bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    else {
      throw DraftingError(
        .invalidSection, "'\(text)' is not the name of a section",
        hint: "Sections are named preamble, operative, annex-1 …")
    }
    description = String(text)
  }

  private init(known: String) { description = known }

  package static let preamble = SectionName(known: "preamble")
  package static let operative = SectionName(known: "operative")

  package static func annex(_ ordinal: Int) -> SectionName {
    SectionName(known: "annex-\(ordinal)")
  }

  package var isAnnex: Bool { description.hasPrefix("annex-") }
}
