import Drafting
import Exchange
import Notation
import Testing

/// A paragraph whose split goes through a bracket: the words before the cut and behind it, and how the draft names the
/// bracket's delegations.
struct CutParagraph: CustomStringConvertible, Sendable {
  var head: String
  var tail: String
  var labels: String
  var sender = "Arg"

  var description: String { "\(sender): \(head)¶\(tail)" }
}

/// What the sender's document asks for, in which Ana splits the first paragraph.
///
/// - Parameter isIdentified: whether both parts stand in the control of the paragraph.
private func read(_ cut: CutParagraph, _ marks: ObservationMarks, isIdentified: Bool) throws -> ObservationList {
  let last = "3. To thank the [Mex: kind] host country."
  let draft = identifiedDraft(
    ["DECLARATION", "RESOLVE:", "1. To begin.", cut.head + cut.tail, last].joined(separator: "\n\n") + "\n")
  var reader = ObservationReader(
    registry: .standard, label: cut.sender, base: draft.reading(of: nil), present: draft.reading(of: cut.sender),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  let mark = marks == .tracked ? "<w:rPr><w:ins w:id=\"4\" w:author=\"Ana\"/></w:rPr>" : ""
  var parts = WordFiles.paragraph(cut.head, mark) + WordFiles.paragraph(cut.tail)
  if isIdentified {
    let tag = "<w:tag w:val=\"amend:\(ParagraphIdentifier(ordinal: 3))\"/>"
    parts = "<w:sdt><w:sdtPr>\(tag)</w:sdtPr><w:sdtContent>\(parts)</w:sdtContent></w:sdt>"
  }
  let body = [
    WordFiles.paragraph("RESOLVE:"), WordFiles.paragraph("1. To begin."), parts, WordFiles.paragraph(last),
  ]
  return reader.read(try WordFiles.read(body.joined()), marks: marks)
}

/// A split is one change: where the bracket that it cuts is left as it is, so is what stands behind the cut.
@Test(
  arguments: [
    CutParagraph(
      head: "2. To create a fund. [Ven: ~~The Secretariat shall keep it. ", tail: "It shall report every two years.~~]",
      labels: "Ven"),
    CutParagraph(head: "2. To create a fund. [Ven: ~~It shall report every two ", tail: "years.~~]", labels: "Ven"),
    CutParagraph(head: "2. [Ven: To invite the World Bank ", tail: "to attend as an observer.]", labels: "Ven"),
    CutParagraph(head: "2. [Ven: To name ", tail: "one office for routes. ~~To coordinate.~~]", labels: "Ven"),
    CutParagraph(head: "2. To review the resolution in 2030 [Ven: and ", tail: "in 2035].", labels: "Ven"),
    CutParagraph(
      head: "2. To apply to vehicles [Bra, Chile: in ", tail: "public service / Peru: and to drivers] the rules.",
      labels: "Bra, Chile", sender: "Peru"),
    CutParagraph(head: "2. [Ven: ~~To hold a meeting of ", tail: "experts in Lima.~~]", labels: "Ven", sender: "Ven"),
    CutParagraph(
      head: "2. To apply to vehicles [Bra: in public service / Peru: and to ", tail: "their drivers] the rules.",
      labels: "Bra", sender: "Bra"),
  ],
  [
    (ObservationMarks.tracked, false), (.tracked, true), (.none, false), (.none, true),
  ])
func splitInsideABracketIsLeftOutAsAWhole(cut: CutParagraph, document: (ObservationMarks, Bool)) throws {
  let list = try read(cut, document.0, isIdentified: document.1)
  #expect(list.observations == [])
  #expect(list.brokenCount == 1)
  #expect(
    list.remarks == [
      WordRemark(
        paragraph: 3,
        "a bracket of \(cut.labels) was cut in two by a split, and the paragraph was left as it is, with all its changes: split it"
          + " outside of brackets, and send the document again")
    ])
}

/// A delegation may split what it inserts itself.
@Test(arguments: [false, true])
func splitOfOnesOwnInsertionIsTaken(isIdentified: Bool) throws {
  let list = try read(
    CutParagraph(
      head: "2. To review the resolution in 2030 [Ven: and in every year ", tail: "before a new decade begins].",
      labels: "Ven", sender: "Ven"), .tracked, isIdentified: isIdentified)
  let identifier = ParagraphIdentifier(ordinal: 3)
  var new = Observation(
    .new("before a new decade begins.", after: .paragraph(identifier)), paragraph: 4,
    note: "the words of the new paragraph were split off from operative/2")
  new.splitFrom = identifier
  #expect(
    list.observations == [
      Observation(.text(identifier, "To review the resolution in 2030 and in every year"), paragraph: 3), new,
    ])
  #expect(list.remarks == [] && list.brokenCount == 0)
}

/// Nor says a new line anything in a bracket on an item of a list, or in an order of place.
@Test(arguments: [
  ("(a) publish it within [Ven: six months ", "~~a year~~];"),
  ("(a) publish it within [Ven: six months ~~a ", "year~~];"),
  ("[Ven: PLACE WITH PARAGRAPH 3 ", "OF THE OPERATIVE PART]"),
])
func newLineInABracketIsLeftOutAsAWhole(head: String, tail: String) throws {
  let draft = identifiedDraft("RESOLVE:\n\n1. To begin:\n\(head)\(tail)\n\n2. To close.\n\n3. To end.\n")
  var reader = ObservationReader(
    registry: .standard, label: "Arg", base: draft.reading(of: nil), present: draft.reading(of: "Arg"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  let begin = "<w:r><w:t>1. To begin:</w:t><w:br/><w:t xml:space=\"preserve\">\(head)</w:t></w:r>"
  let line = "<w:ins w:id=\"4\" w:author=\"Ana\"><w:r><w:br/></w:r></w:ins>"
  let end = "<w:r><w:t>\(tail)</w:t></w:r>"
  let document = try WordFiles.read(
    WordFiles.paragraph("RESOLVE:") + "<w:p>\(begin)\(line)\(end)</w:p>" + WordFiles.paragraph("2. To close.")
      + WordFiles.paragraph("3. To end."))
  let list = reader.read(document)
  #expect(list.observations == [] && list.brokenCount == 1)
  #expect(list.remarks.map { $0.message.prefix(43) } == ["a bracket of Ven was cut in two by a split,"])
}

/// The words of a status are the chair's: what is split off from them is no paragraph.
@Test func splitInsideAStatusIsLeftOutAsAWhole() throws {
  let draft = identifiedDraft("RESOLVE:\n\n1. To begin. PENDING – Consultations with the Secretariat\n\n2. To close.\n")
  let reader = ObservationReader(
    registry: .standard, label: "Arg", base: draft.reading(of: nil), present: draft.reading(of: "Arg"),
    isTheirs: { $0 == "Ana" })
  let document = try WordFiles.read(
    WordFiles.paragraph("RESOLVE:")
      + WordFiles.paragraph(
        "1. To begin. PENDING – Consultations with ", "<w:rPr><w:ins w:id=\"4\" w:author=\"Ana\"/></w:rPr>")
      + WordFiles.paragraph("the Secretariat") + WordFiles.paragraph("2. To close."))
  let list = reader.read(document)
  #expect(list.observations == [])
  #expect(
    list.remarks.map(\.message) == [
      "a change of the status was left out: only the chair sets statuses",
      "these words were split off from the status of operative/1, and were left out: only the chair sets statuses",
    ])
}
