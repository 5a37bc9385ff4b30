internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation
internal import TextForm

let reviseCommand = Command<Session>(
  "revise", "Make the next revision of the draft",
  discussion: """
    Gives the draft its new symbol, keeps the consolidated draft, and tags it with the chair's text and every \
    delegation's branch as rev/N; N is the number behind 'rev.' in the symbol. Prints the cover note: what was approved, \
    adopted, withdrawn and newly proposed since the revision before.
    """,
  examples: [Example("amend revise --symbol 'CP/CSH-1048/09 rev. 2'", "Revision 2")],
  required("--symbol", String.self, "The symbol of the revised document", placeholder: "SYMBOL"),
  noteOptions
) { session, symbol, note in
  let negotiation = try session.negotiation()
  let progress = Progress(session, "paragraphs consolidated")
  let outcome = try negotiation.revise(
    symbol: Paragraph.canonical(normalized(symbol)), note, act: session.act(), progress: progress.update)
  progress.finish()
  if session.isJSON {
    try session.streams.output.write(json(outcome, session).text(.compact) + "\n")
  } else {
    try session.streams.output.write(session.written(outcome))
  }
  return .done
}

extension Session {
  fileprivate func written(_ outcome: RevisionOutcome) -> String {
    let revision = outcome.revision
    var output = bold("Revision \(revision.name): \(revision.symbol ?? "")") + "\n"
    for group in CoverGroup.allCases {
      let acts = outcome.note.acts.filter { CoverGroup($0.action) == group }
      guard !acts.isEmpty else { continue }
      output += "\n" + bold(group.rawValue) + "\n"
      for act in acts { output += "  " + line(act) + "\n" }
    }
    if outcome.note.acts.isEmpty { output += "\nNothing has changed since the revision before.\n" }
    return output + written(outcome.reports)
  }

  private func line(_ act: CoverNote.Act) -> String {
    var text = act.paragraphs.isEmpty ? "the draft" : act.paragraphs.joined(separator: ", ")
    if let delegation = act.delegation { text = "\(delegation): \(text)" }
    if !act.of.isEmpty { text += " (of \(act.of.joined(separator: ", ")))" }
    if let reason = act.reason { text += " – \(reason)" }
    if let meeting = act.meeting { text += " [\(meeting)]" }
    return text + "  \(act.commit.short)"
  }
}

/// The parts of a cover note, in the order in which they are printed.
private enum CoverGroup: String, CaseIterable {
  case approved = "Approved"
  case agreed = "Agreed ad referendum"
  case adopted = "Adopted"
  case rejected = "Rejected"
  case pending = "Left pending"
  case reopened = "Reopened"
  case arranged = "Placed, split, joined and renumbered"
  case proposed = "Newly proposed"
  case supported = "Supported"
  case withdrawn = "Withdrawn"
  case positions = "Positions"

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
    case .initialize, .importing, .follow, .revise, .keep, .undo: return nil
    }
  }
}

private func json(_ outcome: RevisionOutcome, _ session: Session) -> JSONValue {
  let revision = outcome.revision
  return [
    "revision": .string("rev/" + revision.name), "symbol": JSONValue(revision.symbol),
    "main": .string(revision.main.description), "draft": .string(revision.draft.description),
    "tips": .array(
      revision.tips.sorted { $0.key < $1.key }.map {
        ["country": .string($0.key.description), "commit": .string($0.value.description)]
      }),
    "acts": .array(
      outcome.note.acts.map { act in
        [
          "action": .string(act.action.rawValue), "country": JSONValue(act.delegation?.description),
          "paragraphs": JSONValue(act.paragraphs), "of": JSONValue(act.of), "reason": JSONValue(act.reason),
          "meeting": JSONValue(act.meeting), "commit": .string(act.commit.description),
        ]
      }),
    "following": .array(outcome.reports.map { session.json($0) }),
  ]
}
