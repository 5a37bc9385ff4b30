import Drafting
import Exchange
import Merging
import Notation
import Testing

private let registry = DelegationRegistry.standard

private let base = identifiedDraft(
  """
  DECLARATION

  RESOLVE:

  1. To urge the member states to support the plan for the safety of all roads.

  2. To ask each state for a report on the measures that it has taken every year.

  3. To thank the Secretariat for the preparation of the annex and its documents.

  """)

private func observations(
  _ body: String, _ marks: ObservationMarks? = nil, present: ConsolidatedDraft? = nil, comments: String? = nil
) throws -> [Observation] {
  let document = try WordFiles.read(body, comments.map { ["comments": $0] } ?? [:])
  let reader = ObservationReader(
    registry: registry, label: "Ven", base: base, present: present ?? base, isTheirs: { $0 == "Ana" })
  return reader.read(document, marks: marks).observations
}

private func identifier(_ ordinal: Int) -> ParagraphIdentifier { ParagraphIdentifier(ordinal: ordinal) }

private func run(_ text: String, _ look: String = "") -> String {
  "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private let added = "<w:b/><w:u w:val=\"single\"/>"
private let struck = "<w:b/><w:strike/>"

private func inserted(_ text: String, by author: String = "Ana") -> String {
  "<w:ins w:id=\"1\" w:author=\"\(author)\">\(run(text))</w:ins>"
}

private func deleted(_ text: String, by author: String = "Ana") -> String {
  "<w:del w:id=\"2\" w:author=\"\(author)\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

private func paragraph(_ content: String, mark: String = "", style: String = "Normal") -> String {
  "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/><w:rPr>\(mark)</w:rPr></w:pPr>\(content)</w:p>"
}

private let insertedMark = "<w:ins w:id=\"3\" w:author=\"Ana\"/>"
private let deletedMark = "<w:del w:id=\"4\" w:author=\"Ana\"/>"
private let one = "1. To urge the member states to support the plan for the safety of all roads."
private let two = "2. To ask each state for a report on the measures that it has taken every year."
private let three = "3. To thank the Secretariat for the preparation of the annex and its documents."

@Test func trackedWordsAreProposedAndOthersChangesAreNot() throws {
  let body =
    paragraph(
      run("1. To ") + inserted("strongly ")
        + run("urge the member states to support the plan for the safety of all roads."))
    + paragraph(
      run("2. To ask each state for a ") + deleted("report", by: "Bob") + inserted("study", by: "Bob")
        + run(" on the measures that it has taken every year.")) + paragraph(run(three))
  #expect(
    try observations(body) == [
      Observation(
        .text(identifier(2), "To strongly urge the member states to support the plan for the safety of all roads."),
        paragraph: 1)
    ])
}

@Test func formattedWordsAreProposedWhereALegendSaysSo() throws {
  let legend = "Additions are indicated in bold and underline, deletions in bold and strikethrough."
  let body =
    paragraph(run(legend)) + paragraph(run("RESOLVE:"))
    + paragraph(
      run("1. To urge ") + run("all", added) + run("the member", struck)
        + run(" states to support the plan for the safety of all roads."))
    + paragraph(run(two)) + paragraph(run(three))
  #expect(
    try observations(body) == [
      Observation(
        .text(identifier(2), "To urge all states to support the plan for the safety of all roads."), paragraph: 3)
    ])
}

@Test func wordsAreComparedWhereNothingShowsWhatWasChanged() throws {
  let body =
    paragraph(run(three)) + paragraph(run(one.replacing("plan", with: "programme")))
    + paragraph(run("4. To meet again in the month of May of each year."))
    + paragraph(run(two))
  let found = try observations(body, ObservationMarks.none)
  #expect(
    found.map(\.change) == [
      .text(identifier(2), "To urge the member states to support the programme for the safety of all roads."),
      .new("To meet again in the month of May of each year.", after: .paragraph(identifier(2))),
      .move(identifier(4), after: .beginning(of: .operative)),
    ])
}

