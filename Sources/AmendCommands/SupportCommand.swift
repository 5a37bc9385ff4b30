internal import Commands
internal import Drafting
internal import Negotiation
internal import TextForm

let supportCommand = Command<Session>(
  "support", "Support another delegation's proposal",
  discussion: "Writes a commit on the supporter's own branch; from then on both names stand in the bracket.",
  examples: [Example("amend support --country CHL --of VEN --paragraph 'operative/1 bis'", "Chile supports Venezuela")],
  required("--country", DelegationName.self, "The delegation that supports"),
  required("--of", DelegationName.self, "The delegation whose proposal it is"),
  required("--paragraph", ParagraphAddress.self, "The paragraph"),
  option("--reason", String.self, "Why"),
  flag("--dry-run", "Show the result and write nothing")
) { session, country, of, paragraph, reason, isDryRun in
  let negotiation = try session.negotiation()
  let outcome = try negotiation.support(
    paragraph, of: session.delegation(of, in: negotiation), by: session.delegation(country, in: negotiation),
    reason: reason.map(normalized), act: session.act(), isDryRun: isDryRun)
  try session.show(outcome, in: negotiation)
  return .done
}
