import Drafting
import Git
import Negotiation
import Notation
import TestSupport
import Testing

@Suite("A refusal")
struct RefusalTests {
  @Test(arguments: [
    (
      "operative/3", ProposedChange.replace("host", "guest"),
      "refused: operative/3 is APPROVED | The chair may reopen it: 'amend reopen operative/3 --reason …'."
    ),
    (
      "operative/3", .deleteParagraph,
      "refused: operative/3 is APPROVED | The chair may reopen it: 'amend reopen operative/3 --reason …'."
    ),
    (
      "operative/3", .move(after: .beginning(of: .preamble)),
      "refused: operative/3 is APPROVED | The chair may reopen it: 'amend reopen operative/3 --reason …'."
    ),
    (
      "operative/1", .whole("To protect  all persons and others."),
      "refused: the proposal changes nothing: Venezuela already reads operative/1 so | 'amend reading --country VEN --paragraph operative/1' shows it."
    ),
    (
      "operative/1", .replace("persons", "persons"),
      "refused: the proposal changes nothing: Venezuela already reads operative/1 so | 'amend reading --country VEN --paragraph operative/1' shows it."
    ),
    (
      "operative/2", .move(after: .paragraph(address("operative/1"))),
      "refused: the proposal changes nothing: Venezuela already reads operative/2 so | 'amend reading --country VEN --paragraph operative/2' shows it."
    ),
    (
      "operative/1", .whole(" \n "),
      "refused: the proposed text is empty | Delete the paragraph with --delete-paragraph."
    ),
    (
      "operative/1", .newParagraph(" \n"), "refused: the new paragraph is empty | Give its words with --text or --file."
    ),
    (
      "operative/1", .replace("hosts", "x"),
      "notFound: the words 'hosts' do not stand in the paragraph | It reads: To protect all persons and others."
    ),
    (
      "operative/1", .replace("other", "x"),
      "notFound: the words 'other' do not stand in the paragraph | It reads: To protect all persons and others."
    ),
    (
      "operative/2", .insert("x", after: "the"),
      "ambiguous: the words 'the' stand 2 times in the paragraph:\n  …To take note of the report[^1] of the Secret…\n  …ote of the report[^1] of the Secretariat.… | Type more of the words before or after them."
    ),
    (
      "operative/9", .deleteParagraph,
      "notFound: there is no paragraph 'operative/9' | There are preamble/1 to preamble/2, operative/1 to operative/5."
    ),
    (
      "annex/1", .deleteParagraph,
      "notFound: there is no paragraph 'annex/1' | There are preamble/1 to preamble/2, operative/1 to operative/5."
    ),
    (
      "@p0099", .deleteParagraph,
      "notFound: there is no paragraph '@p0099' | There are preamble/1 to preamble/2, operative/1 to operative/5."
    ),
    ("2", .deleteParagraph, "ambiguous: '2' may mean preamble/2 or operative/2 | Type one of them in full."),
    (
      "rev/7:operative/1", .deleteParagraph,
      "notFound: there is no revision 'rev/7' | 'amend revise' makes the first one."
    ),
    ("operative/1", .move(after: .paragraph(address("operative/1"))), "refused: a paragraph cannot stand after itself"),
    (
      "operative/1", .move(after: .paragraph(address("@p0003"))),
      "refused: @p0003 is a heading, and a placement order names a paragraph | Name the paragraph before the heading, or a section for its beginning."
    ),
    (
      "operative", .deleteParagraph,
      "notFound: 'operative' is a section, not a paragraph | Name a paragraph: operative/1."
    ),
    ("annex-1", .newParagraph("New."), "notFound: the draft has no section 'annex-1' | It has preamble, operative."),
    (
      "operative/1", .move(after: .beginning(of: .annex(1))),
      "notFound: the place to move to does not stand in the delegation's text | Name a paragraph of the draft, or a section for its beginning."
    ),
  ])
  func saysWhatAndWhere(target: String, change: ProposedChange, message: String) throws {
    let meeting = try Meeting()
    let before = try meeting.temporary.content()
    #expect(refusal { try meeting.propose("VEN", target, change) } == message)
    try expect(meeting.temporary.git("for-each-ref", "--format=%(refname)"), is: "refs/heads/main\n")
    #expect(refusal { try meeting.propose("VEN", target, change, isDryRun: true) } == message)
    try expect(meeting.temporary.content(), is: before)
  }

