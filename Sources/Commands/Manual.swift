extension Program {
  /// The manual as a page for `man`, in the macros of man(7).
  package func manual() -> String {
    var page = ManualPage()
    page.request("TH \(name.uppercased()) 1 \(date) \"\(name) \(version)\"")
    // Neither hyphens nor stretched spaces: both spoil words that are copied to a shell.
    page.request("nh")
    page.request("ad l")
    page.section("NAME")
    page.line("\(name) \u{2013} \(summary.lowercasedFirst)")
    page.section("SYNOPSIS")
    page.synopsis([name], ["[OPTION ...]", "COMMAND", "[ARGUMENT ...]"])
    if !discussion.isEmpty {
      page.section("DESCRIPTION")
      page.paragraphs(discussion)
    }
    page.section("OPTIONS")
    page.text("Accepted before and after the name of the command.")
    page.arguments(allOptions)
    page.rules(optionRules)
    page.section("COMMANDS")
    for group in groups {
      page.subsection(group.title)
      for (index, command) in group.commands.enumerated() {
        if index > 0 { page.macro("PP") }
        page.command(command, of: name)
      }
    }
    page.section("EXIT STATUS")
    for status in statuses { page.entry("\(status.status.code)", status.meaning) }
    for section in sections {
      page.section(section.title)
      for entry in section.entries { page.entry(entry.term, entry.meaning) }
    }
    return page.source
  }
}

/// A manual page under construction.
private struct ManualPage {
  private(set) var source = ""

  mutating func macro(_ name: String, _ arguments: [String] = []) {
    source += ([".\(name)"] + arguments.map { "\"\(Self.escaped($0))\"" }).joined(separator: " ") + "\n"
  }

  /// A line that the formatter obeys, as it is.
  mutating func request(_ line: String) { source += "." + line + "\n" }

  mutating func section(_ title: String) { macro("SH", [title.uppercased()]) }

  mutating func subsection(_ title: String) { macro("SS", [title]) }

  /// A line that is not broken in the source, whatever its length.
  mutating func line(_ text: String) { source += Self.protected(Self.escaped(text)) + "\n" }

  /// Running text. Source lines are kept short, as manual checkers ask; only spaces are touched.
  mutating func text(_ text: String) {
    for line in wrapped(text.split(whereSeparator: \.isWhitespace).map(String.init), width: 72) { self.line(line) }
  }

  mutating func paragraph(_ text: String) {
    macro("PP")
    self.text(text)
  }

  mutating func paragraphs(_ text: String) {
    for (index, words) in Commands.paragraphs(of: text).enumerated() {
      if index > 0 { macro("PP") }
      self.text(words.joined(separator: " "))
    }
  }

  /// A command line with its terms kept whole, continued under itself.
  mutating func synopsis(_ words: [String], _ terms: [String]) {
    source += ".B " + Self.escaped(words.joined(separator: " ")) + "\n"
    // A term may end in dots or a bracket, which is not the end of a sentence.
    for term in terms { source += Self.protected(Self.unbroken(term)) + "\\&\n" }
  }

  mutating func entry(_ term: String, _ meaning: String) {
    macro("TP")
    source += "\\fB" + Self.escaped(term) + "\\fR\n"
    text(meaning)
  }

  mutating func arguments(_ arguments: [ArgumentDescription]) {
    for argument in arguments { entry(argument.listedTerm, argument.listedSummary + ".") }
  }

  mutating func rules(_ rules: [ArgumentRule]) {
    if !rules.isEmpty { paragraph(rules.sentences) }
  }

  mutating func command<Context>(_ command: Command<Context>, of program: String) {
    synopsis([program, command.name], Usage(command.arguments, command.rules).terms)
    macro("RS", ["4"])
    text("\(command.summary).")
    if !command.discussion.isEmpty {
      macro("PP")
      paragraphs(command.discussion)
    }
    arguments(command.arguments)
    rules(command.rules)
    for status in command.statuses { paragraph("Exit status \(status.status.code): \(status.meaning)") }
    for example in command.examples {
      paragraph(example.summary + ":")
      macro("PP")
      macro("nf")
      macro("RS", ["4"])
      line(example.line)
      macro("RE")
      macro("fi")
    }
    macro("RE")
  }

  /// Text that shows as it is: backslashes, hyphens that can be copied, letters beyond ASCII by their number.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result
  }

  private static func unbroken(_ term: String) -> String {
    escaped(term).split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\\ ")
  }

  /// A source line that begins with a dot would be read as a request.
  private static func protected(_ line: String) -> String { line.hasPrefix(".") ? "\\&" + line : line }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
