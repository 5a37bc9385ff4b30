internal import Commands
internal import Drafting
internal import JSON
internal import Merging
internal import Notation
internal import TextForm

let mergeCommand = Command<Session>(
  "merge", "Put versions of one text into brackets, without a repository",
  discussion: """
    The labels are those given; no table is asked. With --jsonl each line is \
    {"id", "base", "versions": {"Mex": "…"}}, and each answer {"id", "text", "brackets", "places", "tree", "moves"}, in \
    the same order: the written text, the number of alternatives, the number of brackets, the tree, and the clauses \
    that move inside the text.

    White space at the ends of a text falls away, line breaks are of one kind, and letters with accents are one \
    character each (Unicode's form C); everything else can be read back exactly: 'amend extract --label'.
    """,
  examples: [
    Example("amend merge --base base.txt Mex=mexico.txt Ven=venezuela.txt", "Three files"),
    Example("amend merge --jsonl < paragraphs.jsonl", "Many paragraphs"),
  ],
  statuses: [
    StatusMeaning(.no, "With --jsonl: a line was not understood; the others were answered.")
  ],
  rules: [.exactlyOne(of: "--base", "--jsonl")],
  option("--base", FilePath.self, "The text that the versions change"),
  flag("--jsonl", "Read JSON lines from standard input, or from the file given"),
  option("--notation", BracketNotation.self, default: .oas, "How the brackets are written"),
  rest("version", LabelledFile.self, "A label and its file: Mex=mexico.txt", placeholder: "LABEL=FILE")
) { session, base, isLines, notation, versions in
  let writer = { @Sendable [language = session.language ?? .english] (labels: [String]) in
    BracketWriter(notation: notation, language: language, labels: LabelTable(labels: labels))
  }
  if isLines {
    guard versions.count <= 1, versions.allSatisfy({ $0.label == nil }) else {
      throw CommandError(.unexpectedArgument, "With --jsonl the versions stand in the lines.")
    }
    return try session.answerLines(of: versions.first?.file, with: { Merger() }) {
      object, merger, answer throws(LineError) in
      guard let base = object["base"]?.string else { throw LineError("has no \"base\"") }
      guard let members = object["versions"]?.object?.members else { throw LineError("has no \"versions\"") }
      var given: [Version] = []
      for member in members {
        guard let text = member.value.string else { throw LineError("has a version '\(member.key)' that is no text") }
        guard !member.key.isEmpty else { throw LineError("has a version without a label") }
        guard let label = mergeLabel(member.key) else {
          throw LineError("has the label '\(member.key)', which cannot stand in a bracket: no \(signsNoLabelHas)")
        }
        guard !given.contains(where: { $0.label == label }) else { throw LineError("has the label '\(label)' twice") }
        given.append(Version(label: label, text: mergeText(text)))
      }
      let tree = merger.consolidated(base: mergeText(base), versions: given)
      answer.begin(.object)
      answer.key("id")
      answer.write(object["id"] ?? .null)
      answer.key("text")
      answer.write(writer(given.map(\.label)).write(tree))
      answer.key("brackets")
      answer.write(.integer(tree.sideCount))
      answer.key("places")
      answer.write(.integer(tree.bracketCount))
      answer.key("tree")
      tree.write(to: &answer)
      answer.key("moves")
      answer.write(tree.movesJSON())
      answer.end(.object)
    }
  }
  guard let base else { throw CommandError(.missingArgument, "--base is missing.") }
  var given: [Version] = []
  for version in versions {
    guard let label = version.label else {
      throw CommandError(
        .invalidValue, "'\(version.file.path)' has no label.", hint: "Write LABEL=FILE: Mex=\(version.file.path).")
    }
    guard !given.contains(where: { $0.label == label }) else {
      throw CommandError(.invalidValue, "The label '\(label)' is given twice.")
    }
    given.append(Version(label: label, text: try session.mergedText(of: version.file)))
  }
  let tree = consolidated(base: try session.mergedText(of: base), versions: given)
  let written = writer(given.map(\.label))
  if session.isJSON {
    let object: JSONValue = [
      "text": .string(written.write(tree)), "brackets": .integer(tree.sideCount), "places": .integer(tree.bracketCount),
      "tree": tree.json(), "moves": tree.movesJSON(),
    ]
    try session.streams.output.write(object.text(.compact) + "\n")
  } else {
    try session.streams.output.write(session.rendered(written.spans(of: tree, showsMoves: session.isStyled)) + "\n")
  }
  return .done
}

/// A file with the label of whose version it holds; a file alone, for JSON lines.
struct LabelledFile: ArgumentValue, Hashable {
  let label: String?
  let file: FilePath

  init(argument: String) throws(CommandError) {
    guard let equals = argument.firstIndex(of: "=") else {
      label = nil
      file = try FilePath(argument: argument)
      return
    }
    guard let name = mergeLabel(String(argument[..<equals])) else {
      throw .expected("LABEL=FILE, the label without \(signsNoLabelHas)")
    }
    label = name
    file = try FilePath(argument: String(argument[argument.index(after: equals)...]))
  }

  static var placeholder: String { "LABEL=FILE" }
  static var completion: Completion { .file }
  var argumentText: String { (label.map { $0 + "=" } ?? "") + file.path }
}

extension BracketedText {
  /// The number of alternatives at any depth.
  fileprivate var sideCount: Int {
    var count = 0
    forEachBracket { count += $0.alternatives.count }
    return count
  }
}