@Test(arguments: [
  (
    ["3. To thank the Secretariat for the annex and its note.", "+ It is binding."],
    "To thank the Secretariat for the annex[^1] and its note.[^2] It is binding."
  ),
  (
    ["3. To thank ", "+all of ", "the Secretariat for the annex and its note."],
    "To thank all of the Secretariat for the annex[^1] and its note.[^2]"
  ),
  (
    ["3. To thank the Secretariat for the annex", "+ of today", " and its note."],
    "To thank the Secretariat for the annex[^1] of today and its note.[^2]"
  ),
])
func aDocumentWithoutFootnotesTakesNoneAway(runs: [String], expected: String) throws {
  let draft = identifiedDraft(
    """
    DECLARATION

    RESOLVE:

    3. To thank the Secretariat for the annex[^1] and its note.[^2]

    [^1]: See doc. 1.

    [^2]: See doc. 2.

    """)
  let words = runs.map { $0.hasPrefix("+") ? run(String($0.dropFirst()), added) : run($0) }
  let document = try WordFiles.read(paragraph(run("RESOLVE:")) + paragraph(words.joined()))
  let reader = ObservationReader(
    registry: registry, label: "Ven", base: draft, present: draft, isTheirs: { $0 == "Ana" })
  let observations = reader.read(document, marks: .formatting).observations
  #expect(observations.map(\.change) == [.text(identifier(2), expected)])
  #expect(observations.map(\.note) == [nil])
}

@Test func splitsAreKnownByTheirWords() throws {
  let split =
    paragraph(run("1. To urge the member states to support the plan."))
    + paragraph(run("2. To work for the safety of all roads.")) + paragraph(run(two.replacing("2.", with: "3.")))
    + paragraph(run(three.replacing("3.", with: "4.")))
  #expect(
    try observations(split, ObservationMarks.none).map(\.note) == [
      nil, "the words of the new paragraph were split off from operative/1",
    ])
}

@Test func placeBehindAHeadingBecomesOneThatAnOrderCanName() throws {
  let heading = paragraph(run("RESOLVE:"), style: "Heading1")
  let before = heading + paragraph(run(one)) + paragraph(run(two)) + paragraph(run(three))
  #expect(try observations(before, ObservationMarks.none).isEmpty)
  let moved = heading + paragraph(run(three)) + paragraph(run(one)) + paragraph(run(two))
  #expect(
    try observations(moved, ObservationMarks.none).map(\.change) == [
      .move(identifier(4), after: .beginning(of: .operative))
    ])
}

@Test func moveThatTheSenderMadeAlreadyIsNotProposedAgain() throws {
  var present = base
  let last = present.sections[0].items.removeLast()
  present.sections[0].items.insert(last, at: 1)
  let moved = paragraph(run(three)) + paragraph(run(one)) + paragraph(run(two))
  #expect(try !observations(moved, ObservationMarks.none).isEmpty)
  let mark = { (name: String) in "<w:\(name) w:id=\"8\" w:author=\"Ana\"/>" }
  let tracked =
    paragraph(run("RESOLVE:"))
    + paragraph("<w:moveTo w:id=\"6\" w:author=\"Ana\">\(run(three))</w:moveTo>", mark: mark("moveTo"))
    + paragraph(run(one)) + paragraph(run(two))
    + paragraph("<w:moveFrom w:id=\"7\" w:author=\"Ana\">\(run(three))</w:moveFrom>", mark: mark("moveFrom"))
  #expect(try observations(tracked).map(\.change) == [.move(identifier(4), after: .beginning(of: .operative))])
  #expect(try observations(tracked, present: present).isEmpty)
}

@Test func aLegendIsNoParagraphAndLooksWithoutOneAreReported() throws {
  let legend = "Additions are indicated in bold and underline, deletions in bold and strikethrough."
  let body =
    paragraph(
      run("1. To urge ") + run("the member", struck) + run(" states to support the plan for the safety of all roads."))
    + paragraph(run(two)) + paragraph(run(three))
  #expect(try observations(paragraph(run(legend)) + body, ObservationMarks.none).isEmpty)
  let reader = ObservationReader(registry: registry, label: "Ven", base: base, present: base, isTheirs: { _ in true })
  #expect(reader.read(try WordFiles.read(body)).remarks.map(\.message).contains { $0.contains("--marks formatting") })
  let bracketed = body.replacing("the member", with: "[Mex: all ~~the member~~]")
  #expect(reader.read(try WordFiles.read(bracketed)).remarks.isEmpty)
}

