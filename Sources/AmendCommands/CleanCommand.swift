internal import Commands
internal import Drafting
internal import Exchange
internal import Git
internal import JSON
internal import Negotiation
internal import Notation
internal import Packages

let cleanCommand = Command<Session>(
  "clean", "Print the clean text, numbered through",
  discussion: """
    The agreed words alone: statuses and brackets are gone, and the paragraphs are numbered once. It is refused while \
    anything is disputed or pending, unless --current takes the text as it stands. References to paragraphs \
    that the new numbers falsify are listed with a suggestion, in the text and in what delegations propose or say; \
    --fix-references rewrites them, but what only a person can put right; the next clean lists that again.

    Nothing is written to the negotiation, unless --commit makes the new numbers (and references) a decision on main; \
    then references in proposals and positions are rewritten, too.
    """,
  examples: [
    Example("amend clean --output final.txt --concordance numbers.csv", "The text, and old and new numbers"),
    Example("amend clean --output final.docx", "The text as a Word document"),
    Example("amend clean --current --fix-references", "The text as it stands, with its references put right"),
  ],
  flag("--current", "Take the text as it stands, whatever is disputed or pending"),
  flag("--fix-references", "Rewrite references to paragraphs"),
  option("--format", ProductFormat.self, "text, markdown or docx; else by the name of --output"),
  option("--output", FilePath.self, "Write the text into this file"),
  option("--concordance", FilePath.self, "Write old and new numbers into this file: .csv, .json or text"),
  flag("--commit", "Write the new numbers to main, as a decision"),
  noteOptions
) { session, isCurrent, fixes, format, output, table, isCommitted, note in
  if let table, let output, table.path == output.path {
    throw CommandError(
      .invalidValue, "--output and --concordance name the same file.",
      hint: "Give the old and new numbers one of their own.")
  }
  let format = try ProductFormat(format, output: output)
  if format == .docx { loadLibraryAhead() }
  let negotiation = try session.negotiation()
  let clean = try negotiation.clean(
    isCurrent: isCurrent, fixes: fixes, writing: isCommitted ? note : nil, act: session.act)
  if session.isJSON {
    let object: JSONValue = [
      "draft": json(clean.draft, negotiation.registry), "concordance": json(clean.rows),
      "references": .array(
        clean.references.map { referenceJSON($0, isFixed: fixes && (isCommitted || $0.delegation == nil)) }),
      "commit": JSONValue(clean.decision?.commit.description),
      "following": .array((clean.decision?.reports ?? []).map { session.json($0) }),
    ]
    try session.answer(object.text(.pretty) + "\n", into: output)
  } else if format == .docx {
    let document = try session.document(
      of: clean.draft, in: negotiation, origin: origin(of: clean, fixes: fixes, in: negotiation))
    try session.answer(document: document, into: output)
  } else {
    let format: DraftFormat = format == .markdown ? .markdown : .text
    try session.answer(session.written(clean.draft, format, negotiation.registry, isPlain: true), into: output)
  }
  if let table {
    let text =
      table.path.hasSuffix(".json")
      ? json(clean.rows).text(.pretty) + "\n"
      : table.path.hasSuffix(".csv") ? csv(clean.rows) : lines(clean.rows)
    try session.answer(text, into: table)
  }
  let places = Dictionary(
    clean.concordance.map { ($0.identifier, "\($0.section)/\($0.new)") }, uniquingKeysWith: { first, _ in first })
  for reference in clean.references {
    // What the branches that follow rewrite is told with what becomes of them.
    if fixes, isCommitted, reference.delegation != nil, reference.isCertain { continue }
    let whose = reference.delegation.map { ", \(negotiation.registry[$0]?.names[0] ?? $0.description)" } ?? ""
    let isFixed = fixes && reference.delegation == nil
    let place =
      try places[reference.identifier] ?? negotiation.address(of: reference.identifier, as: reference.delegation)
    try session.remark(
      "\(place)\(whose)\(reference.passage.words): '\(reference.phrase)' \(reference.verdict(isFixed: isFixed))")
  }
  for (place, delegations) in clean.overruled {
    let names = delegations.map { $0.names[0] }.joined(separator: ", ")
    try session.remark("\(place.address) is approved: left out is what still stands on it in brackets (\(names))")
  }
  if let decision = clean.decision {
    let following = session.isJSON ? [] : session.written(decision.reports).split(separator: "\n")
    try session.remark(
      (["\(decision.subject) (commit \(decision.commit.short))."] + following).joined(separator: "\n"))
    for text in decision.remarks { try session.remark(text) }
  }
  return .done
}

/// What a document of the clean text says of the state that it is written from: with its numbers on main it is main's text.
private func origin(of clean: CleanText, fixes: Bool, in negotiation: Negotiation) -> DocumentOrigin {
  if let decision = clean.decision {
    return DocumentOrigin(.reading(nil), main: decision.commit.description)
  }
  return DocumentOrigin(.clean(fixesReferences: fixes), main: negotiation.main.commit.description)
}
