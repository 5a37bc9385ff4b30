internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation
internal import TextForm

let reserveCommand = positionCommand(.reserve, "Reserve a delegation's position on a paragraph")

let opposeCommand = positionCommand(.oppose, "Record that a delegation opposes a paragraph")

private func positionCommand(_ kind: Position.Kind, _ summary: String) -> Command<Session> {
  Command(
    kind.rawValue, summary,
    discussion: """
      Writes a commit on the delegation's branch; no words change. The position is printed as a footnote to the \
      paragraph, and 'amend withdraw' takes it back like a proposal. A delegation has one position on a paragraph: a new one takes the place of the old.
      """,
    examples: [
      Example(
        "amend \(kind.rawValue) --country CAN --paragraph operative/3 --reason 'Awaiting instructions'", summary)
    ],
    required("--country", DelegationName.self, "The delegation"),
    required("--paragraph", ParagraphAddress.self, "The paragraph"),
    option("--reason", String.self, "Why")
  ) { session, country, paragraph, reason in
    let negotiation = try session.negotiation()
    let delegation = try session.delegation(country, in: negotiation)
    let position = Position(kind: kind, reason: reason.flatMap(lineIfAny))
    let (commit, place, replaced) = try negotiation.take(position, on: paragraph, by: delegation, act: session.act())
    let text = StandingPosition(delegation: delegation, position: position)
      .text(in: session.language ?? negotiation.settings.language)
    if session.isJSON {
      let object: JSONValue = [
        "country": .string(delegation.code.description), "paragraph": .string(place.address),
        "position": .string(kind.rawValue), "reason": JSONValue(position.reason),
        "commit": .string(commit.description),
      ]
      try session.streams.output.write(object.text(.compact) + "\n")
    } else {
      try session.streams.output.write("\(place.address): \(text) (commit \(commit.short))\n")
    }
    if let replaced {
      let command = replaced.kind.rawValue
      let reason = replaced.reason.map { " --reason '\($0)'" } ?? ""
      try session.remark(
        "It takes the place of what \(delegation.names[0]) said before; "
          + "'amend \(command) --country \(delegation.code) --paragraph \(place.address)\(reason)' says that again.")
    }
    return .done
  }
}
