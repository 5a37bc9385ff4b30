internal import Commands
internal import Drafting
internal import Negotiation
internal import TextForm

let splitCommand = Command<Session>(
  "split", "Cut a paragraph in two",
  discussion: """
    One commit of the chair's on main. The words and what follows them become a paragraph of their own, numbered bis; \
    proposals on the paragraph are cut where the text is.
    """,
  examples: [Example("amend split operative/3 --before 'and requests'", "From these words on a new paragraph")],
  positional("paragraph", ParagraphAddress.self, "The paragraph", placeholder: "P"),
  required("--before", String.self, "The first words of the second part", placeholder: "WORDS"),
  noteOptions
) { session, paragraph, words, note in
  let negotiation = try session.negotiation()
  try session.show(
    negotiation.split(
      paragraph, before: Passage(Paragraph.canonical(normalized(words))), note, act: session.act()))
  return .done
}

let mergeParagraphsCommand = Command<Session>(
  "merge-paragraphs", "Put two paragraphs into one",
  discussion: """
    One commit of the chair's on main. The second paragraph goes to the end of the first, which keeps its number; \
    proposals on both stand in it.
    """,
  examples: [Example("amend merge-paragraphs operative/3 operative/4", "One paragraph of two")],
  positional("first", ParagraphAddress.self, "The paragraph that stays", placeholder: "P"),
  positional("second", ParagraphAddress.self, "The paragraph that goes into it", placeholder: "Q"),
  noteOptions
) { session, first, second, note in
  let negotiation = try session.negotiation()
  try session.show(negotiation.join(first, with: second, note, act: session.act()))
  return .done
}
