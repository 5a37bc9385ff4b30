import Drafting
import Exchange
import Merging
import Notation
import Testing

private let registry = DelegationRegistry.standard

private func draft(_ lines: [String]) -> ConsolidatedDraft {
  identifiedDraft("DECLARATION\n\nRESOLVE:\n\n" + lines.joined(separator: "\n\n") + "\n")
}

private let one = "1. To urge the member states to support the plan for the safety of all roads."
private let two =
  "2. To ask each state for a report on the measures taken; the report shall be sent to the working group."
private let three = "3. To thank the Secretariat for the preparation of the annex and its documents."

/// What Venezuela's document, whose changes are Ana's, asks for; Bob speaks for Brazil.
private func read(
  _ body: String, of lines: [String] = [one, two, three], marks: ObservationMarks? = nil,
  comments: String? = nil, set: (inout ObservationReader) -> Void = { _ in }
) throws -> ObservationList {
  let written = draft(lines)
  var reader = ObservationReader(
    registry: registry, label: "Ven", base: written.reading(of: nil), present: written.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = written
  reader.labelOf = { $0 == "Bob" ? "Bra" : nil }
  set(&reader)
  return reader.read(try WordFiles.read(body, comments.map { ["comments": $0] } ?? [:]), marks: marks)
}

private func identifier(_ ordinal: Int) -> ParagraphIdentifier { ParagraphIdentifier(ordinal: ordinal) }

private func paragraph(_ content: String) -> String { "<w:p>\(content)</w:p>" }

private func run(_ text: String, _ look: String = "") -> String {
  "<w:r><w:rPr>\(look)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

private func inserted(_ text: String, by author: String = "Ana") -> String {
  "<w:ins w:id=\"1\" w:author=\"\(author)\">\(run(text))</w:ins>"
}

private func deleted(_ text: String, by author: String = "Ana") -> String {
  "<w:del w:id=\"2\" w:author=\"\(author)\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

/// Bob inserted the words, and Ana deleted them out of that.
private func deletedOutOf(_ text: String) -> String {
  "<w:ins w:id=\"5\" w:author=\"Bob\">\(deleted(text))</w:ins>"
}

private let nested = paragraph(
  run("1. To urge the member states") + inserted(" and all ", by: "Bob") + deletedOutOf("good")
    + inserted("kind") + inserted(" people", by: "Bob")
    + run(" to support the plan for the safety of all roads."))

/// What another inserts is in the paragraph before the sender's changes, and is the draft's by its bracket.
@Test func wordsThatAnotherInsertsAreNoUnmarkedOnes() throws {
  let brackets = one.replacing("states", with: "states [Bra: and all good people]")
  let body = nested + paragraph(run(two)) + paragraph(run(three))
  let list = try read(body, of: [brackets, two, three]) { $0.reportsOthers = false }
  #expect(list.observations.map(\.amended) == [try DelegationCode("BRA")])
  #expect(list.remarks.map(\.message) == [])
}

@Test func changesInsideAnothersInsertionAmendIt() throws {
  let brackets = one.replacing("states", with: "states [Bra: and all good people]")
  #expect(
    try read(nested, of: [brackets, two, three]).observations == [
      Observation(
        .text(
          identifier(2),
          "To urge the member states and all kind people to support the plan for the safety of all roads."),
        amended: DelegationCode("BRA"), paragraph: 1)
    ])
  // Where the draft has no such proposal, no words are made up.
  let alone = try read(nested)
  #expect(alone.observations.isEmpty)
  #expect(alone.remarks.contains { $0.message.hasPrefix("a change inside words that Bra inserts was left out") })
  let draft = WordDraft(
    try WordFiles.read(nested), labels: LabelTable(registry: registry), authors: ["Ana": "Ven", "Bob": "Bra"])
  #expect(draft.text.contains("the member states [Bra: and all [Ven: kind ~~good~~] people] to support"))
}

@Test(arguments: [
  (run("1. To urge the member states ") + deleted("[Ven: and all good people]") + run(" to support the plan.")),
  (run("1. To urge the member states [Ven: ") + deleted("and all good people") + run("] to support the plan.")),
  (run("1. To urge the member states") + deleted(" [Ven: and all good people]") + run(" to support the plan.")),
])
func bracketThatItsDelegationStrikesIsWithdrawn(content: String) throws {
  let own = "1. To urge the member states [Ven: and all good people] to support the plan."
  #expect(try read(paragraph(content), of: [own]).observations == [Observation(.withdraw(identifier(2)), paragraph: 1)])
}

@Test(arguments: ["To pay ", "To pay"])
func bracketThatStrikesAfterACommaIsWithdrawn(before: String) throws {
  let bracket = (before.hasSuffix(" ") ? "" : " ") + "[Ven: ~~, in any case,~~]"
  let content = run("1. " + before) + deleted(bracket) + run(" the plan.")
  let own = "1. To pay [Ven: ~~, in any case,~~] the plan."
  #expect(try read(paragraph(content), of: [own]).observations == [Observation(.withdraw(identifier(2)), paragraph: 1)])
}

@Test(arguments: [
  run("1. To call upon [") + deleted("Bra: experts") + run(" / Chile: a rapporteur ~~the Committee~~] to work."),
  run("1. To call upon [Bra: experts / ") + deleted("Chile: a rapporteur ") + run("~~the Committee~~] to work."),
])
func remainsOfABracketWithRivalsAreNoWords(content: String) throws {
  let rivals = "1. To call upon [Bra: experts / Chile: a rapporteur ~~the Committee~~] to work."
  let list = try read(paragraph(content), of: [rivals])
  #expect(list.observations.isEmpty)
  #expect(list.remarks.contains { $0.message.hasPrefix("a bracket of Bra, Chile was taken apart") })
}

@Test(arguments: [
  (
    run("1. To pay some of it. ") + deleted("PENDING"),
    "a change of the status was left out: only the chair sets statuses"
  ),
  (
    run("1. To pay some of it. ") + deleted("PENDING") + inserted("APPROVED") + run(" – Talks with Bob"),
    "a change of the status was left out, and what was changed in the paragraph with it: only the chair sets statuses"
  ),
])
func changeOfAStatusIsReported(content: String, remark: String) throws {
  let pending = "1. To pay some of it. PENDING" + (content.contains("Talks") ? " – Talks with Bob" : "")
  let list = try read(paragraph(content), of: [pending])
  #expect(list.observations.isEmpty)
  #expect(list.remarks.map(\.message) == [remark])
}

@Test func partOfASplitParagraphKeepsTheStatus() throws {
  let first =
    "<w:p><w:pPr><w:rPr><w:ins w:id=\"9\" w:author=\"Ana\"/></w:rPr></w:pPr>\(run("1. To pay some of it;"))</w:p>"
  let list = try read(
    first + paragraph(run("and to rest for a while. PENDING")),
    of: ["1. To pay some of it; and to rest for a while. PENDING"])
  #expect(list.observations.count == 2)
  #expect(!list.remarks.contains { $0.message.contains("status") })
}

@Test func struckBracketOfAnotherIsReported() throws {
  let content = run("1. To urge the states ") + deleted("[Bra: and all people]") + run(" to act.")
  let list = try read(paragraph(content), of: ["1. To urge the states [Bra: and all people] to act."])
  #expect(list.observations.isEmpty)
  #expect(
    list.remarks.map(\.message) == [
      "a bracket of Bra was struck, and stays: 'amend oppose' says that the delegation does not want it"
    ])
}

@Test func changeOfTheTitleIsReported() throws {
  let title = paragraph(run("DRAFT ") + deleted("DECLARATION") + inserted("RESOLUTION"))
  let list = try read(title + paragraph(run("1. To pay ") + inserted("all ") + run("of it.")), of: ["1. To pay of it."])
  #expect(list.observations.map(\.change) == [.text(identifier(2), "To pay all of it.")])
  #expect(list.remarks.map(\.message) == ["a change of the title was left out: only the chair sets it"])
}

@Test func changeThatIsTakenOutOfADocumentWithOthersIsReported() throws {
  let lines = ["1. To pay [Ven: all ~~some~~] of it.", "2. To act [Ven: soon]."]
  let others = paragraph(run("2. To act") + inserted(" soon") + run("."))
  let list = try read(paragraph(run("1. To pay some of it.")) + others, of: lines)
  #expect(list.observations.isEmpty)
  #expect(
    list.remarks.map(\.message) == [
      "what the delegation proposes does not stand in the document, and was left as it is: operative/1; 'amend withdraw'"
        + " takes it back, or '--marks none'"
    ])
  let whole = paragraph(run("1. To pay ") + deleted("some") + inserted("all") + run(" of it.")) + others
  #expect(try read(whole, of: lines).remarks.isEmpty)
}

