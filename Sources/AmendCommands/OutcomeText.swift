internal import Commands
internal import Drafting
internal import Git
internal import JSON
internal import Negotiation
internal import Notation
internal import Merging

extension Session {
  /// The writer of brackets for a negotiation, in the language asked for.
  func bracketWriter(_ negotiation: Negotiation, _ notation: BracketNotation? = nil) -> BracketWriter {
    BracketWriter(
      notation: notation ?? BracketNotation(rawValue: negotiation.settings.notation) ?? .oas,
      language: language ?? negotiation.settings.language, labels: LabelTable(registry: negotiation.registry))
  }

  /// Prints what became of an act on one paragraph: the paragraph with its brackets, and the commit.
  func show(_ outcome: ActOutcome, in negotiation: Negotiation) throws {
    let writer = bracketWriter(negotiation)
    if isJSON {
      let object: JSONValue = [
        "country": .string(outcome.delegation.code.description), "paragraph": .string(outcome.place.address),
        "identifier": .string(outcome.place.entry.identifier.description),
        "commit": outcome.commit.map { .string($0.description) } ?? .null, "text": .string(writer.write(outcome.body)),
        "tree": outcome.body.json(),
      ]
      try streams.output.write(object.text(.compact) + "\n")
      for text in outcome.remarks { try remark(text) }
      return
    }
    let number = outcome.place.entry.number.map { "\($0). " } ?? ""
    var spans = [Span(number)] + writer.spans(of: outcome.body, showsMoves: isStyled)
    for placement in outcome.placements {
      let order = CommandWords.text(of: placement.anchor, in: writer.language)
      spans += [Span(" ["), Span(placement.labels.joined(separator: ", ") + ":", .label), Span(" \(order)]")]
    }
    try streams.output.write(rendered(spans) + "\n")
    let commit = outcome.commit.map { "commit \($0.short)" } ?? "dry run, nothing was written"
    try remark("\(outcome.subject) (\(commit)).")
    for text in outcome.remarks { try remark(text) }
  }
}
