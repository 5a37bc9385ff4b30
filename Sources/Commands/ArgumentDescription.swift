/// What is known of an argument without the type of its value: all that help, manual, completions and the reader need.
package struct ArgumentDescription: Sendable {
  package enum Kind: Hashable, Sendable { case flag, option, positional }

  /// How often the argument must and may be given.
  package enum Count: Hashable, Sendable {
    case optional, required
    case repeated(atLeast: Int)
  }

  /// `--country` for an option, `paragraph` for a positional argument.
  package let name: String

  /// The letter of `-c`, for an option that has one.
  package let short: Character?

  package let kind: Kind
  package let count: Count

  /// What stands for the value: `CODE`. Empty for a flag.
  package let placeholder: String

  package let summary: String

  /// The word that is taken when none is given.
  package let defaultText: String?

  package let completion: Completion

  /// The argument as a usage line writes it, without the brackets that say it may be left out: `--country CODE`.
  var term: String {
    switch kind {
    case .flag: name
    case .option: "\(name) \(placeholder)"
    case .positional: placeholder
    }
  }

  /// The argument as the list of options writes it, short name first: `-c, --country CODE`.
  var listedTerm: String { short.map { "-\($0), \(term)" } ?? term }

  /// The argument as an error names it.
  var errorName: String { kind == .positional ? placeholder : name }

  /// The summary with what else a user should know: the default, and that the option can be given again.
  var listedSummary: String {
    var text = summary
    if let defaultText { text += " (default: \(defaultText))" }
    if kind == .option, case .repeated = count { text += " (can be given more than once)" }
    return text
  }

  var isRepeated: Bool { if case .repeated = count { true } else { false } }

  var least: Int {
    switch count {
    case .optional: 0
    case .required: 1
    case .repeated(let least): least
    }
  }
}
