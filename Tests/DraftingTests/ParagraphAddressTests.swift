import Drafting
import Testing

private func entry(_ number: String) throws -> Outline.Entry {
  Outline.Entry(ParagraphIdentifier(ordinal: 42), .numbered(try #require(ParagraphNumber(number))))
}

@Test(arguments: [
  ("operative/17", "operative", "17"), ("operative/1 bis", "operative", "1 bis"),
  ("operative/1-bis", "operative", "1 bis"),
  ("OP1bis", "operative", "1 bis"), ("PP15", "preamble", "15"), ("pp 15", "preamble", "15"), ("15", "preamble", "15"),
  ("Annex-1/3", "annex-1", "3"), ("@p0042", "preamble", "9"), ("rev/1:operative/17", "operative", "17"),
])
func addressesMeanWhatIsPrinted(text: String, section: String, number: String) throws {
  let address = try ParagraphAddress(text)
  #expect(address.matches(try entry(number), in: try SectionName(section)))
  #expect(address.description == text)
}

@Test func addressNamesOneSectionOnly() throws {
  let address = try ParagraphAddress("annex-1/3")
  #expect(!address.matches(try entry("3"), in: .annex(10)))
  #expect(!address.matches(try entry("3"), in: .operative))
  #expect(!address.matches(try entry("4"), in: .annex(1)))
  #expect(try ParagraphAddress("annex/3").matches(try entry("3"), in: .annex(10)))
}

@Test func addressOfARevision() throws {
  #expect(try ParagraphAddress("rev/2:PP1").revision == "2")
  #expect(try ParagraphAddress("PP1").revision == nil)
}

@Test(arguments: [
  "", "operative", "operative/", "/17", "operative/x", "@", "@x", "PP", "rev/:17", "rev/1:", "17/", "OPx",
])
func whatIsNoAddressIsRefused(text: String) {
  #expect(throws: DraftingError.self) { try ParagraphAddress(text) }
}
