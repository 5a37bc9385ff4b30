internal import Commands
internal import Drafting
internal import JSON
internal import Negotiation
internal import TextForm

let withdrawCommand = Command<Session>(
  "withdraw", "Take back a delegation's proposals and positions",
  discussion: """
    Writes a commit that restores the chair's text; what was proposed stays in the history. Without --paragraph all of \
    the delegation's proposals and positions are taken back.
    """,
  examples: [
    Example("amend withdraw --country VEN --paragraph PP17", "One proposal"),
    Example("amend withdraw --country VEN --dry-run", "What would be taken back"),
  ],
  required("--country", DelegationName.self, "The delegation"),
  option("--paragraph", ParagraphAddress.self, "The paragraph; all of them where it is left out"),
  option("--reason", String.self, "Why"),
  flag("--dry-run", "List the proposals and write nothing")
) { session, country, paragraph, reason, isDryRun in
  let negotiation = try session.negotiation()
  let delegation = try session.delegation(country, in: negotiation)
  let withdrawal = try negotiation.withdraw(
    paragraph, by: delegation, reason: reason.map(normalized), act: session.act(), isDryRun: isDryRun)
  if session.isJSON {
    let object: JSONValue = [
      "country": .string(delegation.code.description), "paragraphs": JSONValue(withdrawal.places.map(\.address)),
      "written": .bool(!isDryRun),
      "amenders": JSONValue(withdrawal.amenders.map(\.delegation.code.description)),
    ]
    try session.streams.output.write(object.text(.compact) + "\n")
  } else {
    try session.streams.output.write(session.written(withdrawal, by: delegation, isDryRun: isDryRun))
  }
  for text in withdrawal.remarks { try session.remark(text) }
  return .done
}
