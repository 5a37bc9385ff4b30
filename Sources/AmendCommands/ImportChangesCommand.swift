internal import Commands
internal import Drafting
internal import Exchange
internal import Negotiation
internal import Notation
internal import TextForm

let importChangesCommand = Command<Session>(
  "import-changes", "Make proposals of the changes that several delegations tracked in one Word document",
  discussion: """
    Each author of tracked changes speaks for a delegation: the one that --author names, or the one whose name, label or \
    code the author's name is. Each paragraph that a delegation changed becomes one proposal on its branch; comments become \
    reasons. Changes of anybody else are left out and reported.
    """,
  examples: [
    Example("amend import-changes draft.docx --author 'María Pérez'=VEN --author 'J. Silva'=BRA", "Two authors")
  ],
  positional("file", FilePath.self, "The Word document, or - for standard input"),
  repeated("--author", AuthorName.self, "Whose an author's changes in the document are"),
  option("--reason", String.self, "Why, where no comment says so"),
  flag("--dry-run", "Show the result and write nothing")
) { session, file, authors, reason, isDryRun in
  let negotiation = try session.negotiation()
  let document = try session.observations(in: file)
  let names = try session.delegations(of: authors, in: negotiation)
  let table = LabelTable(registry: negotiation.registry)
  func delegation(of author: String) -> Delegation? {
    if let code = names[author] { return negotiation.registry[code] }
    guard case .label(let label) = table.meaning(of: author) else { return nil }
    return negotiation.registry.delegations.first { $0.label == label }
  }
  session.reportStrangers(authors, document, of: file)
  var senders: [DelegationCode: Delegation] = [:]
  var strangers: [String] = []
  for author in document.authors {
    if let sender = delegation(of: author) { senders[sender.code] = sender } else { strangers.append(author) }
  }
  for author in strangers.prefix(20) {
    session.streams.errors.note(
      "\(session.name(of: file)): changes by '\(author)' were left out: say whose they are with --author '\(author)=CODE'\n"
    )
  }
  if strangers.count > 20 {
    session.streams.errors.note(
      "\(session.name(of: file)): changes by \(strangers.count - 20) more authors were left out\n")
  }
  guard !senders.isEmpty else {
    throw NegotiationError(
      .refused, "no delegation tracked a change in \(session.name(of: file))",
      hint: "'amend propose --country CODE --from FILE' takes changes that show in other ways.")
  }
  let options = ObservationOptions(
    marks: .tracked, authors: authors, reason: reason.map(normalized))
  // What is amended is proposed before what amends it.
  var waiting = senders.values.sorted(by: { $0.code < $1.code })
  let amended = senders.mapValues { sender in
    Set(document.amendedAuthors { delegation(of: $0)?.code == sender.code }.compactMap { delegation(of: $0)?.code })
  }
  let tally = try session.propose(of: file, isDryRun: isDryRun, in: negotiation) { tally in
    while !waiting.isEmpty {
      let isReady = { (sender: Delegation) in !waiting.contains { amended[sender.code]?.contains($0.code) ?? false } }
      let sender = waiting.remove(at: waiting.firstIndex(where: isReady) ?? 0)
      try session.proposeObservations(
        document, of: file, by: sender, options, in: negotiation, into: &tally, reportsOthers: false,
        labelOf: { delegation(of: $0)?.label }
      ) {
        delegation(of: $0)?.code == sender.code
      }
    }
  }
  return try session.finish(
    tally, of: file, isDryRun: isDryRun,
    hint: "'amend propose --country CODE --from FILE' takes changes that show in other ways.")
}
