package import Drafting
internal import Notation
package import Packages

/// Makes the Word document of a table: the draft's symbol and title, what the table is, and rows under a row of names that
/// stands again on each page.
package struct TableDocument: Sendable {
  package var title: String
  package var language: Language
  package var date: DocumentDate?

  /// The draft that the table is about; its symbol and title stand above it.
  package var settings = DraftSettings()

  package init(title: String, language: Language, date: DocumentDate?) {
    self.title = title
    self.language = language
    self.date = date
  }

  /// The file of a table.
  ///
  /// - Parameter rows: the names of the columns first; a line break in a cell parts paragraphs.
  /// - Throws: `PackageError` where a library is missing.
  package func file(of rows: [[String]]) throws(PackageError) -> [UInt8] {
    var settings = settings
    settings.language = language
    var writer = WordWriter(
      masthead: [settings.symbol, date?.text(in: language)].compactMap(\.self))
    writer.isLandscape = isLandscape(rows)
    return try writer.write(document(of: rows))
  }

  /// Whether the pages lie on their long side.
  private func isLandscape(_ rows: [[String]]) -> Bool { (rows.first?.count ?? 0) > 4 }

  package func document(of rows: [[String]]) -> WordDocument {
    var table = WordTable(
      rows: rows.enumerated().map { index, row in
        WordTable.Row(
          cells: row.map { cell in
            cell.split(separator: "\n", omittingEmptySubsequences: false).map { line in
              let run = WordRun(String(line), format: index == 0 ? .bold : [])
              return WordParagraph(style: WordStyle.cell.rawValue, runs: line.isEmpty ? [] : [run])
            }
          })
      })
    table.widths = ColumnWidths(rows, room: WordPage.width(isLandscape: isLandscape(rows))).widths
    let kinds = TitlePage(settings.titleBlock, settings: settings, date: nil).kinds
    let names = zip(settings.titleBlock, kinds).filter { $0.1 == .title }.map {
      FootnoteMarks.removed(from: $0.0, of: settings.footnotes)
    }
    let heading =
      names.map { WordParagraph(role: .title, runs: [WordRun($0)]) }
      + [WordParagraph(role: names.isEmpty ? .title : .subtitle, runs: [WordRun(title)])]
    return WordDocument(
      // A document cannot end with a table.
      body: heading.map { .paragraph($0) } + [.table(table), .paragraph(WordParagraph())],
      properties: WordProperties(
        title: (names + [title]).joined(separator: " – "), symbol: settings.symbol, language: language.rawValue,
        created: date?.instant))
  }
}
