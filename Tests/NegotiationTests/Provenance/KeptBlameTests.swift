import Drafting
import Git
@testable import Negotiation
import TestSupport
import Testing

@Suite("Credits that were kept")
struct KeptBlameTests {
  private func pieces(
    _ round: DecisionRound, _ target: String, isConsolidated: Bool = false, program: String? = "test"
  ) throws -> [BlamePiece] {
    let negotiation = try round.open()
    return try negotiation.blame(
      negotiation.place(at: ParagraphAddress(target)), isConsolidated: isConsolidated, program: program
    ).pieces
  }

  private func file(_ round: DecisionRound, _ name: String) -> String { round.path + "/amend/blame/" + name }

  /// Words that were replaced, adopted and struck, and a proposal that stands.
  private func round() throws -> DecisionRound {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adopt("operative/1", "MEX")
    try round.adoptText("operative/1", "To protect each witness, individuals and their families.")
    try round.replace("CHL", "operative/1", "families", "relatives")
    return round
  }

  /// Asked after every act, so that what was kept is out of date in every way that acts can bring about.
  @Test(arguments: 31...34 as ClosedRange<UInt64>) func areWhatTheCommitsGive(_ seed: UInt64) throws {
    var walk = try ProvenanceWalk(seed: seed)
    for step in 1...16 {
      try walk.step()
      let negotiation = try walk.round.open()
      for place in try negotiation.main.order().places where place.entry.number != nil {
        for isConsolidated in [false, true] {
          let fresh = try negotiation.blame(place, isConsolidated: isConsolidated)
          for time in ["first", "second"] {
            let told = try negotiation.blame(place, isConsolidated: isConsolidated, program: "test")
            #expect(told.pieces == fresh.pieces, "seed \(seed), step \(step), \(place.address), asked a \(time) time")
          }
        }
      }
    }
    try walk.round.expectVerified()
  }

  @Test func areGivenAgainAndNotWorkedOut() throws {
    let round = try round()
    let told = try pieces(round, "operative/1")
    func shelf() throws -> BlameShelf {
      try BlameShelf(round.open(), ParagraphIdentifier("p0005"), isConsolidated: false, program: "test")
    }
    #expect(try shelf().kept()?.credits.pieces == told)
    #expect(try told == pieces(round, "operative/1", program: nil))
    // Another program may credit otherwise.
    let other = try BlameShelf(
      round.open(), ParagraphIdentifier("p0005"), isConsolidated: false, program: "other")
    #expect(try other.kept() == nil)
    // An act on another paragraph does not touch them, one on this paragraph does.
    try round.replace("BRA", "operative/3", "welcome", "hospitality")
    #expect(try shelf().kept()?.credits.pieces == told)
    try round.adopt("operative/1", "CHL")
    #expect(try shelf().kept() == nil)
  }

  @Test func withABitFlippedOrCutOff() throws {
    let round = try round()
    for isConsolidated in [false, true] {
      let told = try pieces(round, "operative/1", isConsolidated: isConsolidated)
      let file = file(round, isConsolidated ? "p0005+" : "p0005")
      let whole = try bytes(ofFile: file)
      var random = SeededGenerator(seed: 41)
      for _ in 0..<80 {
        try write(whole.damaged(using: &random), toFile: file)
        #expect(try pieces(round, "operative/1", isConsolidated: isConsolidated) == told)
        #expect(try bytes(ofFile: file) == whole, "it is mended")
      }
    }
  }

  /// Bytes whose checksum is right: what they say must still be refused where it says nothing.
  @Test func ofBytesThatMeanNothing() throws {
    let round = try round()
    let told = try pieces(round, "operative/1")
    let repository = try round.open().repository
    let whole = Array(try #require(repository.derived("blame/p0005")))
    var random = SeededGenerator(seed: 42)
    for count in [0, 1, whole.count / 2, whole.count - 1] {
      repository.keepDerived("blame/p0005", Array(whole[..<count]))
      #expect(try pieces(round, "operative/1") == told, "\(count) bytes")
    }
    repository.keepDerived("blame/p0005", whole + [0])
    #expect(try pieces(round, "operative/1") == told, "a byte too many")
    for _ in 0..<40 {
      repository.keepDerived("blame/p0005", (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) })
      #expect(try pieces(round, "operative/1") == told)
    }
  }

  @Test func ofAnOlderState() throws {
    let round = try round()
    _ = try pieces(round, "operative/1", isConsolidated: true)
    _ = try pieces(round, "operative/1")
    let old = try ["p0005", "p0005+"].map { try bytes(ofFile: file(round, $0)) }
    try round.adopt("operative/1", "CHL")
    for (name, content) in zip(["p0005", "p0005+"], old) { try write(content, toFile: file(round, name)) }
    for isConsolidated in [false, true] {
      let fresh = try pieces(round, "operative/1", isConsolidated: isConsolidated, program: nil)
      #expect(try pieces(round, "operative/1", isConsolidated: isConsolidated) == fresh)
    }
  }

  /// The same words by the same acts in another repository are other commits.
  @Test func ofAnotherNegotiation() throws {
    let (round, other) = (try round(), try DecisionRound())
    try other.replace("VEN", "operative/1", "others", "individuals")
    try other.adopt("operative/1", "VEN")
    try other.adoptText("operative/1", "To protect each witness, individuals and their families.")
    try other.replace("CHL", "operative/1", "families", "relatives")
    let told = try pieces(round, "operative/1")
    #expect(try pieces(other, "operative/1") != told)
    try write(try bytes(ofFile: file(other, "p0005")), toFile: file(round, "p0005"))
    #expect(try pieces(round, "operative/1") == told)
  }

  @Test func areCheckedByAVerification() throws {
    let round = try round()
    var told = try pieces(round, "operative/1")
    _ = try pieces(round, "operative/1", isConsolidated: true)
    try round.expectVerified()
    let shelf = try BlameShelf(round.open(), ParagraphIdentifier("p0005"), isConsolidated: false, program: "test")
    told.removeLast()
    _ = try shelf.keep(ParagraphCredits(pieces: told, notes: []), [ParagraphIdentifier("p0005")])
    try #expect(
      round.findings() == ["derived: amend/blame/p0005: credits other words than the commits; remove the file"])
    try write([1, 2, 3], toFile: file(round, "p0005"))
    try #expect(round.findings() == ["derived: amend/blame/p0005: damaged; it is made again when it is needed"])
    // Where nothing is kept any more that counts, nothing is wrong.
    _ = try pieces(round, "operative/1")
    try round.adopt("operative/1", "CHL")
    try round.expectVerified()
  }
}
