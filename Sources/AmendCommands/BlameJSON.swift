internal import Drafting
internal import Git
internal import JSON
internal import Negotiation

extension BlameText {
  /// The schema `amend-blame-1` that the README describes.
  var json: JSONValue {
    [
      "schema": "amend-blame-1", "paragraph": .string(blame.place.address),
      "identifier": .string(blame.place.entry.identifier.description), "status": .string(blame.status.word),
      "pieces": pieces(blame.pieces),
      "notes": .array(
        blame.notes.map { ["mark": JSONValue($0.mark), "pieces": pieces($0.pieces)] as JSONValue }),
    ]
  }

  private func pieces(_ pieces: [BlamePiece]) -> JSONValue {
    .array(
      pieces.map { piece in
        switch piece {
        case .words(let words): self.words(words, isFormer: false)
        case .former(let words): self.words(words, isFormer: true)
        case .bracket(let bracket):
          [
            "alternatives": .array(
              bracket.alternatives.map { ["labels": JSONValue($0.labels), "pieces": self.pieces($0.pieces)] }),
            "struck": bracket.struck.map { self.pieces($0) } ?? .null,
          ]
        }
      })
  }

  private func words(_ words: CreditedWords, isFormer: Bool) -> JSONValue {
    let credit = words.credit
    return [
      "text": .string(words.text), "stands": .bool(!isFormer), "broughtIn": deedJSON(credit.broughtIn),
      "together": .array(credit.together.map(deedJSON)), "first": deedJSON(credit.first),
      "moved": deedJSON(credit.moved), "adopted": deedJSON(credit.adopted),
      "struck": deedJSON(credit.struck.first), "alsoStruck": .array(credit.struck.dropFirst().map(deedJSON)),
      "inConflict": .array(credit.inConflict.map(deedJSON)), "following": .array(credit.following.map(deedJSON)),
      "struckBy": deedJSON(credit.struckBy),
      "revision": JSONValue(credit.revision.map { "rev/" + $0 }),
    ]
  }
}

/// What somebody did, in one object; `null` for nothing.
func deedJSON(_ deed: Deed?) -> JSONValue {
  guard let deed else { return .null }
  return [
    "commit": .string(deed.commit.description),
    "date": .string(Timestamp(seconds: deed.time, offsetMinutes: deed.offsetMinutes).internetText),
    "country": JSONValue(deed.delegation?.code.description), "author": .string(deed.author),
    "action": JSONValue(deed.action?.rawValue), "reason": JSONValue(deed.reason), "meeting": JSONValue(deed.meeting),
  ]
}
