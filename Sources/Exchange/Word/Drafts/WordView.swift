/// How a document with changes is seen: as a draft, whose changes become brackets, or as one sender's text before or after
/// the sender's changes.
enum WordView {
  case draft
  case before(ObservationMarks, isTheirs: (String) -> Bool)
  case after(ObservationMarks, isTheirs: (String) -> Bool)

  /// Whether a run is there in this view.
  func has(_ run: WordRun) -> Bool { run.changes.allSatisfy { $0.kind.isArrival == isAccepted($0) } }

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

  /// Whether the sender joined the paragraph with the next.
  func joins(_ paragraph: WordParagraph) -> Bool {
    if case .draft = self { return false }
    return paragraph.markChanges.contains { !$0.kind.isArrival && isAccepted($0) }
  }

  /// Whether anything is left of a paragraph in this view; a number whose words have gone is nothing.
  func hasWords(_ paragraph: WordParagraph) -> Bool {
    let left = paragraph.runs.filter { has($0) && ($0.note != nil || !$0.isBlank) }
    let hasGone = paragraph.runs.contains { !has($0) && !$0.isBlank }
    let isNumber =
      left.allSatisfy { $0.note == nil } && WordDraftBuilder.isBareNumber(left.map(\.text).joined(separator: " "))
    return !left.isEmpty && !(hasGone && isNumber)
  }

  private func isAccepted(_ change: WordChange) -> Bool {
    if case .after(_, let isTheirs) = self { isTheirs(change.author) } else { false }
  }
}
