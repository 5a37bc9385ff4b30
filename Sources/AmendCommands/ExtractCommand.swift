internal import Commands
internal import Drafting
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation
internal import TextForm

let extractCommand = Command<Session>(
  "extract", "Take one delegation's reading out of a written draft",
  discussion: """
    Reads a bracketed draft and prints the text as the delegation would have it, or with --base the text that nobody \
    disputes yet. No repository is needed. A Word document, or what LibreOffice makes one of, is read too.

    One text that 'amend merge' wrote is no draft: name its labels with --label.

    With --jsonl each line is {"id", "text", "labels": ["Mex", …]}, and each answer \
    {"id", "base", "readings": {"Mex": "…"}}, in the same order.
    """,
  examples: [
    Example("amend extract draft.txt --country VEN", "Venezuela's reading"),
    Example("amend extract draft.docx --base", "What nobody disputes, out of a Word document"),
    Example("amend extract merged.txt --label Mex --label Ven --country Mex", "A version that was merged"),
    Example("amend extract --jsonl < written.jsonl", "Every reading of many texts"),
  ],
  statuses: [StatusMeaning(.no, "With --jsonl: a line was not understood; the others were answered.")],
  rules: [.atMostOne(of: "--country", "--base", "--jsonl"), .atMostOne(of: "--label", "--jsonl", "--format")],
  optionalPositional("file", FilePath.self, "The written draft, or - for standard input"),
  option("--country", DelegationName.self, "The delegation"),
  flag("--base", "Nobody's reading: the text without any proposal"),
  repeated("--label", MergeLabel.self, "A label of the text in FILE that 'amend merge' wrote"),
  flag("--jsonl", "Read JSON lines from the file or from standard input"),
  option("--format", DraftFormat.self, "The draft's format; else by the file's name")
) { session, file, country, isBase, labels, isLines, format in
  if isLines {
    return try session.answerLines(of: file, with: {}) { object, _, answer throws(LineError) in
      guard let text = object["text"]?.string else { throw LineError("has no \"text\"") }
      guard let labels = object["labels"]?.array?.compactMap(\.string) else {
        throw LineError("has no list \"labels\"")
      }
      let tree = BracketReader(labels: LabelTable(labels: labels)).read(normalized(text)).text
      var readings = JSONObject()
      for label in labels { readings[label] = .string(tree.reading(of: label)) }
      answer.write([
        "id": object["id"] ?? .null, "base": .string(tree.reading(of: nil)), "readings": .object(readings),
      ])
    }
  }
  guard let file else { throw CommandError(.missingArgument, "FILE is missing.") }
  guard isBase || country != nil else {
    throw CommandError(.missingArgument, "One of --country, --base or --jsonl is missing.")
  }
  if !labels.isEmpty {
    let label = country.map { normalized($0.text) }
    if let label, !labels.contains(where: { $0.text == label }) {
      throw CommandError(.invalidValue, "'\(label)' is none of the labels.", hint: "Name it with --label as well.")
    }
    let reader = BracketReader(labels: LabelTable(labels: labels.map(\.text)))
    let read = reader.read(mergeText(try session.text(of: file)))
    session.tell(read.diagnostics.map { DraftInput.Report($0) }, of: file)
    try session.answer(read.text.reading(of: label) + "\n", into: nil)
    return .done
  }
  let registry = DelegationRegistry.standard
  let label = try country.map { try registry.delegation(named: $0.text).label }
  let input = try session.draft(
    in: file, format: format.map { $0 == .markdown ? .markdown : .text }, registry: registry, authors: [])
  session.tell(input.reports.filter { !$0.isSuspicion }, of: file)
  let suspicions = input.reports.count { $0.isSuspicion }
  if suspicions > 0 {
    try session.remark(
      "\(session.name(of: file)): struck words may have lost their mark in \(counted(suspicions, "place")); 'amend import'"
        + " lists them.")
  }
  let draft = input.draft.takingPositionsOut(registry).draft
  try session.answer(session.written(draft.reading(of: label), format ?? .text, registry), into: nil)
  return .done
}
