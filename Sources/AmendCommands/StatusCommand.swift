internal import Commands
internal import Drafting
internal import JSON
internal import Negotiation

let statusCommand = Command<Session>(
  "status", "Show where the negotiation stands",
  discussion: "How many paragraphs are approved, pending and disputed, what waits, and a line for each delegation.",
  examples: [Example("amend status --country VEN", "What Venezuela has before the meeting")],
  option("--country", DelegationName.self, "Only this delegation, with the paragraphs it wants changed"),
  flag("--delegations", "List every delegation of the negotiation with its code and label")
) { session, country, listsDelegations in
  let negotiation = try session.negotiation()
  if listsDelegations {
    for delegation in negotiation.registry.delegations {
      try session.streams.output.write(
        padded(delegation.code.description, 15) + padded(delegation.label, 20)
          + delegation.name(in: session.language ?? .english) + "\n")
    }
    return .done
  }
  let only = try country.map { try session.delegation($0, in: negotiation).code }
  let status = try negotiation.status()
  if session.isJSON {
    try session.streams.output.write(json(status, only).text(.pretty) + "\n")
  } else {
    try session.streams.output.write(session.written(status, only, negotiation))
  }
  return .done
}

extension Session {
  fileprivate func written(_ status: NegotiationStatus, _ only: DelegationCode?, _ negotiation: Negotiation) -> String {
    var output = ""
    if only == nil {
      let settings = negotiation.settings
      let title = settings.titleBlock.map { line in
        settings.footnotes.reduce(line) { $0.split(separator: $1.mark).joined() }
      }.joined(separator: " ")
      output += bold(title) + "\n\n"
      output += "\(counted(status.paragraphs, "paragraph")): \(status.approved) approved"
      if status.agreedAdReferendum > 0 { output += ", \(status.agreedAdReferendum) agreed ad referendum" }
      output += ", \(status.pending) pending, \(status.disputed) disputed\n"
      output += "\(counted(status.brackets, "bracket"))\n"
      if !status.open.isEmpty { output += "\n" + bold("Waiting") + "\n" }
      for paragraph in status.open {
        let state = paragraph.status == .open ? "disputed" : paragraph.status.word
        let places = paragraph.brackets == 0 ? "" : counted(paragraph.brackets, "bracket")
        let codes = paragraph.delegations.map(\.description).joined(separator: " ")
        let reason = paragraph.status.reason.map { "  – \($0)" } ?? ""
        output +=
          "  " + padded(paragraph.place.address, 18) + padded(state, 22) + padded(places, 13) + codes + reason + "\n"
      }
      if !status.delegations.isEmpty { output += "\n" + bold("Delegations") + "\n" }
    }
    for activity in status.delegations where only == nil || activity.delegation.code == only {
      let when = Timestamp(seconds: activity.lastActed, offsetMinutes: 0).text
      output += "  " + padded(activity.delegation.names[0], 24)
      output += padded(counted(activity.standing.count, "proposal"), 16) + "last acted \(when)\n"
      if only != nil { for place in activity.standing { output += "    \(place.address)\n" } }
    }
    return output
  }
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

private func json(_ status: NegotiationStatus, _ only: DelegationCode?) -> JSONValue {
  [
    "paragraphs": .integer(status.paragraphs), "approved": .integer(status.approved),
    "agreedAdReferendum": .integer(status.agreedAdReferendum), "pending": .integer(status.pending),
    "disputed": .integer(status.disputed), "brackets": .integer(status.brackets),
    "waiting": .array(
      status.open.map {
        [
          "paragraph": .string($0.place.address), "identifier": .string($0.place.entry.identifier.description),
          "status": .string($0.status.word), "reason": JSONValue($0.status.reason), "brackets": .integer($0.brackets),
          "countries": JSONValue($0.delegations.map(\.description)),
        ]
      }),
    "delegations": .array(
      status.delegations.filter { only == nil || $0.delegation.code == only }.map {
        [
          "country": .string($0.delegation.code.description), "label": .string($0.delegation.label),
          "standing": JSONValue($0.standing.map(\.address)), "acts": .integer($0.acts),
          "lastActed": .string(Timestamp(seconds: $0.lastActed, offsetMinutes: 0).internetText),
        ]
      }),
  ]
}
