internal import Commands
internal import Drafting
internal import Exchange
internal import Negotiation
internal import Notation
internal import TextForm

let proposeCommand = Command<Session>(
  "propose", "Propose a change to a paragraph",
  discussion: """
    Writes one commit on the delegation's branch and shows the paragraph with its brackets. The change starts from the \
    paragraph as the delegation reads it now, or with --on from another delegation's proposal. Whoever amends an amendment to \
    its own proposal takes those words over; from then on each of the two speaks for itself.

    The words given to --replace, --after, --before and --delete must stand in the paragraph just once.

    With --from, a Word document is compared with the draft, and each paragraph it changes becomes a proposal. The changes \
    are those that were tracked, or bold-underlined and bold-struck words where a note of the document says so, or the words \
    that differ; comments become reasons. Paragraphs are known by the marks in documents that this program wrote, by their \
    numbers and by their words. Look first with --dry-run.
    """,
  examples: [
    Example(
      "amend propose --country MEX --paragraph PP15 --replace others --with individuals", "Replace words"),
    Example(
      "amend propose --country CHL --paragraph PP17 --insert 'and coordination' --after participation", "Add words"),
    Example("amend propose --country VEN --new-after operative/1 --text 'To urge …'", "A new paragraph"),
    Example("amend propose --country VEN --paragraph 'operative/1 bis' --move-after PP2", "Move a paragraph"),
    Example("amend propose --country VEN --from observations.docx --dry-run", "What a Word document would change"),
  ],
  rules: [
    .exactlyOne(
      of: "--text", "--file", "--edit", "--replace", "--insert", "--delete", "--delete-paragraph", "--move-after",
      "--from"),
    .exactlyOne(of: "--paragraph", "--new-after", "--from"), .needs("--marks", oneOf: "--from"),
    .needs("--author", oneOf: "--from"),
    .needs("--replace", oneOf: "--with"), .needs("--with", oneOf: "--replace"),
    .needs("--insert", oneOf: "--after", "--before"), .atMostOne(of: "--after", "--before"),
    .needs("--after", oneOf: "--insert"), .needs("--before", oneOf: "--insert"),
    .needs("--new-after", oneOf: "--text", "--file", "--edit"),
  ],
  required("--country", DelegationName.self, "The delegation that proposes"),
  option("--paragraph", ParagraphAddress.self, "The paragraph to change"),
  option("--new-after", PlaceAfter.self, "Add a paragraph after this one, or at the beginning of a section"),
  changeOptions,
  option("--from", FilePath.self, "A Word document with the delegation's observations"),
  option("--marks", ObservationMarks.self, "What shows the document's changes; else what it says itself"),
  repeated("--author", AuthorName.self, "Whose an author's changes in the document are"),
  option("--on", DelegationName.self, "Amend this delegation's proposal"),
  option("--reason", String.self, "Why"),
  flag("--dry-run", "Show the result and write nothing")
) { session, country, paragraph, newAfter, options, file, marks, authors, on, reason, isDryRun in
  let negotiation = try session.negotiation()
  let delegation = try session.delegation(country, in: negotiation)
  if let file {
    guard on == nil else { throw CommandError(.conflictingArguments, "--on does not go with --from.") }
    let document = try session.observations(in: file)
    let names = try session.delegations(of: authors, in: negotiation)
    try session.refuseAnothers(document, of: file, marks, from: delegation, named: names, in: negotiation)
    session.reportStrangers(authors, document, of: file)
    let table = LabelTable(registry: negotiation.registry)
    let options = ObservationOptions(marks: marks, authors: authors, reason: reason.map(normalized))
    let tally = try session.propose(of: file, isDryRun: isDryRun, in: negotiation) { tally in
      try session.proposeObservations(
        document, of: file, by: delegation, options, in: negotiation, into: &tally,
        labelOf: { session.label(of: $0, named: names, in: negotiation) }
      ) { author in
        if let code = names[author] { return code == delegation.code }
        // A document with one sender: who typed it does not matter, unless the name is another delegation's, or --author
        // says whose the changes are.
        if case .label(let label) = table.meaning(of: author) { return label == delegation.label }
        return names.isEmpty
      }
    }
    return try session.finish(tally, of: file, isDryRun: isDryRun)
  }
  let amended = try on.map { try session.delegation($0, in: negotiation) }
  let act = try session.act()
  let target = newAfter?.anchor ?? paragraph.map { .paragraph($0) } ?? .beginning(of: .operative)
  let change: ProposedChange
  if newAfter != nil {
    guard case .whole(let source) = options else {
      throw CommandError(.conflictingArguments, "--new-after takes the words from --text, --file or --edit.")
    }
    change = .newParagraph(try session.words(source, present: ""))
  } else {
    switch options {
    case .whole(let source):
      var present = ""
      if case .editor = source, let paragraph {
        present = try negotiation.typedText(of: paragraph, as: delegation, amending: amended)
      }
      change = .text(.text(try session.words(source, present: present)))
    case .words(let textChange): change = .text(textChange)
    case .deleteParagraph: change = .deleteParagraph
    case .move(let anchor): change = .move(after: anchor.anchor)
    }
  }
  let outcome = try negotiation.propose(
    change, to: target, by: delegation, amending: amended, reason: reason.map(normalized), act: act, isDryRun: isDryRun)
  try session.show(outcome, in: negotiation)
  return .done
}

/// The ways to say what shall be changed.
enum ChangeOptions: Sendable {
  case whole(TextSource)
  case words(TextChange)
  case deleteParagraph
  case move(PlaceAfter)
}

private let changeOptions = group(
  option("--text", String.self, "The whole paragraph as it shall read"),
  option("--file", FilePath.self, "The same, from a file; - for standard input"),
  flag("--edit", "The same, in an editor that opens with the paragraph"),
  option("--replace", String.self, "The words to replace", placeholder: "WORDS"),
  option("--with", String.self, "The words in their place", placeholder: "WORDS"),
  option("--insert", String.self, "The words to add", placeholder: "WORDS"),
  option("--after", String.self, "The words to add them after", placeholder: "WORDS"),
  option("--before", String.self, "The words to add them before", placeholder: "WORDS"),
  option("--delete", String.self, "The words to delete", placeholder: "WORDS"),
  flag("--delete-paragraph", "Delete the whole paragraph"),
  option("--move-after", PlaceAfter.self, "Move the paragraph after this one, or to the beginning of a section")
) {
  text, file, isEdited, replaced, with, inserted, after, before, deleted, deletesParagraph, moveAfter -> ChangeOptions
  in
  func passage(_ words: String) -> Passage { Passage(Paragraph.canonical(normalized(words))) }
  if let text { return .whole(.given(text)) }
  if let file { return .whole(.file(file)) }
  if isEdited { return .whole(.editor) }
  if let replaced, let with {
    guard !Paragraph.canonical(with).isEmpty else {
      throw CommandError(.invalidValue, "--with has no words.", hint: "Delete words with --delete.")
    }
    return .words(.replace(passage(replaced), with: normalized(with)))
  }
  if let inserted, let after { return .words(.insert(normalized(inserted), after: passage(after))) }
  if let inserted, let before { return .words(.insertBefore(normalized(inserted), before: passage(before))) }
  if let deleted { return .words(.delete(passage(deleted))) }
  if let moveAfter { return .move(moveAfter) }
  return .deleteParagraph
}
