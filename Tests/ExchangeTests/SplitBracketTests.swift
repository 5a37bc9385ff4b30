import Drafting
import Exchange
import Notation
import Testing

private let lines = [
  "1. To create a fund. [Ven: ~~The Secretariat shall keep it. It shall report on it every two years.~~]",
  "2. To thank the [Mex: kind] host country.",
]

/// What Argentina's document asks for, in which Ana splits the first paragraph.
private func read(_ marks: ObservationMarks) throws -> ObservationList {
  let draft = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n")
  var reader = ObservationReader(
    registry: .standard, label: "Arg", base: draft.reading(of: nil), present: draft.reading(of: "Arg"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  let border = try #require(lines[0].firstRange(of: "It shall report")?.lowerBound)
  let mark = marks == .tracked ? "<w:rPr><w:ins w:id=\"4\" w:author=\"Ana\"/></w:rPr>" : ""
  let body = [
    WordFiles.paragraph("RESOLVE:"), WordFiles.paragraph(String(lines[0][..<border]), mark),
    WordFiles.paragraph(String(lines[0][border...])), WordFiles.paragraph(lines[1]),
  ]
  return reader.read(try WordFiles.read(body.joined()), marks: marks)
}

/// A split is one change: where the bracket that it cuts is left as it is, so is what stands behind the cut.
@Test(arguments: [ObservationMarks.tracked, .none])
func splitInsideABracketOfAnotherIsLeftOutAsAWhole(marks: ObservationMarks) throws {
  let list = try read(marks)
  #expect(list.observations == [])
  #expect(
    list.remarks.map(\.message) == [
      "a bracket of Ven was taken apart, and the paragraph was left as it is: strike the whole bracket, or an alternative with"
        + " its slash; 'amend oppose' says that the delegation does not want one",
      "the words of the new paragraph were split off from operative/1, which was left as it is: they were left out with it",
    ])
}
