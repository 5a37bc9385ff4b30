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
    symbol: try symbolLine(symbol), note, act: session.act(), progress: progress.update)
  progress.finish()
  if session.isJSON {
    try session.streams.output.write(json(outcome, session).text(.compact) + "\n")
  } else {
    try session.streams.output.write(session.written(outcome, in: session.language ?? negotiation.settings.language))
  }
  return .done
}

extension Session {
  fileprivate func written(_ outcome: RevisionOutcome, in language: Language) -> String {
    let revision = outcome.revision
    let words = CoverNoteWords(language: language)
    var output = bold(words.title(ofRevision: revision.name, revision.symbol ?? "")) + "\n"
    output += written(outcome.note, in: language)
    if outcome.note.acts.isEmpty { output += "\n" + words.nothing + "\n" }
    return output + written(outcome.reports)
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
    "acts": json(outcome.note),
    "following": .array(outcome.reports.map { session.json($0) }),
  ]
}
