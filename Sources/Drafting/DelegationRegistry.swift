import TextForm

/// The delegations of one negotiation, and which of them a written label means.
package struct DelegationRegistry: Hashable, Sendable {
  package private(set) var delegations: [Delegation]

  /// What a written label means.
  package enum Resolution: Hashable, Sendable {
    case delegation(Delegation)
    /// Names of the delegations that it may mean: `Dominica (DMA)`.
    case ambiguous([String])
    case unknown
  }

  private var meanings: [String: [Int]] = [:]

  /// The delegations' own labels, to the letter: what is written with them is read as them, whatever else looks the same.
  private var own: [String: Int] = [:]

  /// Names and aliases to the letter: `É.-U.` is not `EU`.
  private var exact: [String: Set<Int>] = [:]
  private var positions: [DelegationCode: Int] = [:]

  package init(_ delegations: [Delegation]) {
    self.delegations = delegations
    for (position, delegation) in delegations.enumerated() {
      positions[delegation.code] = position
      own[delegation.label] = own[delegation.label] ?? position
      for form in delegation.names + delegation.aliases { exact[form, default: []].insert(position) }
      for form in [delegation.code.description, delegation.label] + delegation.names
        + delegation.aliases
      {
        let key = Self.key(form)
        if !key.isEmpty, meanings[key]?.contains(position) != true {
          meanings[key, default: []].append(position)
        }
      }
    }
  }

  package static func == (first: DelegationRegistry, second: DelegationRegistry) -> Bool {
    first.delegations == second.delegations
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(delegations) }

  package subscript(code: DelegationCode) -> Delegation? { positions[code].map { delegations[$0] } }

  /// What a label, code, alias or full name means; capitals, accents, spaces and full stops are ignored
  /// where they part nobody from anybody.
  ///
  /// - Cost: independent of the number of delegations.
  package func resolve(_ label: String) -> Resolution {
    if let position = own[label] { return .delegation(delegations[position]) }
    let key = Self.key(label)
    if let candidates = Self.ambiguousLabels[key] { return .ambiguous(candidates) }
    if let positions = exact[label], positions.count == 1, let position = positions.first {
      return .delegation(delegations[position])
    }
    guard let found = meanings[key] else { return .unknown }
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
    let key = Self.key(text)
    let limit = max(1, key.utf8.count / 3)
    var best: [Int: Int] = [:]
    for (form, found) in meanings {
      let distance = editDistance(key, form, limit: limit)
      guard distance <= limit else { continue }
      for position in found { best[position] = min(best[position] ?? .max, distance) }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map {
      delegations[$0.key]
    }
  }

  /// The form that labels are compared in: folded, letters, digits and `&` only (`EE. UU.` and `EEUU` are one label).
  private static func key(_ label: String) -> String {
    String(
      folded(label).unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "&"
      }
      .reduce(into: String.UnicodeScalarView()) { $0.append($1) })
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
