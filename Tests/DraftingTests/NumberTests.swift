import Drafting
import Testing

@Test func everyNumberIsReadAsItIsPrinted() {
  for multiplicity in 1...99 {
    for isAlternative in [false, true] {
      let number = ParagraphNumber(17, multiplicity: multiplicity, isAlternative: isAlternative)
      #expect(ParagraphNumber(number.description) == number)
      #expect(ParagraphNumber(number.description.uppercased() + ".") == number)
    }
  }
}

@Test(arguments: [
  ("17", 17, 1), ("17.", 17, 1), ("1 bis", 1, 2), ("1bis.", 1, 2), ("2.bis", 2, 2), ("1-bis", 1, 2), ("1 TER", 1, 3),
  ("3 decies", 3, 10), ("5\u{A0}quinques", 5, 5), ("4 undecies", 4, 11),
])
func numbersAreReadAsPeopleTypeThem(text: String, value: Int, multiplicity: Int) {
  #expect(ParagraphNumber(text) == ParagraphNumber(value, multiplicity: multiplicity))
}

@Test(arguments: ["", "x", "0", "bis", "1.5", "1 bis ter", "1 alt alt", "1 bissextile", "12345678", "１", "(1)"])
func whatIsNoNumberIsRefused(text: String) {
  #expect(ParagraphNumber(text) == nil)
}

@Test func bisStandsBetweenItsNumberAndTheNext() {
  let printed = ["1", "1 alt", "1 bis", "1 bis alt", "1 ter", "2", "10"]
  let numbers = printed.compactMap { ParagraphNumber($0) }
  #expect(numbers.reversed().sorted().map(\.description) == printed)
  #expect(ParagraphNumber(1).followingBis.followingBis.description == "1 ter")
}

@Test func identifiersAndTheirPathsAreReadBack() throws {
  let codes = try [nil, "VEN", "x-secretariat", "g-77", "o-eu"].map { try $0.map { try DelegationCode($0) } }
  for code in codes {
    for ordinal in [1, 9, 255, 256, 4_095, 9_999, 10_000, 1_234_567] {
      let identifier = ParagraphIdentifier(ordinal: ordinal, madeBy: code)
      #expect(try ParagraphIdentifier(identifier.description) == identifier)
      #expect(ParagraphIdentifier(path: identifier.path) == identifier)
    }
  }
  #expect(ParagraphIdentifier(ordinal: 42).path == "paragraphs/00/p0042")
  #expect(ParagraphIdentifier(ordinal: 1, madeBy: codes[1]).path == "paragraphs/ven-00/ven-0001")
}

@Test func foldersHoldAtMost256Paragraphs() {
  var folders: [Substring: Int] = [:]
  for ordinal in 1...10_000 {
    folders[ParagraphIdentifier(ordinal: ordinal).path.split(separator: "/")[1], default: 0] += 1
  }
  #expect((folders.values.max() ?? 0) <= 256)
}

@Test(arguments: [
  "", "p", "p42", "p00042", "p0000", "0042", "q0042", "VEN-0001", "abcd-0001", "-0001", "---0001", "ven-1", "x--0001",
  "p0042 ",
])
func whatIsNoIdentifierIsRefused(text: String) {
  #expect(throws: DraftingError.self) { try ParagraphIdentifier(text) }
}

@Test(arguments: [
  "p0042", "paragraphs/p0042", "paragraphs/01/p0042", "paragraphs/ven-00/p0042", "outline/00/p0042",
  "paragraphs/00/p0042/x",
])
func otherPathsAreNoParagraphs(path: String) {
  #expect(ParagraphIdentifier(path: path) == nil)
}

@Test(arguments: ["", "Preamble", "1-annex", "annex-", "annex--1", "annex 1", "a/b"])
func whatIsNoSectionIsRefused(text: String) {
  #expect(throws: DraftingError.self) { try SectionName(text) }
}

@Test(arguments: ["", "VE", "VENE", "ven", "x-", "x-A", "y-caricom", "x-a-", "x--a"])
func whatIsNoCodeIsRefused(text: String) {
  #expect(throws: DraftingError.self) { try DelegationCode(text) }
}
