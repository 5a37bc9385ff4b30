import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("Credit follows the commits, through splits, joins, moves and one second")
struct LineageTests {
  /// A negotiation whose every act has the same second.
  private final class OneSecond {
    let round: DecisionRound
    let act: Act
    init() throws {
      round = try DecisionRound()
      act = Act(name: "Ana Secretary", email: "ana@example.org", time: 1_773_570_660)
    }

    func propose(_ code: String, _ target: String, _ change: ProposedChange, on other: String? = nil) throws {
      _ = try round.open().propose(
        change, to: .paragraph(ParagraphAddress(target)), by: named(code), amending: other.map { try named($0) },
        act: act)
    }

    func adopt(_ target: String, _ code: String) throws {
      _ = try round.open().adopt(
        .proposals([named(code)]), for: ParagraphAddress(target), DecisionNote(), act: act)
    }

    func split(_ target: String, _ words: String) throws {
      _ = try round.open().split(ParagraphAddress(target), before: Passage(words), DecisionNote(), act: act)
    }

    func join(_ first: String, _ second: String) throws {
      _ = try round.open().join(ParagraphAddress(first), with: ParagraphAddress(second), DecisionNote(), act: act)
    }
  }

  @Test func oneSecondChangesNoCredit() throws {
    let meeting = try OneSecond()
    try meeting.propose("ECU", "operative/1", .replace("others", "others and every mayor of the land"))
    try meeting.adopt("operative/1", "ECU")
    try meeting.split("operative/1", "and every")
    try expect(
      meeting.round.blame("operative/1 bis"), is: ["ECU adopted: and every mayor of the land", "draft: ."])
    try meeting.propose("CHL", "operative/2", .replace("delay", "any pause"))
    try meeting.join("operative/1", "operative/2")
    try meeting.adopt("operative/1", "CHL")
    let lines = try meeting.round.blame("operative/1")
    #expect(lines.contains("CHL adopted: any pause"), "\(lines)")
    #expect(lines.contains("former draft struck by CHL, decided: delay"), "\(lines)")
    #expect(!lines.contains { $0.contains("chair") }, "\(lines)")
  }

  @Test func proposalOnAJoinedParagraphStaysTheDelegations() throws {
    let round = try DecisionRound()
    try round.replace("HND", "operative/2", "the member states", "experts")
    let proposal = try round.tip("HND")
    try round.join("operative/1", "operative/2")
    try expect(state(round, proposal), is: ["standing"])
    let adoption = try round.adopt("operative/1", "HND").commit
    try expect(took(round, adoption), is: [proposal])
    try expect(state(round, proposal), is: ["adopted"])
    let lines = try round.blame("operative/1")
    #expect(lines.contains("HND adopted: experts"), "\(lines)")
    #expect(lines.contains("former draft struck by HND, decided: the member states"), "\(lines)")
    try round.expectSound()
    try round.undo()
    try expect(state(round, proposal), is: ["standing"])
    try round.reject("operative/1", "HND")
    try expect(state(round, proposal), is: ["rejected"])
  }

