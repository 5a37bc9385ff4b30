internal import Commands
internal import Drafting
internal import Exchange
internal import Git
internal import JSON
internal import Negotiation
internal import Notation
internal import Packages

/// The forms in which a consolidated draft is printed.
enum ConsolidatedFormat: String, CaseIterable, ArgumentValue {
  case text
  case markdown
  case json
  case docx
  case html
}

let consolidateCommand = Command<Session>(
  "consolidate", "Print the draft with every standing proposal in brackets",
  discussion: """
    Additions are bold and underlined on a terminal, deletions bold and struck through; elsewhere struck words stand \
    between ~~. In the oas notation '[Mex: individuals ~~others~~]' puts 'individuals' in the place of 'others'; in \
    the alternatives notation the same is '[others]/[Mex: individuals]'. A clause that moves inside its paragraph is \
    magenta on a terminal, linked in HTML, and listed in JSON.

    A Word document (--output draft.docx) has the same characters: additions bold and underlined, deletions bold and \
    struck through (their ~~ are hidden text), footnotes, and each paragraph and proposal in a content control with its \
    identifier, so that a file that comes back is matched exactly. Word tracks what is changed in it.
    """,
  examples: [
    Example("amend consolidate", "The whole draft"),
    Example("amend consolidate --paragraph PP15 --notation alternatives", "One paragraph, without ~~"),
    Example("amend consolidate --format markdown --output draft.md", "Into a file"),
    Example("amend consolidate --output draft.docx", "A Word document"),
    Example("amend consolidate --output draft.html", "A page to read, print or send"),
  ],
  repeated("--paragraph", ParagraphAddress.self, "Only this paragraph"),
  option("--format", ConsolidatedFormat.self, "text, markdown, json, docx or html; else by the name of --output"),
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
  let hasFormat = format != nil || session.isJSON
  let format = format ?? (session.isJSON ? .json : output.flatMap(ConsolidatedFormat.init(fileOf:)) ?? .text)
  try output.refuse(
    isDocument: format == .docx, hasFormat: hasFormat, endings: [".txt", ".md", ".json", ".html"])
  if format == .docx { loadLibraryAhead() }
  let isStyled = output == nil && format == .text && session.isStyled
  if format == .text || format == .markdown, only == nil, !isKept, !isStyled {
    let notation = notation ?? BracketNotation(rawValue: negotiation.settings.notation) ?? .oas
    let writer = DraftWriter(
      format: format == .text ? .text : .markdown, notation: notation, registry: negotiation.registry)
    let written = try negotiation.written(
      writer, language: session.language, program: programStamp(), progress: progress.update)
    progress.finish()
    try session.answer(pieces: written.pieces, into: output)
    try session.remark(written.conflicts, in: negotiation)
    return .done
  }
  let changes = try negotiation.allStandingChanges(only: only)
  let consolidation = try negotiation.consolidation(of: changes, only: only, progress: progress.update)
  progress.finish()
  switch format {
  case .json:
    let commits = try negotiation.proposalCommits(changes, of: only)
    try session.answer(
      json(
        consolidation.draft, negotiation.registry, inputs: consolidation.inputs, commits: commits,
        positions: consolidation.positions
      ).text(.pretty)
        + "\n", into: output)
  case .text, .markdown, .docx, .html:
    var draft = consolidation.draft
    if let language = session.language { draft.settings.language = language }
    draft = draft.annotated(with: consolidation.positions)
    let notation = notation ?? BracketNotation(rawValue: draft.settings.notation) ?? .oas
    if format == .docx {
      if only != nil { draft.keepOnlyParagraphs() }
      var document = DraftDocument(
        registry: negotiation.registry, notation: notation, date: try session.documentDate(of: negotiation))
      document.isExcerpt = only != nil
      document.origin = try session.origin(.draft, of: negotiation)
      try session.answer(document: document.file(of: draft), into: output)
      break
    }
    if format == .html {
      if only != nil { draft.keepOnlyParagraphs() }
      var writer = HTMLWriter(notation: notation, registry: negotiation.registry)
      writer.isExcerpt = only != nil
      try session.answer(writer.write(draft), into: output)
      break
    }
    var writer = DraftWriter(
      format: format == .text ? .text : .markdown, notation: notation, registry: negotiation.registry)
    writer.showsMoves = isStyled
    if only != nil {
      writer.hasLegend = false
      writer.isExcerpt = true
      draft.keepOnlyParagraphs()
    }
    if output == nil, format == .text {
      try session.answer(session.rendered(writer.spans(of: draft)), into: nil)
    } else {
      try session.answer(writer.write(draft), into: output)
    }
  }
  if isKept {
    let commit = try negotiation.keep(consolidation, act: session.act())
    try session.remark("Kept on the branch consolidated (commit \(commit.short)).")
  }
  try session.remark(consolidation.conflicts, in: negotiation)
  return .done
}

extension ConsolidatedFormat {
  /// The format that the name of a file asks for.
  init?(fileOf path: FilePath) {
    if path.path.hasSuffix(".md") {
      self = .markdown
    } else if path.path.hasSuffix(".json") {
      self = .json
    } else if path.path.hasSuffix(".html") {
      self = .html
    } else if path.isDocument {
      self = .docx
    } else {
      return nil
    }
  }
}

extension Session {
  fileprivate func remark(
    _ conflicts: [(identifier: ParagraphIdentifier, code: DelegationCode)], in negotiation: Negotiation
  ) throws {
    for conflict in conflicts {
      let place = try negotiation.place(at: ParagraphAddress("@\(conflict.identifier)")).address
      try remark(
        "\(place): the chair changed words that \(conflict.code) would change; both wordings are shown.")
    }
  }

  /// The answer of a command: on standard output, or as a whole file.
  func answer(_ text: String, into file: FilePath?) throws {
    try answer(pieces: [Array(text.utf8)[...]], into: file)
  }

  func answer(pieces: [ArraySlice<UInt8>], into file: FilePath?) throws {
    guard let file, !file.isStandardStream else {
      if streams.output.isTerminal, let text = String(validating: pieces.joined(), as: UTF8.self) {
        return try streams.output.write(text)
      }
      for piece in pieces { try streams.output.write(piece: piece) }
      return
    }
    try writeFile(Array(pieces.joined()), to: file.path)
    try remark("Written to \(file.path).")
  }
}
