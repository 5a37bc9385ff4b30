internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation

let statusCommand = Command<Session>(
  "status", "Show where the negotiation stands",
  discussion: """
    How many paragraphs are approved, pending and disputed; what waits, and on whom; what is agreed; the proposals that \
    nobody has decided on, with their age in days; and what each delegation did. --since adds what has changed since a \
    revision or a date.
    """,
  examples: [
    Example("amend status --country VEN", "What Venezuela has before the meeting"),
    Example("amend status --since rev/2", "And what has happened since revision 2"),
  ],
  option("--country", DelegationName.self, "Only this delegation, with the paragraphs it wants changed"),
  flag("--delegations", "List every delegation of the negotiation with its code and label"),
  option("--since", SinceArgument.self, "Tell what has changed since this revision or date")
) { session, country, listsDelegations, since in
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
  let record = try negotiation.record()
  let status = try negotiation.status(record)
  let changes = try since.map { try negotiation.coverNote(negotiation.acts(in: record, since: $0, of: only)) }
  let now = try session.moment()
  if session.isJSON {
    guard case .object(var object) = json(status, only, now) else { return .failed }
    object["since"] = changes.map { json($0) } ?? .null
    try session.streams.output.write(JSONValue.object(object).text(.pretty) + "\n")
  } else {
    var output = session.written(status, only, negotiation, now)
    if let changes {
      output +=
        changes.acts.isEmpty
        ? "\nNothing has changed since.\n"
        : "\n" + session.bold("Since \(since?.text ?? "")")
          + "\n" + session.written(changes)
    }
    try session.streams.output.write(output)
  }
  return .done
}

extension Negotiation {
  /// The acts of a record after a revision or a moment, of one delegation or of all.
  fileprivate func acts(
    in record: [RecordedAct], since: SinceArgument, of only: DelegationCode?
  ) throws -> [RecordedAct] {
    let wanted: [RecordedAct]
    switch since {
    case .moment(let moment): wanted = record.filter { $0.deed.time >= moment.seconds }
    case .revision(let name):
      let names = try revisions().map(\.name)
      let last = try revision(named: name).name
      let old = Set(names.prefix { $0 != last } + [last])
      wanted = record.filter { $0.revision.map { !old.contains($0) } ?? true }
    }
    return wanted.filter { act in only.map { act.deed.delegation?.code == $0 } ?? true }
  }
}

extension Session {
  fileprivate func written(
    _ status: NegotiationStatus, _ only: DelegationCode?, _ negotiation: Negotiation, _ now: Timestamp
  ) -> String {
    var output = ""
    if only == nil {
      let settings = negotiation.settings
      for line in settings.titleBlock {
        output += bold(settings.footnotes.reduce(line) { $0.split(separator: $1.mark).joined() }) + "\n"
      }
      if !settings.titleBlock.isEmpty { output += "\n" }
      output += "\(counted(status.paragraphs, "paragraph")): \(status.approved) approved"
      if status.agreedAdReferendum > 0 { output += ", \(status.agreedAdReferendum) agreed ad referendum" }
      output += ", \(status.pending) pending, \(status.disputed) disputed, \(status.undisputed) open\n"
      if status.proposed > 0 { output += "\(status.proposed) of them only proposed\n" }
      output += counted(status.brackets, "bracket")
      let places = [(status.bracketed, "paragraph"), (status.bracketedHeadings, "heading")].filter { $0.0 > 0 }
      if !places.isEmpty { output += " in " + places.map { counted($0.0, $0.1) }.joined(separator: " and ") }
      output += "\n"
      if !status.open.isEmpty { output += "\n" + bold("Waiting") + "\n" }
      for paragraph in status.open {
        let state = paragraph.status == .open ? "disputed" : paragraph.status.word
        let places =
          paragraph.brackets > 0
          ? counted(paragraph.brackets, "bracket")
          : paragraph.isMoved ? "a move" : paragraph.positions > 0 ? counted(paragraph.positions, "position") : ""
        let codes = paragraph.waitsOn.map(\.description).joined(separator: " ")
        let reason = paragraph.status.reason.map { "  – \($0)" } ?? ""
        output +=
          "  " + padded(paragraph.place.address, 18) + padded(state, 22) + padded(places, 13) + codes + reason + "\n"
      }
      let agreed = [("approved", status.approvedPlaces), ("ad referendum", status.agreedPlaces)]
        .filter { !$0.1.isEmpty }
      if !agreed.isEmpty { output += "\n" + bold("Agreed") + "\n" }
      for (word, places) in agreed { output += "  " + padded(word, 18) + runs(places) + "\n" }
      if !status.undisputedPlaces.isEmpty {
        output += "\n" + bold("Open") + "\n  " + padded("nothing proposed", 18) + runs(status.undisputedPlaces) + "\n"
      }
      if !status.positions.isEmpty { output += "\n" + bold("Positions") + "\n" }
      for position in status.positions { output += "  " + line(position) + "\n" }
      output += undecided(status.undecided, now)
      if !status.delegations.isEmpty { output += "\n" + bold("Delegations") + "\n" }
    }
    for activity in status.delegations where only == nil || activity.delegation.code == only {
      let when = Timestamp(seconds: activity.lastActed, offsetMinutes: 0).text
      output += "  " + padded(activity.delegation.names[0], 24)
      output += padded(counted(activity.standing.count, "proposal"), 16) + "last acted \(when)"
      output += activity.summary.isEmpty ? "\n" : "  \(activity.summary)\n"
      if only != nil {
        for position in status.positions where position.standing.delegation.code == only {
          output += "    " + line(position) + "\n"
        }
        for place in activity.standing {
          let deed = status.undecided.first {
            $0.delegation.code == only && $0.place.entry.identifier == place.entry.identifier
          }?.deed
          output +=
            "    " + (deed.map { padded(place.address, 18) + "\(age($0, now)), \($0.commit.short)" } ?? place.address)
            + "\n"
        }
      }
    }
    return output
  }

