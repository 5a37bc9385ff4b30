import Drafting
@testable import Negotiation
import TestSupport
import Testing

@Suite("An order of place keeps the paragraph that it names")
struct AnchoredMoveTests {
  private static let long =
    DecisionRound.draft + """

      5. To invite all organs to review it.

      6. To thank everybody.

      """

  /// `4 [Bra: PLACE WITH PARAGRAPH 2]`, every placement order that is printed.
  private func orders(_ round: DecisionRound) throws -> [String] {
    var number = ""
    return try round.written().compactMap { line in
      guard line.hasPrefix("[") else {
        number = String(line.prefix { $0 != "." })
        return nil
      }
      return "\(number) \(line.replacing(" OF THE OPERATIVE PART", with: ""))"
    }
  }

  /// The numbers of the operative paragraphs as a delegation reads them.
  private func order(_ round: DecisionRound, _ code: String) throws -> String {
    try round.reading(code).filter { $0.hasPrefix("operative p") }.compactMap { Int($0.dropFirst(11).prefix(4)) }
      .filter { $0 > 4 }.map { String($0 - 4) }.joined(separator: " ")
  }

  private func file(_ round: DecisionRound, _ code: String) throws -> String {
    try round.git("show", "delegations/\(code):outline/_moved")
  }

  private func remarks(_ round: DecisionRound, _ code: String, _ target: String, after other: String) throws -> [String]
  {
    try round.open().propose(
      .move(after: .paragraph(ParagraphAddress(other))), to: .paragraph(ParagraphAddress(target)), by: named(code),
      act: round.act()
    ).remarks
  }

  private func withdraw(_ round: DecisionRound, _ code: String, _ target: String) throws -> [String] {
    try round.open().withdraw(ParagraphAddress(target), by: named(code), act: round.act()).remarks
  }

