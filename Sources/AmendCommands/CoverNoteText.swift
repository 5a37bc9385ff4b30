internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation

extension Session {
  /// What happened, group by group.
  func written(_ note: CoverNote, in language: Language) -> String {
    var output = ""
    let words = CoverNoteWords(language: language)
    for group in CoverGroup.allCases {
      let acts = note.acts.filter { CoverGroup($0.action) == group || group == .approved && $0.approves }
      guard !acts.isEmpty else { continue }
      output += "\n" + bold(words.title(of: group)) + "\n"
      for act in acts { output += "  " + line(act, words) + "\n" }
    }
    return output
  }

  private func line(_ act: CoverNote.Act, _ words: CoverNoteWords) -> String {
    var text = words.arranged(act) ?? act.paragraphs.joined(separator: ", ")
    if act.paragraphs.isEmpty { text = words.draft }
    if let delegation = act.delegation { text = "\(delegation): \(text)" }
    if let kind = Position.Kind(rawValue: act.action.rawValue) { text += ", " + kind.predicate(in: words.language) }
    if let undone = act.undoes { text += " (\(words.done(undone.action)), \(undone.commit.short))" }
    if !act.of.isEmpty {
      text += " (\(act.action == .propose ? words.onTheProposalOf : words.of) \(act.of.joined(separator: ", ")))"
    }
    if act.approves { text += ", " + words.adoptedAndApproved }
    if let reason = act.reason { text += " – \(reason)" }
    if let meeting = act.meeting { text += " [\(meeting)]" }
    return text + "  \(act.commit.short)"
  }
}

/// What happened, for programs.
func json(_ note: CoverNote) -> JSONValue {
  .array(
    note.acts.map { act in
      [
        "action": .string(act.action.rawValue), "country": JSONValue(act.delegation?.description),
        "paragraphs": JSONValue(act.paragraphs), "of": JSONValue(act.of), "approves": .bool(act.approves),
        "reason": JSONValue(act.reason),
        "meeting": JSONValue(act.meeting), "commit": .string(act.commit.description),
        "undoes": JSONValue(act.undoes?.commit.description),
      ]
    })
}

/// The parts of a cover note, in the order in which they are printed.
enum CoverGroup: CaseIterable {
  case approved, agreed, adopted, rejected, pending, reopened, arranged, undone, proposed, supported, withdrawn,
    positions

  init?(_ action: Action) {
    switch action {
    case .approve: self = .approved
    case .agree: self = .agreed
    case .adopt: self = .adopted
    case .reject: self = .rejected
    case .pend: self = .pending
    case .reopen: self = .reopened
    case .place, .split, .join, .renumber: self = .arranged
    case .propose: self = .proposed
    case .support: self = .supported
    case .withdraw: self = .withdrawn
    case .reserve, .oppose: self = .positions
    case .undo: self = .undone
    case .initialize, .importing, .follow, .revise, .keep: return nil
    }
  }
}
