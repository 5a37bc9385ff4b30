package import Drafting

/// Which written labels name a party, and by what label that party stands in a ``Merging/BracketedText``.
package struct LabelTable: Sendable {
  package enum Meaning: Hashable, Sendable {
    case label(String)
    /// The names of the parties that may be meant.
    case ambiguous([String])
    case unknown
  }

  private let registry: DelegationRegistry?
  private let names: Set<String>

  /// The labels, codes, names and aliases of a negotiation's delegations.
  package init(registry: DelegationRegistry) {
    self.registry = registry
    names = []
  }

  /// Just these labels, to the letter.
  package init(labels: some Sequence<String>) {
    registry = nil
    names = Set(labels)
  }

  /// Whether labels are compared to the letter.
  var isExact: Bool { registry == nil }

  /// What one item of a label list means; white space round it is the caller's to remove.
  package func meaning(of item: String) -> Meaning {
    guard let registry else { return names.contains(item) ? .label(item) : .unknown }
    // The registry ignores every sign but letters and digits; `[(Mex): x]` or `["US": x]` is not how drafts attribute.
    guard item.unicodeScalars.allSatisfy(Self.mayStandInName) else { return .unknown }
    switch registry.resolve(item) {
    case .delegation(let delegation): return .label(delegation.label)
    case .ambiguous(let candidates): return .ambiguous(candidates)
    case .unknown: return .unknown
    }
  }

  private static func mayStandInName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{A0}", ".", "&", "'", "’", "-", "\u{2010}", "\u{2011}": true
    default:
      scalar.isASCII
        ? scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
  }
}