@Test func newDeletedSplitAndJoinedParagraphsAreKnownByTheirMarks() throws {
  let new = paragraph(inserted("To meet again every year."), mark: insertedMark)
  let gone = paragraph(deleted(two), mark: deletedMark)
  #expect(
    try observations(paragraph(run(one)) + new + gone + paragraph(run(three))).map(\.change) == [
      .new("To meet again every year.", after: .paragraph(identifier(2))), .delete(identifier(3)),
    ])
  let split =
    paragraph(run("1. To urge the member states to support the plan;"), mark: insertedMark)
    + paragraph(run(" for the safety of all roads.")) + paragraph(run(two)) + paragraph(run(three))
  #expect(
    try observations(split).map(\.change) == [
      .text(identifier(2), "To urge the member states to support the plan;"),
      .new("for the safety of all roads.", after: .paragraph(identifier(2))),
    ])
  #expect(try observations(split).last?.note == "the words of the new paragraph were split off from operative/1")
  let joined =
    paragraph(run(one), mark: deletedMark) + paragraph(deleted("2.") + run(two.dropFirst(2).description))
    + paragraph(run(three))
  let found = try observations(joined)
  #expect(
    found.map(\.change) == [
      .text(identifier(2), String(one.dropFirst(3) + two.dropFirst(2))), .delete(identifier(3)),
    ])
  #expect(found.last?.note == "the words of operative/2 were joined to operative/1")
}

@Test func identifiersCountMoreThanNumbersAndWords() throws {
  let control = "<w:sdt><w:sdtPr><w:tag w:val=\"amend:p0003\"/></w:sdtPr><w:sdtContent>"
  let body =
    paragraph(control + run("7. Other words altogether.") + "</w:sdtContent></w:sdt>") + paragraph(run(one))
    + paragraph(run(three))
  #expect(
    try observations(body, ObservationMarks.none).map(\.change).contains(
      .text(identifier(3), "Other words altogether.")))
}

@Test func commentsOfTheSenderBecomeReasons() throws {
  let body = paragraph(
    "<w:commentRangeStart w:id=\"5\"/>" + run("1. To urge the member states to support the plan for the safety of all ")
      + "<w:commentRangeEnd w:id=\"5\"/>" + inserted("public ") + run("roads."))
  let comments =
    "<w:comment w:id=\"5\" w:author=\"Ana\"><w:p><w:r><w:t>As agreed.</w:t></w:r></w:p></w:comment>"
  #expect(try observations(body, comments: comments).map(\.reason) == ["As agreed."])
}

@Test func whatStandsInOthersBracketsIsNotProposedAgain() throws {
  let body =
    paragraph(run("1. To urge the member states to support the plan for the safety of all [Mex: public] roads."))
    + paragraph(
      run("2. To ask each state for a report on the ") + inserted("new ")
        + run("[Bra: steps ~~measures~~] that it has taken every year."))
    + paragraph(run("3. To thank the Secretariat for the preparation of the annex and its documents. APPROVED"))
  #expect(
    try observations(body).map(\.change) == [
      .text(identifier(3), "To ask each state for a report on the new measures that it has taken every year.")
    ])
}

@Test func changesInsideAnothersBracketAmendIt() throws {
  let inside =
    run("1. To urge [Mex: all ") + inserted("the ")
    + run("parties ~~the member states~~] to support the plan for the safety of ")
  #expect(
    try observations(paragraph(inside + run("all roads."))) == [
      Observation(
        .text(identifier(2), "To urge all the parties to support the plan for the safety of all roads."),
        amended: DelegationCode("MEX"), paragraph: 1)
    ])
  // One proposal cannot say both.
  let reader = ObservationReader(
    registry: registry, label: "Ven", base: base, present: base, isTheirs: { $0 == "Ana" })
  let both = reader.read(try WordFiles.read(paragraph(inside + deleted("all ") + run("roads."))))
  #expect(both.observations.map(\.amended) == [nil])
  #expect(both.remarks.map(\.message).contains { $0.hasPrefix("a change inside the bracket of Mex was left out") })
}

