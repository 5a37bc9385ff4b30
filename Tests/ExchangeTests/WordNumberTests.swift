import Exchange
import Testing

private func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
  "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
}

private func abstract(_ identifier: Int, _ levels: String...) -> String {
  "<w:abstractNum w:abstractNumId=\"\(identifier)\">\(levels.joined())</w:abstractNum>"
}

private func list(_ identifier: Int, _ abstract: Int, _ overrides: String = "") -> String {
  "<w:num w:numId=\"\(identifier)\"><w:abstractNumId w:val=\"\(abstract)\"/>\(overrides)</w:num>"
}

private func numbers(_ places: [(list: Int, level: Int)], _ numbering: String, styles: String = "") throws -> [String] {
  let body = places.map { WordFiles.paragraph("x", $0.list < 0 ? "" : WordFiles.numbered($0.list, $0.level)) }.joined()
  return try WordFiles.read(body, ["numbering": numbering, "styles": styles]).body.flatMap(\.paragraphs).map {
    $0.number ?? "-"
  }
}

@Test func levelsCountAndBeginAgainBelowOneAbove() throws {
  let numbering =
    abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "%1.%2.%3"))
    + list(1, 0)
  let found = try numbers([(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (-1, 0), (1, 2)], numbering)
  #expect(found == ["1.", "(a)", "(b)", "1.b.i", "1.b.ii", "2.", "(a)", "-", "2.a.i"])
}

@Test func listsOfOneAbstractListCountOnAndAStartOfItsOwnBeginsThere() throws {
  let restart = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
  let numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0) + list(3, 0, restart)
  let found = try numbers([(1, 0), (2, 0), (1, 0), (3, 0), (3, 0), (1, 0)], numbering)
  #expect(found == ["1.", "2.", "3.", "1.", "2.", "3."])
}

@Test func aLevelThatNeverBeginsAgainCountsThrough() throws {
  let numbering =
    abstract(
      0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>"),
      level(2, "decimal", "%1.%3", "<w:isLgl/>")) + list(1, 0)
  let found = try numbers([(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)], numbering)
  #expect(found == ["I.", "1.", "2.", "II.", "3.", "2.1"])
}

@Test func aLevelSkippedIsShownWithItsStart() throws {
  let numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")) + list(1, 0)
  #expect(try numbers([(1, 1), (1, 1), (1, 0), (1, 1)], numbering) == ["1.1", "1.2", "2.", "2.1"])
}

@Test func anOverriddenLevelHasItsOwnLook() throws {
  let own = "<w:lvlOverride w:ilvl=\"0\">\(level(0, "lowerLetter", "%1)"))</w:lvlOverride>"
  let numbering = abstract(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0, own)
  #expect(try numbers([(1, 0), (2, 0), (1, 0)], numbering) == ["1.", "b)", "3."])
}

@Test(arguments: [
  ("decimalZero", "01 09 10 27"), ("upperLetter", "A I J AA"), ("lowerRoman", "i ix x xxvii"),
  ("ordinal", "1st 9th 10th 27th"), ("none", "   "), ("hebrew1", "1 9 10 27"),
])
func numbersArePrintedInTheirFormat(format: String, printed: String) throws {
  let numbering = abstract(0, level(0, format, "%1")) + list(1, 0)
  let body = Array(repeating: WordFiles.paragraph("x", WordFiles.numbered(1)), count: 27).joined()
  let found = try WordFiles.read(body, ["numbering": numbering]).body.flatMap(\.paragraphs).map { $0.number ?? "" }
  #expect([found[0], found[8], found[9], found[26]].joined(separator: " ") == printed)
}

@Test func aStyleGivesTheNumberAndDirectFormattingTakesItAway() throws {
  let styles =
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:name w:val=\"Para\"/><w:basedOn w:val=\"N\"/><w:pPr>"
    + "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:basedOn w:val=\"P\"/></w:style>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
  let numbering =
    abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", "<w:pStyle w:val=\"S\"/>")) + list(1, 0)
  let body =
    WordFiles.paragraph("a", "<w:pStyle w:val=\"P\"/>") + WordFiles.paragraph("b", "<w:pStyle w:val=\"S\"/>")
    + WordFiles.paragraph("c", "<w:pStyle w:val=\"Q\"/>")
    + WordFiles.paragraph("d", "<w:pStyle w:val=\"Q\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
  #expect(
    try WordFiles.read(body, ["numbering": numbering, "styles": styles]).lines == ["1. a", "(a) b", "2. c", "d"])
}
