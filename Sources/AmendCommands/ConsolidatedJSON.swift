internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

/// A draft, consolidated or one delegation's reading, in the schema that the README describes.
///
/// - Parameters:
///   - inputs: the commits that the draft was made from; none for a draft that was read from a file.
///   - positions: what delegations say about paragraphs without proposing words.
///   - commits: the commit of each standing proposal, by paragraph and country.
func json(
  _ draft: ConsolidatedDraft, _ registry: DelegationRegistry, inputs: [ObjectID] = [],
  commits: [ParagraphIdentifier: [String: String]] = [:],
  positions: [ParagraphIdentifier: [StandingPosition]] = [:]
) -> JSONValue {
  let writer = BracketWriter(
    notation: BracketNotation(rawValue: draft.settings.notation) ?? .oas, language: draft.settings.language,
    labels: LabelTable(registry: registry))
  let codes = Dictionary(
    registry.delegations.map { ($0.label, $0.code.description) }, uniquingKeysWith: { first, _ in first })
  func item(_ item: ConsolidatedDraft.Item, _ section: SectionName) -> JSONValue {
    let known = item.identifier.flatMap { commits[$0] } ?? [:]
    let tree = item.body.json { labels in
      [
        ("countries", JSONValue(labels.map { codes[$0] ?? $0 })),
        ("commits", JSONValue(labels.map { known[codes[$0] ?? $0] ?? "" })),
      ]
    }
    var kind = "paragraph"
    var number: ParagraphNumber?
    var isPrinted = false
    switch item.kind {
    case .heading: kind = "heading"
    case .numbered(let value): (number, isPrinted) = (value, true)
    case .counted(let value): number = value
    }
    return [
      "kind": .string(kind), "identifier": JSONValue(item.identifier?.description),
      "number": JSONValue(number?.description), "numberIsPrinted": .bool(isPrinted),
      "address": JSONValue(number.map { "\(section)/\($0)" }), "status": .string(item.status.word),
      "reason": JSONValue(item.status.reason), "text": .string(writer.write(item.body)), "tree": tree,
      "moves": item.body.movesJSON { labels in [("countries", JSONValue(labels.map { codes[$0] ?? $0 }))] },
      "brackets": .integer(item.body.bracketCount),
      "placements": .array(
        item.placements.map { placement in
          let (after, start): (JSONValue, JSONValue) =
            switch placement.anchor {
            case .after(let section, let number): (.string("\(section)/\(number)"), .null)
            case .beginning(let section): (.null, .string(section.description))
            }
          return [
            "labels": JSONValue(placement.labels), "countries": JSONValue(placement.labels.map { codes[$0] ?? $0 }),
            "after": after, "beginningOf": start,
          ]
        }),
      "positions": .array(
        (item.identifier.flatMap { positions[$0] } ?? []).map {
          [
            "country": .string($0.delegation.code.description), "position": .string($0.position.kind.rawValue),
            "reason": JSONValue($0.position.reason),
          ]
        }),
      "notes": JSONValue(item.notes), "footnotes": footnotes(item.footnotes),
    ]
  }
  return [
    "schema": "amend-consolidated-1",
    "title": JSONValue(draft.settings.titleBlock), "symbol": JSONValue(draft.settings.symbol),
    "language": .string(draft.settings.language.rawValue), "notation": .string(draft.settings.notation),
    "inputs": JSONValue(inputs.map(\.description)), "footnotes": footnotes(draft.settings.footnotes),
    "unmarkedNotes": JSONValue(draft.settings.unmarkedNotes),
    "sections": .array(
      draft.sections.map { section in
        ["name": .string(section.name.description), "items": .array(section.items.map { item($0, section.name) })]
      }),
  ]
}

private func footnotes(_ footnotes: [Footnote]) -> JSONValue {
  .array(footnotes.map { ["number": .integer($0.number), "text": .string($0.text)] })
}

extension Status {
  /// The status as one lower-case word or phrase, for programs.
  var word: String {
    switch self {
    case .open: "open"
    case .approved: "approved"
    case .pending: "pending"
    case .agreedAdReferendum: "agreed ad referendum"
    }
  }
}
