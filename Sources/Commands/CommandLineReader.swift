/// Reads the words of a command line one by one; knows at every word what may follow, so that completion reads with it.
///
/// The first error is kept and reading goes on: `--help` anywhere is answered with help, whatever else is wrong with a
/// known command.
struct CommandLineReader<Context> {
  let program: Program<Context>

  private(set) var command: Command<Context>?
  private(set) var given = GivenWords()

  /// The words known by their place, the command's name not among them.
  private(set) var positionals: [String] = []

  /// The option whose value the next word is.
  private(set) var pending: ArgumentDescription?

  /// Whether `--` was read: all that follows is known by its place.
  private(set) var optionsEnded = false

  private(set) var wantsHelp = false
  private(set) var wantsVersion = false
  private(set) var failure: CommandError?

  init(_ program: Program<Context>) { self.program = program }

  /// The options that may stand at this place.
  var options: [ArgumentDescription] {
    (command?.arguments.filter { $0.kind != .positional } ?? []) + program.allOptions
  }

  /// What a word known by its place would be here.
  var nextPositional: ArgumentDescription? {
    let expected = command?.arguments.filter { $0.kind == .positional } ?? []
    if positionals.count < expected.count { return expected[positionals.count] }
    return expected.last.flatMap { $0.isRepeated ? $0 : nil }
  }

  mutating func read(_ word: String) {
    if let option = pending {
      pending = nil
      if declared(longName(of: word)) == nil {
        add(word, to: option)
      } else {
        fail(
          .missingValue, "\(option.name) needs a value.", hint: "To give it '\(word)', write \(option.name)=\(word).")
        read(word)
      }
    } else if optionsEnded || word == "-" || !word.hasPrefix("-") || Int(word) != nil {
      readPositional(word)
    } else if word == "--" {
      optionsEnded = true
    } else if word.hasPrefix("--") {
      readLong(word)
    } else {
      readShort(word)
    }
  }

  /// Ends the line: whatever still misses its value, its place or its partner is an error.
  mutating func finish() {
    if let pending { fail(.missingValue, "\(pending.term): the value is missing.") }
    pending = nil
    guard let command else { return }
    let expected = command.arguments.filter { $0.kind == .positional }
    for (index, word) in positionals.enumerated() {
      if let description = index < expected.count ? expected[index] : expected.last {
        given.add(word, to: description.name)
      }
    }
    for description in command.arguments + program.options where given[description.name].count < description.least {
      keep(.missing(description))
    }
    for rule in command.rules + program.optionRules {
      do throws(CommandError) { try rule.check(given) } catch { keep(error) }
    }
  }

  private mutating func readPositional(_ word: String) {
    if let command {
      if nextPositional == nil {
        fail(.unexpectedArgument, "\(command.name) takes no further argument: '\(word)'.")
      } else {
        positionals.append(word)
      }
      return
    }
    guard failure?.code != .unknownCommand else { return }
    command = program.command(named: word)
    if command == nil {
      fail(.unknownCommand, "There is no command '\(word)'.", hint: suggestion(word, program.commands.map(\.name)))
    }
  }

  /// `--name` or `--name=value`.
  private mutating func readLong(_ word: String) {
    let name = longName(of: word)
    guard let option = declared(name) else {
      // Options after a mistyped command are not known, and not the first thing to put right.
      fail(.unknownOption, "There is no option '\(name)'.", hint: suggestion(name, options.map(\.name)))
      return
    }
    let value = word == name ? nil : String(word.unicodeScalars.dropFirst(name.unicodeScalars.count + 1))
    if option.kind == .flag {
      if value != nil { fail(.unexpectedArgument, "\(name) takes no value.") }
      add(name, to: option)
    } else if let value {
      add(value, to: option)
    } else {
      pending = option
    }
  }

  /// `-c value`, `-cvalue`, or several flags at once.
  private mutating func readShort(_ word: String) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        fail(.unknownOption, "There is no option '-\(letter)'.")
        return
      }
      if option.kind == .flag {
        add(option.name, to: option)
      } else {
        if letters.isEmpty { pending = option } else { add(String(letters), to: option) }
        return
      }
    }
  }

  private mutating func add(_ word: String, to option: ArgumentDescription) {
    if option.name == "--help" { wantsHelp = true }
    if option.name == "--version" { wantsVersion = true }
    if option.kind == .option, !option.isRepeated, given.has(option.name) {
      fail(.repeatedOption, "\(option.name) is given twice.")
    }
    given.add(word, to: option.name)
  }

  private func declared(_ name: String) -> ArgumentDescription? { options.first { $0.name == name } }

  /// What stands before the equals sign. An accent at the start of the value belongs to the sign where characters are
  /// counted as they look, so code points are.
  private func longName(of word: String) -> String {
    word.unicodeScalars.firstIndex(of: "=").map { String(word.unicodeScalars[..<$0]) } ?? word
  }

  private func suggestion(_ typed: String, _ words: [String]) -> String? {
    nearest(to: typed, in: words).map { "Did you mean '\($0)'?" }
  }

  private mutating func fail(_ code: CommandError.Code, _ message: String, hint: String? = nil) {
    keep(CommandError(code, message, hint: hint))
  }

  private mutating func keep(_ error: CommandError) { failure = failure ?? error }
}
