/// A state, group or organ that may propose.
package struct Delegation: Hashable, Sendable {
  package var code: DelegationCode

  /// The short name in brackets: `Ven`.
  package var label: String

  /// The full name, a language each; the same order as ``Language/allCases``.
  package var names: [String]

  /// Other forms that are read as this delegation: `EE. UU.`, `United States of America`.
  package var aliases: [String]

  package init(code: DelegationCode, label: String, names: [String], aliases: [String] = []) {
    self.code = code
    self.label = label
    self.names = names
    self.aliases = aliases
  }

  /// The full name in `language`; the label where there is none.
  package func name(in language: Language) -> String {
    guard let index = Language.allCases.firstIndex(of: language), names.indices.contains(index)
    else { return label }
    return names[index]
  }
}
