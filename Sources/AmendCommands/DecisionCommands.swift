internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation
internal import TextForm

let approveCommand = decisionCommand(
  .approve, "approve", "Approve a paragraph", "APPROVED",
  discussion: "A paragraph with standing brackets is refused, with the brackets.")

let pendCommand = decisionCommand(
  .pend, "pend", "Leave a paragraph pending", "PENDING",
  discussion: "The reason stands after the word: PENDING – Consultations with Brazil.")

let reopenCommand = decisionCommand(
  .reopen, "reopen", "Reopen a paragraph", "open",
  discussion: "Delegations can propose changes to it again.")

private func decisionCommand(
  _ decision: StatusDecision, _ name: String, _ summary: String, _ state: String, discussion: String
) -> Command<Session> {
  Command(
    name, summary, discussion: discussion + " The decision is one commit of the chair's on main.",
    examples: [Example("amend \(name) operative/17 --reason 'Informal meeting of 24 February'", summary)],
    positional("paragraph", ParagraphAddress.self, "The paragraph", placeholder: "P"),
    option("--reason", String.self, "Why")
  ) { session, paragraph, reason in
    let negotiation = try session.negotiation()
    let reason = reason.map {
      Paragraph.canonical(normalized($0)).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    let (commit, place) = try negotiation.decide(decision, on: paragraph, reason: reason, act: session.act())
    if session.isJSON {
      let object: JSONValue = [
        "paragraph": .string(place.address), "status": .string(state), "commit": .string(commit.description),
      ]
      try session.streams.output.write(object.text(.compact) + "\n")
    } else {
      try session.streams.output.write("\(place.address) is \(state) (commit \(commit.short)).\n")
    }
    return .done
  }
}
