import Drafting
import Exchange
import Notation
import Testing

private let draft = identifiedDraft(
  """
  DECLARATION

  THE ASSEMBLY,

  1. Recalling the Charter;

  2. Convinced of the need for water;

  2 bis. [Mex: Aware of the thirst of cities;]

  RESOLVES:

  1. To thank the host country.

  FOLLOW-UP

  2. To close the meeting.

  """)

private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

private func deleted(_ text: String) -> String {
  "<w:del w:id=\"2\" w:author=\"Ana\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

private func paragraph(_ content: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr>\(content)</w:p>"
}

private let headingStyle = "<w:pStyle w:val=\"Heading1\"/>"
private let deletedMark = "<w:rPr><w:del w:id=\"4\" w:author=\"Ana\"/></w:rPr>"

private func heading(_ content: String, mark: String = "") -> String { paragraph(content, headingStyle + mark) }

/// What a document of that draft asks for, with some of its paragraphs written otherwise.
private func read(_ changed: [Int: String], _ marks: ObservationMarks? = nil) throws -> ObservationList {
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  let paragraphs = [
    heading(run("THE ASSEMBLY,")), paragraph(run("1. Recalling the Charter;")),
    paragraph(run("2. Convinced of the need for water;")),
    paragraph(run("2 bis. [Mex: Aware of the thirst of cities;]")), heading(run("RESOLVES:")),
    paragraph(run("1. To thank the host country.")), heading(run("FOLLOW-UP")),
    paragraph(run("2. To close the meeting.")),
  ]
  let body = paragraphs.enumerated().map { changed[$0 + 1] ?? $1 }.joined()
  return reader.read(
    try WordFiles.read(
      body,
      ["styles": "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style>"]),
    marks: marks)
}

/// The number of a paragraph whose words are struck is left, and is none of the heading.
@Test func headingBehindStruckWordsStaysAsItIs() throws {
  let struck = paragraph(run("2. ") + deleted("Convinced of the need for water;"))
  let others = paragraph(run("2 bis. ") + deleted("[Mex: Aware of the thirst of cities;]"))
  let list = try read([3: struck, 4: others])
  #expect(list.observations == [Observation(.delete(ParagraphIdentifier(ordinal: 3)), paragraph: 3)])
  #expect(
    list.remarks == [
      WordRemark(
        paragraph: 4,
        "the paragraph that Mex proposes was struck, and was left as it is: nobody can delete what only others propose;"
          + " 'amend oppose' says that the delegation does not want it")
    ])
}

@Test(arguments: ["", deletedMark])
func deletionOfAHeadingIsLeftOutAndTold(mark: String) throws {
  let list = try read([7: heading(deleted("FOLLOW-UP"), mark: mark)])
  #expect(list.observations.isEmpty)
  #expect(
    list.remarks == [
      WordRemark(
        paragraph: 7, "the deletion of the heading “FOLLOW-UP” was left out: only the chair sets headings")
    ])
}

/// A document in which nothing is marked has the headings of the draft, or none at all.
@Test func headingThatIsGoneWithoutAMarkIsTold() throws {
  let without = try read([7: ""], ObservationMarks.none)
  #expect(without.observations.isEmpty)
  #expect(
    without.remarks.map(\.message) == [
      "the deletion of the heading “FOLLOW-UP” was left out: only the chair sets headings"
    ])
  #expect(try read([1: "", 5: "", 7: ""], ObservationMarks.none).remarks.isEmpty)
}

/// Where the mark of a paragraph is struck with its words, the number that is left does not begin the next.
@Test(arguments: ["", deletedMark])
func numberOfAStruckParagraphGoesWithIt(mark: String) throws {
  let list = try read([6: paragraph(run("1. ") + deleted("To thank the host country."), mark)])
  #expect(list.observations == [Observation(.delete(ParagraphIdentifier(ordinal: 6)), paragraph: 6)])
  #expect(list.remarks.isEmpty)
}

private let insertedMark = "<w:rPr><w:ins w:id=\"5\" w:author=\"Ana\"/></w:rPr>"

@Test func headingThatIsSplitIsLeftWhole() throws {
  let list = try read([7: heading(run("FOLLOW-"), mark: insertedMark) + heading(run("UP"))])
  #expect(list.observations.isEmpty)
  #expect(
    list.remarks == [
      WordRemark(
        paragraph: 7, "the heading “FOLLOW-UP” was split, and was left as it is: only the chair sets headings")
    ])
}

/// What is split off is a paragraph, though it stands in capitals, and however short it is.
@Test(arguments: ["UP", "SO IN LIMA AND SIGNED."])
func capitalsThatAreSplitOffAParagraphAreNoHeading(tail: String) throws {
  let draft = identifiedDraft("RESOLVES:\n\n1. To thank all who came and went \(tail)\n\n2. To close.\n")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  let list = reader.read(
    try WordFiles.read(
      paragraph(run("RESOLVES:")) + paragraph(run("1. To thank all who came and went "), insertedMark)
        + paragraph(run(tail)) + paragraph(run("2. To close."))))
  let identifier = ParagraphIdentifier(ordinal: 2)
  var new = Observation(
    .new(tail, after: .paragraph(identifier)), paragraph: 3,
    note: "the words of the new paragraph were split off from operative/1")
  new.splitFrom = identifier
  #expect(list.observations == [Observation(.text(identifier, "To thank all who came and went"), paragraph: 2), new])
  #expect(list.remarks.isEmpty)
}
