internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

/// One event in the schema that the README describes.
///
/// - Parameter withTexts: also the whole texts before and after.
func json(_ event: ParagraphEvent, _ writer: BracketWriter, withTexts: Bool = false) -> JSONValue {
  let moment = Timestamp(seconds: event.time, offsetMinutes: event.offsetMinutes)
  var members: [JSONObject.Member] = [
    .init("commit", .string(event.commit.description)), .init("date", .string(moment.internetText)),
    .init("country", JSONValue(event.delegation?.code.description)), .init("author", .string(event.author)),
    .init("committer", .string(event.committer)), .init("action", JSONValue(event.action?.rawValue)),
    .init("subject", .string(event.subject)), .init("identifier", .string(event.identifier.description)),
    .init("paragraph", JSONValue(event.place?.address)),
    .init("formerParagraph", JSONValue(event.formerPlace?.address)),
    .init("related", JSONValue(event.related?.description)), .init("words", .string(writer.write(event.words))),
    .init("tree", event.words.json()), .init("statusBefore", JSONValue(event.statusBefore?.word)),
    .init("statusAfter", JSONValue(event.statusAfter?.word)),
    .init("fileBefore", JSONValue(event.oldFile?.description)),
    .init("fileAfter", JSONValue(event.newFile?.description)), .init("on", JSONValue(event.on)),
    .init("reason", JSONValue(event.reason)), .init("meeting", JSONValue(event.meeting)),
    .init("adopted", .array(event.adopted.map(adopted))),
    .init("revision", JSONValue(event.revision.map { "rev/" + $0 })),
  ]
  if withTexts {
    members.append(.init("textBefore", JSONValue(event.before?.text)))
    members.append(.init("textAfter", JSONValue(event.after?.text)))
  }
  return .object(JSONObject(uncheckedUniqueKeys: members))
}

/// A proposal as a trailer names it: `VEN 3f2a9c1`.
private func adopted(_ text: String) -> JSONValue {
  let parts = text.split(separator: " ").map(String.init)
  return ["country": JSONValue(parts.first), "commit": JSONValue(parts.dropFirst().first)]
}
