extension WordDocument {
  /// The document with the words that stand in it when all changes are carried out, whoever made them, each paragraph by
  /// itself.
  var accepted: WordDocument {
    var document = self
    for index in body.indices {
      switch body[index] {
      case .paragraph(let paragraph): document.body[index] = .paragraph(paragraph.accepted)
      case .table(var table):
        table.rows = table.rows.compactMap { row in
          if row.changes.contains(where: { !$0.kind.isArrival }) { return nil }
          return WordTable.Row(cells: row.cells.map { $0.map(\.accepted) })
        }
        document.body[index] = .table(table)
      }
    }
    return document
  }
}

extension WordParagraph {
  fileprivate var accepted: WordParagraph {
    var paragraph = self
    paragraph.markChanges = []
    paragraph.runs.removeAll { run in run.changes.contains { !$0.kind.isArrival } }
    for index in paragraph.runs.indices { paragraph.runs[index].changes = [] }
    return paragraph
  }
}
