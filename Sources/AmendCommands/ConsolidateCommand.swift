internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

/// The forms in which a consolidated draft is printed.
enum ConsolidatedFormat: String, CaseIterable, ArgumentValue {
  case text
  case markdown
  case json
}

let consolidateCommand = Command<Session>(
  "consolidate", "Print the draft with every standing proposal in brackets",
  discussion: """
    Additions are bold and underlined on a terminal, deletions bold and struck through; elsewhere struck words stand \
    between ~~. In the oas notation '[Mex: individuals ~~others~~]' puts 'individuals' in the place of 'others'; in \
    the alternatives notation the same is '[others]/[Mex: individuals]'.
    """,
  examples: [
    Example("amend consolidate", "The whole draft"),
    Example("amend consolidate --paragraph PP15 --notation alternatives", "One paragraph, without ~~"),
    Example("amend consolidate --format markdown --output draft.md", "Into a file"),
  ],
  repeated("--paragraph", ParagraphAddress.self, "Only this paragraph"),
  option("--format", ConsolidatedFormat.self, "text, markdown or json; else by the name of --output"),
  option("--notation", BracketNotation.self, "How the brackets are written; else as the draft's settings say"),
  option("--output", FilePath.self, "Write into this file"),
  flag("--keep", "Keep the draft on the branch consolidated")
) { session, paragraphs, format, notation, output, isKept in
  let negotiation = try session.negotiation()
  let only = paragraphs.isEmpty ? nil : Set(try paragraphs.map { try negotiation.place(at: $0).entry.identifier })
  if isKept, only != nil {
    throw CommandError(.conflictingArguments, "--keep keeps the whole draft; leave out --paragraph.")
  }
  let progress = Progress(session, "paragraphs consolidated")
  let changes = try negotiation.allStandingChanges()
  let consolidation = try negotiation.consolidation(of: changes, only: only, progress: progress.update)
  progress.finish()
  let format = format ?? (session.isJSON ? .json : output.flatMap(ConsolidatedFormat.init(fileOf:)) ?? .text)
  switch format {
  case .json:
    let commits = try negotiation.proposalCommits(changes, of: only)
    try session.answer(json(consolidation, commits, negotiation).text(.pretty) + "\n", into: output)
  case .text, .markdown:
    var draft = consolidation.draft
    if let language = session.language { draft.settings.language = language }
    let notation = notation ?? BracketNotation(rawValue: draft.settings.notation) ?? .oas
    var writer = DraftWriter(
      format: format == .text ? .text : .markdown, notation: notation, registry: negotiation.registry)
    if only != nil {
      writer.hasLegend = false
      draft.settings.titleBlock = []
      draft.settings.unmarkedNotes = []
      draft.settings.footnotes = []
    }
    if output == nil, format == .text {
      try session.answer(session.rendered(writer.spans(of: draft)), into: nil)
    } else {
      try session.answer(writer.write(draft), into: output)
    }
  }
  if isKept {
    let commit = try negotiation.keep(consolidation, act: session.act())
    session.remark("Kept on the branch consolidated (commit \(commit.short)).")
  }
  for conflict in consolidation.conflicts {
    session.remark(
      "@\(conflict.identifier): the chair changed words that \(conflict.code) would change; both wordings are shown.")
  }
  return .done
}

extension ConsolidatedFormat {
  /// The format that the name of a file asks for.
  init?(fileOf path: FilePath) {
    if path.path.hasSuffix(".md") {
      self = .markdown
    } else if path.path.hasSuffix(".json") {
      self = .json
    } else {
      return nil
    }
  }
}

extension Session {
  /// The answer of a command: on standard output, or as a whole file.
  func answer(_ text: String, into file: FilePath?) throws {
    guard let file, !file.isStandardStream else { return try streams.output.write(text) }
    try writeFile(Array(text.utf8), to: file.path)
    remark("Written to \(file.path).")
  }
}

/// The consolidated draft in the schema that the README describes.
private func json(
  _ consolidation: Consolidation, _ commits: [ParagraphIdentifier: [String: String]], _ negotiation: Negotiation
) -> JSONValue {
  let draft = consolidation.draft
  let writer = BracketWriter(
    notation: BracketNotation(rawValue: draft.settings.notation) ?? .oas, language: draft.settings.language,
    labels: LabelTable(registry: negotiation.registry))
  let codes = Dictionary(
    negotiation.registry.delegations.map { ($0.label, $0.code.description) }, uniquingKeysWith: { first, _ in first })
  func item(_ item: ConsolidatedDraft.Item, _ section: SectionName) -> JSONValue {
    let known = item.identifier.flatMap { commits[$0] } ?? [:]
    let tree = item.body.json { labels in
      [
        ("countries", JSONValue(labels.map { codes[$0] ?? $0 })),
        ("commits", JSONValue(labels.map { known[codes[$0] ?? $0] ?? "" })),
      ]
    }
    var kind = "paragraph"
    var number: ParagraphNumber?
    var isPrinted = false
    switch item.kind {
    case .heading: kind = "heading"
    case .numbered(let value): (number, isPrinted) = (value, true)
    case .counted(let value): number = value
    }
    return [
      "kind": .string(kind), "identifier": JSONValue(item.identifier?.description),
      "number": JSONValue(number?.description), "numberIsPrinted": .bool(isPrinted),
      "address": JSONValue(number.map { "\(section)/\($0)" }), "status": .string(item.status.word),
      "reason": JSONValue(item.status.reason), "text": .string(writer.write(item.body)), "tree": tree,
      "brackets": .integer(item.body.bracketCount),
      "placements": .array(
        item.placements.map { placement in
          let (after, start): (JSONValue, JSONValue) =
            switch placement.anchor {
            case .after(let section, let number): (.string("\(section)/\(number)"), .null)
            case .beginning(let section): (.null, .string(section.description))
            }
          return [
            "labels": JSONValue(placement.labels), "countries": JSONValue(placement.labels.map { codes[$0] ?? $0 }),
            "after": after, "beginningOf": start,
          ]
        }),
      "notes": JSONValue(item.notes), "footnotes": footnotes(item.footnotes),
    ]
  }
  return [
    "schema": "amend-consolidated-1",
    "title": JSONValue(draft.settings.titleBlock), "symbol": JSONValue(draft.settings.symbol),
    "language": .string(draft.settings.language.rawValue), "notation": .string(draft.settings.notation),
    "inputs": JSONValue(consolidation.inputs.map(\.description)), "footnotes": footnotes(draft.settings.footnotes),
    "unmarkedNotes": JSONValue(draft.settings.unmarkedNotes),
    "sections": .array(
      draft.sections.map { section in
        ["name": .string(section.name.description), "items": .array(section.items.map { item($0, section.name) })]
      }),
  ]
}

private func footnotes(_ footnotes: [Footnote]) -> JSONValue {
  .array(footnotes.map { ["number": .integer($0.number), "text": .string($0.text)] })
}

extension Status {
  /// The status as one lower-case word or phrase, for programs.
  var word: String {
    switch self {
    case .open: "open"
    case .approved: "approved"
    case .pending: "pending"
    case .agreedAdReferendum: "agreed ad referendum"
    }
  }
}
