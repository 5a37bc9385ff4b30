/// An option that must be given.
package func required<Value: ArgumentValue>(
  _ name: String, short: Character? = nil, _ type: Value.Type, _ summary: String,
  placeholder: String? = nil, completion: Completion? = nil
) -> Argument<Value> {
  let description = describing(
    name, short, .option, .required, type, summary, placeholder: placeholder, completion: completion)
  return Argument(description) { try one($0, of: description) }
}

/// An option that may be left out: `nil` then.
package func option<Value: ArgumentValue>(
  _ name: String, short: Character? = nil, _ type: Value.Type, _ summary: String,
  placeholder: String? = nil, completion: Completion? = nil
) -> Argument<Value?> {
  let description = describing(
    name, short, .option, .optional, type, summary, placeholder: placeholder, completion: completion)
  return Argument(description) { try $0.isEmpty ? nil : one($0, of: description) }
}

/// An option that may be left out: `default` then, which help shows.
package func option<Value: ArgumentValue>(
  _ name: String, short: Character? = nil, _ type: Value.Type, default: Value, _ summary: String,
  placeholder: String? = nil, completion: Completion? = nil
) -> Argument<Value> {
  let description = describing(
    name, short, .option, .optional, type, summary, placeholder: placeholder,
    defaultText: `default`.argumentText, completion: completion)
  return Argument(description) { try $0.isEmpty ? `default` : one($0, of: description) }
}

/// An option that can be given again; its values in the order given.
package func repeated<Value: ArgumentValue>(
  _ name: String, short: Character? = nil, _ type: Value.Type, _ summary: String, atLeast least: Int = 0,
  placeholder: String? = nil, completion: Completion? = nil
) -> Argument<[Value]> {
  let description = describing(
    name, short, .option, .repeated(atLeast: least), type, summary, placeholder: placeholder, completion: completion)
  return Argument(description) { words in try words.map { try Value(word: $0, of: description) } }
}

/// An option without a value: `true` where it is given.
package func flag(_ name: String, short: Character? = nil, _ summary: String) -> Argument<Bool> {
  Argument(ArgumentDescription(flag: name, short: short, summary)) { !$0.isEmpty }
}

/// An argument known by its place, which must be given. Its name in capitals is its placeholder unless one is given.
package func positional<Value: ArgumentValue>(
  _ name: String, _ type: Value.Type, _ summary: String, placeholder: String? = nil, completion: Completion? = nil
) -> Argument<Value> {
  let description = describing(
    name, nil, .positional, .required, type, summary, placeholder: placeholder ?? name.uppercased(),
    completion: completion)
  return Argument(description) { try one($0, of: description) }
}

/// An argument known by its place, which may be left out; stands after those that must be given.
package func optionalPositional<Value: ArgumentValue>(
  _ name: String, _ type: Value.Type, _ summary: String, placeholder: String? = nil, completion: Completion? = nil
) -> Argument<Value?> {
  let description = describing(
    name, nil, .positional, .optional, type, summary, placeholder: placeholder ?? name.uppercased(),
    completion: completion)
  return Argument(description) { try $0.isEmpty ? nil : one($0, of: description) }
}

/// Every argument that is left; stands last.
package func rest<Value: ArgumentValue>(
  _ name: String, _ type: Value.Type, _ summary: String, atLeast least: Int = 0,
  placeholder: String? = nil, completion: Completion? = nil
) -> Argument<[Value]> {
  let description = describing(
    name, nil, .positional, .repeated(atLeast: least), type, summary, placeholder: placeholder ?? name.uppercased(),
    completion: completion)
  return Argument(description) { words in try words.map { try Value(word: $0, of: description) } }
}

extension ArgumentDescription {
  init(flag name: String, short: Character? = nil, _ summary: String) {
    self.init(
      name: name, short: short, kind: .flag, count: .optional, placeholder: "", summary: summary, defaultText: nil,
      completion: .none)
  }
}

private func describing<Value: ArgumentValue>(
  _ name: String, _ short: Character?, _ kind: ArgumentDescription.Kind, _ count: ArgumentDescription.Count,
  _ type: Value.Type, _ summary: String, placeholder: String?, defaultText: String? = nil, completion: Completion?
) -> ArgumentDescription {
  ArgumentDescription(
    name: name, short: short, kind: kind, count: count, placeholder: placeholder ?? type.placeholder,
    summary: summary, defaultText: defaultText, completion: completion ?? type.completion)
}

/// The value of an argument that takes one. The reader of the command line has already refused none and two.
private func one<Value: ArgumentValue>(_ words: [String], of description: ArgumentDescription) throws -> Value {
  guard let word = words.first else { throw CommandError.missing(description) }
  return try Value(word: word, of: description)
}

extension ArgumentValue {
  /// Reads one word; the error names the argument, what it takes, and the word.
  fileprivate init(word: String, of description: ArgumentDescription) throws(CommandError) {
    do throws(CommandError) {
      try self.init(argument: word)
    } catch {
      if error.code == .hiddenCharacter {
        throw CommandError(error.code, "\(description.errorName): \(error.message).", hint: error.hint)
      }
      guard error.code == .invalidValue else { throw error }
      throw CommandError(
        .invalidValue, "\(description.errorName) takes \(error.message), not '\(word)'.", hint: error.hint)
    }
  }
}

extension CommandError {
  /// An argument that must be given and is not.
  static func missing(_ description: ArgumentDescription) -> CommandError {
    CommandError(.missingArgument, "\(description.term) is missing.")
  }
}
