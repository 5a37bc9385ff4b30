import Drafting
import Merging
import Notation
import Testing

private let reader = BracketReader(labels: LabelTable(registry: .standard))

/// The labels and the content of a text that is one insertion, `Bra, Chile: x`; the text itself for anything else.
private func insertion(_ written: String) -> String {
  let (text, _) = reader.read(written)
  guard text.pieces.count == 1, case .bracket(let bracket)? = text.pieces.first,
    bracket.alternatives.count == 1, bracket.struck == nil
  else { return text.reading(of: nil) }
  let alternative = bracket.alternatives[0]
  return alternative.labels.joined(separator: ", ") + ": " + alternative.content.reading(of: nil)
}

@Test(arguments: [
  ("[Chile, Bra: x]", "Bra, Chile: x"),
  ("[MEX : x]", "Mex: x"), ("[Méx\u{A0}: x]", "Mex: x"), ("[mexico:x]", "Mex: x"),
  ("[Mex;Ven/Bra: x]", "Bra, Mex, Ven: x"), ("[Arg / Bra: x]", "Arg, Bra: x"),
  ("[Brazil and Chile: x]", "Bra, Chile: x"), ("[Brasil y Chile: x]", "Bra, Chile: x"),
  ("[Brasil e Chile: x]", "Bra, Chile: x"), ("[Brésil et Chili: x]", "Bra, Chile: x"),
  ("[Antigua and Barbuda: x]", "Ant: x"),
  ("[Antigua and Barbuda and Trinidad y Tobago: x]", "Ant, T&T: x"),
  ("[Brazil, Chile, and St. Kitts & Nevis: x]", "Bra, Chile, St. Kitts: x"),
  ("[EE. UU.: x]", "US: x"), ("[EE.UU., República Dominicana: x]", "DR, US: x"),
  ("[Saint Vincent and the Grenadines and Saint Lucia: x]", "St. Lucia, St. Vincent: x"),
  ("[Ven, Ven: x]", "Ven: x"),
  ("[Ven, Narnia: x]", "[Ven, Narnia: x]"), ("[Ven,: x]", "[Ven,: x]"),
  ("[Measure: any law]", "[Measure: any law]"), ("[“Mex”: x]", "[“Mex”: x]"), ("[: x]", "[: x]"),
  ("[U, S: x]", "[U, S: x]"),
])
func aBracketIsAttributedIfEveryItemIsALabel(written: String, meaning: String) {
  #expect(insertion(written) == meaning)
}

@Test(arguments: [
  ("[Mex: ~~others~~ individuals]", "[Mex: individuals ~~others~~]"),
  ("[Ven: – ~~x~~]", "[Ven: – ~~x~~]"),
  ("[Ven: DELETE ~~x~~]", "[Ven: ~~x~~]"),
  ("[Ven: b / Arg: a ~~x~~]", "[Arg: a / Ven: b ~~x~~]"),
  ("[Arg: – / Ven: b ~~x~~]", "[Ven: b / Arg: – ~~x~~]"),
  ("[x]/[Mex: SUPPRIMER]/[Arg: a]", "[Arg: a / Mex: – ~~x~~]"),
  ("[others]/[Mex: RETAIN]/[Arg: a]", "[Arg: a / Mex: others ~~others~~]"),
  ("[a [Ven: b] c", "[a [Ven: b] c"),
  ("[a [Ven: b] c]", "[a [Ven: b] c]"),
  ("[a] [b]", "[a] [b]"), ("[a]/[b]", "[a]/[b]"),
  ("[Ven: a [b] c [Bra: d] e]", "[Ven: a [b] c [Bra: d] e]"),
  ("[Ven:\n a\nb ]", "[Ven: a\nb]"),
])
func looseFormsAreReadAsTheStrictOnes(written: String, strict: String) {
  let text = reader.read(written).text
  #expect(BracketWriter(labels: reader.labels).write(text) == strict)
}

