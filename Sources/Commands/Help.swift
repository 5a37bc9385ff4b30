/// Every help page fits a terminal of 80 columns.
private let pageWidth = 80

extension Program {
  /// The help of one command, or of the program for `nil`.
  ///
  /// - Parameter isStyled: whether headings are bold.
  package func help(of command: Command<Context>?, isStyled: Bool) -> String {
    guard let command else { return help(isStyled: isStyled) }
    var page = HelpPage(isStyled: isStyled)
    page.usage([name, command.name], Usage(command.arguments, command.rules).terms)
    page.paragraph("\(command.summary).")
    page.paragraph(command.discussion)
    page.list("Arguments", command.arguments.filter { $0.kind == .positional })
    page.list("Options", command.arguments.filter { $0.kind != .positional })
    page.paragraph(command.rules.sentences)
    page.list("Options of every command", allOptions)
    page.examples(command.examples)
    page.rows("Exit status", command.statuses.map { ("\($0.status.code)", $0.meaning) })
    return page.text
  }

  /// What is printed where no command was named: usage and the commands.
  package func shortHelp(isStyled: Bool) -> String {
    var page = HelpPage(isStyled: isStyled)
    page.usage([name], ["[OPTION ...]", "COMMAND", "[ARGUMENT ...]"])
    for group in groups { page.rows(group.title, group.commands.map { ($0.name, $0.summary) }) }
    page.paragraph("See '\(name) COMMAND --help' for one command, '\(name) --help' for the options of all.")
    return page.text
  }

  private func help(isStyled: Bool) -> String {
    var page = HelpPage(isStyled: isStyled)
    page.usage([name], ["[OPTION ...]", "COMMAND", "[ARGUMENT ...]"])
    page.paragraph("\(summary).")
    for group in groups { page.rows(group.title, group.commands.map { ($0.name, $0.summary) }) }
    page.list("Options of every command", allOptions)
    page.paragraph(optionRules.sentences)
    page.rows("Exit status", statuses.map { ("\($0.status.code)", $0.meaning) })
    page.paragraph("See '\(name) COMMAND --help' for one command.")
    return page.text
  }
}

/// A help page under construction: parts separated by one empty line, headings bold where the reader can see it.
private struct HelpPage {
  let isStyled: Bool
  private(set) var text = ""

  init(isStyled: Bool) { self.isStyled = isStyled }

  mutating func usage(_ words: [String], _ terms: [String]) {
    let lead = "Usage: "
    let lines = wrapped([words.joined(separator: " ")] + terms, width: pageWidth - lead.count)
    text +=
      heading("Usage:") + " " + lines.joined(separator: "\n" + String(repeating: " ", count: lead.count + 2)) + "\n"
  }

  mutating func paragraph(_ paragraph: String) {
    if !paragraph.isEmpty { text += "\n" + wrapped(paragraph, width: pageWidth) + "\n" }
  }

  mutating func list(_ title: String, _ arguments: [ArgumentDescription]) {
    rows(title, arguments.map { ($0.listedTerm, $0.listedSummary) })
  }

  mutating func rows(_ title: String, _ rows: [(term: String, meaning: String)]) {
    if !rows.isEmpty { text += "\n" + heading(title + ":") + "\n" + aligned(rows, width: pageWidth) }
  }

  mutating func examples(_ examples: [Example]) {
    if examples.isEmpty { return }
    text += "\n" + heading(examples.count == 1 ? "Example:" : "Examples:") + "\n"
    for example in examples {
      text += wrapped(example.summary + ":", width: pageWidth, indent: 2) + "\n    \(example.line)\n"
    }
  }

  private func heading(_ title: String) -> String { isStyled ? "\u{1B}[1m\(title)\u{1B}[0m" : title }
}
