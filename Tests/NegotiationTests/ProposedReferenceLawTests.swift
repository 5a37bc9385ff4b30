import Drafting
@testable import Negotiation
import TestSupport
import Testing

@Suite("Readings under new numbers")
struct ProposedReferenceLawTests {
  /// Each delegation reads what it read, word for word, but for the numbers, which name the same paragraphs.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func readingsStayWhatTheyAre(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = 6
    func reference() -> String { "paragraph \(Int.random(in: 1...count, using: &random))" }
    var draft = "DRAFT\n\nRESOLVES:\n\n"
    for number in 1...count {
      draft += "\(number). To plan w\(number) under \(reference()) and \(reference()) with care.\n\n"
    }
    let round = try DecisionRound(draft)
    let codes = ["BRA", "CHL", "MEX", "VEN"]
    for act in 1...14 {
      let code = codes[Int.random(in: 0..<4, using: &random)]
      let other = codes[Int.random(in: 0..<4, using: &random)]
      let target = "operative/\(Int.random(in: 1...count, using: &random))"
      do {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: try round.replace(code, target, "with care", "as \(reference()) says, \(act) times")
        case 3: try round.propose(code, target, .text(.text("To do n\(act) of \(reference()).")))
        case 4:
          let more = "besides \(reference()) and"
          try round.propose(code, target, .text(.replace(Passage("and"), with: more)), on: other)
        case 5: try round.support(code, target, of: other)
        case 6, 7: try round.open().proposeNew("To add \(reference()), n\(act).", after: target, by: code, round.act())
        case 8: try round.move(code, target, after: "operative/\(Int.random(in: 1...count, using: &random))")
        default: try round.propose(code, target, .deleteParagraph)
        }
      } catch is NegotiationError {}
    }
    for code in codes {
      for bis in ["1 bis", "3 bis", "4 bis"] {
        do { try round.adopt("operative/\(bis)", code) } catch is NegotiationError {}
      }
    }
    try round.place("operative/\(Int.random(in: 3...count, using: &random))", after: "operative/1")
    let before = try codes.map { try round.reading($0) }
    let clean = try round.open().clean(isCurrent: true, fixes: true, writing: DecisionNote(), act: round.act)
    let numbers = Dictionary(uniqueKeysWithValues: clean.concordance.map { ($0.old.description, $0.new.description) })
    for (code, reading) in zip(codes, before) {
      let expected = reading.map { line in
        line.split(separator: " ", omittingEmptySubsequences: false).reduce(into: [Substring]()) { words, word in
          let digits = word.prefix { $0.isNumber }
          let isNumber = words.last == "paragraph" && !digits.isEmpty
          words.append(isNumber ? (numbers[String(digits)] ?? "none") + word.dropFirst(digits.count) : word)
        }.joined(separator: " ")
      }
      try #expect(round.reading(code) == expected, "seed \(seed), \(code)")
    }
    try round.expectSound("seed \(seed)")
    try round.undo()
    for (code, reading) in zip(codes, before) { try #expect(round.reading(code) == reading, "seed \(seed), \(code)") }
    try round.expectSound("seed \(seed), undone")
  }
}
