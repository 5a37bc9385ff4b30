import Drafting
import Git
@testable import Negotiation
import Testing

@Suite("What became of a proposal, and what a decision did")
struct StoryTests {
  /// The state of the proposal that stood at a delegation's tip, in words.
  private func state(_ round: DecisionRound, _ commit: ObjectID) throws -> [String] {
    let negotiation = try round.open()
    return try negotiation.story(of: commit).proposals.sorted { $0.key < $1.key }.map { identifier, story in
      let state =
        switch story.state {
        case .standing: "standing"
        case .inConflict: "in conflict"
        case .divided(_, let places): "in " + places.map(\.address).joined(separator: " and ")
        case .withdrawn: "withdrawn"
        case .superseded(let deed): "superseded by \(deed.action?.rawValue ?? "")"
        case .adopted(let deed, let revision): "adopted by \(deed.who)" + (revision.map { " rev. \($0)" } ?? "")
        case .rejected(let deed): "rejected – \(deed.reason ?? "")"
        case .satisfied(let deed): "satisfied by \(deed?.action?.rawValue ?? "")"
        case .void(let deed): "void by \(deed?.action?.rawValue ?? "")"
        }
      return "\(identifier) \(state)" + story.supporters.map { " + \($0.who)" }.joined()
        + story.amendedBy.map { " amended by \($0.who)" }.joined()
        + (story.amends.map { " on \($0.delegation.code)" } ?? "") + (story.taken == nil ? "" : " taken")
    }
  }

  /// The printed order is the fewest moves that lead to a delegation's own; the move that is none of them stands all the
  /// same.
  @Test func moveThatIsNoLongerPrintedStands() throws {
    let round = try DecisionRound()
    try round.move("ECU", "operative/3", after: "operative/1")
    let move = try round.tip("ECU")
    try round.propose("ECU", "operative/2", .deleteParagraph)
    let identifier = try round.open().place(at: ParagraphAddress("operative/3")).entry.identifier
    try expect(state(round, move), is: ["\(identifier) standing"])
  }

