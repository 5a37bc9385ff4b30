import Testing
import TextForm

@Test func composedAndDecomposedTextBecomeTheSameBytes() {
  #expect(Array(normalized("Cafe\u{301}").utf8) == Array("Café".utf8))
}

@Test func foldingDropsCapitalsAndAccents() {
  #expect(folded("MÉX") == "mex")
  #expect(folded("São Cristóvão e Névis") == "sao cristovao e nevis")
}
