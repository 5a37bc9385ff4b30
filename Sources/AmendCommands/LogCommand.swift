internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

let logCommand = Command<Session>(
  "log", "Tell what happened to a paragraph",
  discussion: """
    The whole story of one paragraph over the chair's text and every delegation's branch, oldest first: when, who, \
    what, the words that changed, why, and the commit.
    """,
  examples: [Example("amend log 'operative/1 bis'", "One paragraph's history")],
  positional("paragraph", ParagraphAddress.self, "The paragraph", placeholder: "P"),
  flag("--reverse", "Newest first"),
  option("--country", DelegationName.self, "Only what this delegation did"),
  option("--limit", Int.self, "At most so many events, the newest", placeholder: "N")
) { session, paragraph, isReversed, country, limit in
  let negotiation = try session.negotiation()
  let place = try negotiation.place(at: paragraph)
  let delegation = try country.map { try session.delegation($0, in: negotiation) }
  var events = try negotiation.events(of: place.entry.identifier)
  if let delegation { events.removeAll { $0.delegation?.code != delegation.code } }
  if let limit { events = Array(events.suffix(max(0, limit))) }
  if isReversed { events.reverse() }
  let writer = session.bracketWriter(negotiation)
  if session.isJSON {
    for event in events { try session.streams.output.write(json(event, writer).text(.compact) + "\n") }
    return .done
  }
  try session.streams.output.write(
    session.bold("\(place.address)  @\(place.entry.identifier)") + "\n")
  for event in events { try session.streams.output.write("\n" + session.written(event, writer)) }
  return .done
}

extension Session {
  /// One event for people: when, who, what and the commit; then the words that changed and why.
  func written(_ event: ParagraphEvent, _ writer: BracketWriter) -> String {
    let when = Timestamp(seconds: event.time, offsetMinutes: event.offsetMinutes).text
    var output = "\(when)  \(bold(event.summary))  \(event.commit.short)\n"
    let words = rendered(writer.spans(of: event.words.shortened()))
    if event.words.bracketCount > 0 || event.presence != .stayed, !words.isEmpty {
      output += words.split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    if let reason = event.reason { output += "    Reason: \(reason)\n" }
    return output
  }
}

extension ParagraphEvent {
  /// What happened, in one phrase: `Venezuela proposes`, `The chair approves`.
  var summary: String {
    let who = delegation?.names.first ?? (author == "Chair" ? "The chair" : author)
    let verb: String =
      switch action {
      case .importing: delegation == nil ? "The draft is imported" : "\(who) proposes (imported)"
      case .initialize: "The negotiation begins"
      case .propose where presence == .came: "\(who) proposes a new paragraph"
      case .propose where presence == .went: "\(who) proposes to delete the paragraph"
      case .propose: on.map { "\(who) amends \($0)'s proposal" } ?? "\(who) proposes"
      case .support: "\(who) supports \(on ?? "a proposal")"
      case .withdraw: "\(who) withdraws"
      case .follow: "\(who) follows the chair's text"
      case .some(let action): "\(who) \(action.verb)"
      case nil: "\(who) changes the paragraph"
      }
    var text = verb
    if let formerPlace, let place, formerPlace != place {
      text +=
        formerPlace.address == place.address
        ? ", placed elsewhere" : ", from \(formerPlace.address) to \(place.address)"
    } else if formerPlace != nil {
      text += ", placed elsewhere"
    }
    if let statusAfter, statusBefore != statusAfter, !(statusBefore == nil && statusAfter == .open) {
      text += ": \(statusAfter.word)" + (statusAfter.reason.map { " – \($0)" } ?? "")
    }
    return text
  }
}

/// One event in the schema that the README describes.
func json(_ event: ParagraphEvent, _ writer: BracketWriter) -> JSONValue {
  let moment = Timestamp(seconds: event.time, offsetMinutes: event.offsetMinutes)
  return [
    "commit": .string(event.commit.description), "date": .string(moment.internetText),
    "country": JSONValue(event.delegation?.code.description), "author": .string(event.author),
    "committer": .string(event.committer), "action": JSONValue(event.action?.rawValue),
    "identifier": .string(event.identifier.description), "paragraph": JSONValue(event.place?.address),
    "formerParagraph": JSONValue(event.formerPlace?.address), "words": .string(writer.write(event.words)),
    "tree": event.words.json(), "statusBefore": JSONValue(event.statusBefore?.word),
    "statusAfter": JSONValue(event.statusAfter?.word), "on": JSONValue(event.on), "reason": JSONValue(event.reason),
  ]
}

extension BracketedText {
  /// The text with long undisputed passages cut to their ends, for a line of history.
  func shortened(to words: Int = 8) -> BracketedText {
    guard pieces.contains(where: { if case .bracket = $0 { true } else { false } }) else { return self }
    var result = self
    for (index, piece) in pieces.enumerated() {
      guard case .text(let text) = piece else { continue }
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      let isFirst = index == 0
      let isLast = index == pieces.count - 1
      guard parts.count > (isFirst || isLast ? words + 3 : 2 * words + 3) else { continue }
      let head = isFirst ? "" : parts.prefix(words).joined(separator: " ") + " "
      let tail = isLast ? "" : " " + parts.suffix(words).joined(separator: " ")
      result.pieces[index] = .text(head + "…" + tail)
    }
    return result
  }
}
