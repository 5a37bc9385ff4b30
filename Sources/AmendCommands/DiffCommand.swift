internal import Commands
internal import Drafting
internal import Exchange
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

/// The forms in which a difference is printed.
enum DifferenceFormat: String, CaseIterable, ArgumentValue {
  case text
  case markdown
  case json
  case docx
}

let diffCommand = Command<Session>(
  "diff", "Compare two revisions, word by word",
  discussion: """
    Paragraph by paragraph what changed in the chair's text, or with --country in what a delegation would have. A \
    revision is named rev/1 or by its symbol; main is the present text, and a commit of main can be named too. In plain \
    text [-words-] went and {+words+} came. Moves are told as moves.

    A Word document (--output changes.docx) has the differences as tracked changes: refusing all gives the earlier text, \
    accepting all the later one.
    """,
  examples: [
    Example("amend diff rev/1 rev/2", "What changed between two revisions"),
    Example("amend diff rev/1 main --country VEN --format markdown", "What Venezuela has changed since"),
    Example("amend diff rev/1 rev/2 --output changes.docx", "Tracked changes for Word"),
  ],
  statuses: [StatusMeaning(.no, "The two differ.")],
  positional("first", String.self, "The earlier revision", placeholder: "A"),
  positional("second", String.self, "The later revision", placeholder: "B"),
  option("--country", DelegationName.self, "Compare what this delegation would have"),
  option("--format", DifferenceFormat.self, "text, markdown, json or docx; else by the name of --output"),
  option("--output", FilePath.self, "Write into this file")
) { session, first, second, country, format, output in
  let hasFormat = format != nil || session.isJSON
  let format = format ?? (session.isJSON ? .json : output.flatMap(DifferenceFormat.init(fileOf:)) ?? .text)
  try output.refuse(isDocument: format == .docx, hasFormat: hasFormat, endings: [".txt", ".md", ".json"])
  let negotiation = try session.negotiation()
  let delegation = try country.map { try session.delegation($0, in: negotiation) }
  let (old, new) = (try negotiation.state(named: first), try negotiation.state(named: second))
  let differences = try negotiation.differences(from: old, to: new, as: delegation)
  let names = Dictionary(
    differences.map { ($0.identifier, ($0.after ?? $0.before)?.address ?? "@\($0.identifier)") },
    uniquingKeysWith: { first, _ in first })
  var answer = ""
  switch format {
  case .docx:
    let document = try session.tracked(from: old, to: new, as: delegation, in: negotiation)
    try session.answer(document: document, into: output)
    return differences.isEmpty ? .done : .no
  case .json:
    let object: JSONValue = [
      "from": .string(old.name), "to": .string(new.name), "country": JSONValue(delegation?.code.description),
      "paragraphs": .array(differences.map(json)),
    ]
    answer = object.text(.pretty) + "\n"
  case .text:
    for difference in differences {
      answer +=
        (output == nil ? session.bold(difference.title(names)) : difference.title(names)) + "\n"
        + (difference.hasOtherWords ? indented(session.written(difference.words, isStyled: output == nil)) : "")
    }
  case .markdown:
    for difference in differences {
      answer +=
        "**\(markdownEscaped(difference.title(names)))**\n\n"
        + (difference.hasOtherWords ? markdown(difference.words) + "\n\n" : "")
    }
  }
  try session.answer(answer, into: output)
  return differences.isEmpty ? .done : .no
}

extension DifferenceFormat {
  /// The format that the name of a file asks for.
  fileprivate init?(fileOf path: FilePath) {
    if path.path.hasSuffix(".md") {
      self = .markdown
    } else if path.path.hasSuffix(".json") {
      self = .json
    } else if path.isDocument {
      self = .docx
    } else {
      return nil
    }
  }
}

