/// What a shell offers at the cursor.
package enum Candidates: Hashable, Sendable {
  /// Words that begin as the typed one does, with what they mean, which may be nothing.
  case words([Word])

  /// Names of files or folders, which the shell knows best. The prefix is what stands before the name: `--file=`.
  case files(prefix: String)
  case folders(prefix: String)

  package struct Word: Hashable, Sendable {
    package let word: String
    package let meaning: String
  }

  /// What the completion scripts read: the kind on the first line (`files` and `folders` followed by a tab and the
  /// prefix), then a line a word, with a tab before its meaning.
  var lines: String {
    switch self {
    case .files(let prefix): "files\t\(prefix)\n"
    case .folders(let prefix): "folders\t\(prefix)\n"
    case .words(let words): "words\n" + words.map { "\($0.word)\t\($0.meaning)\n" }.joined()
    }
  }
}

extension Program {
  /// What may stand where the last of `words` is being typed.
  ///
  /// - Parameter words: the words after the program's name up to the cursor, the last perhaps empty.
  package func candidates(for words: [String]) -> Candidates {
    var reader = CommandLineReader(self)
    let typed = words.last ?? ""
    let before = Array(words.dropLast())
    for word in before { reader.read(word) }
    if let option = reader.pending { return values(of: option, typed, prefix: "", before) }
    if !reader.optionsEnded {
      if typed.hasPrefix("--"), let equals = typed.firstIndex(of: "=") {
        let value = typed[typed.index(after: equals)...]
        guard let option = reader.options.first(where: { $0.name == typed[..<equals] }) else { return .words([]) }
        return values(of: option, String(value), prefix: typed[..<equals] + "=", before)
      }
      if typed.hasPrefix("-") { return offered(reader.offeredOptions, typed) }
    }
    guard reader.command != nil else {
      return offered(commands.map { Candidates.Word(word: $0.name, meaning: $0.summary) }, typed)
    }
    guard let positional = reader.nextPositional else {
      return offered(typed.isEmpty && !reader.optionsEnded ? reader.offeredOptions : [], typed)
    }
    if reader.command?.name == "help" {
      return offered(commands.map { Candidates.Word(word: $0.name, meaning: $0.summary) }, typed)
    }
    return values(of: positional, typed, prefix: "", before)
  }

  private func values(
    of argument: ArgumentDescription, _ typed: String, prefix: String, _ before: [String]
  ) -> Candidates {
    let words: [String]
    switch argument.completion {
    case .none: words = []
    case .file: return .files(prefix: prefix)
    case .folder: return .folders(prefix: prefix)
    case .words(let list): words = list
    case .dynamic(let list): words = list(before)
    }
    return .words(words.filter { $0.hasPrefix(typed) }.map { Candidates.Word(word: prefix + $0, meaning: "") })
  }

  private func offered(_ words: [Candidates.Word], _ typed: String) -> Candidates {
    .words(words.filter { $0.word.hasPrefix(typed) })
  }
}

extension CommandLineReader {
  /// The options that can still be given: not those given already, nor those that a given one excludes.
  fileprivate var offeredOptions: [Candidates.Word] {
    let rules = (command?.rules ?? []) + program.optionRules
    let excluded = rules.filter { rule in
      switch rule.kind {
      case .exactlyOne, .atMostOne: rule.names.contains(where: given.has)
      case .needs: false
      }
    }.flatMap(\.names)
    return options.filter { $0.isRepeated || !given.has($0.name) && !excluded.contains($0.name) }
      .map { Candidates.Word(word: $0.name, meaning: $0.summary) }
  }
}
