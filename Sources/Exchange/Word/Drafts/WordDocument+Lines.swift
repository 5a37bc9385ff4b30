internal import Notation

/// Lines of one paragraph of the draft that changes part or join: the end of a line is a word of the change.
extension WordDocument {
  /// Puts the lines between which an end of a line comes or goes into one paragraph, with that end among its words: what was
  /// tracked in a draft that is read with its changes, and what has the look of it where looks are changes.
  ///
  /// - Cost: linear in the length of the document.
  mutating func gatherLines(for view: WordView) {
    var first = body.startIndex
    while first < body.endIndex {
      var next = first + 1
      if case .paragraph(var paragraph) = body[first] {
        while next < body.endIndex, case .paragraph(let rest) = body[next], rest.isLine,
          let end = changedEnd(of: paragraph, before: rest, view)
        {
          paragraph.runs += [end] + rest.runs
          (paragraph.markChanges, paragraph.markFormat) = (rest.markChanges, rest.markFormat)
          body[first] = .paragraph(paragraph)
          body[next] = .paragraph(.takenOut)
          next += 1
        }
      }
      first = next
    }
  }

  private func changedEnd(of paragraph: WordParagraph, before rest: WordParagraph, _ view: WordView) -> WordRun? {
    if case .draft = view { return paragraph.trackedEnd(before: rest) }
    return view.absentLook == nil ? nil : paragraph.formattedEnd(before: rest, isCertain: properties.hasLinesApart)
  }
}

extension WordParagraph {
  /// Whether it is a line of the paragraph before it that begins with what is typed.
  fileprivate var isLine: Bool { number == nil && (isFurtherLine || isLettered) }

  /// Its end as a word, where it was tracked and the next line is not new as a whole: then it is new with its own mark.
  fileprivate func trackedEnd(before rest: WordParagraph) -> WordRun? {
    guard let mark = markChanges.first, !isWhollyChanged, mark.kind == .inserted || mark.kind == .deleted,
      mark.kind == .deleted || !rest.isAll(of: mark)
    else { return nil }
    return WordRun("\n", changes: markChanges)
  }

  /// Its end as a word, where it has the look of a change. People give marks that look by chance: where that may be, the next
  /// line must begin with it too.
  fileprivate func formattedEnd(before rest: WordParagraph, isCertain: Bool) -> WordRun? {
    guard !markFormat.isEmpty,
      isCertain || rest.runs.first(where: { !$0.isBlank })?.format.isSuperset(of: markFormat) ?? false
    else { return nil }
    return WordRun("\n", format: markFormat)
  }

  private func isAll(of change: WordChange) -> Bool {
    runs.allSatisfy { run in run.changes.contains { $0.kind == change.kind && $0.author == change.author } }
  }
}