@Test func whatTheSenderReadsAlreadyIsNotProposedAgain() throws {
  var present = base
  present.sections[0].items[1].body = BracketedText(
    text: "To urge all to support the plan for the safety of all roads.")
  let body = paragraph(
    run("1. To urge ") + inserted("all") + deleted("the member states")
      + run(" to support the plan for the safety of all roads."))
  #expect(try observations(body, present: present).isEmpty)
  // The document changes other words of the older text: both changes stand.
  let more = paragraph(
    run("1. To urge the member states to support the plan for the ") + inserted("lasting ")
      + run("safety of all roads."))
  #expect(
    try observations(more, present: present).map(\.change) == [
      .text(identifier(2), "To urge all to support the plan for the lasting safety of all roads.")
    ])
}

@Test func matchingManyParagraphsIsFast() throws {
  var text = ""
  for number in 1...2_000 {
    text += "\(number). To ask for report \(number) on measure \(number * 7 % 1_000) of \(number % 50) states.\n\n"
  }
  let large = identifiedDraft(text)
  let body = (1...2_000).reversed().map { number in
    paragraph(
      run("\(number + 3). To ask now for report \(number) on measure \(number * 7 % 1_000) of \(number % 50) states."))
  }.joined()
  let document = try WordFiles.read(body)
  let reader = ObservationReader(registry: registry, label: "Ven", base: large, present: large, isTheirs: { _ in true })
  let clock = ContinuousClock()
  var found = 0
  let time = clock.measure { found = reader.read(document, marks: ObservationMarks.none).observations.count }
  #expect(found > 2_000)
  #expect(time < .seconds(20))
}

@Test func shortParagraphThatIsRewordedAndRenumberedIsNoNewOne() throws {
  let short = identifiedDraft("DECLARATION\n\nRESOLVE:\n\n1. To renew the fund.\n\n2. To thank Peru.\n\n3. To close.\n")
  let reader = ObservationReader(registry: registry, label: "Ven", base: short, present: short, isTheirs: { _ in true })
  let lines = ["1. To renew the fund.", "2. To honour Chile.", "3. To thank Peru.", "4. To close the meeting."]
  let body = lines.map { paragraph(run($0)) }.joined()
  #expect(
    try reader.read(WordFiles.read(paragraph(run("RESOLVE:")) + body), marks: ObservationMarks.none).observations.map(
      \.change) == [
        .new("To honour Chile.", after: .paragraph(identifier(2))), .text(identifier(4), "To close the meeting."),
      ])
}

@Test func reasonOfAMoveMayStandWhereTheParagraphWas() throws {
  let end = { (kind: String, content: String) in
    paragraph(
      "<w:\(kind)RangeStart w:id=\"5\" w:author=\"Ana\" w:name=\"m\"/>\(content)<w:\(kind)RangeEnd w:id=\"5\"/>",
      mark: "<w:\(kind) w:id=\"8\" w:author=\"Ana\"/>")
  }
  let comment = "<w:comment w:id=\"5\" w:author=\"Ana\"><w:p>\(run("Courtesy comes first."))</w:p></w:comment>"
  let anchored =
    "<w:commentRangeStart w:id=\"5\"/><w:moveFrom w:id=\"7\" w:author=\"Ana\">\(run(three))</w:moveFrom>"
    + "<w:commentRangeEnd w:id=\"5\"/><w:r><w:commentReference w:id=\"5\"/></w:r>"
  let body =
    paragraph(run("RESOLVE:"))
    + end("moveTo", "<w:moveTo w:id=\"6\" w:author=\"Ana\">\(run(three))</w:moveTo>") + paragraph(run(one))
    + paragraph(run(two)) + end("moveFrom", anchored)
  let found = try observations(body, comments: comment)
  #expect(found.map(\.change) == [.move(identifier(4), after: .beginning(of: .operative))])
  #expect(found.map(\.reason) == ["Courtesy comes first."])
}

@Test func hiddenTextOfObservationsIsTold() throws {
  let document = try WordFiles.read(
    paragraph(run("RESOLVE:")) + paragraph(run("1. ") + inserted("To begin. ") + run("[not for all]", "<w:vanish/>")))
  let reader = ObservationReader(
    registry: registry, label: "Ven", base: base, present: base, isTheirs: { $0 == "Ana" })
  let remarks = reader.read(document).remarks.map(\.message)
  #expect(remarks.contains("hidden text was left out: [not for all]"), "\(remarks)")
}
