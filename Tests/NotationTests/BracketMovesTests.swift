import Drafting
import Merging
import Notation
import Testing

@Suite("A clause that moves, as it is shown")
struct BracketMovesTests {
  private let text = consolidated(
    base: "To promote, in accordance with domestic law, the exchange of [x] among all authorities.",
    versions: [
      Version(
        label: "Pan", text: "To promote the exchange of [x] among all authorities, in accordance with domestic law."),
      Version(
        label: "Ven",
        text: "To promote, in accordance with domestic law, the exchange of [x] among the competent authorities."),
    ])

  @Test(arguments: BracketNotation.allCases)
  func isToldFromOtherWordsInBothPlaces(notation: BracketNotation) {
    let writer = BracketWriter(notation: notation, labels: LabelTable(registry: .standard))
    let moved = writer.spans(of: text, showsMoves: true).filter { $0.move != nil }
    #expect(moved.map(\.text) == [", in accordance with domestic law,", ", in accordance with domestic law"])
    #expect(moved.map(\.move) == [0, 0])
    #expect(moved.map(\.emphasis) == [notation == .oas ? .struck : .plain, .added])
  }

  @Test(arguments: BracketNotation.allCases, 1...300)
  func changesNoCharacter(notation: BracketNotation, seed: Int) {
    var generator = BracketTextGenerator(seed: UInt64(seed))
    let text = generator.text()
    let writer = BracketWriter(notation: notation, labels: LabelTable(registry: .standard))
    #expect(writer.spans(of: text, showsMoves: true).map(\.text).joined() == writer.write(text), "seed \(seed)")
  }

  @Test func nestedBracketsAreCountedAsTheTreeCountsThem() {
    let clause = BracketedText(text: "in accordance with domestic law")
    let inner = Bracket(alternatives: [Alternative(labels: ["Chile"], content: BracketedText(text: "x"))], struck: nil)
    let first = Bracket(
      alternatives: [Alternative(labels: ["Bra"], content: BracketedText([.text("a "), .bracket(inner)]))],
      struck: BracketedText([.text("b "), .bracket(inner)]))
    let text = BracketedText([
      .bracket(first), .text(" c "),
      .bracket(Bracket(alternatives: [Alternative(labels: ["Per"], content: clause)], struck: nil)), .text(" d "),
      .bracket(Bracket(alternatives: [Alternative(labels: ["Per"], content: BracketedText())], struck: clause)),
    ])
    #expect(text.movedClauses.map { [$0.origin, $0.target] } == [[4, 3]])
    for notation in BracketNotation.allCases {
      let spans = BracketWriter(notation: notation, labels: LabelTable(registry: .standard))
        .spans(of: text, showsMoves: true)
      #expect(
        spans.filter { $0.move == 0 }.map(\.text) == [
          "in accordance with domestic law", "in accordance with domestic law",
        ])
    }
  }
}
