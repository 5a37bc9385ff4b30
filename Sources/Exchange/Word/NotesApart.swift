/// Marks of notes at one place: on the page a raised comma parts them, since `1` and `2` would read as note 12.
extension [WordRun] {
  /// The runs with commas between neighbouring marks of notes.
  ///
  /// A comma is there wherever both marks are: it has the changes of the mark that has more of them, and none stands
  /// between two marks that are never there together.
  var withNotesApart: [WordRun] {
    guard contains(where: { $0.note != nil }) else { return self }
    var runs: [WordRun] = []
    for run in self {
      if run.note != nil, let last = runs.last, last.note != nil {
        let (first, second) = (last.changes, run.changes)
        let changes = second.starts(with: first) ? second : first.starts(with: second) ? first : nil
        if let changes {
          var comma = WordRun(",", format: [.superscript], changes: changes)
          comma.control = changes == second ? run.control : last.control
          runs.append(comma)
        }
      }
      runs.append(run)
    }
    return runs
  }

  /// The runs without raised commas beside marks of notes, whoever wrote them.
  var withoutNoteCommas: [WordRun] {
    let commas = indices.filter { index in
      let isBesideNote = index > 0 && self[index - 1].note != nil || index + 1 < count && self[index + 1].note != nil
      return isBesideNote && self[index].isNoteComma
    }
    if commas.isEmpty { return self }
    let gone = Set(commas)
    return indices.filter { !gone.contains($0) }.map { self[$0] }
  }
}

extension WordRun {
  fileprivate var isNoteComma: Bool {
    format.contains(.superscript) && note == nil && text.filter { !$0.isWhitespace } == ","
  }
}
