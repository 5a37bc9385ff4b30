import Drafting
import Git
import Merging
@testable import Negotiation
import Notation
import TestSupport
import Testing

@Suite("Decisions of the chair")
struct DecisionTests {
  @Test func undoOfAStatusTellsOfNoProposal() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("VEN", "operative/1", "witnesses", "persons")
    try round.adopt("operative/1", "MEX")
    try round.decide(.pend, "operative/1")
    #expect(try round.undo().following == ["VEN p0005 unchanged"])
    #expect(try round.undo().following == ["MEX p0005 reinstated", "VEN p0005 carried"])
    try round.expectSound()
  }

  @Test func approvedWordingIsCleanWhateverStillStandsOnIt() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("VEN", "operative/1", "witnesses", "persons")
    #expect(refused { try round.decide(.approve, "operative/1") }.hasPrefix("refused: operative/1 still has brackets"))
    #expect(
      try round.adopt("operative/1", "MEX", approves: true).remarks == [
        "Brackets still stand on operative/1 (Venezuela). It is approved as it reads now, and the clean text has it so; "
          + "'amend reopen operative/1' takes it up again."
      ])
    let clean = try round.open().clean(isCurrent: false, fixes: false, act: round.act)
    #expect(
      clean.overruled.map { "\($0.place.address) \($0.delegations.map(\.code.description))" } == [
        "operative/1 [\"VEN\"]"
      ])
    #expect(
      clean.draft.sections[1].items.map { $0.body.reading(of: nil) }.contains(
        "To protect all witnesses and individuals."))
    try round.decide(.reopen, "operative/1")
    #expect(
      refused { _ = try round.open().clean(isCurrent: false, fixes: false, act: round.act) }
        == "refused: operative/1 is still disputed")
    try round.expectSound()
  }

  @Test func whoseWordsAreAdoptedTogetherAreBothSatisfied() throws {
    let round = try DecisionRound()
    try round.propose("JAM", "operative/3", .text(.insertBefore("publicly", before: Passage("thank"))))
    try round.replace("VEN", "operative/3", "thank", "praise")
    #expect(
      try round.adopt("operative/3", "VEN", "JAM").following == ["JAM p0007 satisfied", "VEN p0007 satisfied"])
    try #expect(round.line("3.") == "3. To publicly praise the host country for its welcome.")
    try round.expectSound()
  }

  @Test(arguments: [Passage("host"), Passage("the host")])
  func whoseDeletionIsAdoptedWithWordsBesideItIsSatisfied(_ deleted: Passage) throws {
    let round = try DecisionRound()
    try round.propose("JAM", "operative/3", .text(.insert("generous", after: Passage("host"))))
    try round.propose("VEN", "operative/3", .text(.delete(deleted)))
    #expect(
      try round.adopt("operative/3", "VEN", "JAM").following == ["JAM p0007 satisfied", "VEN p0007 satisfied"])
    try round.expectSound()
  }

  @Test func adoptedTextWithoutItsNoteIsTold() throws {
    let round = try DecisionRound()
    try round.adoptText("operative/1", "To protect all.[^1]\n[^1]: INF.7")
    #expect(
      try round.adoptText("operative/1", "To protect all persons.").subject
        == "The chair adopts words of its own for operative/1, without [^1]")
    #expect(
      refused { try round.adoptText("operative/1", "To protect them.[^4]") }
        .hasPrefix("refused: the text has the mark [^4], and there is no such note"))
  }

  @Test func reportNamesWhatIsGoneByItsNumber() throws {
    let round = try DecisionRound()
    try round.propose("BRA", "operative/2", .deleteParagraph)
    let outcome = try round.adopt("operative/2", "BRA")
    #expect(outcome.reports.flatMap(\.changes).map(\.address) == ["operative/2"])
  }

  @Test func amendmentsToEachOtherCreditWhoWroteTheWords() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "others", "all others")
    try round.propose("CHL", "operative/1", .text(.insert("and relatives", after: Passage("all others"))), on: "VEN")
    try round.propose("VEN", "operative/1", .text(.insert("in danger", after: Passage("relatives"))), on: "CHL")
    try #expect(round.reading("CHL").contains { $0.hasSuffix("witnesses and all others and relatives.") })
    try #expect(round.reading("VEN").contains { $0.hasSuffix("witnesses and all others and relatives in danger.") })
    try #expect(
      round.line("1. To") == "1. To protect all witnesses and [Chile, Ven: all] others "
        + "[Chile: and relatives / Ven: and relatives in danger].")
    try round.expectSound()
    let outcome = try round.adopt("operative/1", "VEN")
    let message = CommitMessage(text: try round.open().repository.commit(outcome.commit).message)
    #expect(message.values(.adopted).map { $0.prefix(3) } == ["VEN", "CHL"])
    #expect(outcome.following == ["CHL p0005 satisfied", "VEN p0005 satisfied"])
    try round.expectSound()
  }

  @Test func supportOfAnAmendmentToTheOwnProposalTakesItOver() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "others", "all others")
    try round.propose("CHL", "operative/1", .text(.insert("and relatives", after: Passage("all others"))), on: "VEN")
    try round.replace("VEN", "operative/1", "protect", "shield")
    try round.support("VEN", "operative/1", of: "CHL")
    try #expect(
      round.line("1. To") == "1. To [Chile, Ven: shield ~~protect~~] all witnesses and [Chile, Ven: all] others "
        + "[Chile, Ven: and relatives].")
    // Chile's branch still has the words before Venezuela's last change, which its reading follows.
    try round.expectVerified()
    try round.adopt("operative/1", "VEN")
    try #expect(round.line("1. To") == "1. To shield all witnesses and all others and relatives.")
    try round.expectSound()
  }

  @Test func secondAmendmentKeepsTheFirst() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "others", "all others")
    try round.propose("CHL", "operative/1", .text(.insertBefore("good", before: Passage("witnesses"))), on: "VEN")
    try round.replace("VEN", "operative/1", "protect", "shield")
    try round.propose("CHL", "operative/1", .text(.insert("here", after: Passage("others"))), on: "VEN")
    try #expect(round.reading("CHL").contains { $0.hasSuffix("To shield all good witnesses and all others here.") })
    try round.expectSound()
  }

  @Test func approvingBracketsIsRefusedWithTheList() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.move("VEN", "operative/3", after: "operative/1")
    #expect(
      refused { try round.decide(.approve, "operative/1", "operative/3", "operative/4") } == """
        refused: brackets still stand on 2 paragraphs:
          operative/1: To protect all witnesses and [Mex: individuals ~~others~~].
          operative/3: To thank the host country for its welcome. [Ven: PLACE WITH PARAGRAPH 1 OF THE OPERATIVE PART]
        """)
    try round.adopt("operative/1", "MEX", approves: true)
    try #expect(round.line("1. To p") == "1. To protect all witnesses and individuals. APPROVED")
    try round.expectSound()
  }

  @Test func allUndisputedIsOneCommitAndLeavesWhatWaits() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.decide(.pend, "operative/2")
    let outcome = try round.open().decide(
      .approve, on: .allUndisputed(.operative), DecisionNote(meeting: "second meeting"), act: round.act())
    #expect(outcome.places.map(\.address) == ["operative/3", "operative/4"])
    try #expect(
      round.git("log", "-1", "--format=%B", "main") == """
        The chair approves operative/3 and 1 more

        Paragraph: operative/3
        Identifier: p0007
        Paragraph: operative/4
        Identifier: p0008
        Action: approve
        Meeting: second meeting


        """)
    let section = try round.open().decide(.approve, on: .section(.preamble), DecisionNote(), act: round.act())
    #expect(section.places.map(\.address) == ["preamble/1", "preamble/2"])
  }

  @Test func agreementAdReferendumNamesTheDelegation() throws {
    let round = try DecisionRound()
    try round.replace("CAN", "operative/1", "others", "individuals")
    try round.decide(.agree(adReferendum: [named("CAN")]), "operative/1")
    try #expect(
      round.line("1. To")
        == "1. To protect all witnesses and [Can: individuals ~~others~~]. AGREED AD REFERENDUM – Canada")
    try round.replace("MEX", "operative/2", "urge", "invite")
    let answer = refused { try round.decide(.agree(adReferendum: [named("CAN")]), "operative/2") }
    #expect(
      answer
        == "refused: operative/2 still has brackets: To [Mex: invite ~~urge~~] the member states to act without delay."
    )
  }

  @Test func adoptionNamesWhoWroteTheWordsAndTheOthersFollow() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("BRA", "operative/1", "others", "persons")
    try round.replace("VEN", "operative/1", "witnesses", "informants")
    try round.replace("VEN", "operative/2", "urge", "invite")
    let tip = try round.git("rev-parse", "delegations/MEX").prefix(ObjectID.digitCount)
    let outcome = try round.adopt("operative/1", "MEX")
    #expect(outcome.following == ["BRA p0005 conflict", "MEX p0005 satisfied", "VEN p0005 carried"])
    #expect(outcome.reports.map(\.untouched) == [0, 0, 1])
    try #expect(round.git("log", "-1", "--format=%B", "main").contains("Adopted: MEX \(tip)\n"))
    try #expect(
      round.line("1. To") == "1. To protect all [Ven: informants ~~witnesses~~] and [Bra: persons ~~individuals~~].")
    try #expect(round.git("log", "-1", "--format=%P", "delegations/VEN").split(separator: " ").count == 2)
    try round.expectSound()
  }

  @Test func twoWordingsAreAdoptedWhereTheyDoNotOverlap() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("CHL", "operative/1", "all", "the")
    try round.replace("BRA", "operative/1", "others", "persons")
    #expect(
      refused { try round.adopt("operative/1", "MEX", "BRA") }
        == "refused: the proposals on operative/1 contradict each other: MEX has 'individuals' where BRA has 'persons'")
    try round.adopt("operative/1", "MEX", "CHL")
    try #expect(round.line("1. To") == "1. To protect the witnesses and [Bra: persons ~~individuals~~].")
  }

  @Test func amendmentOfAdoptedWordsAmendsTheText() throws {
    let round = try DecisionRound()
    _ = try round.open().propose(
      .newParagraph("To urge the states."), to: .paragraph(ParagraphAddress("operative/1")), by: named("VEN"),
      act: round.act())
    try round.propose(
      "CHL", "operative/1-bis", .text(.insert("and observers", after: Passage("states"))), on: "VEN")
    let outcome = try round.adopt("operative/1-bis", "VEN")
    #expect(outcome.following == ["CHL ven-0001 carried", "VEN ven-0001 satisfied"])
    try #expect(round.line("1 bis.") == "1 bis. To urge the states [Chile: and observers].")
    try round.expectSound()
  }

  @Test func whatTheChairTakesAwayStaysWithThoseWhoWantItOtherwise() throws {
    let round = try DecisionRound()
    try round.propose("BRA", "operative/2", .deleteParagraph)
    try round.replace("VEN", "operative/2", "urge", "invite")
    let outcome = try round.adopt("operative/2", "BRA")
    #expect(outcome.following == ["BRA p0006 satisfied", "VEN p0006 conflict"])
    try #expect(round.line("2.") == "2. NOTING the report of the Secretariat; and")
    try #expect(
      round.line("2. [Ven") == "2. [Ven: To invite the member states to act without delay.]")
    try round.expectSound()
    try round.undo()
    try #expect(
      round.line("2. [Bra")
        == "2. [Bra: ~~To [Ven: invite ~~urge~~] the member states to act without delay.~~]")
    try round.expectSound()
  }

  @Test func rejectionTakesTheBracketAwayAndUndoingBringsItBack() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.move("MEX", "operative/4", after: "operative/1")
    let before = try round.written()
    try #expect(round.reject("operative/1", "MEX").following == ["MEX p0005 rejected"])
    try #expect(round.line("1. To") == "1. To protect all witnesses and others.")
    try #expect(round.reject("operative/4", "MEX").following == ["MEX p0008 rejected"])
    try round.undo()
    try #expect(round.undo().following == ["MEX p0005 reinstated"])
    try #expect(round.written() == before)
    try round.expectSound()
  }

  @Test func undoingAnAdoptionBringsPartlyGrantedProposalsBackWhole() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "urge", "invite")
    try round.replace("VEN", "operative/2", "delay", "haste")
    try round.replace("MEX", "operative/2", "urge", "invite")
    let before = try round.written()
    try round.adopt("operative/2", "MEX")
    try #expect(round.line("2. To") == "2. To invite the member states to act without [Ven: haste ~~delay~~].")
    try round.undo()
    try #expect(round.written() == before)
    #expect(refused { try round.undo() } == "refused: there is no decision to undo")
  }

  @Test func laterActOfADelegationOutlivesTheUndoing() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adopt("operative/1", "MEX")
    try round.replace("MEX", "operative/1", "individuals", "everybody")
    try round.undo()
    try #expect(round.line("1. To") == "1. To protect all witnesses and [Mex: everybody ~~others~~].")
  }

  @Test func secondOfTwoSecretariesIsToldWhatTheFirstDid() throws {
    let round = try DecisionRound()
    let (first, second) = (try round.open(), try round.open())
    let commit = try first.decide(.pend, on: ParagraphAddress("operative/1"), reason: nil, act: round.act()).commit
    #expect(
      refused { _ = try second.decide(.pend, on: ParagraphAddress("operative/2"), reason: nil, act: round.act()) }
        == "moved: somebody else has decided at this moment; nothing was written: The chair leaves pending "
        + "operative/1 (Ana Secretary, commit \(commit.short))")
    try #expect(round.git("rev-parse", "main") == "\(commit)\n")
  }

  @Test func followingTwiceChangesNothing() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "others", "individuals")
    let tip = try round.open().delegationTips()[0].tip
    try round.adoptText("operative/1", "To protect all victims and others.")
    let name = ReferenceNames.delegation(try named("VEN").code)
    let repository = try round.open().repository
    // As if the process had died between main and the branch.
    try repository.move(name, from: repository.reference(name), to: tip)
    let before = try round.written()
    try #expect(round.open().followMain(round.act(), only: named("VEN").code).map(\.state) == [.followed])
    let refs = try round.git("for-each-ref")
    try #expect(round.open().followMain(round.act()).map(\.state) == [.upToDate])
    try #expect(round.git("for-each-ref") == refs)
    try #expect(round.written() == before)
    #expect(before.contains("1. To protect all victims and [Ven: individuals ~~others~~]."))
  }
}
