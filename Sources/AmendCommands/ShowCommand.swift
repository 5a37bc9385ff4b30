internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

let showCommand = Command<Session>(
  "show", "Show one proposal or decision",
  discussion: "Everything about one commit: who and when, why, and the words it changed, paragraph by paragraph.",
  examples: [Example("amend show 3f2a9c1", "A commit that 'amend log' named")],
  positional("id", String.self, "The commit, or its first digits", placeholder: "ID")
) { session, id in
  let negotiation = try session.negotiation()
  let events = try negotiation.events(of: negotiation.commit(named: id))
  let writer = session.bracketWriter(negotiation)
  if session.isJSON {
    for event in events { try session.streams.output.write(json(event, writer).text(.compact) + "\n") }
    return .done
  }
  let description = try negotiation.description(of: negotiation.commit(named: id))
  let when = Timestamp(seconds: description.time, offsetMinutes: description.offsetMinutes)
  var output = session.bold(description.subject) + "\n"
  output += "Commit:     \(description.commit)\n"
  output += "Date:       \(when.text)\n"
  output += "Author:     \(description.author)\n"
  output += "Written by: \(description.committer)\n"
  if let reason = description.reason { output += "Reason:     \(reason)\n" }
  for event in events {
    output += "\n\(session.bold(event.place?.address ?? "@\(event.identifier)"))\n"
    let words = session.rendered(writer.spans(of: event.words, showsMoves: session.isStyled))
    for line in words.split(separator: "\n") { output += "    \(line)\n" }
    if let formerPlace = event.formerPlace { output += "    Before: \(formerPlace.address)\n" }
    if let status = event.statusAfter, status != event.statusBefore, status != .open {
      output += "    Status: \(status.word)" + (status.reason.map { " – \($0)" } ?? "") + "\n"
    }
  }
  try session.streams.output.write(output)
  return .done
}
