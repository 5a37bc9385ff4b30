import Drafting
import Exchange
import Notation
import Testing

private let lines = [
  "1. To protect all persons from the effects of floods.",
  "2. To take note of the report on the [Mex: open ~~deep~~] wells of the region. PENDING",
  "3. To thank the host country for its kind hospitality.",
]

private func run(_ text: String, _ look: String = "") -> String {
  "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private let struck = "<w:b/><w:strike/>"
private let bracket = "[Mex: open ~~deep~~]"

/// What Venezuela struck with its words is the paragraph: what stands in another's bracket is not its own.
@Test(arguments: [
  run("2. ") + run("To take note of the report on the ", struck) + run(bracket) + run(" wells of the region.", struck)
    + run(" PENDING"),
  run("2. ") + run("To take note of the report on the ", struck) + run(bracket)
    + run(" wells of the region. PENDING", struck),
  run("2. To take note of the report on the ", struck) + run(bracket, struck)
    + run(" wells of the region. PENDING", struck),
])
func paragraphWithOthersBracketsThatIsStruckIsDeleted(content: String) throws {
  let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  (reader.written, reader.hasStatuses) = (draft, true)
  let body =
    [WordFiles.paragraph("RESOLVE:"), WordFiles.paragraph(lines[0]), "<w:p>\(content)</w:p>"]
    + [WordFiles.paragraph(lines[2])]
  let list = reader.read(try WordFiles.read(body.joined()), marks: .formatting)
  #expect(list.observations.map(\.change) == [.delete(ParagraphIdentifier(ordinal: 3))])
  #expect(list.remarks.map(\.message) == [])
}
