import Drafting
import Git
import Glibc
@testable import Negotiation
import TestSupport
import Testing

@Suite("Tables of credits that were kept")
struct KeptTableTests {
  private let form = BlameForm(language: .english, isBold: false)

  private static func text(_ blame: ParagraphBlame, _ form: BlameForm) -> String {
    "\(form.language.rawValue) \(form.isBold)\n" + blame.pieces.map { "\($0)\n" }.joined()
  }

  /// The table, and whether it was written for the question.
  private func table(
    _ round: DecisionRound, _ form: BlameForm? = nil, isConsolidated: Bool = false, program: String = "test"
  ) throws -> (text: String, isNew: Bool) {
    let negotiation = try round.open()
    var isNew = false
    let text = try negotiation.writtenBlame(
      negotiation.place(at: ParagraphAddress("operative/1")), isConsolidated: isConsolidated, form: form ?? self.form,
      program: program
    ) { blame, form in
      isNew = true
      return Self.text(blame, form)
    }
    return (text, isNew)
  }

  /// What a table must say: the credits worked out anew.
  private func expected(_ round: DecisionRound, _ form: BlameForm? = nil, isConsolidated: Bool = false) throws -> String
  {
    let negotiation = try round.open()
    let place = try negotiation.place(at: ParagraphAddress("operative/1"))
    return Self.text(try negotiation.blame(place, isConsolidated: isConsolidated), form ?? self.form)
  }

  private func round() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adopt("operative/1", "MEX")
    try round.replace("CHL", "operative/1", "witnesses", "persons")
    return round
  }

  @Test func isWrittenAgainOnlyWhenWhatItTellsIsAnother() throws {
    let round = try round()
    #expect(try table(round).isNew)
    #expect(try table(round) == (try expected(round), false))
    let spanish = BlameForm(language: .spanish, isBold: false)
    #expect(try table(round, spanish) == (try expected(round, spanish), true), "another language")
    #expect(try table(round).isNew)
    #expect(try table(round, program: "other").isNew, "another program")
    #expect(try table(round).isNew)
    // An act on another paragraph does not touch it; asked again, no event needs to be looked at.
    try round.replace("BRA", "operative/3", "welcome", "hospitality")
    let told = try expected(round)
    #expect(try table(round) == (told, false))
    _ = unsafe unlink(round.path + "/amend/history")
    #expect(try table(round) == (told, false))
    #expect(try !round.open().repository.hasDerived("history"), "the index was not asked")
    try round.adopt("operative/1", "CHL")
    #expect(try table(round) == (try expected(round), true))
    _ = try round.open().revise(symbol: "DOC rev. 1", DecisionNote(), act: round.act())
    #expect(try table(round) == (try expected(round), true), "a revision has the words now")
    _ = try round.undo()
    #expect(try table(round) == (try expected(round), true))
    try round.expectVerified()
  }

  /// A branch that was put back, as no act of the program does it.
  @Test func isNotGivenAgainWhereABranchWasPutBack() throws {
    let round = try round()
    _ = try table(round, isConsolidated: true)
    let repository = try round.open().repository
    let branch = ReferenceNames.delegations + "CHL"
    let tip = try #require(try repository.reference(branch))
    try repository.move(branch, from: tip, to: try #require(try repository.commit(tip).parents.first))
    #expect(try table(round, isConsolidated: true) == (try expected(round, isConsolidated: true), true))
  }

  @Test func withABitFlippedOrCutOff() throws {
    let round = try round()
    let told = try table(round).text
    let file = round.path + "/amend/blame/p0005.table"
    let whole = try bytes(ofFile: file)
    var random = SeededGenerator(seed: 43)
    for _ in 0..<80 {
      try write(whole.damaged(using: &random), toFile: file)
      #expect(try table(round) == (told, true))
      #expect(try bytes(ofFile: file) == whole, "it is mended")
    }
    let repository = try round.open().repository
    let inside = Array(try #require(repository.derived("blame/p0005.table")))
    for content in [[], Array(inside.dropLast()), inside + [0], Array(inside.reversed())] {
      repository.keepDerived("blame/p0005.table", content)
      #expect(try table(round) == (told, true))
    }
  }

  @Test func ofAnOlderStateOrAnotherNegotiation() throws {
    let round = try round()
    _ = try table(round)
    let file = "/amend/blame/p0005.table"
    let old = try bytes(ofFile: round.path + file)
    try round.adopt("operative/1", "CHL")
    try write(old, toFile: round.path + file)
    #expect(try table(round) == (try expected(round), true))
    let other = try self.round()
    _ = try other.open().revise(symbol: "DOC rev. 1", DecisionNote(), act: other.act())
    _ = try table(other)
    try write(try bytes(ofFile: other.path + file), toFile: round.path + file)
    #expect(try table(round) == (try expected(round), true))
  }

  @Test func areCheckedByAVerification() throws {
    let round = try round()
    _ = try table(round)
    let repository = try round.open().repository
    func findings() throws -> [String] {
      let report = try Negotiation.verify(at: round.path, program: "test", blameWriter: Self.text)
      return report.findings.map { "\($0.path ?? ""): \($0.message)" }
    }
    #expect(try findings() == [])
    var kept = try KeptTable(Array(try #require(repository.derived("blame/p0005.table"))))
    kept.text += "and more\n"
    repository.keepDerived("blame/p0005.table", kept.bytes)
    #expect(try findings() == ["amend/blame/p0005.table: tells other credits than the commits; remove the file"])
    try write([1, 2, 3], toFile: round.path + "/amend/blame/p0005.table")
    #expect(try findings() == ["amend/blame/p0005.table: damaged; it is made again when it is needed"])
  }
}
