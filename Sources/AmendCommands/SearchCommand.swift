internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation
internal import TextForm

let searchCommand = Command<Session>(
  "search", "Find words in the draft and in all that was ever proposed",
  discussion: """
    Looks for words in the chair's text, in standing proposals, and in everything that was ever proposed, adopted, \
    rejected or withdrawn. All words must be there; "due diligence" is a phrase, diligen* the beginning of a word. \
    Capitals and accents do not matter, and eau is found in l'eau. A delegation's proposal is named for the words that \
    it brings in, not for those that it only repeats; with --struck for those that it strikes. An amendment is read with \
    what it amends as that stands now. The chair's text comes first, then what stands, then what is past; the newest first. \
    What stands above the first paragraph is not searched, nor are reasons. A paragraph that is gone is named by its \
    identifier, as --paragraph takes it; --country chair looks in the chair's text. A time without a zone is read as times \
    are printed, on the clock of whoever acted; 2009-02-24T10:30-03:00 is one moment for all. The exit status is 1 where \
    nothing is found.
    """,
  examples: [
    Example("amend search due diligence", "Both words, anywhere in a paragraph"),
    Example("amend search '\"due diligence\"' --state withdrawn", "Who ever proposed it, and took it back"),
    Example("amend search '\"due diligence\"' --struck", "Who ever deleted it"),
    Example("amend search 'diligen*' --country MEX --since 2009-02-24", "What Mexico said since that day"),
  ],
  option("--country", DelegationName.self, "Only what this delegation proposed"),
  option("--paragraph", ParagraphAddress.self, "Only this paragraph"),
  option("--section", SectionArgument.self, "Only this section"),
  option("--since", Moment.self, "Only what came on this day or later, or after this revision"),
  option("--until", Moment.self, "Only what came on this day or earlier, or before this revision"),
  repeated("--state", SearchHit.State.self, "Only what is so by now; may be given again"),
  flag("--struck", "Look among the words that were struck, or that proposals would strike"),
  option("--limit", Limit.self, "At most so many answers"),
  rest("words", String.self, "What to look for", atLeast: 1)
) { session, country, paragraph, section, since, until, states, isStruck, limit, words in
  let negotiation = try session.negotiation()
  var filter = SearchFilter()
  filter.delegation = try country.map { try session.delegation($0, in: negotiation).code }
  filter.paragraph = try paragraph.map { try negotiation.paragraph(everNamed: $0).identifier }
  filter.section = section?.name
  if let section = section?.name, !negotiation.settings.sections.contains(section) {
    throw negotiation.noSection(section)
  }
  // What a revision holds was there when it was made.
  filter.times.since = try since?.revision.map { .moment(try negotiation.revision(named: $0).time + 1) } ?? since?.first
  filter.times.until = try until?.revision.map { .moment(try negotiation.revision(named: $0).time) } ?? until?.last
  filter.states = Set(states)
  filter.isStruck = isStruck
  let answer = try negotiation.search(
    SearchQuery(words.map { normalized($0) }), filter, limit: limit?.count ?? .max,
    program: programStamp())
  let language = session.language ?? negotiation.settings.language
  for hit in answer.hits {
    try session.streams.output.write(
      session.isJSON ? json(hit).text(.compact) + "\n" : session.written(hit, in: language))
  }
  if answer.count > answer.hits.count {
    try session.remark("\(answer.count - answer.hits.count) more; --limit shows them.")
  }
  guard answer.count == 0 else { return .done }
  let hint = answer.suggestion.map { " Did you mean '\($0)'?" } ?? ""
  session.streams.errors.note("Nothing is found.\(hint)\n")
  return .no
}

extension SearchHit.State: ArgumentValue {
  package static var placeholder: String { "STATE" }
}

extension Session {
  /// One answer for people: the paragraph, who, what became of it, when and the commit; then the words.
  fileprivate func written(_ hit: SearchHit, in language: Language) -> String {
    let when = Timestamp(seconds: hit.time, offsetMinutes: hit.offsetMinutes).text
    let party = hit.on.map { hit.isSupport ? ", with \($0)" : ", on \($0)'s proposal" } ?? ""
    let who =
      (hit.delegation.map { $0.name(in: language) + party } ?? "The chair's text")
      + (hit.strikes ? ", without these words" : "")
    let conflict = hit.conflict.map { ", in conflict since \($0.short)" } ?? ""
    let words = excerpt(hit).split(separator: "\n").map { "    \($0)\n" }.joined()
    let address = hit.isGone ? "@\(hit.identifier), was \(hit.address)" : hit.address
    return "\(bold(address))  \(who): \(hit.state.rawValue)\(conflict)  \(when)  \(hit.commit.short)\n\(words)"
  }

  /// The words found with those round them; they stand between asterisks, or on a terminal in bold.
  private func excerpt(_ hit: SearchHit) -> String {
    let bytes = Array(hit.text.utf8)
    let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    var output = ""
    var done = 0
    for place in hit.places where place.lowerBound >= done {
      output += shortened(text(done..<place.lowerBound), isFirst: done == 0, isLast: false)
      output += isStyled ? bold(text(place)) : "*\(text(place))*"
      done = place.upperBound
    }
    return output + shortened(text(done..<bytes.count), isFirst: done == 0, isLast: true)
  }
}

/// One answer in the schema that the README describes.
private func json(_ hit: SearchHit) -> JSONValue {
  let moment = Timestamp(seconds: hit.time, offsetMinutes: hit.offsetMinutes)
  let bytes = Array(hit.text.utf8)
  return [
    "paragraph": .string(hit.address), "identifier": .string(hit.identifier.description),
    "country": JSONValue(hit.delegation?.code.description), "on": JSONValue(hit.on),
    "state": .string(hit.state.rawValue), "struck": .bool(hit.strikes),
    "conflict": JSONValue(hit.conflict?.hex), "date": .string(moment.internetText),
    "commit": .string(hit.commit.hex),
    "text": .string(hit.text),
    "found": JSONValue(hit.places.map { String(decoding: bytes[$0], as: UTF8.self) }),
  ]
}
