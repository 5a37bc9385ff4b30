internal import Commands
internal import Drafting
internal import Exchange
internal import Negotiation
internal import Notation
internal import Packages

let observationsCommand = Command<Session>(
  "observations", "Print what one delegation would change",
  discussion: """
    As a Word document (--output ven.docx) it is what delegations send one another: the draft with the words to add in \
    bold and underlined, those to delete in bold and struck through, a note that says so, and the reasons as comments. \
    With --tracked they are Word's own tracked changes with the delegation as author: refusing all gives the chair's \
    text, accepting all gives the delegation's.

    As text or Markdown it is the draft with this delegation's brackets alone.
    """,
  examples: [
    Example("amend observations --country VEN --output ven.docx", "Venezuela's observations for Word"),
    Example("amend observations --country VEN --tracked --output ven.docx", "The same as tracked changes"),
  ],
  required("--country", DelegationName.self, "The delegation"),
  flag("--tracked", "Word's tracked changes in place of bold words"),
  option("--format", ProductFormat.self, "text, markdown or docx; else by the name of --output"),
  option("--output", FilePath.self, "Write into this file")
) { session, country, isTracked, format, output in
  let negotiation = try session.negotiation()
  let delegation = try session.delegation(country, in: negotiation)
  let format = try ProductFormat(format, output: output)
  if format == .docx { loadLibraryAhead() }
  if isTracked, format != .docx {
    throw CommandError(.conflictingArguments, "Only a Word document has tracked changes; give --output FILE.docx.")
  }
  guard var observations = try negotiation.observations(of: delegation) else {
    throw NegotiationError(
      .refused, "\(delegation.names.first ?? delegation.label) proposes nothing",
      hint: "'amend status' lists the delegations that do.")
  }
  if let language = session.language {
    observations.draft.settings.language = language
    observations.base.settings.language = language
    observations.own.settings.language = language
  }
  if format == .docx {
    let date = try session.documentDate(of: negotiation)
    let origin = try session.origin(.reading(delegation.code), of: negotiation, [delegation.code])
    var reasons = observations.reasons
    // LibreOffice 7.4 gives notes the wrong texts where comments stand beside them.
    if output.flatMap({ OfficeFormat(path: $0.path) }) != nil, !reasons.isEmpty {
      reasons = [:]
      session.streams.errors.note(
        "The reasons are left out: LibreOffice mixes notes and comments up. A .docx has them as comments.\n")
    }
    if isTracked {
      var tracked = TrackedDocument(
        author: delegation.name(in: observations.base.settings.language), registry: negotiation.registry,
        dates: observations.commits.mapValues { Timestamp(seconds: $0.time, offsetMinutes: 0).instant }, date: date)
      tracked.reasons = reasons
      tracked.statuses = Dictionary(
        observations.draft.sections.flatMap(\.items).compactMap { item in item.identifier.map { ($0, item.status) } },
        uniquingKeysWith: { first, _ in first })
      tracked.amended = observations.amended
      tracked.origin = origin
      tracked.otherDate = Timestamp(seconds: observations.last.time, offsetMinutes: 0).instant
      tracked.moved = Set(
        observations.draft.sections.flatMap(\.items).filter { item in
          item.placements.contains { $0.labels.contains(delegation.label) }
        }.compactMap(\.identifier))
      let own = observations.own.openingSections(as: observations.base)
      try session.answer(document: tracked.file(from: observations.base, to: own), into: output)
    } else {
      var document = ObservationsDocument(delegation: delegation, registry: negotiation.registry, date: date)
      document.reasons = reasons
      document.amended = observations.amended
      document.origin = origin
      try session.answer(document: document.file(of: observations.draft), into: output)
    }
    return .done
  }
  let notation = BracketNotation(rawValue: negotiation.settings.notation) ?? .oas
  let writer = DraftWriter(
    format: format == .markdown ? .markdown : .text, notation: notation, registry: negotiation.registry)
  if output == nil, format == .text {
    try session.answer(session.rendered(writer.spans(of: observations.draft)), into: nil)
  } else {
    try session.answer(writer.write(observations.draft), into: output)
  }
  return .done
}
