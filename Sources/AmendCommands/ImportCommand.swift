internal import Commands
internal import Drafting
internal import JSON
internal import Negotiation
internal import Notation

let importCommand = Command<Session>(
  "import", "Make a negotiation from a bracketed draft",
  discussion: """
    Reads a draft in plain text, Markdown or Word into a new repository: the text without brackets becomes the base on \
    main, and what each delegation has in brackets becomes a commit on its branch. Statuses, footnotes, headings and the \
    title block are kept.

    In a Word document, automatic numbers count as they are printed, struck words in a delegation's bracket are those it \
    deletes, and changes that a delegation tracked become its proposals; --author says whose an author's changes are. \
    OpenDocument, RTF and old Word files are read where LibreOffice is installed.

    What cannot be understood stays in the text as it is and is reported on standard error with its line and column, or \
    its paragraph.
    """,
  examples: [
    Example("amend import draft.txt --repo Repos/draft", "A negotiation from a draft"),
    Example("amend import draft.docx --author 'María Pérez'=VEN", "From a Word document with tracked changes"),
  ],
  statuses: [StatusMeaning(.no, "With --strict: something was reported, and nothing was made.")],
  positional("file", FilePath.self, "The draft, or - for standard input"),
  option("--format", DraftFileFormat.self, "The draft's format; else by the file's name"),
  repeated("--author", AuthorName.self, "Whose the changes are that an author tracked in Word"),
  flag("--strict", "Make nothing where anything is reported")
) { session, file, format, authors, isStrict in
  var input = try session.draft(in: file, format: format, registry: .standard, authors: authors)
  if let language = session.language { input.draft.settings.language = language }
  let name = session.name(of: file)
  session.tell(input.reports, of: file)
  guard input.draft.sections.contains(where: { !$0.items.isEmpty }) else {
    throw FileError(
      message: "\(name) holds no paragraph", hint: "A draft has numbered paragraphs, or paragraphs between empty lines."
    )
  }
  if isStrict, !input.reports.isEmpty {
    throw NegotiationError(
      .refused,
      input.reports.count == 1
        ? "a place of \(name) was reported, and --strict was asked for"
        : "\(input.reports.count) places of \(name) were reported, and --strict was asked for",
      hint: "Mend the draft, or leave out --strict: what is reported is kept as it is written.")
  }
  let path = session.repository ?? defaultRepository(for: file)
  let progress = Progress(session, "paragraphs imported")
  let summary = try Negotiation.importing(
    input.draft, registry: .standard, to: path, source: name.split(separator: "/").last.map(String.init) ?? name,
    act: session.act(), progress: progress.update)
  progress.finish()
  if session.isJSON {
    try session.streams.output.write(json(summary, path, input.reports).text(.compact) + "\n")
  } else {
    let proposals = summary.proposals.map { "\($0.code) \($0.count)" }.joined(separator: ", ")
    try session.streams.output.write(
      "Imported \(counted(summary.paragraphs, "paragraph")) into \(path)"
        + (proposals.isEmpty ? ".\n" : "; paragraphs with a proposal: \(proposals).\n"))
    try session.remark("Next: amend consolidate --repo \(path)")
  }
  return .done
}

/// `Repos/draft` for `~/papers/draft.txt`.
private func defaultRepository(for file: FilePath) -> String {
  let name = file.path.split(separator: "/").last.map(String.init) ?? "draft"
  let stem = name.split(separator: ".").first.map(String.init) ?? "draft"
  return "Repos/\(stem == "-" ? "draft" : stem)"
}

private func json(_ summary: ImportSummary, _ path: String, _ reports: [DraftInput.Report]) -> JSONValue {
  [
    "repository": .string(path), "paragraphs": .integer(summary.paragraphs), "headings": .integer(summary.headings),
    "proposals": .array(
      summary.proposals.map { ["country": .string($0.code.description), "paragraphs": .integer($0.count)] }),
    "reports": .array(
      reports.map { report in
        var object = JSONObject()
        if let line = report.line, let column = report.column {
          object["line"] = .integer(line)
          object["column"] = .integer(column)
        } else if let place = report.place {
          object["place"] = .string(place)
        }
        object["message"] = .string(report.message)
        return .object(object)
      }),
  ]
}