@Test func struckReplacementGivesTheOldWordsBack() throws {
  let own = "1. To urge [Ven: all ~~the member~~] states [Ven: soon] to support the plan."
  let content =
    run("1. To urge ") + deleted("[Ven: all ~~the member~~]") + run(" states [Ven: soon] to support the plan.")
  #expect(
    try read(paragraph(content), of: [own]).observations.map(\.change) == [
      .text(identifier(2), "To urge the member states soon to support the plan.")
    ])
}

@Test func changeOfAParagraphThatWasSplitSinceIsMadeInItsPart() throws {
  let parts = [
    "2. To ask each state for a report on the measures taken;", "2 bis. The report shall be sent to the working group.",
  ]
  let body =
    paragraph(run(one))
    + paragraph(
      run("2. To ask each state for a report on the measures taken; the report shall be sent to the ")
        + inserted("joint ") + run("working group.")) + paragraph(run(three))
  #expect(
    try read(body, of: [one] + parts + [three]).observations.map(\.change) == [
      .text(identifier(4), "The report shall be sent to the joint working group.")
    ])
}

@Test func changeOfAParagraphThatWasJoinedSinceIsMadeWhereItsWordsAre() throws {
  let joined = one + " " + three.dropFirst(3)
  let body =
    paragraph(run(one)) + paragraph(run(two))
    + paragraph(
      run("3. To thank the Secretariat ") + inserted("warmly ")
        + run("for the preparation of the annex and its documents."))
  #expect(
    try read(body, of: [joined, two]).observations.map(\.change) == [
      .text(
        identifier(2),
        joined.dropFirst(3).replacing("Secretariat for", with: "Secretariat warmly for").description)
    ])
  // A paragraph that is gone altogether does not come again as a new one.
  let gone = try read(body, of: [one, two])
  #expect(gone.observations.isEmpty)
  #expect(gone.remarks.contains { $0.message.hasPrefix("the draft has no such paragraph; its change was left out") })
}

