import Drafting
import Negotiation
import Notation
import TestSupport
import Testing

@Suite("An imported draft")
struct ImportTests {
  static let disputed = """
    preamble
    1. Recalling the [Chile: Founding] Charter of the Organization;
    (1 bis) [Mex: Mindful of the rights of women;]
    2. Recognizing that [Mex: individuals ~~women, men~~] and others take part in the work;
    STATUS pending Consultations with Brazil
    operative
    RESOLVE:
    1. To protect all [Arg, Bra: human beings / Mex: individuals / Ven: – ~~persons~~] and others.
    1 bis. [Ven: To urge the member states [Chile: and observers] to continue.]
    1 ter. [Ven: To report[^1].]
    [^1]: In writing.
    2. To take note of the report[^1] of the Secretariat [Bra: and of its annex[^2]].
    [^1]: CP/doc. 4321.
    [^2]: Annex II.
    NOTE PLACE THIS PARAGRAPH WITH PARAGRAPH 2 OF THE PREAMBLE.
    3. To thank the host country.
    STATUS approved
    4. [Ven: ~~To request the Permanent Council to follow up on this resolution.~~]
    5. To instruct the Secretariat to report.
    PLACE [Bra, Ven]: operative/1
    PLACE [Secretariat]: preamble
    annex-1
    1. An annex.
    """

  @Test func consolidatesToWhatWasImported() throws {
    let meeting = try Meeting(Self.disputed)
    try expect(meeting.lines(), is: draft(Self.disputed).lines)
    try expectSound(meeting)
  }

  @Test func summaryCountsParagraphsAndProposals() throws {
    let folder = try Meeting()
    let path = folder.temporary.folder("second")
    let summary = try Negotiation.importing(
      draft(Self.disputed), registry: .standard, to: path, source: "draft.txt", act: Meeting.start)
    #expect((summary.paragraphs, summary.headings) == (11, 1))
    #expect(
      summary.proposals.map { "\($0.code) \($0.count)" } == [
        "ARG 1", "BRA 3", "CHL 2", "MEX 3", "VEN 5", "x-secretariat 1",
      ])
  }

  @Test func baseIsWhatNobodyProposed() throws {
    let meeting = try Meeting(Self.disputed)
    try expect(
      meeting.open().main.words(),
      is: [
        "preamble p0001 Recalling the Charter of the Organization;",
        "preamble p0002 Recognizing that women, men and others take part in the work;",
        "operative p0003 RESOLVE:",
        "operative p0004 To protect all persons and others.",
        "operative p0005 To take note of the report{CP/doc. 4321.} of the Secretariat.",
        "operative p0006 To thank the host country.",
        "operative p0007 To request the Permanent Council to follow up on this resolution.",
        "operative p0008 To instruct the Secretariat to report.",
        "annex-1 p0009 An annex.",
      ])
    try expect(meeting.open().consolidation().draft.reading(of: nil).words, is: meeting.open().main.words())
  }

  @Test func sameDraftAtTheSameMomentGivesTheSameCommits() throws {
    let (one, other) = (try Meeting(Self.disputed), try Meeting(Self.disputed))
    try expect(
      one.temporary.git("for-each-ref"), is: other.temporary.git("for-each-ref"))
  }

  @Test func nothingIsMadeWhereSomethingStands() throws {
    let meeting = try Meeting()
    let before = try meeting.temporary.content()
    #expect(throws: (any Error).self) {
      try Negotiation.importing(
        draft(Meeting.sample), registry: .standard, to: meeting.path, source: "draft.txt", act: Meeting.start)
    }
    try expect(meeting.temporary.content(), is: before)
  }
}
