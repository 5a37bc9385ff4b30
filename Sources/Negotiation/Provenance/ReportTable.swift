/// A table for people: what a report prints in any form, as text, comma-separated values, Markdown or a Word table.
package struct ReportTable: Hashable, Sendable {
  package var title: String

  /// The heads of the columns.
  package var columns: [String]

  /// As many cells a row as there are columns. A cell may have several lines, each an entry of its own.
  package var rows: [[String]]

  package init(title: String, columns: [String], rows: [[String]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}
