internal import Commands
internal import Drafting
internal import Exchange
internal import JSON
internal import Negotiation
internal import Notation
internal import Packages

let readingCommand = Command<Session>(
  "reading", "Print the text as one delegation would have it",
  discussion: "Without --country: the text as it stands, without any proposal.",
  examples: [
    Example("amend reading --country VEN", "As Venezuela would have it"),
    Example("amend reading --country VEN --output ven.docx", "The same as a Word document"),
  ],
  option("--country", DelegationName.self, "The delegation"),
  repeated("--paragraph", ParagraphAddress.self, "Only this paragraph"),
  option("--format", ProductFormat.self, "text, markdown or docx; else by the name of --output"),
  option("--output", FilePath.self, "Write into this file")
) { session, country, paragraphs, format, output in
  let format = try ProductFormat(format, output: output)
  if format == .docx { loadLibraryAhead() }
  let negotiation = try session.negotiation()
  let delegation = try country.map { try session.delegation($0, in: negotiation) }
  let only = paragraphs.isEmpty ? nil : Set(try paragraphs.map { try negotiation.place(at: $0).entry.identifier })
  var draft = try negotiation.consolidation().draft.reading(of: delegation?.label)
  if let only {
    for index in draft.sections.indices {
      draft.sections[index].items.removeAll { $0.identifier.map { !only.contains($0) } ?? true }
    }
    draft.keepOnlyParagraphs()
  }
  if session.isJSON {
    try session.answer(json(draft, negotiation.registry).text(.pretty) + "\n", into: output)
  } else if format == .docx {
    let origin = try session.origin(
      .reading(delegation?.code), of: negotiation, Set([delegation?.code].compactMap(\.self)))
    let document = try session.document(of: draft, in: negotiation, isExcerpt: only != nil, origin: origin)
    try session.answer(document: document, into: output)
  } else {
    let format: DraftFormat = format == .markdown ? .markdown : .text
    try session.answer(session.written(draft, format, negotiation.registry, isExcerpt: only != nil), into: output)
  }
  return .done
}

extension Session {
  /// A draft without brackets, as text or Markdown.
  func written(
    _ draft: ConsolidatedDraft, _ format: DraftFormat, _ registry: DelegationRegistry, isExcerpt: Bool = false,
    isPlain: Bool = false
  ) -> String {
    var draft = draft
    if let language { draft.settings.language = language }
    var writer = DraftWriter(format: format, notation: .oas, registry: registry, hasLegend: false)
    writer.isExcerpt = isExcerpt
    writer.isPlain = isPlain
    return writer.write(draft)
  }
}

extension Session {
  /// A draft without brackets, as a Word document.
  func document(
    of draft: ConsolidatedDraft, in negotiation: Negotiation, isExcerpt: Bool = false, origin: DocumentOrigin? = nil
  ) throws -> [UInt8] {
    var draft = draft
    if let language { draft.settings.language = language }
    var document = DraftDocument(
      registry: negotiation.registry, notation: .oas, date: try documentDate(of: negotiation))
    document.isExcerpt = isExcerpt
    document.origin = origin
    document.tracksChanges = false
    document.showsBackslashes = false
    return try document.file(of: draft)
  }
}

extension ConsolidatedDraft {
  /// Leaves out the title block, the notes at the end, and sections without a paragraph.
  mutating func keepOnlyParagraphs() {
    settings.titleBlock = []
    settings.unmarkedNotes = []
    settings.footnotes = []
    sections.removeAll { $0.items.isEmpty }
  }
}
