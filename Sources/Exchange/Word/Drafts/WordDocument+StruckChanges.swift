internal import Merging
internal import Notation

/// Changes of some authors inside words that the brackets of their own delegation strike.
extension WordDocument {
  /// Takes them back, and says so of each: the delegation does not read those words, and what it would have of them nobody
  /// can tell.
  ///
  /// Where a sign of the bracket is struck too nothing is taken back: all of it may go.
  ///
  /// - Parameters:
  ///   - isTheirs: whether an author is one of those.
  ///   - label: that of their delegation.
  mutating func undoStruckChanges(
    by isTheirs: (String) -> Bool, label: String, labels: LabelTable
  ) -> [WordRemark] {
    var remarks: [WordRemark] = []
    var paragraphs = body.flatMap(\.paragraphs)
    let hasChange = paragraphs.map { $0.runs.contains { $0.changes.contains { isTheirs($0.author) } } }
    guard hasChange.contains(true) else { return [] }
    var begin = 0
    while begin < paragraphs.count {
      let text = StruckText(paragraphs[begin...], labels)
      let range = begin..<(begin + text.count)
      begin = range.upperBound
      guard hasChange[range].contains(true) else { continue }
      let struck = text.struckWords(of: label, labels, isTheirs: isTheirs)
      if struck.isEmpty { continue }
      for index in range {
        var words: [String] = []
        for (run, place) in zip(paragraphs[index].runs.indices, text.places[index - range.lowerBound]).reversed() {
          let changes = paragraphs[index].runs[run].changes
          guard let change = changes.first(where: { isTheirs($0.author) }),
            struck.contains(where: { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound })
          else { continue }
          let word = paragraphs[index].runs[run].text
          if !word.allSatisfy(\.isWhitespace) {
            words.append("“\(word.prefix(300))” \(change.kind.isArrival ? "typed" : "struck")")
          }
          if change.kind.isArrival {
            paragraphs[index].runs.remove(at: run)
          } else {
            paragraphs[index].runs[run].changes.removeAll { $0 == change }
          }
        }
        if words.isEmpty { continue }
        remarks.append(
          WordRemark(
            paragraph: index + 1,
            "inside words that \(label) strikes and does not read a change was left out"
              + " (\(words.reversed().joined(separator: ", "))): strike the whole bracket to take the deletion back"))
      }
    }
    if !remarks.isEmpty { replaceParagraphs(with: paragraphs) }
    return remarks
  }

  /// - Parameter paragraphs: as many as there are, through all tables.
  private mutating func replaceParagraphs(with paragraphs: [WordParagraph]) {
    var rest = paragraphs[...]
    for index in body.indices {
      switch body[index] {
      case .paragraph: body[index] = .paragraph(rest.removeFirst())
      case .table(var table):
        for row in table.rows.indices {
          for cell in table.rows[row].cells.indices {
            for place in table.rows[row].cells[cell].indices { table.rows[row].cells[cell][place] = rest.removeFirst() }
          }
        }
        body[index] = .table(table)
      }
    }
  }
}