@Test func newParagraphThatWasAdoptedMeanwhileIsNotProposedAgain() throws {
  let mark = "<w:pPr><w:rPr><w:ins w:id=\"3\" w:author=\"Ana\"/></w:rPr></w:pPr>"
  let body = paragraph(run(one)) + paragraph(mark + inserted(String(three.dropFirst(3)))) + paragraph(run(two))
  #expect(try read(body, of: [one, "2. " + three.dropFirst(3), "3. " + two.dropFirst(3)]).observations.isEmpty)
}

@Test func documentWithoutMarksSaysTheWholeReading() throws {
  let present = [one.replacing("states", with: "states [Ven: all]"), two, "3. [Ven: ~~\(three.dropFirst(3))~~]"]
  let body = [one, two, three].map { paragraph(run($0)) }.joined()
  #expect(
    try read(body, of: present, marks: ObservationMarks.none).observations.map(\.change) == [
      .withdraw(identifier(2)), .withdraw(identifier(4)),
    ])
}

@Test func wordsThatDifferWithoutAMarkAreReported() throws {
  let body =
    paragraph(run(one) + inserted(" Now.")) + paragraph(run(two.replacing("each", with: "every")))
    + paragraph(run(three))
  let list = try read(body)
  #expect(list.observations.count == 1)
  #expect(
    list.remarks.map(\.message) == [
      "words differ from the draft's without any mark, and were left out: operative/2; '--marks none' takes all words that"
        + " differ"
    ])
}

