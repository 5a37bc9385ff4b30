/// The terms of a command's usage line, none of which may be broken: `--country CODE`, `(--text TEXT | --file FILE)`.
///
/// What must be given comes first, then the choices that the rules speak of, then what may be left out, then what is
/// known by its place.
struct Usage {
  private let arguments: [ArgumentDescription]
  private let rules: [ArgumentRule]

  /// The arguments that a choice already shows.
  private var shown: Set<String> = []
  private(set) var terms: [String] = []

  init(_ arguments: [ArgumentDescription], _ rules: [ArgumentRule]) {
    self.arguments = arguments
    self.rules = rules
    let named = arguments.filter { $0.kind != .positional }
    terms = named.filter { $0.least > 0 }.map(single)
    shown.formUnion(named.filter { $0.least > 0 }.map(\.name))
    for rule in rules { addChoice(rule) }
    for argument in named where !shown.contains(argument.name) {
      if isPartner(argument.name) { continue }
      terms.append("[\(partnered(argument.name))]")
    }
    for argument in named where !shown.contains(argument.name) { terms.append("[\(argument.term)]") }
    terms += arguments.filter { $0.kind == .positional && !shown.contains($0.name) }.map(single)
  }

  private func single(_ argument: ArgumentDescription) -> String {
    switch (argument.kind, argument.count) {
    case (.positional, .optional): "[\(argument.term)]"
    case (.positional, .repeated(let least)): least > 0 ? "\(argument.term) ..." : "[\(argument.term) ...]"
    case (_, .repeated): "\(argument.term) ..."
    default: argument.term
    }
  }

  /// The choice of a rule, one term a rival, so that a long choice is broken between them.
  private mutating func addChoice(_ rule: ArgumentRule) {
    let (open, close): (String, String)
    switch rule.kind {
    case .exactlyOne: (open, close) = ("(", ")")
    case .atMostOne: (open, close) = ("[", "]")
    case .needs: return
    }
    let names = rule.names.filter { !shown.contains($0) }
    shown.formUnion(names)
    for (index, name) in names.enumerated() {
      terms.append((index == 0 ? open : "| ") + partnered(name) + (index == names.count - 1 ? close : ""))
    }
  }

  /// An argument with what it needs: `--insert TEXT (--after TEXT | --before TEXT)`.
  private mutating func partnered(_ name: String) -> String {
    shown.insert(name)
    guard let argument = arguments.first(where: { $0.name == name }) else { return name }
    var text = argument.term
    for rule in rules where rule.kind == .needs(name) {
      let partners = arguments.filter { rule.names.contains($0.name) && !shown.contains($0.name) }
      if partners.isEmpty { continue }
      shown.formUnion(partners.map(\.name))
      let list = partners.map(\.term).joined(separator: " | ")
      text += partners.count > 1 ? " (\(list))" : " \(list)"
    }
    return argument.isRepeated ? text + " ..." : text
  }

  /// Whether another argument that is still to come will show this one beside it.
  private func isPartner(_ name: String) -> Bool {
    rules.contains {
      guard case .needs(let other) = $0.kind else { return false }
      return $0.names.contains(name) && !shown.contains(other) && rules.allSatisfy { $0.kind != .needs(name) }
    }
  }
}
