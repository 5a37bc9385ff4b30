internal import Commands
internal import Drafting
internal import JSON
internal import Negotiation

let statusCommand = Command<Session>(
  "status", "Show where the negotiation stands",
  discussion: """
    How many paragraphs are approved, pending and disputed; what waits, and on whom; what is agreed; the proposals that \
    nobody has decided on, with the days since the delegation first asked for something of what stands, and since it last \
    changed that; and what each delegation did. --since adds what has changed since a \
    revision or a date; what was decided since and undone or reopened, or replaced by another decision, is left out with \
    what undid it. A time without a zone is read as times are printed, on the clock of whoever acted; \
    2009-02-24T10:30-03:00 is one moment for all.
    """,
  examples: [
    Example("amend status --country VEN", "What Venezuela has before the meeting"),
    Example("amend status --since rev/2", "And what has happened since revision 2"),
  ],
  option("--country", DelegationName.self, "Only this delegation, with the paragraphs it wants changed"),
  flag("--delegations", "List every delegation of the negotiation with its code and label"),
  option("--since", Moment.self, "Tell what has changed since this revision or date")
) { session, country, listsDelegations, since in
  let negotiation = try session.negotiation()
  if listsDelegations {
    try session.streams.output.write(session.list(of: negotiation.registry.delegations))
    return .done
  }
  let named = try country.map { try session.delegation($0, in: negotiation) }
  let only = named?.code
  let record = try negotiation.record()
  let status = try negotiation.status(record)
  let changes = try since.map { try negotiation.coverNote(negotiation.acts(in: record, since: $0, of: only)) }
  let now = try session.moment()
  if session.isJSON {
    guard case .object(var object) = json(status, negotiation.settings.titleBlock, only, now) else { return .failed }
    object["since"] = changes.map { json($0) } ?? .null
    try session.streams.output.write(JSONValue.object(object).text(.pretty) + "\n")
  } else {
    var output = session.written(status, only, negotiation, now)
    if let changes {
      output +=
        changes.acts.isEmpty
        ? "\nNothing has changed since.\n"
        : "\n" + session.bold("Since \(since?.text ?? "")")
          + "\n" + session.written(changes, in: session.language ?? .english)
    }
    try session.streams.output.write(output)
    if output.isEmpty, let named {
      try session.remark(
        "\(named.name(in: session.language ?? negotiation.settings.language)) has proposed nothing"
          + (named.code == .chair ? "; 'amend log --country chair' tells what it decided." : "."))
    }
  }
  return .done
}

extension Negotiation {
  /// The acts of a record after a revision or a moment, of one delegation or of all.
  fileprivate func acts(
    in record: [RecordedAct], since: Moment, of only: DelegationCode?
  ) throws -> [RecordedAct] {
    let wanted: [RecordedAct]
    switch since {
    case .time:
      var times = TimeFilter()
      times.since = since.first
      wanted = record.filter { times.admits($0.deed.time, $0.deed.offsetMinutes) }
    case .revision(let name):
      let names = try revisions().map(\.name)
      let last = try revision(named: name).name
      let old = Set(names.prefix { $0 != last } + [last])
      wanted = record.filter { $0.revision.map { !old.contains($0) } ?? true }
    }
    return wanted.filter { act in only.map { act.deed.delegation?.code ?? .chair == $0 } ?? true }
  }
}