@Test func positionsInFootnotesAreNoWords() throws {
  let note = "<w:footnote w:id=\"4\"><w:p><w:r><w:t>Canada reserves its position.</w:t></w:r></w:p></w:footnote>"
  let body =
    paragraph(run(one) + "<w:r><w:footnoteReference w:id=\"4\"/></w:r>") + paragraph(run(two)) + paragraph(run(three))
  let written = draft([one, two, three])
  for isKnown in [true, false] {
    var reader = ObservationReader(
      registry: registry, label: "Ven", base: written, present: written, isTheirs: { _ in true })
    if isKnown { reader.isPosition = { $0 == "Canada reserves its position." } }
    let document = try WordFiles.read(body, ["footnotes": note])
    #expect(reader.read(document, marks: ObservationMarks.none).observations.isEmpty == isKnown)
  }
}

@Test func commentBesideNothingThatChangesIsReported() throws {
  let body = paragraph("<w:commentRangeStart w:id=\"5\"/>" + run(one) + "<w:commentRangeEnd w:id=\"5\"/>")
  let comments = "<w:comment w:id=\"5\" w:author=\"Ana\"><w:p><w:r><w:t>We need time.</w:t></w:r></w:p></w:comment>"
  let list = try read(body + paragraph(run(two) + inserted(" Now.")) + paragraph(run(three)), comments: comments)
  #expect(list.remarks.map(\.message) == ["a comment was left out, since nothing is changed beside it: We need time."])
  #expect(list.remarks.map(\.paragraph) == [1])
}

@Test func placesAreNamedByWhatIsPrinted() throws {
  let document = try WordFiles.read(paragraph(run("2. To ask ") + inserted("now ") + run("each")) + paragraph(""))
  #expect([1, 2, 3].map(document.place) == ["“2. To ask each”", "paragraph 2", "paragraph 3"])
  let new = try WordFiles.read(paragraph(inserted("To ask all")))
  #expect(new.place(ofParagraph: 1) == "“To ask all”")
}

@Test func bothLooksAreMarksWithoutALegend() throws {
  let struck = run("the member", "<w:b/><w:strike/>")
  let added = run("all", "<w:b/><w:u w:val=\"single\"/>")
  let rest = run(" states to support the plan for the safety of all roads.")
  #expect(
    ObservationMarks(in: try WordFiles.read(paragraph(run("1. To urge ") + struck + added + rest))) == .formatting)
  #expect(
    ObservationMarks(in: try WordFiles.read(paragraph(run("1. To urge ") + added + rest))) == ObservationMarks.none)
}

@Test func newParagraphIsNotTheDeletedOneThatItResembles() throws {
  let other = "2 bis. To ask each state for a plan; the plan shall be sent to the Permanent Council."
  let list = try read(
    paragraph(run(one)) + "<w:p><w:pPr><w:rPr><w:del w:id=\"8\" w:author=\"Ana\"/></w:rPr></w:pPr>\(deleted(two))</w:p>"
      + paragraph(run(three))
      + "<w:p><w:pPr><w:rPr><w:ins w:id=\"9\" w:author=\"Ana\"/></w:rPr></w:pPr>\(inserted(other))</w:p>")
  #expect(
    list.observations.map(\.change) == [
      .new(String(other.dropFirst(7)), after: .paragraph(identifier(4))), .delete(identifier(3)),
    ])
}

