import Drafting
import Exchange
import Notation
import Testing

private let registry = DelegationRegistry.standard

private let numbering =
  "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
  + "<w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/>"
  + "<w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"

private let by = "w:author=\"Ana\""

private func item(_ content: String, _ level: Int = 1, mark: String = "") -> String {
  "<w:p><w:pPr>\(WordFiles.numbered(1, level))<w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>"
}

private func run(_ text: String, _ look: String = "") -> String {
  "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private func inserted(_ text: String) -> String { "<w:ins w:id=\"1\" \(by)>\(run(text))</w:ins>" }

private func deleted(_ text: String) -> String {
  "<w:del w:id=\"2\" \(by)><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

private let insertedMark = "<w:ins w:id=\"3\" \(by)/>"
private let deletedMark = "<w:del w:id=\"4\" \(by)/>"
private let first = item(run("To request the Secretariat to prepare within its resources the following:"), 0)
private let second = item(run("To thank the host country for the meeting of the group of experts."), 0)
private let present = """
  To request the Secretariat to prepare within its resources the following:
  a) a study of warning systems;
  b) a directory of laboratories.
  """

/// What Ana's document asks of the first paragraph, and what else is said.
private func change(_ body: String, _ marks: ObservationMarks? = nil) throws -> (texts: [String], remarks: [WordRemark])
{
  let base = identifiedDraft(
    "DECLARATION\n\nRESOLVE:\n\n1. \(present)\n\n2. To thank the host country for the meeting of the group of experts.\n"
  )
  let reader = ObservationReader(registry: registry, label: "Ven", base: base, present: base, isTheirs: { $0 == "Ana" })
  let list = reader.read(try WordFiles.read(first + body + second, ["numbering": numbering]), marks: marks)
  let texts = list.observations.map { observation in
    if case .text(_, let text) = observation.change { text } else { "\(observation.change)" }
  }
  return (texts, list.remarks)
}

private let study = item(run("a study of warning systems;"))
private let directory = item(run("a directory of laboratories."))
private let withManual = present.replacing("b)", with: "b) a manual for pilots;\nc)")

@Test(arguments: [
  // The mark of the new item is new, or that of the item before it, as Word has it where somebody types at its end.
  study + item(inserted("a manual for pilots;"), mark: insertedMark) + directory,
  item(run("a study of warning systems;"), mark: insertedMark) + item(inserted("a manual for pilots;")) + directory,
])
func newItemOfAListHasTheNextLetterOnce(body: String) throws {
  let found = try change(body)
  #expect(found.texts == [withManual])
  #expect(found.remarks.isEmpty)
}

@Test func newItemInBoldAndUnderlinedHasTheNextLetterOnce() throws {
  let new = item(run("a manual for pilots;", "<w:b/><w:u w:val=\"single\"/>"))
  let found = try change(study + new + directory, .formatting)
  #expect(found.texts == [withManual])
  #expect(found.remarks.isEmpty)
}

@Test func itemsBehindADeletedOneHaveTheLetterBeforeTheirs() throws {
  let found = try change(item(deleted("a study of warning systems;"), mark: deletedMark) + directory)
  #expect(
    found.texts == [present.replacing("a) a study of warning systems;\nb)", with: "a)")])
  #expect(found.remarks.isEmpty)
}

@Test(
  arguments: ["a bis) a manual for pilots;", "a manual for pilots;", "A manual for pilots;"],
  [nil, ObservationMarks.none])
func itemWithoutALetterOfItsOwnBelongsToItsParagraph(typed: String, marks: ObservationMarks?) throws {
  let line = { (content: String, mark: String) in "<w:p><w:pPr><w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>" }
  let new = marks == nil ? line(inserted(typed), insertedMark) : line(run(typed), "")
  let list = try change(
    line(run("a) a study of warning systems;"), "") + new + line(run("b) a directory of laboratories."), ""), marks)
  #expect(list.texts == [present.replacing("b)", with: "\(typed)\nb)")])
  #expect(list.remarks.isEmpty)
}

@Test func lastItemThatGoesOnWithoutALetterBelongsToItsParagraph() throws {
  let line = { (content: String, mark: String) in "<w:p><w:pPr><w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>" }
  let list = try change(
    line(run("a) a study of warning systems;"), "") + line(run("b) a directory of laboratories."), "")
      + line(inserted("and a manual for pilots."), insertedMark))
  #expect(list.texts == [present + "\nand a manual for pilots."])
}
