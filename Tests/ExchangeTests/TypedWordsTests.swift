import Drafting
import Exchange
import Notation
import Testing

private let draft = identifiedDraft(
  """
  DECLARATION

  RESOLVE:

  1. To share public data every month in the region.

  2. To thank the host country. APPROVED

  3. To close the meeting.

  """)

/// What a document of that draft asks for in which Ana changes a paragraph.
private func read(_ paragraphs: [String]) throws -> ObservationList {
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: draft.reading(of: nil), present: draft.reading(of: "Ven"),
    isTheirs: { $0 == "Ana" })
  reader.written = draft
  reader.hasStatuses = true
  return reader.read(try WordFiles.read(paragraphs.map { "<w:p>\($0)</w:p>" }.joined()))
}

private func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>" }

private func inserted(_ text: String) -> String { "<w:ins w:id=\"1\" w:author=\"Ana\">\(run(text))</w:ins>" }

private func deleted(_ text: String) -> String {
  "<w:del w:id=\"2\" w:author=\"Ana\"><w:r><w:delText xml:space=\"preserve\">\(text)</w:delText></w:r></w:del>"
}

private let thanks = run("2. To thank the host country. APPROVED")
private let end = run("3. To close the meeting.")

@Test(arguments: [
  (
    [run("1. To share public"), inserted(" and open"), run("ness data every month in the region.")],
    "To share public and open data every month in the region.", "publicness"
  ),
  (
    [run("1. To share public"), inserted(" and open"), run(" free data every month in the region.")],
    "To share public and open data every month in the region.", "free"
  ),
  (
    [run("1. To share publicly"), inserted(" and open"), run(" data every month in the region.")],
    "To share public and open data every month in the region.", "publicly"
  ),
  (
    [run("1. To share public data every "), deleted("month"), inserted("week"), run("end in the region.")],
    "To share public data every week in the region.", "monthend"
  ),
])
func wordsTypedBesideATrackedChangeAreLeftOutAndTold(content: [String], expected: String, typed: String) throws {
  let list = try read([content.joined(), thanks, end])
  #expect(
    list.observations == [
      Observation(
        .text(ParagraphIdentifier(ordinal: 2), expected), paragraph: 1,
        note:
          "other words of the paragraph differ from the draft's without any mark, and were left out (\(typed)): track"
          + " the change")
    ])
  #expect(list.remarks.isEmpty)
}

@Test func lettersThatCannotBeToldFromAChangeComeAlongAndAreTold() throws {
  let list = try read([
    run("1. To share pub") + deleted("blic") + inserted("lished") + run(" data every month in the region."), thanks,
    end,
  ])
  #expect(
    list.observations.map(\.change) == [
      .text(ParagraphIdentifier(ordinal: 2), "To share published data every month in the region.")
    ])
  #expect(
    list.observations.map(\.note) == [
      "other words of the paragraph differ from the draft's without any mark (pubblic), and came along where the change"
        + " meets them: “published”"
    ])
}

@Test(arguments: ["REJECTED", "NOT APPROVED", "Approved", ""])
func statusThatIsTypedOverIsToldOnce(typed: String) throws {
  let list = try read([
    run("1. To share public data every month in the region."), run("2. To thank the host country. " + typed),
    run("3. To close the meeting") + inserted(" now") + run("."),
  ])
  #expect(list.observations.count == 1)
  #expect(
    list.remarks.map(\.message) == [
      "the status is not the draft's, and no mark shows the change; it was left out: only the chair sets statuses"
    ])
}

@Test func paragraphWithoutAPrintedNumberIsNamedByItsPlace() throws {
  let counted = identifiedDraft("DECLARATION\n\nANNEX\n\nTo share all data.\n\nTo thank the host country for all.\n")
  var reader = ObservationReader(
    registry: .standard, label: "Ven", base: counted, present: counted, isTheirs: { $0 == "Ana" })
  reader.written = counted
  let list = reader.read(
    try WordFiles.read(
      [
        "<w:p>", run("ANNEX"), "</w:p>", "<w:p>", run("To share all data") + inserted(" now") + run("."), "</w:p><w:p>",
        run("To thank the host state for all."), "</w:p>",
      ].joined()))
  #expect(
    list.remarks.map(\.message) == [
      "words differ from the draft's without any mark, and were left out: annex-1/2; '--marks none' takes all words that"
        + " differ"
    ])
}
