/// Automatic numbers in a document of which one view lacks paragraphs.
extension WordDocument {
  /// Gives each paragraph the number that Word prints once the changes of a view are carried out: what is not there in it
  /// is not counted.
  ///
  /// - Cost: linear; a document without automatic numbers costs nothing.
  mutating func renumber(for view: WordView) {
    guard var counter = numberCounter, body.contains(where: { $0.paragraphs.contains { $0.list != nil } }) else {
      return
    }
    // Whether the paragraph before goes on in this one, which then has no number of its own.
    var isJoined = false
    func number(_ paragraph: inout WordParagraph) {
      let (wasJoined, isThere) = (isJoined, view.isThere(paragraph))
      isJoined = view.lacksMark(of: paragraph) && (isThere || wasJoined)
      guard let place = paragraph.list, isThere, !wasJoined,
        let number = counter.next(list: place.list, level: place.level, style: paragraph.style)
      else { return }
      paragraph.number = number.text.isEmpty ? nil : number.text
      paragraph.level = number.level
    }
    for index in body.indices {
      switch body[index] {
      case .paragraph(var paragraph):
        number(&paragraph)
        body[index] = .paragraph(paragraph)
      case .table(var table):
        for row in table.rows.indices {
          for cell in table.rows[row].cells.indices {
            for place in table.rows[row].cells[cell].indices { number(&table.rows[row].cells[cell][place]) }
          }
        }
        body[index] = .table(table)
      }
    }
  }
}

extension WordView {
  /// Whether a paragraph stands in this view: one that never had words does, if its mark does.
  func isThere(_ paragraph: WordParagraph) -> Bool {
    let runs = paragraph.runs.filter { $0.note != nil || !$0.isBlank }
    if runs.isEmpty { return !lacksMark(of: paragraph) }
    return runs.contains { run in
      switch absentLook {
      case .added: !run.format.isSuperset(of: [.bold, .underline])
      case .struck: !run.format.contains(.strike)
      case .plain, nil: has(run)
      }
    }
  }
}
