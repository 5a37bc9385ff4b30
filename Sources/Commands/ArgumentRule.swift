/// What must hold between the arguments of one command; checked before any value is read, and shown in help.
package struct ArgumentRule: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case exactlyOne, atMostOne
    case needs(String)
  }

  let kind: Kind
  let names: [String]

  /// One of the arguments is given, and only one.
  package static func exactlyOne(of names: String...) -> ArgumentRule { ArgumentRule(kind: .exactlyOne, names: names) }

  /// The arguments exclude each other.
  package static func atMostOne(of names: String...) -> ArgumentRule { ArgumentRule(kind: .atMostOne, names: names) }

  /// Where `name` is given, one of the others is given too: `needs("--insert", oneOf: "--after", "--before")`.
  package static func needs(_ name: String, oneOf names: String...) -> ArgumentRule {
    ArgumentRule(kind: .needs(name), names: names)
  }

  /// Every argument the rule speaks of.
  var allNames: [String] { if case .needs(let name) = kind { [name] + names } else { names } }

  /// The rule as a sentence of the help.
  var sentence: String {
    switch kind {
    case .exactlyOne: "Give exactly one of \(names.listed("and"))."
    case .atMostOne: "Give at most one of \(names.listed("and"))."
    case .needs(let name): "\(name) needs \(names.listed("or"))."
    }
  }

  func check(_ given: GivenWords) throws(CommandError) {
    let present = names.filter(given.has)
    switch kind {
    case .exactlyOne where present.isEmpty:
      throw CommandError(.missingArgument, "One of \(names.listed("or")) is missing.")
    case .exactlyOne where present.count > 1, .atMostOne where present.count > 1:
      throw CommandError(.conflictingArguments, "\(present.listed("and")) exclude each other.")
    case .needs(let name) where given.has(name) && present.isEmpty:
      throw CommandError(.missingArgument, "\(name) needs \(names.listed("or")).")
    default: break
    }
  }
}

extension [ArgumentRule] {
  /// The rules in words. Where two arguments need each other, only the first is said to.
  var sentences: String {
    indices.filter { index in
      guard case .needs(let name) = self[index].kind, self[index].names.count == 1 else { return true }
      return !self[..<index].contains { $0.kind == .needs(self[index].names[0]) && $0.names.contains(name) }
    }.map { self[$0].sentence }.joined(separator: " ")
  }
}

extension [String] {
  /// The words as a sentence lists them: `a, b or c`.
  func listed(_ conjunction: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
