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

  /// Whether the sender joined the paragraph with the next; where only another ends it, both are one already.
  func joins(_ paragraph: WordParagraph) -> Bool {
    if case .draft = self { return false }
    return paragraph.markChanges.contains { !$0.kind.isArrival && isAccepted($0) }
      && !paragraph.markChanges.contains { $0.kind.isArrival && !isAccepted($0) }
  }

  /// Whether a paragraph that goes on in the next begins something in this view: words are left of it, or the next goes on
  /// with its words for everybody but another who parted them.
  func begins(_ paragraph: WordParagraph) -> Bool {
    hasWords(paragraph)
      || !joins(paragraph)
        && paragraph.runs.contains { run in
          !run.isBlank && run.changes.allSatisfy { !$0.kind.isArrival || isAccepted($0) }
        }
  }

  /// Whether an author who is read here wrote at the border between a paragraph whose end another put in and the next, so
  /// that words which stood on two lines would stand together without a space.
  func isGlued(_ runs: [WordRun], to next: [WordRun]) -> Bool {
    let isRead = { (run: WordRun) in !run.text.isEmpty && has(run) }
    guard let last = runs.last(where: isRead), let first = next.first(where: isRead),
      (last.changes + first.changes).contains(where: { $0.kind.isArrival }),
      let end = last.text.last, let begin = first.text.first
    else { return false }
    return !end.isWhitespace && !begin.isWhitespace
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
