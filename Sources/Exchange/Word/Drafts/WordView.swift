/// How a document with changes is seen: as a draft, whose changes become brackets, or as one sender's text before or after
/// the sender's changes.
enum WordView {
  case draft
  case before(ObservationMarks, isTheirs: (String) -> Bool)
  case after(ObservationMarks, isTheirs: (String) -> Bool)

  /// The runs that are there in this view.
  func runs(_ runs: [WordRun]) -> [WordRun] {
    runs.filter { run in
      run.changes.allSatisfy { change in
        switch change.kind {
        case .inserted, .movedTo: isAccepted(change)
        case .deleted, .movedFrom: !isAccepted(change)
        }
      }
    }
  }

  /// What formatting says is not there in this view.
  var absentLook: FormattedText.Look? {
    switch self {
    case .before(.formatting, _): .added
    case .after(.formatting, _): .struck
    default: nil
    }
  }

  /// Whether the paragraph goes on in the next in this view.
  func lacksMark(of paragraph: WordParagraph) -> Bool {
    if case .draft = self { return false }
    return paragraph.markChanges.contains { change in
      switch change.kind {
      case .inserted, .movedTo: !isAccepted(change)
      case .deleted, .movedFrom: isAccepted(change)
      }
    }
  }

  func hasWords(_ paragraph: WordParagraph) -> Bool {
    runs(paragraph.runs).contains { $0.note != nil || !$0.text.allSatisfy(\.isWhitespace) }
  }

  private func isAccepted(_ change: WordChange) -> Bool {
    if case .after(_, let isTheirs) = self { isTheirs(change.author) } else { false }
  }
}
