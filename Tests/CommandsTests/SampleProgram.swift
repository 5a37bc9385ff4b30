import Commands

/// What the commands of the sample program work with.
struct Desk {
  let streams: Streams
  let repository: String?
  let isQuiet: Bool
}

struct CountryCode: ArgumentValue, Hashable {
  let code: String

  static let known = ["VEN", "MEX", "CHL", "BRA"]

  init(argument: String) throws(CommandError) {
    guard Self.known.contains(argument) else {
      throw .expected(
        "a delegation's code, such as VEN",
        hint: nearest(to: argument, in: Self.known).map { "Did you mean '\($0)'?" })
    }
    code = argument
  }

  static var placeholder: String { "CODE" }
  static var completion: Completion { .words(known) }
  var argumentText: String { code }
}

enum Format: String, CaseIterable, ArgumentValue { case text, markdown, json }

enum Change: Hashable {
  case text(String)
  case file(String)
  case insertion(String, after: String?, before: String?)
  case deletion
}

struct DeskIsLocked: Error {}

/// A small program with every kind of argument, rule and completion.
let sample = Program<Desk>(
  "sample", version: "1.2", date: "2026-11-23", "Negotiate a draft",
  discussion: """
    Keeps what every delegation would have a draft say, and puts it together in brackets.

    Nothing is ever lost: a backslash \\ and a 'quoted' word stay what they are.
    """,
  groups: [
    CommandGroup("Propose", [propose, merge]),
    CommandGroup("History", [log]),
    CommandGroup("Help", [.help("sample"), .manual("sample"), .completions("sample")]),
  ],
  sections: [
    ManualSection(
      "Environment",
      [
        ManualSection.Entry("SAMPLE_REPO", "The repository, where --repo is not given."),
        .init("NO_COLOR", "No colour."),
      ]),
    ManualSection("Files", [ManualSection.Entry("Repos/", "Where repositories are made.")]),
  ],
  explain: explained,
  option("--repo", FolderPath.self, "The repository to work in"),
  flag("--quiet", short: "q", "Say nothing but the answer")
) { streams, repository, isQuiet in
  Desk(streams: streams, repository: repository?.path, isQuiet: isQuiet)
}

private func explained(_ error: any Error) -> Failure {
  error is DeskIsLocked
    ? Failure("The desk is locked by another program.", hint: "Try again once it has finished.")
    : Failure("\(error)")
}

private let propose = Command<Desk>(
  "propose", "Propose a change to a paragraph",
  discussion: """
    The proposal is a commit on the branch of the delegation. A delegation that amends another's proposal names it with \
    --on.
    """,
  examples: [
    Example("sample propose --country VEN --paragraph 17 --text 'To urge'", "Venezuela's text of paragraph 17"),
    Example("sample propose --country CHL -p 17 --delete", "Delete a paragraph"),
  ],
  statuses: [StatusMeaning(.no, "The paragraph is approved.")],
  required("--country", short: "c", CountryCode.self, "The delegation that proposes"),
  repeated(
    "--paragraph", short: "p", String.self, "The paragraph to change", atLeast: 1, placeholder: "P",
    completion: .dynamic { words in words.contains("--repo") ? ["operative/1", "operative/1-bis"] : ["annex:1"] }),
  group(
    rules: [
      .exactlyOne(of: "--text", "--file", "--insert", "--delete"), .needs("--insert", oneOf: "--after", "--before"),
      .needs("--after", oneOf: "--insert"), .needs("--before", oneOf: "--insert"),
      .atMostOne(of: "--after", "--before"),
    ],
    option("--text", String.self, "The whole new text"),
    option("--file", FilePath.self, "A file with the whole new text; - is standard input"),
    option("--insert", String.self, "Words to put in"),
    option("--after", String.self, "The words that the insertion follows", placeholder: "WORDS"),
    option("--before", String.self, "The words that the insertion precedes", placeholder: "WORDS"),
    flag("--delete", "Delete the paragraph")
  ) { text, file, insertion, after, before, deletes -> Change in
    if let text { return .text(text) }
    if let file { return .file(file.path) }
    if let insertion {
      guard !insertion.isEmpty else { throw CommandError(.invalidValue, "--insert has nothing to put in.") }
      return .insertion(insertion, after: after, before: before)
    }
    return .deletion
  },
  option("--on", CountryCode.self, "The delegation whose proposal is amended")
) { desk, country, paragraphs, change, on in
  try desk.streams.output.write(
    "\(country.code) \(paragraphs) \(change) \(on?.code ?? "-") \(desk.repository ?? "-")\n")
  if !desk.isQuiet { desk.streams.errors.note("Proposed.\n") }
  return .done
}

private let merge = Command<Desk>(
  "merge", "Merge plain files",
  examples: [Example("sample merge base.txt Mex=mexico.txt", "Merge one version into a base")],
  option("--format", Format.self, default: .text, "How the answer is written"),
  option("--depth", Int.self, "How deep brackets may nest"),
  positional("base", FilePath.self, "The base"),
  rest("versions", String.self, "The versions, as LABEL=FILE", placeholder: "LABEL=FILE", completion: .file)
) { desk, format, depth, base, versions in
  try desk.streams.output.write("\(format) \(depth ?? 0) \(base.path) \(versions)\n")
  return versions.isEmpty ? .no : .done
}

private let log = Command<Desk>(
  "log", "Tell the story of a paragraph",
  examples: [Example("sample log 17", "The story of paragraph 17")],
  optionalPositional("paragraph", String.self, "The paragraph; all of them where none is named")
) { desk, paragraph in
  guard paragraph != "locked" else { throw DeskIsLocked() }
  let line = try desk.streams.input.line().map { String(decoding: $0, as: UTF8.self) }
  try desk.streams.output.write("log \(paragraph ?? "all") \(line ?? "-")\n")
  return .done
}

/// The whole of what one run shows.
struct Answer: Hashable {
  var status: Int32 = 0
  var output = ""
  var errors = ""
}

/// Runs the sample program in process.
func answer(_ arguments: String..., input: String = "") -> Answer {
  let (output, errors) = (MemorySink(), MemorySink())
  let status = sample.run(
    arguments, streams: Streams(input: Input(text: input), output: Output(output), errors: Output(errors)))
  return Answer(status: status.code, output: output.text, errors: errors.text)
}
