internal import Commands
internal import Drafting
internal import Negotiation

let approveCommand = Command<Session>(
  "approve", "Approve paragraphs",
  discussion: """
    One commit of the chair's on main. A paragraph with standing brackets is refused, with the brackets; \
    'amend adopt --approve' takes a wording and approves it in the same breath.
    """,
  examples: [
    Example("amend approve operative/17 PP3", "Two paragraphs"),
    Example("amend approve --section preamble", "All of the preamble"),
    Example("amend approve --all-undisputed --meeting 'second informal meeting'", "Whatever is open and undisputed"),
  ],
  rest("paragraph", ParagraphAddress.self, "The paragraphs", placeholder: "P"),
  option("--section", SectionArgument.self, "Every paragraph of this section"),
  flag("--all-undisputed", "Every open paragraph that nobody would have otherwise"),
  noteOptions
) { session, paragraphs, section, isUndisputed, note in
  let selection: ParagraphSelection
  switch (paragraphs.isEmpty, section?.name, isUndisputed) {
  case (false, nil, false): selection = .addresses(paragraphs)
  case (true, let section?, false): selection = .section(section)
  case (true, let section, true): selection = .allUndisputed(section)
  case (true, nil, false): throw CommandError(.missingArgument, "P, --section or --all-undisputed is missing.")
  default: throw CommandError(.conflictingArguments, "Name paragraphs, or --section and --all-undisputed, not both.")
  }
  let negotiation = try session.negotiation()
  try session.show(
    negotiation.decide(.approve, on: selection, note, act: session.act()), state: "APPROVED")
  return .done
}

let pendCommand = Command<Session>(
  "pend", "Leave paragraphs pending",
  discussion:
    "One commit of the chair's on main. The reason stands after the word: PENDING – Consultations with Brazil.",
  examples: [Example("amend pend PP15 --reason 'Consultations with Brazil'", "Leave a paragraph for later")],
  rest("paragraph", ParagraphAddress.self, "The paragraphs", atLeast: 1, placeholder: "P"),
  noteOptions
) { session, paragraphs, note in
  let negotiation = try session.negotiation()
  try session.show(
    negotiation.decide(.pend, on: .addresses(paragraphs), note, act: session.act()), state: "PENDING")
  return .done
}

let agreeCommand = Command<Session>(
  "agree", "Agree on paragraphs, subject to a delegation",
  discussion: """
    One commit of the chair's on main. Brackets of the delegations named may still stand on the paragraph, and no others.
    """,
  examples: [Example("amend agree PP7 --ad-referendum CAN", "Agreed, subject to Canada")],
  rest("paragraph", ParagraphAddress.self, "The paragraphs", atLeast: 1, placeholder: "P"),
  repeated("--ad-referendum", DelegationName.self, "The delegation that must confirm", atLeast: 1),
  noteOptions
) { session, paragraphs, names, note in
  let negotiation = try session.negotiation()
  let delegations = try names.map { try session.delegation($0, in: negotiation) }
  try session.show(
    negotiation.decide(
      .agree(adReferendum: delegations), on: .addresses(paragraphs), note, act: session.act()),
    state: "AGREED AD REFERENDUM")
  return .done
}

let reopenCommand = Command<Session>(
  "reopen", "Reopen paragraphs",
  discussion: "One commit of the chair's on main. Delegations can propose changes to the paragraph again.",
  examples: [Example("amend reopen operative/17 --reason 'New instructions'", "Reopen a paragraph")],
  rest("paragraph", ParagraphAddress.self, "The paragraphs", atLeast: 1, placeholder: "P"),
  noteOptions
) { session, paragraphs, note in
  let negotiation = try session.negotiation()
  try session.show(
    negotiation.decide(.reopen, on: .addresses(paragraphs), note, act: session.act()), state: "open")
  return .done
}

/// A section as it is typed.
struct SectionArgument: ArgumentValue, Hashable {
  let name: SectionName

  init(argument: String) throws(CommandError) {
    do throws(DraftingError) {
      name = try SectionName(argument)
    } catch {
      throw .expected("a section", hint: error.hint)
    }
  }

  static var placeholder: String { "SECTION" }
}
