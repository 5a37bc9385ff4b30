import Merging
import TestSupport
import Testing

@Suite("Words kept from one wording to the next")
struct WordTraceTests {
  private func kept(_ old: String, _ new: String) -> [String] {
    var trace = WordTrace()
    let (base, version) = (trace.words(of: old), trace.words(of: new))
    return trace.kept(from: base, to: version).map { "\($0.old) \(version.text($0.new..<($0.new + $0.count)))" }
  }

  @Test func wordsAroundAChangeAreKept() {
    #expect(
      kept("To protect all persons and others.", "To protect all persons and individuals.")
        == ["0 To protect all persons and", "6 ."])
    #expect(kept("a report", "a report") == ["0 a report"])
    #expect(kept("", "a report") == [])
  }

  @Test func aLoneSmallWordBelongsToTheChange() {
    #expect(
      kept(
        "States shall cooperate closely in the field of criminal law with witnesses",
        "States shall cooperate closely in protection of victims law with witnesses"
      ) == ["0 States shall cooperate closely in", "9 law with witnesses"])
  }

  /// A quotation is written whole in a bracket, but who wrote its words is another question.
  @Test func quotedWordsThatStayAreKept() {
    #expect(
      kept("in the spirit of \"peace and justice\" among nations", "in the spirit of \"peace and order\" among nations")
        == ["0 in the spirit of \"peace and", "8 \" among nations"])
  }

  @Test func keptWordsAreTheSameInBothAndInOrder() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let vocabulary = ["the", "and", "persons", "others", "states", "\"", "(", ")", ".", "l'", "law"]
      func text() -> String {
        (0..<Int.random(in: 0...14, using: &random)).map { _ in vocabulary.randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
      var trace = WordTrace()
      let (old, new) = (trace.words(of: text()), trace.words(of: text()))
      var (i, j) = (0, 0)
      for run in trace.kept(from: old, to: new) {
        #expect(run.count > 0 && run.old >= i && run.new >= j, "seed \(seed)")
        for offset in 0..<run.count {
          let pair = (run.old + offset, run.new + offset)
          #expect(old.text(pair.0..<(pair.0 + 1)) == new.text(pair.1..<(pair.1 + 1)), "seed \(seed)")
        }
        (i, j) = (run.old + run.count, run.new + run.count)
      }
      #expect(i <= old.count && j <= new.count, "seed \(seed)")
    }
  }
}
