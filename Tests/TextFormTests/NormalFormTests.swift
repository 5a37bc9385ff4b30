import Testing
import TextForm

@Test func composedAndDecomposedTextBecomeTheSameBytes() {
  #expect(Array(normalized("Cafe\u{301}").utf8) == Array("Café".utf8))
}

@Test func foldingDropsCapitalsAndAccents() {
  #expect(folded("MÉX") == "mex")
  #expect(folded("São Cristóvão e Névis") == "sao cristovao e nevis")
}

/// What is taken to be composed without asking must be what the library leaves alone.
@Test func everyCharacterIsComposedByTheLibraryOrLeftAlone() {
  for first in ["e", "\u{E9}", "\u{2019}"] {
    for code in 1...0x2FFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = first + String(scalar)
      // A letter of Hangul sends the text to the library, and does not compose with what stands before it.
      let asked = normalized("\u{AC00}" + text).dropFirst()
      #expect(Array(normalized(text).utf8) == Array(asked.utf8), "U+\(String(code, radix: 16))")
    }
  }
}
