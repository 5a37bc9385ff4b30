internal import Drafting

/// One event of a paragraph's history with the wordings that it leads from and to.
struct WordingStep {
  var event: ParagraphEvent
  var message: CommitMessage { event.message }

  /// The words in the commit; `nil` where the paragraph does not stand.
  var after: String?

  /// The footnotes in the commit, by their marks; empty where it only gives references new numbers.
  var notes: [String: String]

  /// The footnotes in the commit, in their order.
  var footnotes: [Footnote]

  /// The words in the commit's first parent.
  var before: String?

  /// The proposal that the wording amends, as its file says.
  var amended: Paragraph.AmendedProposal?

  var identifier: ParagraphIdentifier { event.identifier }

  /// The delegation on whose branch it happened; `nil` on main.
  var branch: DelegationCode? { event.delegation?.code }

  init(_ event: ParagraphEvent) {
    self.event = event
    after = event.after?.text
    footnotes = event.after?.footnotes ?? []
    amended = event.after?.amended
    before = event.before?.text
    let isRenumbering = event.message.action == .renumber || !event.message.values(.rewritten).isEmpty
    notes = isRenumbering ? [:] : footnotes.byMark
  }

  /// The same step of the footnotes' words.
  var ofFootnotes: WordingStep {
    var step = self
    (step.after, step.before) = (event.after?.footnotes.joinedText, event.before?.footnotes.joinedText)
    step.notes = [:]
    return step
  }

  /// The paragraphs that a split cuts or a join puts together: the one that stays first.
  var joined: [ParagraphIdentifier] {
    guard message.action == .split || message.action == .join else { return [] }
    return message.legibleIdentifiers
  }

  /// Whether it may have words from another paragraph: by a split or a join, by following one, or by undoing one.
  var mayTakeFromOthers: Bool {
    switch message.action {
    case .split, .join, .follow, .undo: true
    default: false
    }
  }

  /// Whether it may have words of its own; else it takes over or restores what others wrote.
  var writes: Bool {
    switch message.action {
    case .follow, .support, .undo, .split, .join, .place, .withdraw, .approve, .pend, .agree, .reopen, .reject: false
    case .adopt: message.values(.adopted).isEmpty
    default: true
    }
  }
}
