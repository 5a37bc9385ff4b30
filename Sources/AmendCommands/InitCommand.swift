internal import Commands
internal import Drafting
internal import Negotiation
internal import Notation
internal import TextForm

let initCommand = Command<Session>(
  "init", "Make an empty negotiation",
  discussion: """
    Makes a repository with a title and no paragraphs. Delegations add paragraphs with \
    'amend propose --new-after operative'. To begin from a draft use 'amend import'.
    """,
  examples: [
    Example("amend init Repos/water --title 'Draft Declaration on Water'", "An empty negotiation"),
    Example("amend propose --country VEN --new-after operative --text 'To protect …'", "Its first paragraph"),
  ],
  positional("path", FolderPath.self, "Where the repository shall stand"),
  required("--title", String.self, "The title of the draft"),
  option("--symbol", String.self, "The document's symbol, as CP/CSH-1048/09", placeholder: "SYMBOL"),
  option("--notation", BracketNotation.self, default: .oas, "How the consolidated draft is written")
) { session, path, title, symbol, notation in
  let lines = normalized(title).split(whereSeparator: \.isNewline).map { Paragraph.canonical(String($0)) }
  let settings = DraftSettings(
    language: session.language ?? .english, notation: notation.rawValue, symbol: try symbol.map(symbolLine),
    sections: [.preamble, .operative], titleBlock: lines.filter { !$0.isEmpty })
  guard !settings.titleBlock.isEmpty else {
    throw CommandError(.invalidValue, "The title is empty.")
  }
  try Negotiation.beginning(settings, registry: .standard, at: path.path, act: session.act())
  try session.remark("The negotiation stands at \(path.path). Next: amend propose --repo \(path.path) --country …")
  return .done
}
