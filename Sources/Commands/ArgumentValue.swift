/// A type whose values can be written on the command line.
///
/// `String`, `Int` and enumerations over strings conform here; the program's own words (a delegation, a paragraph
/// address) conform where the commands are declared.
package protocol ArgumentValue: Sendable {
  /// Reads one word.
  ///
  /// - Throws: `CommandError.expected(_:hint:)`, which says what the word should have been.
  init(argument: String) throws(CommandError)

  /// What stands for the value in usage lines: `CODE`.
  static var placeholder: String { get }

  /// What a shell offers where the value is typed.
  static var completion: Completion { get }

  /// The word that reads as this value; help prints it as the default.
  var argumentText: String { get }
}

extension ArgumentValue {
  package static var completion: Completion { .none }
  package var argumentText: String { String(describing: self) }
}

/// What a shell offers while a value is typed.
package enum Completion: Sendable {
  case none
  case file
  case folder
  case words([String])

  /// Words that only the running program knows, such as the paragraphs of a draft.
  ///
  /// The closure is given the words of the command line so far, without the program's name and without the word being
  /// typed. It answers nothing where it fails.
  case dynamic(@Sendable ([String]) -> [String])
}

extension String: ArgumentValue {
  /// - Throws: for a character that is not seen (``HiddenCharacter``).
  package init(argument: String) throws(CommandError) {
    if let hidden = HiddenCharacter(in: argument) {
      let line = hidden.line == 1 ? "" : "line \(hidden.line), "
      throw CommandError(
        .hiddenCharacter, "\(line)character \(hidden.column) is \(hidden.name), which is not seen",
        hint: HiddenCharacter.hint)
    }
    self = argument
  }

  package static var placeholder: String { "TEXT" }
}

extension Int: ArgumentValue {
  package init(argument: String) throws(CommandError) {
    guard let value = Int(argument) else { throw .expected("a whole number") }
    self = value
  }

  package static var placeholder: String { "N" }
}

extension ArgumentValue where Self: CaseIterable & RawRepresentable, RawValue == String {
  package init(argument: String) throws(CommandError) {
    guard let value = Self(rawValue: argument) else {
      let words = Self.words
      throw .expected(words.listed("or"), hint: nearest(to: argument, in: words).map { "Did you mean '\($0)'?" })
    }
    self = value
  }

  package static var placeholder: String { words.joined(separator: "|") }
  package static var completion: Completion { .words(words) }
  package var argumentText: String { rawValue }

  private static var words: [String] { allCases.map(\.rawValue) }
}
