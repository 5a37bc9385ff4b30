internal import Commands
internal import Drafting
internal import JSON
internal import Negotiation
internal import Notation

let blameCommand = Command<Session>(
  "blame", "Tell who brought in each word of a paragraph",
  discussion: """
    For every word of the current text: who wrote it, when, by which commit, who adopted it, and the first revision that \
    has it; then the words that were struck, and by whom. Credit goes to who wrote the words, not to who pressed the key: \
    what the chair adopts stays its proposer's, a compromise is the chair's. Words that had gone and came back are \
    credited to whoever brought them back; the note says where they stood first.

    Words keep their history through renumbering, splits and joins of paragraphs, and as a clause of five words or more \
    that moves inside the paragraph. The words of footnotes are told behind those of the text. --consolidated tells the \
    same of every word in brackets; a footnote that a delegation changes is another one there.
    """,
  examples: [
    Example("amend blame operative/3", "One line for each run of words"),
    Example("amend blame OP3 --inline", "The text, with a mark at each run of words"),
    Example("amend blame OP3 --consolidated", "The words in brackets too"),
  ],
  positional("paragraph", ParagraphAddress.self, "The paragraph", placeholder: "P"),
  flag("--consolidated", "Every word of the consolidated paragraph, in brackets too"),
  flag("--inline", "The text with marks instead of a table")
) { session, paragraph, isConsolidated, isInline in
  let negotiation = try session.negotiation()
  let (identifier, found) = try negotiation.paragraph(everNamed: paragraph)
  guard let place = found else {
    throw NegotiationError(
      .notFound, "the paragraph @\(identifier) is no longer in the draft",
      hint: "'amend log @\(identifier)' tells what happened to it.")
  }
  let language = session.language ?? negotiation.settings.language
  if session.isJSON {
    let blame = try negotiation.blame(place, isConsolidated: isConsolidated, program: programStamp())
    try session.streams.output.write(BlameText(blame, language: language).json.text(.pretty) + "\n")
    return .done
  }
  var heading = "\(place.address)  @\(place.entry.identifier)"
  let status = try negotiation.main.paragraph(identifier)?.status ?? .open
  if status != .open { heading += "  \(status.word)" + (status.reason.map { " – \($0)" } ?? "") }
  try session.streams.output.write(session.bold(heading) + "\n\n")
  if isInline {
    let blame = try negotiation.blame(place, isConsolidated: isConsolidated, program: programStamp())
    let writer = session.bracketWriter(negotiation)
    let marks = BlameText(blame, language: language).marks
    let number = place.entry.number.map { "\($0). " } ?? ""
    try session.streams.output.write(
      number + session.rendered(writer.spans(of: marks.marked)) + "\n"
        + marks.markedNotes.map { session.rendered(writer.spans(of: $0)) + "\n" }.joined() + "\n"
        + marks.legend.joined(separator: "\n") + "\n")
  } else {
    let form = BlameForm(language: language, isBold: session.isStyled)
    let table = try negotiation.writtenBlame(
      place, isConsolidated: isConsolidated, form: form, program: programStamp(), BlameText.tables)
    try session.streams.output.write(table)
  }
  return .done
}
