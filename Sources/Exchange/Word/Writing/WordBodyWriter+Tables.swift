internal import Packages

extension WordBodyWriter {
  mutating func write(_ table: WordTable) throws(PackageError) {
    let columns = table.rows.map(\.cells.count).max() ?? 0
    guard columns > 0 else { return }
    let widths = widths(of: table, columns)
    try xml.start("w:tbl")
    try xml.start("w:tblPr")
    try xml.value("w:tblStyle", "TableGrid")
    try xml.value("w:tblW", [("w:w", String(widths.reduce(0, +))), ("w:type", "dxa")])
    if table.indentation > 0 {
      try xml.value("w:tblInd", [("w:w", String(table.indentation)), ("w:type", "dxa")])
    }
    try xml.value("w:tblLayout", [("w:type", "fixed")])
    try xml.end()
    try xml.start("w:tblGrid")
    for width in widths { try xml.value("w:gridCol", [("w:w", String(width))]) }
    try xml.end()
    for (index, row) in table.rows.enumerated() {
      try write(row, isHeader: index == 0 && table.rows.count > 1, widths)
    }
    try xml.end()
  }

  private mutating func write(_ row: WordTable.Row, isHeader: Bool, _ widths: [Int]) throws(PackageError) {
    try xml.start("w:tr")
    try xml.start("w:trPr")
    if row.cells.count < widths.count { try xml.value("w:gridAfter", String(widths.count - row.cells.count)) }
    try xml.value("w:cantSplit")
    if isHeader { try xml.value("w:tblHeader") }
    for change in row.changes where change.kind == .inserted || change.kind == .deleted {
      try startChange(change)
      try xml.end()
    }
    try xml.end()
    for (cell, width) in zip(row.cells, widths) {
      try xml.start("w:tc")
      try xml.start("w:tcPr")
      try xml.value("w:tcW", [("w:w", String(width)), ("w:type", "dxa")])
      try xml.end()
      // A cell without a paragraph is no cell.
      for paragraph in cell.isEmpty ? [WordParagraph()] : cell { try write(paragraph) }
      try xml.end()
    }
    try xml.end()
  }

  /// The widths of the columns in twentieths of a point.
  private func widths(of table: WordTable, _ columns: Int) -> [Int] {
    let width = pageWidth - table.indentation
    let total = table.widths.reduce(0, +)
    guard table.widths.count == columns, total > 0 else { return Array(repeating: width / columns, count: columns) }
    return table.widths.map { width * $0 / total }
  }
}
