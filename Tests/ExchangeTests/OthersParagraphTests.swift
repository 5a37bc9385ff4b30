import Drafting
import Exchange
import Merging
import Notation
import Testing

private let registry = DelegationRegistry.standard
private let one = "1. To urge the member states to support the plan for the safety of all roads."
private let two = "1 bis. [Uru: To establish a fund for rivers in small States.]"

/// What Chile's document, whose changes are Ana's, asks for in a draft with a new paragraph of Uruguay.
private func read(_ content: String, of line: String = two, marks: ObservationMarks? = nil) throws -> ObservationList {
  let written = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n\(one)\n\n\(line)\n")
  var reader = ObservationReader(
    registry: registry, label: "Chile", base: written.reading(of: nil), present: written.reading(of: "Chile"),
    isTheirs: { $0 == "Ana" })
  reader.written = written
  return reader.read(try WordFiles.read(paragraph(run(one)) + paragraph(content)), marks: marks)
}

private func paragraph(_ content: String) -> String { "<w:p>\(content)</w:p>" }

private func run(_ text: String, _ look: String = "") -> String {
  "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private func inserted(_ text: String) -> String { "<w:ins w:id=\"1\" w:author=\"Ana\">\(run(text))</w:ins>" }

private func deleted(_ text: String) -> String {
  "<w:del w:id=\"2\" w:author=\"Ana\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

private let identifier = ParagraphIdentifier(ordinal: 3)
private func amended() throws -> Observation {
  Observation(
    .text(identifier, "To establish a trust fund for rivers in small States."), amended: try DelegationCode("URY"),
    paragraph: 2)
}

@Test(arguments: [
  (run("1 bis. [Uru: To establish a ") + inserted("trust ") + run("fund for rivers in small States.]"), nil),
  (run("1 bis. [Uru: To establish a trust fund for rivers in small States.]"), ObservationMarks.none),
  (
    run("1 bis. [Uru: To establish a ") + inserted("[Chile: trust]") + run(" fund for rivers in small States.]"), nil
  ),
])
func changesInsideAnothersNewParagraphAmendIt(content: String, marks: ObservationMarks?) throws {
  let list = try read(content, marks: marks)
  #expect(try list.observations == [amended()])
  #expect(list.remarks.isEmpty)
}

@Test func nameInTheLabelOfANewParagraphSupportsIt() throws {
  let list = try read(
    run("1 bis. [Uru") + inserted(", Chile") + run(": To establish a fund for rivers in small States.]"))
  #expect(
    list.observations == [
      Observation(.support(identifier, of: try DelegationCode("URY")), paragraph: 2)
    ])
}

@Test func anothersNewParagraphThatIsStruckIsReported() throws {
  let list = try read(deleted("1 bis. [Uru: To establish a fund for rivers in small States.]"))
  #expect(list.observations.isEmpty)
  #expect(
    list.remarks.map(\.message) == [
      "the paragraph that Uru proposes was struck, and was left as it is: nobody can delete what only others propose;"
        + " 'amend oppose' says that the delegation does not want it"
    ])
}

@Test func anothersNewParagraphThatIsLeftAloneAsksForNothing() throws {
  for marks in [ObservationMarks.tracked, ObservationMarks.none] {
    let list = try read(run(two), marks: marks)
    #expect(list.observations.isEmpty)
    #expect(list.remarks.isEmpty)
  }
}

@Test(arguments: [
  "1 bis. [Chile, Uru: To establish a fund for rivers in small States.]",
  "1 bis. [Uru: To establish a fund for [Chile: our] rivers in small States.]",
])
func changeThatTheSenderReadsIsNotReportedAsLeftOut(line: String) throws {
  let parts = line.split(separator: "fund")
  let list = try read(run(String(parts[0])) + inserted("trust ") + run("fund" + parts[1]), of: line)
  #expect(list.observations.count == 1)
  #expect(list.remarks.isEmpty)
}

@Test func looksOfNoteReferencesAreMarks() throws {
  let lines = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n\(one)[^1]\n\n[^1]: See the plan.\n")
  let reader = ObservationReader(
    registry: registry, label: "Chile", base: lines, present: lines, isTheirs: { _ in true })
  func read(_ look: String, _ mark: String) throws -> [Observation.Change] {
    let note = "<w:footnote w:id=\"4\"><w:p><w:r><w:t>See the plan.</w:t></w:r></w:p></w:footnote>"
    let body = paragraph(run(one, look) + "<w:r><w:rPr>\(mark)</w:rPr><w:footnoteReference w:id=\"4\"/></w:r>")
    return reader.read(try WordFiles.read(body, ["footnotes": note]), marks: .formatting).observations.map(\.change)
  }
  let struck = "<w:b/><w:strike/>"
  #expect(try read(struck, struck) == [.delete(ParagraphIdentifier(ordinal: 2))])
  #expect(try read("", struck) == [.text(ParagraphIdentifier(ordinal: 2), String(one.dropFirst(3)))])
  #expect(try read("", "").isEmpty)
}

@Test func documentThatComesAgainChangesWhatTheSenderReadsByNow() throws {
  func content(_ last: String) -> String {
    "<w:sdt><w:sdtPr><w:tag w:val=\"amend:\(identifier)\"/></w:sdtPr><w:sdtContent>"
      + run("1 bis. [Uru: To establish a ") + inserted("trust ") + run("fund for rivers in ") + last
      + run("small States.]") + "</w:sdtContent></w:sdt>"
  }
  let present = "1 bis. [Uru: To establish a [Chile: trust] fund for rivers in small States.]"
  let again = try read(content(""), of: present)
  #expect(again.observations.isEmpty)
  #expect(again.remarks.isEmpty)
  #expect(
    try read(content(inserted("all ")), of: present).observations.map(\.change) == [
      .text(identifier, "To establish a trust fund for rivers in all small States.")
    ])
}