  /// The standing proposals, a line a paragraph: who has one, and for how many days.
  private func undecided(_ proposals: [NegotiationStatus.UndecidedProposal], _ now: Timestamp) -> String {
    guard let oldest = proposals.min(by: { $0.deed.time < $1.deed.time }) else { return "" }
    var output = "\n" + bold("Undecided") + "\n"
    output += "  \(counted(proposals.count, "proposal")), the oldest for \(age(oldest.deed, now))\n"
    var index = 0
    while index < proposals.count {
      let place = proposals[index].place
      let here = proposals[index...].prefix { $0.place.entry.identifier == place.entry.identifier }
      output +=
        "  " + padded(place.address, 18)
        + here.map { "\($0.delegation.code) \(age($0.deed, now))" }.joined(separator: ", ") + "\n"
      index += here.count
    }
    return output
  }
}

/// A delegation's position on a paragraph: `operative/3  VEN reserves its position  – Consultations`.
private func line(_ taken: NegotiationStatus.PositionTaken) -> String {
  let position = taken.standing.position
  let verb = position.kind == .reserve ? "reserves its position" : "opposes it"
  return padded(taken.place.address, 18) + "\(taken.standing.delegation.code) \(verb)"
    + (position.reason.map { "  – \($0)" } ?? "")
}

/// How long ago something was done.
private func age(_ deed: Deed, _ now: Timestamp) -> String { counted(ageInDays(deed, now), "day") }

/// How many whole days ago something was done.
func ageInDays(_ deed: Deed, _ now: Timestamp) -> Int { max(0, now.seconds - deed.time) / 86400 }

/// Paragraphs section by section, with numbers that follow one another drawn together: `preamble/1–3, 5; operative/2`.
private func runs(_ places: [DraftOrder.Place]) -> String {
  var output = ""
  var (section, first, last): (SectionName?, ParagraphNumber?, ParagraphNumber?) = (nil, nil, nil)
  func close() {
    guard let first, let last, first != last else { return }
    output += (last.value == first.value + 1 ? ", " : "–") + last.description
  }
  for place in places {
    guard let number = place.entry.number else { continue }
    if place.section == section, let previous = last, number == ParagraphNumber(previous.value + 1),
      previous == ParagraphNumber(previous.value)
    {
      last = number
      continue
    }
    close()
    output += place.section != section ? (output.isEmpty ? "" : "; ") + "\(place.section)/\(number)" : ", \(number)"
    (section, first, last) = (place.section, number, number)
  }
  close()
  return output
}

extension NegotiationStatus.DelegationActivity {
  /// What it did so far: `proposed 3, supported 1; adopted 2`.
  fileprivate var summary: String {
    func list(_ parts: [(String, Int)]) -> String {
      parts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    let own = list([
      ("proposed", proposed), ("supported", supported), ("withdrew", withdrawn), ("reserved", reserved),
      ("opposed", opposed),
    ])
    let chairs = list([("adopted", adopted), ("rejected", rejected)])
    return [own, chairs].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}
