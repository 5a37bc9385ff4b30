import Drafting
import JSON
import Merging
import Notation
import Testing

private let table = LabelTable(registry: .standard)

@Test(arguments: BracketNotation.allCases)
func whatIsWrittenIsReadAgain(notation: BracketNotation) {
  for seed in UInt64(1)...1_000 {
    var generator = BracketTextGenerator(seed: seed)
    let text = generator.text()
    let language = Language.allCases.randomElement(using: &generator.random) ?? .english
    let writer = BracketWriter(notation: notation, language: language, labels: table)
    let written = writer.write(text)
    let (read, diagnostics) = BracketReader(labels: table).read(written)
    // A bracket without a partner that nobody attributed is reported every time that it is read.
    let surprises = diagnostics.filter { !$0.message.contains("never") }
    let isSame = read == text && bytes(writer.write(read)) == bytes(written) && surprises.isEmpty
    #expect(isSame, "seed \(seed): \(written) \(surprises)\n\(text)\n\(read)")
    if !isSame { return }
  }
}

@Test(arguments: BracketNotation.allCases)
func balancedTextIsReadWithoutAnyReport(notation: BracketNotation) {
  for seed in UInt64(1)...1_000 {
    var generator = BracketTextGenerator(seed: seed)
    let text = generator.text()
    guard isBalanced(text) else { continue }
    let written = BracketWriter(notation: notation, labels: table).write(text)
    let diagnostics = BracketReader(labels: table).read(written).diagnostics
    #expect(diagnostics.isEmpty, "seed \(seed): \(written)")
    if !diagnostics.isEmpty { return }
  }
}

/// Whether the literal brackets outside every bracket pair up.
private func isBalanced(_ text: BracketedText) -> Bool {
  var depth = 0
  for case .text(let literal) in text.pieces {
    for scalar in literal.unicodeScalars {
      if scalar == "[" { depth += 1 }
      if scalar == "]" { depth -= 1 }
      if depth < 0 { return false }
    }
  }
  return depth == 0
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Test func writtenJSONIsTheValue() {
  for seed in UInt64(1)...300 {
    var generator = BracketTextGenerator(seed: seed)
    let text = generator.text()
    var writer = JSONWriter()
    text.write(to: &writer)
    #expect(writer.bytes == text.json().bytes(), "seed \(seed): \(text)")
    #expect(BracketedText(json: text.json()) == text, "seed \(seed): \(text)")
  }
}

/// The characters alone are written by another way than the spans that a terminal shows.
@Test(arguments: BracketNotation.allCases)
func spansJoinedAreWhatIsWritten(notation: BracketNotation) {
  for seed in UInt64(1)...300 {
    var generator = BracketTextGenerator(seed: seed)
    let text = generator.text()
    let writer = BracketWriter(notation: notation, labels: table)
    let spans = writer.spans(of: text, showsMoves: seed.isMultiple(of: 2))
    #expect(spans.map(\.text).joined() == writer.write(text), "seed \(seed)")
    #expect(spans.allSatisfy { !$0.text.isEmpty }, "seed \(seed)")
  }
}
