import Drafting
import Merging
import Notation
import TestSupport
import Testing

private let labels = LabelTable(registry: .standard)

@Test func signsThatWouldBeMisreadAreLiteral() {
  let signs = LiteralSigns(labels)
  func literal(_ text: String) -> [String] { signs.parts(of: text).filter(\.isLiteral).map(\.text) }
  #expect(literal("as in [sic] and [Measure: any law]").isEmpty)
  #expect(literal("the bracket [Mex: others] of old") == ["["])
  #expect(literal(#"C:\[temp]"#) == [#"\"#])
  #expect(literal("a mark [^3] of nothing") == ["["])
}

@Test(arguments: 1...200)
func literalSignsComeBackAsTheyWere(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let signs = ["[", "]", "[Mex: ", "~~", "~", "\\", " / Ven: ", "–", ":", "a", " ", "[sic]", "Bra:", "\n"]
  let text = (0..<Int.random(in: 0...10, using: &random)).map { _ in
    signs.randomElement(using: &random) ?? "x"
  }.joined()
  let parts = LiteralSigns(labels).parts(of: text)
  #expect(parts.map(\.text).joined() == text, "seed \(seed)")
  let written = parts.map { $0.isLiteral ? LiteralSigns.written($0.text) : $0.text }.joined()
  #expect(BracketReader(labels: labels).read(written).text == BracketedText(text: text), "seed \(seed)")
  // As much in a text that has its backslashes.
  let own = LiteralSigns.parts(ofWritten: BracketWriter(labels: labels).write(BracketedText(text: text)))
  #expect(own.map(\.text).joined() == text, "seed \(seed)")
}
