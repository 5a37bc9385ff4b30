package import Packages

/// Makes the Word document of a table: a title, and rows under a row of names that stands again on each page.
package struct TableDocument: Sendable {
  package var title: String
  package var language: String
  package var date: DocumentDate?

  package init(title: String, language: String, date: DocumentDate?) {
    self.title = title
    self.language = language
    self.date = date
  }

  /// The file of a table.
  ///
  /// - Parameter rows: the names of the columns first; a line break in a cell parts paragraphs.
  /// - Throws: `PackageError` where a library is missing.
  package func file(of rows: [[String]]) throws(PackageError) -> [UInt8] {
    try WordWriter(masthead: [date?.isoDay].compactMap(\.self)).write(document(of: rows))
  }

  package func document(of rows: [[String]]) -> WordDocument {
    let table = WordTable(
      rows: rows.enumerated().map { index, row in
        WordTable.Row(
          cells: row.map { cell in
            cell.split(separator: "\n", omittingEmptySubsequences: false).map { line in
              let run = WordRun(String(line), format: index == 0 ? .bold : [])
              return WordParagraph(style: WordStyle.cell.rawValue, runs: line.isEmpty ? [] : [run])
            }
          })
      })
    let heading = WordParagraph(role: .title, runs: [WordRun(title)])
    return WordDocument(
      // A document cannot end with a table.
      body: [.paragraph(heading), .table(table), .paragraph(WordParagraph())],
      properties: WordProperties(title: title, language: language, created: date?.instant))
  }
}

extension DocumentDate {
  /// `2009-02-24`.
  fileprivate var isoDay: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
