internal import Commands
internal import Drafting
internal import JSON
internal import Negotiation
internal import Notation

let importCommand = Command<Session>(
  "import", "Make a negotiation from a bracketed draft",
  discussion: """
    Reads a draft in plain text or Markdown into a new repository: the text without brackets becomes the base on main, \
    and what each delegation has in brackets becomes a commit on its branch. Statuses, footnotes, headings and the title \
    block are kept.

    What cannot be understood stays in the text as it is and is reported on standard error with its line and column.
    """,
  examples: [Example("amend import draft.txt --repo Repos/draft", "A negotiation from a draft")],
  statuses: [StatusMeaning(.no, "With --strict: something was reported, and nothing was made.")],
  positional("file", FilePath.self, "The draft, or - for standard input"),
  option("--format", DraftFormat.self, "The draft's format; else by the file's name"),
  flag("--strict", "Make nothing where anything is reported")
) { session, file, format, isStrict in
  let text = try session.text(of: file)
  let reader = DraftReader(
    registry: .standard, format: format ?? (file.path.hasSuffix(".md") ? .markdown : .text))
  var reading = reader.read(text)
  if let language = session.language { reading.draft.settings.language = language }
  let name = file.isStandardStream ? "standard input" : file.path
  for diagnostic in reading.diagnostics {
    session.streams.errors.note("\(name):\(diagnostic.line):\(diagnostic.column): \(diagnostic.message)\n")
  }
  guard reading.draft.sections.contains(where: { !$0.items.isEmpty }) else {
    throw FileError(
      message: "\(name) holds no paragraph", hint: "A draft has numbered paragraphs, or paragraphs between empty lines."
    )
  }
  if isStrict, !reading.diagnostics.isEmpty {
    throw NegotiationError(
      .refused,
      reading.diagnostics.count == 1
        ? "a place of \(name) was reported, and --strict was asked for"
        : "\(reading.diagnostics.count) places of \(name) were reported, and --strict was asked for",
      hint: "Mend the draft, or leave out --strict: what is reported is kept as it is written.")
  }
  let path = session.repository ?? defaultRepository(for: file)
  let progress = Progress(session, "paragraphs imported")
  let summary = try Negotiation.importing(
    reading.draft, registry: .standard, to: path, source: name.split(separator: "/").last.map(String.init) ?? name,
    act: session.act(), progress: progress.update)
  progress.finish()
  if session.isJSON {
    try session.streams.output.write(json(summary, path, reading.diagnostics).text(.compact) + "\n")
  } else {
    let proposals = summary.proposals.map { "\($0.code) \($0.count)" }.joined(separator: ", ")
    try session.streams.output.write(
      "Imported \(summary.paragraphs) paragraph\(summary.paragraphs == 1 ? "" : "s") into \(path)"
        + (proposals.isEmpty ? ".\n" : "; paragraphs with a proposal: \(proposals).\n"))
    try session.remark("Next: amend consolidate --repo \(path)")
  }
  return .done
}

extension DraftFormat: ArgumentValue {}

/// `Repos/draft` for `~/papers/draft.txt`.
private func defaultRepository(for file: FilePath) -> String {
  let name = file.path.split(separator: "/").last.map(String.init) ?? "draft"
  let stem = name.split(separator: ".").first.map(String.init) ?? "draft"
  return "Repos/\(stem == "-" ? "draft" : stem)"
}

private func json(_ summary: ImportSummary, _ path: String, _ diagnostics: [Diagnostic]) -> JSONValue {
  [
    "repository": .string(path), "paragraphs": .integer(summary.paragraphs), "headings": .integer(summary.headings),
    "proposals": .array(
      summary.proposals.map { ["country": .string($0.code.description), "paragraphs": .integer($0.count)] }),
    "reports": .array(
      diagnostics.map {
        ["line": .integer($0.line), "column": .integer($0.column), "message": .string($0.message)]
      }),
  ]
}