extension Session {
  /// The differences between two states as tracked changes: the delegation's, or whoever wrote the later text.
  fileprivate func tracked(
    from old: DraftState, to new: DraftState, as delegation: Delegation?, in negotiation: Negotiation
  ) throws -> [UInt8] {
    var (before, after) = (
      try old.draft(in: negotiation, as: delegation), try new.draft(in: negotiation, as: delegation)
    )
    if let language {
      before.settings.language = language
      after.settings.language = language
    }
    let last = try negotiation.description(of: delegation.flatMap { new.tips[$0.code] } ?? new.main)
    var document = TrackedDocument(
      author: delegation?.name(in: after.settings.language) ?? last.author,
      registry: negotiation.registry, date: try documentDate(of: negotiation))
    document.otherDate = Timestamp(seconds: last.time, offsetMinutes: 0).instant
    document.origin = DocumentOrigin(
      .reading(delegation?.code), main: new.main.description,
      tips: new.tips.filter { $0.key == delegation?.code }.mapValues(\.description))
    return try document.file(from: before, to: after)
  }
}

extension ParagraphDifference {
  /// What happened to the paragraph, in a line: `operative/3: moved from operative/5, behind operative/2`.
  ///
  /// - Parameter names: how the paragraphs of the comparison are printed.
  fileprivate func title(_ names: [ParagraphIdentifier: String]) -> String {
    func list(_ others: [ParagraphIdentifier]) -> String {
      others.map { names[$0] ?? "@\($0)" }.joined(separator: " and ")
    }
    let address = (after ?? before)?.address ?? "@\(identifier)"
    var parts: [String] = []
    if before == nil { parts.append("new") }
    if after == nil { parts.append("deleted") }
    if let before, let after {
      if isMoved {
        parts.append(
          (before.address == after.address ? "moved" : "moved from \(before.address)")
            + (predecessor.map { ", behind \($0.address)" } ?? " to the beginning"))
      }
      if !isMoved, before.address != after.address { parts.append("formerly \(before.address)") }
      if hasOtherWords { parts.append("other words") }
    }
    if !joined.isEmpty { parts.append("joined with \(list(joined))") }
    if !split.isEmpty {
      parts.append(before == nil ? "split off from \(list(split))" : "split, and \(list(split)) is the rest")
    }
    if let statusBefore, let statusAfter, statusBefore != statusAfter {
      parts.append(statusAfter.word + (statusAfter.reason.map { " – \($0)" } ?? ""))
    }
    return address + ": " + parts.joined(separator: ", ")
  }
}

extension Session {
  fileprivate func written(_ words: [Merging.WordChange], isStyled isWanted: Bool) -> String {
    guard !isWanted || !isStyled else {
      return rendered(
        words.map { Span($0.text, $0.kind == .kept ? .plain : $0.kind == .deleted ? .struck : .added) })
    }
    return words.map { change in
      switch change.kind {
      case .kept: change.text
      case .deleted: marked(change.text, "[-", "-]")
      case .inserted: marked(change.text, "{+", "+}")
      }
    }.joined()
  }
}

private func markdown(_ words: [Merging.WordChange]) -> String {
  words.map { change in
    switch change.kind {
    case .kept: markdownEscaped(change.text)
    case .deleted: marked(markdownEscaped(change.text), "~~", "~~")
    case .inserted: marked(markdownEscaped(change.text), "**", "**")
    }
  }.joined()
}

/// The words between two marks, the white space round them outside.
private func marked(_ text: String, _ open: String, _ close: String) -> String {
  let head = text.prefix { $0.isWhitespace }
  let tail = String(text.dropFirst(head.count).reversed().prefix { $0.isWhitespace }.reversed())
  let core = text.dropFirst(head.count).dropLast(tail.count)
  return core.isEmpty ? text : head + open + core + close + tail
}

private func indented(_ text: String) -> String {
  text.split(separator: "\n").map { "    \($0)\n" }.joined()
}

private func json(_ difference: ParagraphDifference) -> JSONValue {
  [
    "identifier": .string(difference.identifier.description), "before": JSONValue(difference.before?.address),
    "after": JSONValue(difference.after?.address), "moved": .bool(difference.isMoved),
    "behind": JSONValue(difference.predecessor?.address),
    "joined": JSONValue(difference.joined.map(\.description)), "split": JSONValue(difference.split.map(\.description)),
    "statusBefore": JSONValue(difference.statusBefore?.word), "statusAfter": JSONValue(difference.statusAfter?.word),
    "words": .array(
      difference.words.map { change in
        let kind =
          switch change.kind {
          case .kept: "kept"
          case .deleted: "deleted"
          case .inserted: "inserted"
          }
        return ["kind": .string(kind), "text": .string(change.text)]
      }),
  ]
}
