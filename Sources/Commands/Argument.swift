/// One argument of a command, or several read as one value (`group`), with the type of its value.
///
/// Made by `required`, `option`, `repeated`, `flag`, `positional`, `optionalPositional`, `rest` and `group`.
package struct Argument<Value>: Sendable {
  let descriptions: [ArgumentDescription]
  let rules: [ArgumentRule]
  let value: @Sendable (GivenWords) throws -> Value

  /// An argument that is read from its own words.
  init(_ description: ArgumentDescription, value: @escaping @Sendable ([String]) throws -> Value) {
    descriptions = [description]
    rules = []
    self.value = { try value($0[description.name]) }
  }

  init(
    descriptions: [ArgumentDescription], rules: [ArgumentRule],
    value: @escaping @Sendable (GivenWords) throws -> Value
  ) {
    self.descriptions = descriptions
    self.rules = rules
    self.value = value
  }
}

/// Several arguments that make one value together, such as the ways to say what a proposal changes.
///
/// ```swift
/// group(
///   rules: [.exactlyOne(of: "--text", "--delete-paragraph")],
///   option("--text", String.self, "The new text"), flag("--delete-paragraph", "Delete the paragraph")
/// ) { text, deletes in … }
/// ```
///
/// - Parameter make: called once the words keep the rules; may throw a `CommandError` of its own.
package func group<each Value, Result>(
  rules: [ArgumentRule] = [], _ argument: repeat Argument<each Value>,
  make: @escaping @Sendable (repeat each Value) throws -> Result
) -> Argument<Result> {
  var descriptions: [ArgumentDescription] = []
  var allRules: [ArgumentRule] = []
  for argument in repeat each argument {
    descriptions += argument.descriptions
    allRules += argument.rules
  }
  return Argument(descriptions: descriptions, rules: allRules + rules) { words in
    try make(repeat (each argument).value(words))
  }
}

/// The words that were given for each argument, by its name.
struct GivenWords: Sendable {
  private(set) var words: [String: [String]] = [:]

  subscript(name: String) -> [String] { words[name] ?? [] }

  func has(_ name: String) -> Bool { words[name] != nil }

  /// A flag is given by its own name.
  mutating func add(_ word: String, to name: String) { words[name, default: []].append(word) }
}
