import TextForm

/// The delegations of one negotiation, and which of them a written label means.
package struct DelegationRegistry: Hashable, Sendable {
  package let delegations: [Delegation]

  /// What a written label means.
  package enum Resolution: Hashable, Sendable {
    case delegation(Delegation)
    /// Names of the delegations that it may mean: `Dominica (DMA)`.
    case ambiguous([String])
    case unknown
  }

  private let labels: DelegationLabels
  private let positions: [DelegationCode: Int]

  package init(_ delegations: [Delegation]) {
    self.delegations = delegations
    labels = DelegationLabels(delegations)
    positions = Dictionary(
      delegations.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { _, last in last })
  }

  package static func == (first: DelegationRegistry, second: DelegationRegistry) -> Bool {
    first.delegations == second.delegations
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(delegations) }

  package subscript(code: DelegationCode) -> Delegation? { positions[code].map { delegations[$0] } }

  /// What a label, code, alias or full name means; capitals, accents, spaces and full stops are ignored
  /// where they part nobody from anybody.
  ///
  /// - Cost: independent of the number of delegations, but for the first label.
  package func resolve(_ label: String) -> Resolution {
    let known = labels.table
    if let position = known.own[label] { return .delegation(delegations[position]) }
    let key = DelegationLabels.key(label)
    if let candidates = Self.ambiguousLabels[key] { return .ambiguous(candidates) }
    if let positions = known.exact[label], positions.count == 1, let position = positions.first {
      return .delegation(delegations[position])
    }
    guard let found = known.meanings[key] else { return .unknown }
    if found.count == 1 { return .delegation(delegations[found[0]]) }
    return .ambiguous(
      found.map {
        "\(delegations[$0].names.first ?? delegations[$0].label) (\(delegations[$0].code))"
      })
  }

  /// The delegation that a person means by `text`; a code is never ambiguous (`DOM`).
  ///
  /// - Throws: `DraftingError.unknownDelegation` with the nearest names, or `.ambiguousLabel` with the candidates.
  package func delegation(named text: String) throws(DraftingError) -> Delegation {
    if let position = positions.first(where: { $0.key.description == text })?.value { return delegations[position] }
    switch resolve(text) {
    case .delegation(let delegation): return delegation
    case .ambiguous(let candidates):
      throw DraftingError(
        .ambiguousLabel, "'\(text)' may mean \(candidates.joined(separator: " or "))",
        hint: "Type the delegation's code.")
    case .unknown:
      let near = nearest(to: text).map { "\($0.code) (\($0.names.first ?? $0.label))" }
      throw DraftingError(
        .unknownDelegation, "no delegation is named '\(text)'",
        hint: near.isEmpty
          ? "'amend status --delegations' lists the delegations."
          : "Did you mean \(near.joined(separator: " or "))?")
    }
  }

  /// At most three delegations whose code, label or name is a little different from `text`, the nearest first.
  package func nearest(to text: String) -> [Delegation] {
    let key = DelegationLabels.key(text)
    let limit = max(1, key.utf8.count / 3)
    var best: [Int: Int] = [:]
    for (form, found) in labels.table.meanings {
      let distance = editDistance(key, form, limit: limit)
      guard distance <= limit else { continue }
      for position in found { best[position] = min(best[position] ?? .max, distance) }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map {
      delegations[$0.key]
    }
  }

  /// Labels that real drafts use for two parties, so that neither may be guessed.
  private static let ambiguousLabels: [String: [String]] = [
    "dom": ["Dominica (DMA)", "Dominican Republic (DOM)"],
    "ch": ["Chile (CHL)", "Switzerland (CHE)"],
    "ca": ["Canada (CAN)", "Central America (g-sica)"],
    "es": ["El Salvador (SLV)", "Spain (ESP)"],
    "gra": ["Grenada (GRD)", "Great Britain (GBR)"],
  ]
}
