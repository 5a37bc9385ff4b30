internal import Notation

/// Lines of one paragraph of the draft that tracked changes part or join, in a draft that is read with its changes: the end
/// of a line is a word of its author's bracket.
extension WordDocument {
  /// Puts the lines between which an end of a line comes or goes into one paragraph, with that end among its words.
  ///
  /// - Cost: linear in the length of the document.
  mutating func gatherLines() {
    var first = body.startIndex
    while first < body.endIndex {
      var next = first + 1
      if case .paragraph(var paragraph) = body[first], !paragraph.isWhollyChanged {
        while next < body.endIndex, case .paragraph(let rest) = body[next], rest.isLine,
          let mark = paragraph.markChanges.first, !mark.isMove,
          // A line that was begun at the end of another is new with its own mark.
          mark.kind == .deleted || !rest.isAll(of: mark)
        {
          paragraph.runs += [WordRun("\n", changes: paragraph.markChanges)] + rest.runs
          paragraph.markChanges = rest.markChanges
          body[first] = .paragraph(paragraph)
          body[next] = .paragraph(WordParagraph())
          next += 1
        }
      }
      first = next
    }
  }
}

extension WordChange {
  fileprivate var isMove: Bool { kind == .movedFrom || kind == .movedTo }
}

extension WordParagraph {
  /// Whether it is a line of the paragraph before it that begins with what is typed.
  fileprivate var isLine: Bool { number == nil && (isFurtherLine || isLettered) }

  fileprivate func isAll(of change: WordChange) -> Bool {
    runs.allSatisfy { run in run.changes.contains { $0.kind == change.kind && $0.author == change.author } }
  }
}
