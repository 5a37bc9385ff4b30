internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation
internal import Notation

let logCommand = Command<Session>(
  "log", "Tell what happened to a paragraph, or in the whole negotiation",
  discussion: """
    The whole story of one paragraph over the chair's text and every delegation's branch, oldest first: when, who, \
    what, the words that changed, why, and the commit. Numbers that changed, moves, splits and joins are followed: a \
    paragraph that was split off tells what happened before the split, one that others were joined to tells theirs, and \
    one that was part of another for a time what was done to its words there. A paragraph that is gone is named by its \
    identifier, @p0042, or as rev/1:operative/17.

    Without a paragraph, all that happened in the negotiation, newest first. The chair is a delegation here: --country chair \
    tells its decisions. A time without a zone is read as times are printed, on the clock of whoever acted; \
    2009-02-24T10:30-03:00 is one moment for all. The exit status is 1 where nothing is found.
    """,
  examples: [
    Example("amend log 'operative/1 bis'", "One paragraph's history"),
    Example("amend log OP7 --since rev/1 --patch", "What happened to it since revision 1, with the full texts"),
    Example("amend log --country VEN --action propose --limit 20", "Venezuela's newest proposals"),
  ],
  optionalPositional("paragraph", ParagraphAddress.self, "The paragraph; all where none is named", placeholder: "P"),
  option("--country", DelegationName.self, "Only what this delegation did"),
  option("--since", Moment.self, "Only from this day on, or what came after this revision"),
  option("--until", Moment.self, "Only up to this day, or what this revision holds"),
  option("--revision", RevisionArgument.self, "Only what fell between the revision before and this one"),
  repeated("--action", Action.self, "Only events of this kind"),
  option("--limit", Limit.self, "At most so many events, the newest"),
  flag("--patch", short: "p", "The full texts before and after"),
  flag("--reverse", "The other way round: a paragraph's newest event first, the negotiation's oldest")
) { session, paragraph, country, since, until, revision, actions, limit, hasPatch, isReversed in
  let negotiation = try session.negotiation()
  var filter = EventFilter()
  if let country { filter.delegations = [try session.delegation(country, in: negotiation).code] }
  (filter.times.since, filter.sinceRevision) = (since?.first, since?.revision)
  (filter.times.until, filter.untilRevision) = (until?.last, until?.revision)
  filter.revision = revision?.name
  filter.actions = Set(actions)
  filter.limit = limit?.count
  let progress = Progress(session, "commits looked at")
  negotiation.historyProgress = { done in
    if let done { progress.update(done) } else { progress.finish() }
  }
  var log = Log(session: session, negotiation: negotiation, hasPatch: hasPatch)
  if let paragraph {
    try log.tell(paragraph, filter, newestFirst: isReversed)
  } else {
    try log.tellAll(filter, newestFirst: !isReversed)
  }
  if log.hasTold { return .done }
  session.streams.errors.note("Nothing is found.\n")
  return .no
}

/// Prints events as they come.
private struct Log {
  let session: Session
  let negotiation: Negotiation
  let hasPatch: Bool
  private let writer: BracketWriter

  /// The revision that what was told last went into, or that none has it yet; `nil` before anything is told.
  private var last: String??

  /// Whether anything was told.
  var hasTold: Bool { last != nil }

  /// Whether something stands above what is told next.
  private var hasBegun = false

  /// How many events of the whole negotiation are told to a person who does not say how many.
  private static let few = 50

  init(session: Session, negotiation: Negotiation, hasPatch: Bool) {
    self.session = session
    self.negotiation = negotiation
    self.hasPatch = hasPatch
    writer = session.bracketWriter(negotiation)
  }

  mutating func tell(_ address: ParagraphAddress, _ filter: EventFilter, newestFirst: Bool) throws {
    let (identifier, place) = try negotiation.paragraph(everNamed: address)
    let events = try negotiation.events(of: identifier, matching: filter, withRelated: true)
    if !session.isJSON, !events.isEmpty {
      let state = place == nil ? "  (no longer in the draft)" : ""
      let address = place?.address ?? events.last { $0.identifier == identifier }?.place?.address
      try session.streams.output.write(
        session.bold("\(address.map { $0 + "  " } ?? "")@\(identifier)\(state)") + "\n")
      hasBegun = true
    }
    for event in newestFirst ? events.reversed() : events {
      try tell(event, named: event.identifier != identifier, newestFirst: newestFirst)
    }
  }

  mutating func tellAll(_ filter: EventFilter, newestFirst: Bool) throws {
    var filter = filter
    let isCut = filter == EventFilter() && newestFirst && !session.isJSON
    if isCut { filter.limit = Self.few }
    var kept: [Happening] = []
    var count = 0
    // The newest are found from the end, whatever the direction in which they are told.
    let isTurned = !newestFirst && filter.limit != nil
    try negotiation.eachHappening(newestFirst: newestFirst || isTurned, matching: filter) { happening in
      count += 1
      if isTurned { kept.append(happening) } else { try tell(happening, newestFirst: newestFirst) }
      return true
    }
    for happening in kept.reversed() { try tell(happening, newestFirst: newestFirst) }
    if isCut, count == Self.few {
      try session.remark("These are the newest \(count) events; --limit N tells more of them, --reverse all.")
    }
  }

  private mutating func tell(_ happening: Happening, newestFirst: Bool) throws {
    switch happening {
    case .event(let event): try tell(event, named: true, newestFirst: newestFirst)
    case .act(let act):
      let session = session
      let object = session.isJSON ? json(act, writer) : [:]
      try tell(object, revision: act.revision, newestFirst: newestFirst) { session.written(act) }
    }
  }

  private mutating func tell(_ event: ParagraphEvent, named isNamed: Bool, newestFirst: Bool) throws {
    let (session, writer, hasPatch) = (session, writer, hasPatch)
    let language = session.language ?? negotiation.settings.language
    let object = session.isJSON ? json(event, writer, withTexts: hasPatch) : [:]
    try tell(object, revision: event.revision, newestFirst: newestFirst) {
      session.written(event, writer, in: language, isNamed: isNamed, hasPatch: hasPatch)
    }
  }

  private mutating func tell(
    _ object: JSONObject, revision: String?, newestFirst: Bool, _ text: () -> String
  ) throws {
    defer { last = .some(revision) }
    if session.isJSON {
      try session.streams.output.write(JSONValue.object(object).text(.compact) + "\n")
      return
    }
    let isBorder = last.map { $0 != revision } ?? newestFirst
    let circulated = isBorder ? newestFirst ? revision : last ?? nil : nil
    let parts = [circulated.map { session.bold("rev. \($0)") + "\n" }, text()].compactMap(\.self)
    try session.streams.output.write((hasBegun ? "\n" : "") + parts.joined(separator: "\n"))
    hasBegun = true
  }
}
