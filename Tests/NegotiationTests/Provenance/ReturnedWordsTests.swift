import Drafting
@testable import Negotiation
import Testing

@Suite("Words that had gone and come back")
struct ReturnedWordsTests {
  /// Who only repeated words of the chair's text, as part of what was adopted of it, keeps none of them there.
  @Test func wordsThatAnotherOnlyRepeatedHadGone() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "protect", "shield")
    try round.adopt("operative/1", "MEX")
    try round.replace("CHL", "operative/1", "witnesses and others", "witnesses")
    try round.adopt("operative/1", "CHL")
    try round.replace("VEN", "operative/1", "witnesses", "witnesses and others")
    try round.adopt("operative/1", "VEN")
    let lines = try round.blame("operative/1")
    #expect(lines.contains("VEN adopted: others (first draft)"), "\(lines)")
  }

  /// Words that the chair took from a delegation and struck again have gone, though its branch keeps them in its past.
  @Test func adoptedWordsThatWereStruckHadGone() throws {
    let round = try DecisionRound()
    try round.replace("MEX", "operative/1", "others", "individuals")
    try round.adopt("operative/1", "MEX")
    try round.replace("CHL", "operative/1", "individuals", "families")
    try round.adopt("operative/1", "CHL")
    try round.replace("VEN", "operative/1", "families", "individuals")
    let lines = try round.blame("operative/1", isConsolidated: true)
    #expect(lines.contains("[Ven] VEN: individuals (first MEX)"), "\(lines)")
  }

  @Test func rejectedWordsHadGone() throws {
    let round = try DecisionRound()
    try round.replace("BRA", "operative/1", "protect", "spare")
    try round.reject("operative/1", "BRA")
    try round.replace("PER", "operative/1", "protect", "spare")
    let lines = try round.blame("operative/1", isConsolidated: true)
    #expect(lines.contains("[Peru] PER: spare (first BRA)"), "\(lines)")
  }
}