  /// A delegation wrote a word that the other half has too: once both are two again it is still its own.
  @Test func wordOfTheOtherHalfIsNotTaken() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.replace("HND", "operative/1", "urge", "protect")
    try round.undo()
    let wanted = [
      "draft: To", "HND: protect", "draft struck by HND: urge", "draft: the member states to act without delay.",
    ]
    try expect(
      round.blame("operative/2", isConsolidated: true).map {
        $0.replacing("[Hon] ", with: "").replacing("[struck] ", with: "")
      },
      is: wanted)
  }

  /// Words that the chair brought in meanwhile are struck by what was asked for of their paragraph, not of the other half.
  @Test func strikerAskedForTheseWords() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.replace("HND", "operative/1", "delay", "haste")
    let asked = try round.tip("HND")
    try round.replace("HND", "operative/1", "witnesses", "victims")
    try round.undo()
    try round.adoptText("operative/2", "To urge the member states to act without pause.")
    let blame = try round.open().blame(round.open().place(at: ParagraphAddress("operative/2")), isConsolidated: true)
    let struck = blame.pieces.flatMap { piece -> [CreditedWords] in
      guard case .bracket(let bracket) = piece else { return [] }
      return (bracket.struck ?? []).compactMap { if case .words(let words) = $0 { words } else { nil } }
    }
    expect(struck.map { "\($0.text) \($0.credit.struck.map(\.commit.short))" }, is: ["pause [\"\(asked.short)\"]"])
  }

  @Test func proposalOnAJoinedParagraphEndsWithItsDelegationsNextWord() throws {
    let round = try DecisionRound()
    try round.replace("HND", "operative/2", "the member states", "experts")
    let proposal = try round.tip("HND")
    try round.join("operative/1", "operative/2")
    try round.replace("HND", "operative/1", "delay", "haste")
    try expect(state(round, proposal), is: ["superseded"])
  }

  @Test func proposalOnTheHalfCutOffStaysTheDelegations() throws {
    let round = try DecisionRound()
    try round.replace("HND", "operative/2", "delay", "haste")
    let proposal = try round.tip("HND")
    try round.split("operative/2", before: "to act")
    try expect(state(round, proposal), is: ["in operative/2 bis"])
    let adoption = try round.adopt("operative/2 bis", "HND").commit
    try expect(took(round, adoption), is: [proposal])
    try expect(state(round, proposal), is: ["adopted"])
    let lines = try round.blame("operative/2 bis")
    #expect(lines.contains("HND adopted: haste"), "\(lines)")
    try round.expectSound()
  }

  @Test func adoptedMoveNamesTheProposal() throws {
    let round = try DecisionRound()
    try round.move("PER", "operative/4", after: "operative/1")
    let proposal = try round.tip("PER")
    try round.replace("MEX", "operative/2", "delay", "haste")
    try round.adopt("operative/2", "MEX")
    let adoption = try round.adopt("operative/4", "PER").commit
    try expect(took(round, adoption), is: [proposal])
    try round.expectSound()
  }

  @Test func supporterOfAnAmendmentGetsNoCreditForIt() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/1", .insert("and wetlands", after: "others"))
    try round.propose("BRA", "operative/1", .insert("coastal", before: "wetlands"), on: "VEN")
    try round.support("CHL", "operative/1", of: "BRA")
    try round.adopt("operative/1", "CHL")
    try expect(
      round.blame("operative/1"),
      is: [
        "draft: To protect all witnesses and others", "VEN adopted: and", "BRA adopted: coastal",
        "VEN adopted: wetlands", "draft: .",
      ])
  }

  @Test func conflictEndsWhenItsDecisionIsUndone() throws {
    let round = try DecisionRound()
    try round.replace("CHL", "operative/1", "others", "oceans")
    try round.replace("VEN", "operative/1", "others", "coasts")
    let proposal = try round.tip("VEN")
    try round.adopt("operative/1", "CHL")
    try expect(state(round, proposal), is: ["in conflict"])
    try round.undo()
    try expect(state(round, proposal), is: ["standing"])
  }

  /// Of equal proposals of one second a support is of the first, unless a decision stands between them; who stands with the
  /// words still supports the second too.
  @Test(arguments: [false, true]) func supportNamesOneOfEqualProposalsOfOneSecond(_ isDecided: Bool) throws {
    let meeting = try OneSecond()
    let round = meeting.round
    let target = try ParagraphAddress("operative/2")
    func support() throws {
      _ = try round.open().support(target, of: named("VEN"), by: named("ARG"), act: meeting.act)
    }
    try meeting.propose("VEN", "operative/2", .replace("without delay", "at once"))
    let first = try round.tip("VEN")
    if !isDecided { try support() }
    _ = try round.open().withdraw(target, by: named("VEN"), act: meeting.act)
    if isDecided {
      _ = try round.open().decide(
        .approve, on: .addresses([ParagraphAddress("operative/3")]), DecisionNote(), act: meeting.act)
    }
    try meeting.propose("VEN", "operative/2", .replace("without delay", "at once"))
    let second = try round.tip("VEN")
    if isDecided { try support() }
    let negotiation = try round.open()
    let supporters = try [first, second].map { proposal in
      try negotiation.story(of: proposal).proposals.values.flatMap(\.supporters).map(\.who)
    }
    #expect(supporters == (isDecided ? [[], ["ARG"]] : [["ARG"], ["ARG"]]))
    _ = try round.open().withdraw(target, by: named("VEN"), act: meeting.act)
    let blame = try negotiation.blame(negotiation.place(at: target), isConsolidated: true)
    #expect(blame.deeds.contains { $0.commit == (isDecided ? second : first) })
  }

  /// Whose words a support takes it has them from, also where they were taken back within the same second.
  @Test func supportOfWithdrawnWordsWithinOneSecond() throws {
    let round = try DecisionRound()
    let (act, target) = (round.act(), try ParagraphAddress("operative/2"))
    _ = try round.open().propose(
      .text(.replace(Passage("without delay"), with: "at once")), to: .paragraph(target), by: named("VEN"), act: act)
    _ = try round.open().support(target, of: named("VEN"), by: named("ARG"), act: act)
    let first = try round.tip("VEN")
    _ = try round.open().withdraw(target, by: named("VEN"), act: act)
    _ = try round.open().propose(
      .text(.replace(Passage("without delay"), with: "at once")), to: .paragraph(target), by: named("VEN"), act: act)
    _ = try round.open().withdraw(target, by: named("VEN"), act: act)
    let negotiation = try round.open()
    let blame = try negotiation.blame(negotiation.place(at: ParagraphAddress("operative/2")), isConsolidated: true)
    #expect(blame.deeds.contains { $0.commit == first })
    try expect(
      round.blame("operative/2", isConsolidated: true),
      is: [
        "draft: To urge the member states to act", "[Arg] VEN: at once",
        "[struck] draft struck by VEN, ARG: without delay",
        "draft: .",
      ])
  }

  private func told(_ round: DecisionRound, _ address: String) throws -> [String] {
    let negotiation = try round.open()
    let row = try #require(try negotiation.sources().rows.first { $0.place?.address == address })
    return RecordedAct.sentences(row.acts, in: .english, negotiation.registry).map { String($0.dropFirst(11)) }
  }

  /// The row of a paragraph tells what was done about those that were joined to it, as long as they are part of it.
  @Test func rowOfAJoinedParagraphTellsWhatWasDoneAboutBoth() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "at once")
    try round.support("CHL", "operative/2", of: "VEN")
    try round.adopt("operative/2", "VEN")
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    try round.join("operative/1", "operative/2")
    try expect(
      told(round, "operative/1"),
      is: [
        "operative/2: proposed by Venezuela", "operative/2: proposal of Venezuela supported by Chile",
        "operative/2: adopted, wording of Venezuela", "proposed by Venezuela", "joined, operative/1 and operative/2",
      ])
    try round.undo()
    try expect(
      told(round, "operative/1").dropLast(2), is: ["proposed by Venezuela"])
  }

  /// A paragraph that was split off has its words from what was done before.
  @Test func rowOfAPartTellsWhatWasDoneAboutTheWhole() throws {
    let round = try DecisionRound()
    try round.propose("MEX", "operative/2", .newParagraph("To ask for a report and for a plan."))
    try round.adopt("operative/2 bis", "MEX")
    try round.split("operative/2 bis", before: "and for")
    let split = "split into operative/2 bis and operative/2 ter"
    let acts = ["proposed by Mexico", "adopted, wording of Mexico"]
    try expect(told(round, "operative/2 bis"), is: acts + [split])
    try expect(told(round, "operative/2 ter"), is: acts.map { "operative/2 bis: " + $0 } + [split])
  }

  /// Words that were asked for in a paragraph and stand in another now are told there.
  @Test func rowTellsWhoAskedForItsWordsElsewhere() throws {
    let round = try DecisionRound()
    try round.join("operative/1", "operative/2")
    try round.replace("MEX", "operative/1", "without delay", "at once")
    let join = try round.open().main.commit.short
    try round.undo()
    try expect(
      told(round, "operative/2").dropFirst(), is: ["operative/1: proposed by Mexico", "decision \(join) undone"])
  }

  @Test func whoOnlyReservesBringsNoParagraph() throws {
    let round = try DecisionRound()
    let act = round.act()
    _ = try round.open().propose(
      .newParagraph("To ask for a report."), to: .paragraph(ParagraphAddress("operative/2")), by: named("CAN"),
      act: act)
    _ = try round.open().take(
      Position(kind: .reserve, reason: nil), on: ParagraphAddress("operative/2 bis"), by: named("ARG"), act: act)
    let rows = try round.open().sources().rows.filter { $0.place?.address == "operative/2 bis" }
    #expect(rows.flatMap(\.origin).allSatisfy { $0.hasPrefix("New, of Canada") } && rows.count == 1)
  }

  private func took(_ round: DecisionRound, _ adoption: ObjectID?) throws -> [ObjectID] {
    let negotiation = try round.open()
    return try negotiation.story(of: #require(adoption)).took.map { try negotiation.commit(named: $0.commit) }
  }

  /// The state of the one proposal of a commit, in words.
  private func state(_ round: DecisionRound, _ commit: ObjectID) throws -> [String] {
    try round.open().story(of: commit).proposals.values.map { story in
      switch story.state {
      case .standing: "standing"
      case .inConflict: "in conflict"
      case .divided(_, let places): "in " + places.map(\.address).joined(separator: " and ")
      case .withdrawn: "withdrawn"
      case .superseded: "superseded"
      case .adopted: "adopted"
      case .rejected: "rejected"
      case .satisfied: "satisfied"
      case .void: "void"
      }
    }
  }
}