  /// What is adopted of the one is not the end of the other either.
  @Test func moveEndsNoWordsAndWordsNoMove() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    let words = try round.tip("VEN")
    try round.move("VEN", "operative/1", after: "operative/3")
    let move = try round.tip("VEN")
    try expect(state(round, words), is: ["\(one) standing"])
    try round.adopt("operative/1", "VEN")
    try expect(state(round, words), is: ["\(one) adopted by chair taken"])
    try expect(state(round, move), is: ["\(one) adopted by chair"])
    try round.undo()
    try expect(state(round, words), is: ["\(one) standing"])
    try expect(state(round, move), is: ["\(one) standing"])
    try round.adoptText("operative/1", "To protect all victims and others.")
    try expect(state(round, words), is: ["\(one) satisfied by adopt"])
    try expect(state(round, move), is: ["\(one) standing"])
    try round.undo()
    try round.place("operative/1", after: "operative/3")
    try expect(state(round, words), is: ["\(one) standing"])
    try expect(state(round, move), is: ["\(one) satisfied by place"])
    try round.undo()
    try round.replace("VEN", "operative/1", "others", "individuals")
    try expect(state(round, words), is: ["\(one) superseded by propose"])
    try expect(state(round, move), is: ["\(one) standing"])
    try round.move("VEN", "operative/1", after: "operative/2")
    try expect(state(round, move), is: ["\(one) superseded by propose"])
  }

  /// A paragraph that is part of another has no place of its own: its order was not met.
  @Test func orderThatAJoinDropsIsNotMet() throws {
    let round = try DecisionRound()
    try round.move("VEN", "operative/3", after: "operative/1")
    let move = try round.tip("VEN")
    try round.join("operative/2", "operative/3")
    let identifier = try ParagraphIdentifier("p0007")
    try expect(state(round, move), is: ["\(identifier) void by merge-paragraphs"])
    try round.undo()
    try expect(state(round, move), is: ["\(identifier) standing"])
  }

  @Test func positionEndsByAnotherAndNotByAProposal() throws {
    let round = try DecisionRound()
    let target = try ParagraphAddress("operative/1")
    _ = try round.open().take(Position(kind: .reserve, reason: nil), on: target, by: named("ARG"), act: round.act())
    let reservation = try round.tip("ARG")
    try round.replace("ARG", "operative/1", "others", "individuals")
    try expect(state(round, reservation), is: ["\(one) standing"])
    _ = try round.open().take(Position(kind: .oppose, reason: nil), on: target, by: named("ARG"), act: round.act())
    try expect(state(round, reservation), is: ["\(one) superseded by oppose"])
  }

  /// What undone decisions took away stands again, also where only a delegation proposes it.
  @Test func positionOnAProposedParagraphStandsAgainOnceItsEndIsUndone() throws {
    let round = try DecisionRound()
    let target = try ParagraphAddress("operative/2 bis")
    let mexico = try named("MEX")
    _ = try round.open().propose(
      .newParagraph("To ask for a report."), to: .paragraph(ParagraphAddress("operative/2")), by: mexico,
      act: round.act())
    _ = try round.open().take(Position(kind: .reserve, reason: nil), on: target, by: named("ARG"), act: round.act())
    let reservation = try round.tip("ARG")
    _ = try round.open().reject(target, of: mexico, DecisionNote(), act: round.act())
    try expect(state(round, reservation), is: ["mex-0001 void by reject"])
    try round.undo()
    try expect(state(round, reservation), is: ["mex-0001 standing"])
    try round.adopt("operative/2 bis", "MEX")
    try round.undo()
    try expect(state(round, reservation), is: ["mex-0001 standing"])
  }

  @Test func positionIsNoProposalThatOthersSupport() throws {
    let round = try DecisionRound()
    let target = try ParagraphAddress("operative/1")
    try round.replace("MEX", "operative/1", "others", "individuals")
    let proposal = try round.tip("MEX")
    _ = try round.open().take(Position(kind: .reserve, reason: nil), on: target, by: named("MEX"), act: round.act())
    let reservation = try round.tip("MEX")
    try round.support("CHL", "operative/1", of: "MEX")
    try expect(state(round, reservation), is: ["\(one) standing"])
    try expect(state(round, proposal), is: ["\(one) standing + CHL"])
  }

  @Test func positionOnAParagraphThatNobodyProposesAnyMoreIsVoid() throws {
    let round = try DecisionRound()
    let target = try ParagraphAddress("operative/2 bis")
    try round.propose("MEX", "operative/2", .newParagraph("To ask for a report."))
    try round.support("CHL", "operative/2 bis", of: "MEX")
    _ = try round.open().take(Position(kind: .reserve, reason: nil), on: target, by: named("ARG"), act: round.act())
    let reservation = try round.tip("ARG")
    _ = try round.open().reject(target, of: named("MEX"), DecisionNote(), act: round.act())
    try expect(state(round, reservation), is: ["mex-0001 standing"])
    try round.undo()
    for (code, expected) in [("MEX", "standing"), ("CHL", "void by withdraw")] {
      _ = try round.open().withdraw(target, by: named(code), act: round.act())
      try expect(state(round, reservation), is: ["mex-0001 \(expected)"])
    }
  }

  @Test func everyEndOfAProposal() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    let mexico = try round.tip("MEX")
    try round.support("CHL", "operative/1", of: "MEX")
    try round.propose("PER", "operative/1", .text(.insertBefore("all", before: Passage("individuals"))), on: "MEX")
    let peru = try round.tip("PER")
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    let venezuela = try round.tip("VEN")
    try round.replace("BRA", "operative/1", "others", "individuals")
    let brazil = try round.tip("BRA")
    try expect(state(round, mexico), is: ["\(one) standing + CHL amended by PER"])
    try expect(state(round, peru), is: ["\(one) standing on MEX"])

    try round.adopt("operative/1", "MEX")
    _ = try round.open().revise(symbol: "CP/1 rev. 1", DecisionNote(), act: round.act())
    try expect(state(round, mexico), is: ["\(one) adopted by chair rev. 1 + CHL amended by PER taken"])
    try expect(state(round, brazil), is: ["\(one) satisfied by adopt"])

    try round.replace("VEN", "operative/1", "protect", "defend")
    try expect(state(round, venezuela), is: ["\(one) superseded by propose"])
    _ = try round.open().reject(
      ParagraphAddress("operative/1"), of: named("VEN"), DecisionNote(reason: "No mandate"), act: round.act())
    try expect(state(round, venezuela), is: ["\(one) superseded by propose"])
    _ = try round.open().withdraw(ParagraphAddress("operative/1"), by: named("PER"), act: round.act())
    try expect(state(round, peru), is: ["\(one) withdrawn on MEX"])
  }

  @Test func supportWithinOneSecondBelongsToTheWordsItSupports() throws {
    let round = try DecisionRound()
    let act = round.act()
    var commits: [ObjectID] = []
    for (code, words) in [("CHL", "individuals"), ("BRA", "persons")] {
      let outcome = try round.open().propose(
        .text(.text("To protect all witnesses and \(words).")), to: .paragraph(ParagraphAddress("operative/1")),
        by: named("MEX"), act: act)
      commits.append(try #require(outcome.commit))
      _ = try round.open().support(ParagraphAddress("operative/1"), of: named("MEX"), by: named(code), act: act)
    }
    try expect(state(round, commits[0]), is: ["\(one) superseded by propose + CHL"])
    try expect(state(round, commits[1]), is: ["\(one) standing + BRA"])
  }

  /// An amendment is of the proposal that it was made from, and a support of the one with the words that it took, whatever
  /// else happened in the same second.
  @Test func answersWithinOneSecondAreOfTheProposalThatStoodThen() throws {
    let round = try DecisionRound()
    let (act, target) = (round.act(), try ParagraphAddress("operative/1"))
    func propose(_ code: String, _ words: String, on other: String? = nil) throws -> ObjectID {
      let change = ProposedChange.text(.replace(Passage(words), with: words == "others" ? "individuals" : "persons"))
      return try #require(
        try round.open().propose(
          change, to: .paragraph(target), by: named(code), amending: other.map { try named($0) }, act: act
        ).commit)
    }
    func support(_ code: String) throws {
      _ = try round.open().support(target, of: named("MEX"), by: named(code), act: act)
    }
    let first = try propose("MEX", "others")
    try support("CHL")
    _ = try propose("PER", "individuals", on: "MEX")
    _ = try round.open().withdraw(target, by: named("MEX"), act: act)
    let second = try propose("MEX", "witnesses")
    try support("BRA")
    try expect(state(round, first), is: ["\(one) withdrawn + CHL amended by PER"])
    try expect(state(round, second), is: ["\(one) standing + BRA"])
    _ = try round.open().withdraw(target, by: named("MEX"), act: act)
    let third = try propose("MEX", "others")
    _ = try propose("ARG", "individuals", on: "MEX")
    func amenders(_ commit: ObjectID) throws -> [String] {
      try round.open().story(of: commit).proposals.values.flatMap(\.amendedBy).map(\.who)
    }
    try expect(amenders(first), is: ["PER"])
    try expect(amenders(third), is: ["ARG"])
  }

  @Test func rejectedAndStandingAgain() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    let venezuela = try round.tip("VEN")
    _ = try round.open().reject(
      ParagraphAddress("operative/1"), of: named("VEN"), DecisionNote(reason: "No mandate"), act: round.act())
    try expect(state(round, venezuela), is: ["\(one) rejected – No mandate"])
    let decision = try round.open().main.commit
    try round.undo()
    try expect(state(round, venezuela), is: ["\(one) standing"])
    #expect(try round.open().story(of: decision).act.undone != nil)
  }

  /// What was met before the paragraph was cut in two does not stand in a half because of what its delegation proposes there.
  @Test func satisfiedSupportStaysSoAfterASplit() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "at once")
    let proposal = try round.tip("VEN")
    try round.support("CHL", "operative/2", of: "VEN")
    let support = try round.tip("CHL")
    try round.adopt("operative/2", "VEN")
    let before = try state(round, support)
    try round.split("operative/2", before: "to act")
    try expect(state(round, support), is: before)
    try round.replace("CHL", "operative/2 bis", "to act", "to answer")
    try expect(state(round, support), is: before)
    try round.replace("VEN", "operative/2", "member states", "experts")
    try expect(state(round, proposal), is: ["\(two) adopted by chair + CHL taken"])
  }

  @Test func proposalOnOneHalfLeavesThatOnTheOther() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .text(.text("To invite the member states to act at once.")))
    let proposal = try round.tip("VEN")
    try round.split("operative/2", before: "to act")
    try expect(state(round, proposal), is: ["\(two) in operative/2 and operative/2 bis"])
    try round.replace("VEN", "operative/2", "invite", "request")
    try expect(state(round, proposal), is: ["\(two) in operative/2 bis"])
    _ = try round.open().withdraw(ParagraphAddress("operative/2 bis"), by: named("VEN"), act: round.act())
    try expect(state(round, proposal), is: ["\(two) superseded by propose"])
  }

  @Test func proposalOnTheOtherHalfLeavesThatOnTheFirst() throws {
    let round = try DecisionRound()
    try round.propose("VEN", "operative/2", .text(.text("To invite the member states to act at once.")))
    let proposal = try round.tip("VEN")
    try round.split("operative/2", before: "to act")
    try round.replace("VEN", "operative/2 bis", "at once", "promptly")
    try expect(state(round, proposal), is: ["\(two) in operative/2"])
    try round.adopt("operative/2", "VEN")
    try expect(state(round, proposal), is: ["\(two) adopted by chair taken"])
  }

  @Test func conflictAndSplit() throws {
    let round = try DecisionRound()
    try round.replace("VEN", "operative/2", "without delay", "at once")
    let venezuela = try round.tip("VEN")
    try round.adoptText("operative/2", "To urge the member states to act without any delay.")
    let states = try state(round, venezuela)
    #expect(states.count == 1 && states[0].contains("in conflict"), "\(states)")
    try round.split("operative/2", before: "to act")
    try expect(state(round, venezuela), is: ["\(two) in operative/2 bis"])
  }

  @Test func decisionNamesWhatItTookAndWhatItDid() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.replace("VEN", "operative/1", "witnesses", "victims")
    let outcome = try round.adopt("operative/1", "MEX")
    let story = try round.open().story(of: outcome.commit)
    #expect(story.took.map(\.delegation.code.description) == ["MEX"])
    #expect(
      story.following.map { "\($0.delegation.code) \($0.change.outcome)" } == ["MEX satisfied", "VEN carried"])
    #expect(story.act.undone == nil)
  }

  // The operative paragraphs of the draft; headings are counted too.
  private let one = "p0005"
  private let two = "p0006"
}