  @Test(arguments: [false, true])
  func whatIsPlacedBehindAParagraphGoesAlongWithIt(_ isRejected: Bool) throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/4", after: "operative/2")
    try #expect(
      remarks(round, "BRA", "operative/2", after: "operative/5")
        == ["operative/4 goes along, as Brazil would have it behind operative/2."])
    try #expect(orders(round) == ["2 [Bra: PLACE WITH PARAGRAPH 5]", "4 [Bra: PLACE WITH PARAGRAPH 2]"])
    try #expect(order(round, "BRA") == "1 3 5 2 4 6")
    try #expect(file(round, "BRA") == "p0006 after p0009\np0008 after p0006\n")
    try round.expectSound()
    if isRejected {
      try #expect(round.reject("operative/2", "BRA").remarks == [])
    } else {
      try #expect(withdraw(round, "BRA", "operative/2") == [])
    }
    try #expect(orders(round) == ["4 [Bra: PLACE WITH PARAGRAPH 2]"])
    try #expect(order(round, "BRA") == "1 2 4 3 5 6")
    try round.expectSound()
    if !isRejected { return }
    try round.undo()
    try #expect(order(round, "BRA") == "1 3 5 2 4 6")
    try round.expectSound()
  }

  @Test func ordersOfOneDelegationAreTheSameWhicheverCameFirst() throws {
    for isReversed in [false, true] {
      let round = try DecisionRound(Self.long)
      let moves = [("operative/2", "operative/6"), ("operative/5", "operative/2"), ("operative/3", "operative/5")]
      for (target, other) in isReversed ? moves.reversed() : moves { try round.move("BRA", target, after: other) }
      try #expect(order(round, "BRA") == "1 4 6 2 5 3", "\(isReversed)")
      try #expect(file(round, "BRA").hasPrefix("p0006 after p0010\np0007 after p0009\n"))
      try round.expectSound()
    }
  }

  @Test func orderThatTheTextMeetsOnceTheOtherIsTakenBackGoesAndIsTold() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/2", after: "operative/5")
    try round.move("BRA", "operative/3", after: "operative/2")
    try #expect(withdraw(round, "BRA", "operative/2") == ["Of Brazil no order of place is printed any more."])
    try #expect(order(round, "BRA") == "1 2 3 4 5 6")
    try round.expectSound()
  }

  @Test func supportersReadTheSameWhateverTheySupportFirst() throws {
    for isReversed in [false, true] {
      let round = try DecisionRound(Self.long)
      try round.move("BRA", "operative/2", after: "operative/5")
      try round.move("BRA", "operative/4", after: "operative/2")
      let targets = ["operative/4", "operative/2"]
      for target in isReversed ? targets.reversed() : targets { try round.support("PER", target, of: "BRA") }
      try #expect(orders(round) == ["2 [Bra, Peru: PLACE WITH PARAGRAPH 5]", "4 [Bra, Peru: PLACE WITH PARAGRAPH 2]"])
      try round.expectSound()
    }
  }

  @Test func orderToStandBehindWhatGoesBehindItselfIsToldOfItsPlace() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/5", after: "operative/2")
    try round.move("BRA", "operative/6", after: "operative/5")
    try round.move("BRA", "operative/2", after: "operative/6")
    try #expect(order(round, "BRA") == "1 5 6 2 3 4")
    try #expect(file(round, "BRA") == "p0006 after p0010\np0009\np0010 after p0009\n")
    try round.expectSound()
  }

  @Test func whatTheDelegationDeletesIsNoPlaceToStandBehind() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/4", after: "operative/2")
    try round.propose("BRA", "operative/2", .deleteParagraph)
    try #expect(order(round, "BRA") == "1 4 3 5 6")
    try #expect(file(round, "BRA") == "p0008 after p0005\n")
    try round.expectSound()
  }

  @Test func splitsAndJoinsKeepThePlace() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/4", after: "operative/2")
    try round.split("operative/2", before: "to act")
    try #expect(file(round, "BRA") == "p0008 after p0011\n")
    try round.move("BRA", "operative/2 bis", after: "operative/5")
    try #expect(orders(round) == ["2 bis [Bra: PLACE WITH PARAGRAPH 5]", "4 [Bra: PLACE WITH PARAGRAPH 2 BIS]"])
    try round.expectSound()
    _ = try withdraw(round, "BRA", "operative/2 bis")
    try round.join("operative/2", "operative/2 bis")
    try #expect(file(round, "BRA") == "p0008 after p0006\n")
    try #expect(order(round, "BRA") == "1 2 4 3 5 6")
    try round.expectSound()
  }

  @Test func writtenDraftBringsTheAnchorsBack() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/4", after: "operative/2")
    try round.move("BRA", "operative/2", after: "operative/5")
    let again = try DecisionRound(round.written().joined(separator: "\n\n"))
    try #expect(file(again, "BRA") == file(round, "BRA"))
    _ = try withdraw(again, "BRA", "operative/2")
    try #expect(orders(again) == ["4 [Bra: PLACE WITH PARAGRAPH 2]"])
    try again.expectSound()
  }

  @Test func fileWithoutAnchorsReadsAsBefore() throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/4", after: "operative/2")
    try forge("p0008\n", in: round)
    try #expect(orders(round) == ["4 [Bra: PLACE WITH PARAGRAPH 2]"])
    try round.expectSound()
    try round.adoptText("operative/1", "To protect everybody.")
    try round.expectSound()
    try #expect(file(round, "BRA") == "p0008\n")
  }

  @Test(arguments: [
    ("p0008 after p0099\n", "p0008 is to stand where there is nothing"),
    ("p0008 after p0005\n", "p0008 is said to stand where it does not"),
    ("p0008 begins nowhere\n", "p0008 is to stand where there is nothing"),
    ("p0008 beside p0006\n", "'p0008 beside p0006' does not say where a paragraph is to stand"),
    ("p0008  after p0006\n", "'p0008  after p0006' does not say where a paragraph is to stand"),
  ])
  func lieAboutAPlaceIsFound(_ lie: String, _ expected: String) throws {
    let round = try DecisionRound(Self.long)
    try round.move("BRA", "operative/4", after: "operative/2")
    try forge(lie, in: round)
    let findings = try round.findings()
    #expect(findings.contains { $0.hasSuffix("outline/_moved: \(expected)") }, "\(findings)")
  }

  /// Gives Brazil's last commit another file of what was moved.
  private func forge(_ lie: String, in round: DecisionRound) throws {
    let message = try round.git("log", "-1", "--format=%B", "delegations/BRA")
    let outline = try round.file("outline/operative", on: "delegations/BRA")
    try Forgery(
      branch: "refs/heads/delegations/BRA", author: "Brazil <bra@delegations.invalid>", message: message,
      files: ["outline/operative": outline, "outline/_moved": lie],
      parent: String(round.git("rev-parse", "main").prefix(40))
    ).make(in: round)
  }
}