@Test func wordsThatDifferInsideAnothersBracketAreReported() throws {
  let lines = ["1. To urge the member states [Bra: and observers] to support the plan.", two, three]
  let changed = "1. To urge the member states [Bra: and all observers] to support the plan."
  let body = paragraph(run(changed)) + paragraph(run(two)) + paragraph(run(three) + inserted(" Now."))
  let list = try read(body, of: lines)
  #expect(list.observations.count == 1)
  #expect(
    list.remarks.map(\.message) == [
      "words inside the bracket of Bra differ from that proposal without any mark, and were left out: track the change, or"
        + " propose it with --on"
    ])
  let same = paragraph(run(lines[0])) + paragraph(run(two)) + paragraph(run(three) + inserted(" Now."))
  #expect(try read(same, of: lines).remarks.isEmpty)
}

@Test func paragraphThatIsMissingWithoutAMarkIsReported() throws {
  let list = try read(paragraph(run(one)) + paragraph(run(three) + inserted(" Now.")))
  #expect(list.observations.count == 1)
  #expect(
    list.remarks.map(\.message) == [
      "operative/2 does not stand in the document, and no mark says that it was deleted: it was left as it is; track the"
        + " deletion, or propose it with --delete-paragraph"
    ])
  let few = try read(paragraph(run(three) + inserted(" Now.")))
  #expect(
    few.remarks.map(\.message) == [
      "2 paragraphs do not stand in the document, and no mark says that they were deleted: they were left as they are"
        + " (operative/1, operative/2); track the deletions, or propose them with --delete-paragraph"
    ])
}

@Test func wordsInsideAnothersBracketAreTakenWithoutMarks() throws {
  let lines = ["1. To urge the member states [Bra: and observers] to support the plan.", two, three]
  func list(_ first: String) throws -> ObservationList {
    try read(
      [first, two, three].map { paragraph(run($0)) }.joined(), of: lines, marks: ObservationMarks.none)
  }
  let changed = "1. To urge the member states [Bra: and all observers] to support the plan."
  #expect(
    try list(changed).observations == [
      Observation(
        .text(identifier(2), "To urge the member states and all observers to support the plan."),
        amended: DelegationCode("BRA"), paragraph: 1)
    ])
  #expect(try list(lines[0]).observations.isEmpty)
  let both = try list(changed.replacing("To urge", with: "To ask"))
  #expect(
    try both.observations == [
      Observation(.text(identifier(2), "To ask the member states to support the plan."), paragraph: 1),
      Observation(
        .text(identifier(2), "To urge the member states and all observers to support the plan."),
        amended: DelegationCode("BRA"), paragraph: 1),
    ])
  #expect(both.remarks.isEmpty)
  // The words of the bracket stand in the text of Brazil twice: which of them changed cannot be said.
  let twice = lines[0].replacing("plan.", with: "plan and observers.")
  let unclear = try read(
    paragraph(run(twice.replacing("[Bra: and obs", with: "[Bra: and all obs").replacing("To urge", with: "To ask")))
      + paragraph(run(two)) + paragraph(run(three)), of: [twice, two, three], marks: ObservationMarks.none)
  #expect(unclear.observations.map(\.amended) == [nil])
  #expect(
    unclear.remarks.map(\.message) == [
      "a change inside the bracket of Bra was left out, since other words of the paragraph were changed too: propose it"
        + " with --on"
    ])
  let strange = try list(lines[0].replacing("plan.", with: "plan [Mex: now]."))
  #expect(strange.observations.isEmpty)
  #expect(
    strange.remarks.map(\.message) == [
      "a bracket of Mex was left out: the draft has no such proposal, and nobody proposes for another"
    ])
}

