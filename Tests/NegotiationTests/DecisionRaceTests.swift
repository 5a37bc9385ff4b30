import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("A decision in the moment of another act")
struct DecisionRaceTests {
  /// What a delegation does while the chair adopts its words lands on its branch before the decision, which has not seen it.
  @Test(arguments: ["withdraw", "propose", "propose a move"])
  func adoptionHasNotSeenWhatWasUnderWay(act: String) throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    let late = try round.open()
    let tip = String(try round.git("rev-parse", "delegations/MEX").prefix(40))
    try round.adopt("operative/1", "MEX")
    try late.repository.move(
      ReferenceNames.delegation(named("MEX").code), from: late.repository.reference("refs/heads/delegations/MEX"),
      to: #require(ObjectID(tip)))
    switch act {
    case "withdraw": _ = try late.withdraw(ParagraphAddress("operative/1"), by: named("MEX"), act: round.act())
    case "propose":
      _ = try late.propose(
        .text(.replace(Passage("all"), with: "the")), to: .paragraph(ParagraphAddress("operative/1")),
        by: named("MEX"), act: round.act())
    default:
      _ = try late.propose(
        .move(after: .paragraph(ParagraphAddress("operative/3"))), to: .paragraph(ParagraphAddress("operative/1")),
        by: named("MEX"), act: round.act())
    }
    _ = try round.open().followMain(round.act())
    try round.expectSound()
  }

  @Test func proposalInTheMomentOfAnApprovalIsTold() throws {
    let round = try DecisionRound()
    let late = try round.open()
    try round.decide(.approve, "operative/1")
    let outcome = try late.propose(
      .text(.replace(Passage("all"), with: "the")), to: .paragraph(ParagraphAddress("operative/1")), by: named("MEX"),
      act: round.act())
    #expect(
      outcome.remarks == [
        "The chair has approved operative/1 in this moment: the proposal stands beside the approved text until it is withdrawn, or the chair reopens the paragraph."
      ])
    try round.expectSound()
  }

  @Test func approvalInTheMomentOfAProposalIsTold() throws {
    let round = try DecisionRound()
    let late = try round.open()
    let place = try late.place(at: ParagraphAddress("operative/1"))
    var edit = try ChairEdit(late)
    var paragraph = try #require(try late.main.paragraph(place.entry.identifier))
    paragraph.status = .approved
    edit.set(place.entry.identifier, to: paragraph)
    // It has looked at all proposals; then one more comes.
    try round.replace("MEX", "operative/1", "all", "the")
    let outcome = try late.decided(edit, CommitMessage(.approve, [place], DecisionNote()), [place], round.act())
    #expect(
      outcome.remarks == [
        "'amend undo' takes the approval back: in this moment somebody has proposed something. operative/1 still has brackets: To protect [Mex: the ~~all~~] witnesses and others."
      ])
    try round.expectSound()
  }

  @Test func adoptionOfWhatWasWithdrawnLongAgoIsFound() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    let proposal = try round.git("rev-parse", "delegations/MEX").prefix(7)
    let path = "paragraphs/00/p0005"
    let text = try round.file(path, on: "delegations/MEX")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("MEX"), act: round.act())
    try round.decide(.approve, "operative/2")
    try round.decide(.approve, "operative/3")
    let subject = "The chair adopts MEX's wording of operative/1"
    try Forgery(
      branch: "refs/heads/main",
      message:
        "\(subject)\n\nParagraph: operative/1\nIdentifier: p0005\nAction: adopt\nAdopted: MEX \(proposal)\n",
      files: [path: text]
    ).make(in: round)
    try expectLines(
      round.findings(), ["adoption: '\(subject)' \(path): not what the proposals that it names give"])
  }

  @Test func adoptionOfAMoveAfterWordsThatWereWithdrawnIsSound() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("MEX"), act: round.act())
    try round.move("MEX", "operative/1", after: "operative/3")
    try round.adopt("operative/1", "MEX")
    try round.expectSound()
  }

  /// A branch that follows a decision already is not written to by one who has not seen that decision.
  @Test func actOnABranchThatIsAheadIsRepeated() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    let late = try round.open()
    try round.adopt("operative/1", "MEX")
    let message = refused {
      _ = try late.withdraw(ParagraphAddress("operative/1"), by: named("MEX"), act: round.act())
    }
    #expect(message == "moved: somebody else has changed the branch of Mexico at this moment; nothing was written")
    try round.expectSound()
  }

  @Test func draftKeptWhileARevisionIsMadeStandsBeforeIt() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    var kept: ObjectID?
    let draft = try revise(round) {
      if kept == nil { kept = try round.open().keep(round.open().consolidation(), act: round.act()) }
    }
    let repository = try round.open().repository
    try #expect(repository.commit(draft).parents.last == kept)
    try #expect(repository.reference(ReferenceNames.consolidated) == draft)
    try #expect(round.open().revisions().map(\.draft) == [draft])
    try round.expectSound()
  }

  @Test func secondOfTwoRevisionsIsToldOfTheFirst() throws {
    let round = try DecisionRound()
    let message = refused {
      _ = try revise(round) {
        _ = try round.open().revise(symbol: "DOC rev. 2", DecisionNote(), act: round.act())
      }
    }
    #expect(
      message.hasPrefix(
        "moved: somebody else has decided at this moment; nothing was written: The chair revises the draft: DOC rev. 2 (Ana"
      ), "\(message)")
    try #expect(round.open().revisions().map(\.symbol) == ["DOC rev. 2"])
    try round.expectSound()
  }

  /// Makes a revision of the symbol `TEXT rev. 2`.
  ///
  /// - Parameter meanwhile: is done each time after its draft is stored and before it is made.
  private func revise(_ round: DecisionRound, _ meanwhile: () throws -> Void) throws -> ObjectID {
    let negotiation = try round.open()
    let repository = negotiation.repository
    var edit = try ChairEdit(negotiation)
    edit.settings = edit.settings.revised("TEXT rev. 2")
    let message = CommitMessage(
      .revise, [], DecisionNote(), phrase: "revises the draft: TEXT rev. 2", [.init(.symbol, "TEXT rev. 2")])
    let act = round.act()
    let commit = try negotiation.decisionCommit(tree: edit.tree(in: repository), message, act)
    let revised = try Negotiation(repository, mainAt: commit)
    let changes = try revised.allStandingChanges()
    let draft = try negotiation.makeRevision(revised, revised.consolidation(of: changes), message, act) { draft in
      try meanwhile()
      var trailers: [CommitMessage.Trailer] = [
        .init(.action, "revise"), .init(.symbol, "TEXT rev. 2"), .init(.main, commit.description),
      ]
      for change in changes { trailers.append(.init(.tip, "\(change.delegation.code) \(change.snapshot.commit)")) }
      return try repository.writeTag(
        "rev/2", of: draft, tagger: act.signature,
        message: CommitMessage(subject: "Revision 2", trailers: trailers).text)
    }
    try revised.finishRevision()
    return draft
  }
}