@Test(arguments: [
  (
    "a [Dom: x]", 3,
    "'Dom' may mean Dominica (DMA) or Dominican Republic (DOM); the bracket was kept as text"
  ),
  ("[Mex: DELETE]", 1, "nothing says which words 'DELETE' is about; kept as text"),
  ("ab [Mex: MANTER]", 4, "nothing says which words 'MANTER' is about; kept as text"),
  ("[Mex: a / Mex: b]", 1, "Mex stands twice in the bracket; kept as text"),
  ("[Mex: a ~~b]", 1, "'~~' stands without its pair; kept as text"),
  ("[Mex: a ~~b~~ c]", 1, "struck words must stand at the end of the bracket; kept as text"),
  ("[Mex: a ~~b~~ ~~c~~]", 1, "the bracket has more than one struck passage; kept as text"),
  ("[Mex: ]", 1, "the bracket says nothing; kept as text"),
  ("é [Mex: a", 3, "'[' is never closed; kept as text"),
  ("a ] b", 3, "']' was never opened; kept as text"),
  ("[x]/[Mex: a]/[Mex: b]", 1, "Mex stands twice in the bracket; kept as text"),
])
func whatCannotBeUnderstoodStaysAsTextAndIsReported(written: String, column: Int, message: String) {
  let (text, diagnostics) = reader.read("one\n" + written)
  #expect(text == BracketedText(text: "one\n" + written))
  #expect(diagnostics == [Diagnostic(line: 2, column: column, message: message)])
}

@Test func labelsOfAPlainTableAreReadToTheLetter() {
  let reader = BracketReader(labels: LabelTable(labels: ["v1", "Côte d’Ivoire", "A and B"]))
  let text = reader.read("[v1, Côte d’Ivoire: x] [V1: y] [A and B: z]").text
  #expect(text.labels == ["v1", "Côte d’Ivoire", "A and B"])
}

@Test func readingIsLinear() {
  let clock = ContinuousClock()
  let unit = "[a [Mex: x / Ven: y ~~z~~] ~~ / Arg and/or: [b]/[Mex: c] ] \\[ "
  let traps = [
    String(repeating: unit, count: 2_000), String(repeating: "[", count: 100_000),
    String(repeating: "]", count: 100_000), String(repeating: "[Mex: ", count: 10_000),
    String(repeating: "[Mex: ", count: 10_000) + "x" + String(repeating: "]", count: 10_000),
    String(repeating: "[", count: 10_000) + "x" + String(repeating: "]/[Mex: y]", count: 10_000),
    "[Mex: x" + String(repeating: " / Ven", count: 20_000) + "]",
    String(repeating: "~", count: 100_000),
    "[Mex: " + String(repeating: "~~", count: 50_000) + "]",
    String(repeating: "\\", count: 100_000),
    "[a]" + String(repeating: "/[Mex: y]", count: 10_000), String(repeating: "[x]/", count: 30_000),
  ]
  for (index, text) in traps.enumerated() {
    let time = clock.measure { _ = reader.read(text) }
    #expect(time < .seconds(4), "trap \(index) took \(time)")
  }
}

@Test func aRivalIsFoundAfterALongRunOfSlashes() {
  let run = String(repeating: "x / ", count: 1_000)
  let text = reader.read("[Bra: a / \(run)Ven: b]").text
  #expect(text.labels == ["Bra", "Ven"])
  #expect(text.reading(of: "Ven") == "b")
}

@Test func onlyTheFirstReportsAreMadeAndTheOthersCounted() {
  let diagnostics = reader.read(String(repeating: "]", count: 100_000)).diagnostics
  #expect(diagnostics.count == Diagnostic.greatestCount + 1)
  #expect(diagnostics.last?.message == "and 99800 more after this place")
}

@Test func bracketsTooDeepStayAsTextAndAreReportedOnce() {
  let written = String(repeating: "[Mex: a ", count: 10_000) + String(repeating: "]", count: 10_000)
  let (text, diagnostics) = reader.read(written)
  #expect(text.bracketCount == 200)
  #expect(
    diagnostics == [
      Diagnostic(
        line: 1, column: 1601, message: "brackets stand more than 200 deep; kept as text from here")
    ])
  #expect(text.reading(of: "Mex").utf8.count > 9_800 * 7)
}
