internal import Commands
internal import Drafting
internal import Exchange
internal import Git
internal import JSON
internal import Negotiation

/// The forms in which a report is printed.
enum ReportFormat: String, CaseIterable, ArgumentValue {
  case text
  case csv
  case markdown
  case json
  case docx

  /// The form that the name of a file asks for; `nil` for none of ours.
  init?(fileOf path: FilePath) {
    if path.isDocument {
      self = .docx
      return
    }
    guard let dot = path.path.lastIndex(of: ".") else { return nil }
    switch path.path[path.path.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "txt": self = .text
    default: return nil
    }
  }
}

let sourcesCommand = Command<Session>(
  "sources", "Print where each paragraph comes from",
  discussion: """
    The table of sources: for each paragraph its number now and before, the delegations that contributed, where it came \
    from, what was done and why, and in which revisions. The number before is that of the revision before the present \
    text, or of the draft as it was imported. What was done on paragraphs that were one for a time is told of those whose \
    words it changed.

    "(adopted)" stands behind each delegation whose wording a decision that stands took, as it names them: who supported \
    words too, where they were taken from it. 'amend blame' tells who wrote the words first.
    """,
  examples: [
    Example("amend sources", "The whole table"),
    Example("amend sources --since rev/2 --format csv --output sources.csv", "What was done since revision 2"),
    Example("amend sources --output sources.docx", "A table in a Word document"),
  ],
  repeated("--paragraph", ParagraphAddress.self, "Only this paragraph"),
  option("--section", SectionArgument.self, "Only this section"),
  option("--since", RevisionArgument.self, "Only what was done after this revision"),
  option("--format", ReportFormat.self, "text, csv, markdown, json or docx; else by the name of --output"),
  option("--output", FilePath.self, "Write into this file")
) { session, paragraphs, section, since, format, output in
  let negotiation = try session.negotiation()
  let only = paragraphs.isEmpty ? nil : Set(try paragraphs.map { try negotiation.place(at: $0).entry.identifier })
  let revision = try since.map { try negotiation.revision(named: $0.name) }
  let language = session.language ?? negotiation.settings.language
  var table = try negotiation.sources(of: only, since: revision, in: language)
  if let section {
    table.rows.removeAll { ($0.place ?? $0.before)?.section != section.name }
    guard !table.rows.isEmpty || since != nil else {
      throw NegotiationError(.notFound, "the draft has no section '\(section.name)'")
    }
  }
  let report = table.report(in: language)
  let form = format ?? (session.isJSON ? .json : output.flatMap(ReportFormat.init(fileOf:)) ?? .text)
  try output.refuse(
    isDocument: form == .docx, hasFormat: format != nil || session.isJSON,
    endings: [".txt", ".md", ".markdown", ".csv", ".json"])
  switch form {
  case .text:
    let text = TextTable(limits: [18, 14, 26, 30, 60, 8]).text(report, bold: output == nil ? session.bold : { $0 })
    try session.answer(text, into: output)
  case .csv: try session.answer(report.csv, into: output)
  case .markdown: try session.answer(report.markdown, into: output)
  case .json: try session.answer(json(table, language).text(.pretty) + "\n", into: output)
  case .docx:
    var document = TableDocument(
      title: report.title, language: language, date: try session.documentDate(of: negotiation))
    document.settings = negotiation.settings
    try session.answer(document: document.file(of: [report.columns] + report.rows), into: output)
  }
  return .done
}

/// The schema `amend-sources-1` that the README describes.
private func json(_ table: SourcesTable, _ language: Language) -> JSONValue {
  [
    "schema": "amend-sources-1", "before": JSONValue(table.reference.map { "rev/" + $0 }),
    "paragraphs": .array(
      table.rows.map { row in
        [
          "identifier": .string(row.identifier.description), "paragraph": JSONValue(row.place?.address),
          "lastAddress": JSONValue(row.lastAddress), "proposed": .bool(row.isOnlyProposed),
          "before": JSONValue(row.before?.address),
          "contributors": .array(
            row.contributors.map {
              ["country": .string($0.delegation.code.description), "part": .string("\($0.part)")]
            }),
          "origin": JSONValue(row.origin), "revisions": JSONValue(row.revisions.map { "rev/" + $0 }),
          "acts": .array(row.acts.map { json($0, language, table.registry) }),
        ]
      }),
  ]
}

/// One act of the record.
func json(_ act: RecordedAct, _ language: Language, _ registry: DelegationRegistry) -> JSONValue {
  guard case .object(var object) = deedJSON(act.deed) else { return .null }
  object["paragraphs"] = JSONValue(act.addresses)
  object["on"] = JSONValue(act.on?.description)
  object["of"] = JSONValue((act.adopted + act.rejected).map(\.code.description))
  object["revision"] = JSONValue(act.revision.map { "rev/" + $0 })
  object["undone"] = JSONValue(act.undone?.commit.description)
  object["sentence"] = JSONValue(act.sentence(in: language, registry))
  return .object(object)
}