  @Test func amendmentNeedsAProposal() throws {
    let meeting = try Meeting()
    #expect(
      refusal { try meeting.propose("CHL", "operative/1", .delete("and others"), on: "VEN") }
        == "notFound: Venezuela has no proposal on operative/1 | "
        + "Leave out --on to propose a change to the draft's own text.")
    #expect(
      refusal { try meeting.propose("CHL", "operative/1", .delete("and others"), on: "CHL") }
        == "refused: a delegation cannot amend its own proposal with --on | Leave out --on.")
    try meeting.propose("VEN", "operative/1", .delete("and others"))
    #expect(
      refusal { try meeting.propose("CHL", "operative/1", .whole("To protect all persons."), on: "VEN") }
        == "refused: the proposal changes nothing in what Venezuela proposes | Support it with 'amend support'.")
  }

  @Test func amendmentThatOnlyPutsTheDraftsOwnWordsBackIsNone() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .insert("gladly", after: "protect"))
    try meeting.propose(
      "VEN", "operative/2", .whole("To take note of the report[^1] of the Secretariat.\n[^1]: CP/doc. 5000."))
    func message(_ address: String) -> String {
      "refused: the proposal changes nothing: Chile already reads \(address) so | "
        + "'amend oppose' says that it does not want what Venezuela proposes."
    }
    #expect(
      refusal { try meeting.propose("CHL", "operative/1", .delete("gladly"), on: "VEN") } == message("operative/1"))
    let typed = "To take note of the report[^2] of the Secretariat.\n[^2]: CP/doc. 4321."
    #expect(
      refusal { try meeting.propose("CHL", "operative/2", .whole(typed), on: "VEN") } == message("operative/2"))
  }

  @Test func anothersNewParagraphIsAmendedOrSupported() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    #expect(
      refusal { try meeting.propose("CHL", "operative/1 bis", .delete("urge")) }
        == "refused: operative/1 bis is another delegation's new paragraph | "
        + "Amend it with --on CODE, or support it with 'amend support'.")
    #expect(
      refusal { try meeting.propose("CHL", "operative/1 bis", .deleteParagraph) }
        == "refused: operative/1 bis does not stand in the text as Chile would have it | "
        + "'amend reading --country CHL' shows it.")
  }

  @Test func ownDeletionIsWithdrawnFirst() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .deleteParagraph)
    #expect(
      refusal { try meeting.propose("VEN", "operative/1", .delete("all")) }
        == "refused: Venezuela proposes to delete operative/1 | "
        + "Withdraw that first: 'amend withdraw --country VEN --paragraph operative/1'.")
  }

  @Test func draftsOwnTextIsNoProposal() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("and others"))
    #expect(
      refusal { try meeting.propose("VEN", "operative/1", .whole("To protect all persons and others.")) }
        == "refused: the proposed text is the draft's own | "
        + "'amend withdraw --country VEN --paragraph operative/1' takes the proposal back.")
  }

  @Test func disputedParagraphIsNotApproved() throws {
    let meeting = try Meeting()
    try meeting.propose("VEN", "operative/1", .delete("and others"))
    #expect(
      refusal { try meeting.decide(.approve, "operative/1") }
        == "refused: operative/1 still has brackets: To protect all persons [Ven: ~~and others~~]. | "
        + "Adopt a wording ('amend adopt P --of CODE --approve'), or ask the delegations to withdraw.")
    #expect(refusal { try meeting.decide(.reopen, "operative/1") } == "refused: operative/1 is open already")
    #expect(refusal { try meeting.decide(.approve, "operative/3") } == "refused: operative/3 is APPROVED already")
    try meeting.propose("VEN", "operative/1", .newParagraph("To urge."))
    #expect(
      refusal { try meeting.decide(.pend, "operative/1 bis") }
        == "refused: operative/1 bis is only proposed; the chair decides on paragraphs of the draft | "
        + "'amend consolidate --paragraph operative/1 bis' shows who proposes it, 'amend adopt' takes it.")
  }

  @Test func numberOfTwoParagraphsIsAmbiguous() throws {
    let meeting = try Meeting("operative\n7. One.\n7. Two.\n8. Three.")
    #expect(
      refusal { try meeting.propose("VEN", "operative/7", .deleteParagraph) }
        == "ambiguous: 'operative/7' may mean @p0001 or @p0002 | Type one of them in full.")
    try expect(meeting.propose("VEN", "@p0002", .deleteParagraph), is: "operative/7: [Ven: ~~Two.~~]")
    try expectSound(meeting)
  }
}

/// An address of which the test knows that it is one.
private func address(_ text: String) -> ParagraphAddress {
  guard let address = try? ParagraphAddress(text) else { preconditionFailure("\(text) is no address") }
  return address
}
