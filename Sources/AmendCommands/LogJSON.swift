internal import Drafting
internal import Git
internal import JSON
internal import Merging
internal import Negotiation
internal import Notation

/// One event in the schema that the README describes.
///
/// - Parameter withTexts: also the whole texts before and after.
func json(_ event: ParagraphEvent, _ writer: BracketWriter, withTexts: Bool = false) -> JSONObject {
  var object = json(
    Deed(event, meeting: event.meeting), committer: event.committer, subject: event.subject, on: event.on,
    adopted: event.adopted, undoes: event.undoes,
    revision: event.revision, event, writer)
  if withTexts {
    object["textBefore"] = JSONValue(event.before?.textWithNotes(unlike: nil))
    object["textAfter"] = JSONValue(event.after?.textWithNotes(unlike: nil))
  }
  return object
}

/// A commit that changed no paragraph, with the members of an event.
func json(_ act: RecordedAct, _ writer: BracketWriter) -> JSONObject {
  json(
    act.deed, committer: act.committer.name, subject: act.message.subject, on: act.message.first(.on),
    adopted: act.message.values(.adopted), undoes: act.message.first(.undoes),
    revision: act.revision, nil, writer)
}

private func json(
  _ deed: Deed, committer: String, subject: String, on: String?, adopted taken: [String],
  undoes: String?, revision: String?, _ event: ParagraphEvent?, _ writer: BracketWriter
) -> JSONObject {
  let moment = Timestamp(seconds: deed.time, offsetMinutes: deed.offsetMinutes)
  return JSONObject(uncheckedUniqueKeys: [
    .init("commit", .string(deed.commit.description)), .init("date", .string(moment.internetText)),
    .init("country", JSONValue(deed.delegation?.code.description)), .init("author", .string(deed.author)),
    .init("committer", .string(committer)), .init("action", JSONValue(deed.action?.rawValue)),
    .init("subject", .string(subject)), .init("identifier", JSONValue(event?.identifier.description)),
    .init("paragraph", JSONValue(event?.place?.address)),
    .init("formerParagraph", JSONValue(event?.formerPlace?.address)),
    .init("placedAfter", JSONValue(event?.landing?.name)),
    .init("related", JSONValue(event?.related?.description)),
    .init("words", JSONValue(event.map { writer.write($0.words) })), .init("tree", event?.words.json() ?? .null),
    .init("outcome", JSONValue(event?.outcome?.rawValue)),
    .init("statusBefore", JSONValue(event?.statusBefore?.word)),
    .init("statusAfter", JSONValue(event?.statusAfter?.word)),
    .init("fileBefore", JSONValue(event?.oldFile?.description)),
    .init("fileAfter", JSONValue(event?.newFile?.description)), .init("on", JSONValue(on)),
    .init("reason", JSONValue(deed.reason)), .init("meeting", JSONValue(deed.meeting)),
    .init("adopted", .array(taken.map(adopted))), .init("undoes", JSONValue(undoes)),
    .init("revision", JSONValue(revision.map { "rev/" + $0 })),
  ])
}

/// A proposal as a trailer names it: the delegation and the commit.
private func adopted(_ text: String) -> JSONValue {
  let parts = text.split(separator: " ").map(String.init)
  return ["country": JSONValue(parts.first), "commit": JSONValue(parts.dropFirst().first)]
}