@Test func bracketsOfOthersThatAreGoneWithoutMarksAreReported() throws {
  let lines = [
    "1. To urge the member states [Bra: and observers] to support the plan.",
    two.replacing("each", with: "[Mex: every ~~each~~]"), three,
  ]
  let body = ["1. To urge the member states to support the plan.", lines[1], three]
  let list = try read(body.map { paragraph(run($0)) }.joined(), of: lines, marks: ObservationMarks.none)
  #expect(list.observations.isEmpty)
  #expect(
    list.remarks.map(\.message) == [
      "brackets of others do not stand in the document, and were left as they are: operative/1 (Bra); 'amend oppose' says"
        + " that the delegation does not want one"
    ])
  // A document that shows no bracket at all says nothing about them.
  let plain = try read(
    [body[0], two, three].map { paragraph(run($0)) }.joined(), of: lines, marks: ObservationMarks.none)
  #expect(plain.observations.isEmpty && plain.remarks.isEmpty)
}

@Test func changesInsideTheBracketsOfTwoAreTakenForOneAndReportedForTheOther() throws {
  let lines = ["1. To urge all states [Bra: and observers] to support the plan [Mex: and the fund].", two, three]
  let content =
    run("1. To urge all states [Bra: and ") + inserted("all ") + run("observers] to support the plan [Mex: and ")
    + inserted("even ") + run("the fund].")
  let list = try read([content, run(two), run(three)].map(paragraph).joined(), of: lines)
  #expect(list.observations.map(\.amended) == [try DelegationCode("BRA")])
  #expect(
    list.remarks.map(\.message) == [
      "a change inside the bracket of Mex was left out, since that of Bra was changed too: propose it with --on"
    ])
}

@Test(arguments: ["", "AGREED AD REFERENDUM"])
func changeOfTheWordsIsTakenWhereTheStatusBehindThemChangesToo(status: String) throws {
  let content =
    run("1. To thank Peru for its ") + deleted("offer") + inserted("gift") + run(";") + deleted(" PENDING")
    + (status.isEmpty ? "" : inserted(" " + status))
  let list = try read(paragraph(content), of: ["1. To thank Peru for its offer; PENDING"])
  #expect(list.observations == [Observation(.text(identifier(2), "To thank Peru for its gift;"), paragraph: 1)])
  #expect(list.remarks.map(\.message) == ["a change of the status was left out: only the chair sets statuses"])
}

@Test(arguments: ["AGREED", "APPROVED", "AGREED AD REFERENDUM"])
func statusThatIsTypedWithoutTrackingIsReported(status: String) throws {
  let list = try read(
    paragraph(run("1. To thank Peru for its gift; \(status)")), of: ["1. To thank Peru for its offer; PENDING"],
    marks: ObservationMarks.none)
  #expect(list.observations == [Observation(.text(identifier(2), "To thank Peru for its gift;"), paragraph: 1)])
  #expect(list.remarks.map(\.message) == ["a change of the status was left out: only the chair sets statuses"])
}

@Test(arguments: ["", "AGREED", "APPROVED"])
func statusThatIsTypedWithoutTrackingAmongTrackedChangesIsReported(status: String) throws {
  let content = run("1. To thank Peru for its ") + deleted("offer") + inserted("gift") + run("; \(status)")
  let list = try read(paragraph(content), of: ["1. To thank Peru for its offer; PENDING"]) { $0.hasStatuses = true }
  #expect(list.observations.map(\.change) == [.text(identifier(2), "To thank Peru for its gift;")])
  #expect(
    list.remarks.map(\.message) == [
      "the status is not the draft's, and no mark shows the change; it was left out: only the chair sets statuses"
    ])
}

@Test func bracketThatTheSenderWritesItsNameIntoIsNotMissing() throws {
  let list = try read(
    paragraph(run("1. To urge the states [Bra, Ven: and all people] to act. [Mex: soon]")),
    of: ["1. To urge the states [Bra: and all people] to act. [Mex: soon]"], marks: ObservationMarks.none)
  #expect(list.observations.map(\.change) == [.text(identifier(2), "To urge the states and all people to act.")])
  #expect(list.remarks.isEmpty, "\(list.remarks.map(\.message))")
}
