/// The unchanging name of a delegation: `VEN` (ISO 3166 alpha-3), or `x-secretariat`, `g-caricom`, `o-eu` for an organ,
/// a group or an observer that is not a state.
package struct DelegationCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// - Throws: `DraftingError.invalidCode` unless `text` is three capitals, or `x-`, `g-` or `o-` and lower-case letters.
  package init(_ text: String) throws(DraftingError) {
    let bytes = Array(text.utf8)
    let isState = bytes.count == 3 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
    let isOther =
      (3...40).contains(bytes.count) && [0x78, 0x67, 0x6F].contains(bytes[0]) && bytes[1] == 0x2D
      && bytes.last != 0x2D && !zip(bytes, bytes.dropFirst()).contains { $0 == 0x2D && $1 == 0x2D }
      && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    guard isState || isOther else {
      throw DraftingError(
        .invalidCode, "'\(text)' is not a delegation's code",
        hint:
          "A code is three capital letters (VEN), or x-, g- or o- and lower-case letters (g-caricom)."
      )
    }
    description = text
  }

  /// Who decides: what the chair did is found under this code, and what it proposes.
  package static let chair = Self(known: "x-chair")

  private init(known: String) { description = known }

  package static func < (first: DelegationCode, second: DelegationCode) -> Bool {
    first.description < second.description
  }

  /// The beginning of the identifiers that this delegation makes: `ven`, `x-secretariat`.
  package var identifierPrefix: String { description.lowercased() }
}
