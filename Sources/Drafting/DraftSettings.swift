/// What holds for the whole draft: the content of the file `draft`.
package struct DraftSettings: Hashable, Sendable {
  package var language: Language

  /// How the consolidated draft is written: `oas` or `alternatives`.
  package var notation: String

  /// The document's symbol, as `CP/CSH-1048/09 rev. 2`; `nil` where none was given.
  package var symbol: String?

  /// The sections in their order.
  package var sections: [SectionName]

  /// The lines above the first paragraph, with footnote marks.
  package var titleBlock: [String]

  /// The notes to the title block.
  package var footnotes: [Footnote]

  /// Notes at the end that no mark in the text belongs to, word for word.
  package var unmarkedNotes: [String]

  package init(
    language: Language = .english, notation: String = "oas", symbol: String? = nil,
    sections: [SectionName] = [],
    titleBlock: [String] = [], footnotes: [Footnote] = [], unmarkedNotes: [String] = []
  ) {
    self.language = language
    self.notation = notation
    self.symbol = symbol
    self.sections = sections
    self.titleBlock = titleBlock
    self.footnotes = footnotes
    self.unmarkedNotes = unmarkedNotes
  }

  /// The settings of a revision with a symbol of its own: where the title block prints the old one, it prints the new.
  package func revised(_ symbol: String) -> DraftSettings {
    var settings = self
    settings.symbol = symbol
    if let old = self.symbol { settings.titleBlock = titleBlock.map { $0 == old ? symbol : $0 } }
    return settings
  }

  /// Where the settings stand in the repository.
  package static let path = "draft"

  package var fileText: String {
    var lines = ["Format: amend 1", "Language: \(language.rawValue)", "Notation: \(notation)"]
    if let symbol { lines.append("Symbol: " + symbol) }
    lines.append("Sections: " + sections.map(\.description).joined(separator: " "))
    lines.append("")
    lines += titleBlock.map { "| " + $0 }
    lines += footnotes.map(\.line)
    lines += unmarkedNotes.map { "[]: " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads the file `draft`.
  ///
  /// - Throws: `DraftingError.damagedFile` with the line that is not understood.
  package init(fileText: String) throws(DraftingError) {
    self.init()
    var isHeader = true
    for (index, line) in FileLine.split(fileText).enumerated() {
      let damaged = DraftingError(
        .damagedFile, "line \(index + 1) is not understood: '\(line.string.prefix(40))'")
      if line.isEmpty {
        isHeader = false
      } else if !isHeader {
        if let title = line.after("| ") {
          titleBlock.append(title)
        } else if let note = line.after("[]: ") {
          unmarkedNotes.append(note)
        } else if let note = line.footnote {
          footnotes.append(note)
        } else {
          throw damaged
        }
      } else {
        guard let (name, field) = line.header else { throw damaged }
        let value = field.string
        switch name {
        case "Format":
          guard value == "amend 1" else {
            throw DraftingError(
              .damagedFile,
              "the draft is in the format '\(value)', which this version does not know",
              hint: "A newer amend reads it.")
          }
        case "Language":
          guard let language = Language(rawValue: value) else { throw damaged }
          self.language = language
        case "Notation": notation = value
        case "Symbol": symbol = value
        case "Sections":
          for name in value.split(separator: " ") { sections.append(try SectionName(name)) }
        default: throw damaged
        }
      }
    }
  }
}
