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

  /// The longest list that is looked at, in bytes: it may name each of them once.
  package let longestList: Int

  /// The labels, codes, names and aliases of a negotiation's delegations.
  package init(registry: DelegationRegistry) {
    self.registry = registry
    names = []
    longestList = max(Self.leastLongest, registry.delegations.count * 80)
  }

  /// Just these labels, to the letter.
  package init(labels: some Sequence<String>) {
    registry = nil
    names = Set(labels)
    longestList = max(Self.leastLongest, names.reduce(0) { $0 + $1.utf8.count + 8 })
  }

  /// More than every member state of a region by its full name.
  private static let leastLongest = 1_500

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
