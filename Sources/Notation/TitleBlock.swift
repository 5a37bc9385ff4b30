internal import TextForm

/// Where the lines above the first paragraph end.
package enum TitleBlock {
  /// How many of the lines belong to the title block: all before the first that begins the text.
  ///
  /// Where none does, the lines before the first empty one; none of a draft without an empty line.
  static func count(_ lines: [DraftLine], escapes: DraftEscapes) -> Int {
    if let end = lines.firstIndex(where: { beginsText($0.bytes, escapes: escapes) }) { return end }
    return lines.dropFirst().firstIndex { $0.followsBlank } ?? 0
  }

  /// Whether a line can only be one of the text: a number, a section's mark, a bracket, an opening formula, or a long line.
  static func beginsText(_ line: [UInt8], escapes: DraftEscapes) -> Bool {
    guard let first = line.first, first != 0x5C, !line.starts(with: "# ".utf8) else { return false }
    if line.count > 250 || line.starts(with: "##".utf8) || line.starts(with: DraftLineKind.sectionMark) {
      return true
    }
    if first == 0x5B, !line.starts(with: "[^".utf8) { return !isLinkDefinition(line) }
    return NumberingLine(line) != nil || isFormula(line) || isPreambular(line)
  }

  /// The document's symbol, where a line is nothing else: `CP/CSH-1048/09 rev. 2`.
  package static func symbol(in line: String) -> String? {
    let words = line.split(separator: " ")
    guard let first = words.first, line.utf8.count <= 40, words.count == 1 || words[1] == "rev." && words.count <= 3,
      first.utf8.contains(0x2F), first.utf8.first.map(DraftLineKind.isUpper) == true,
      first.utf8.last.map(DraftLineKind.isDigit) == true
    else { return nil }
    return line
  }

  private static func isLinkDefinition(_ line: [UInt8]) -> Bool {
    line.firstIndex(of: 0x5D).map { $0 + 1 < line.count && line[$0 + 1] == 0x3A } ?? false
  }

  /// `BEARING IN MIND the effectiveness …`: capitals, then words without.
  private static func isPreambular(_ line: [UInt8]) -> Bool {
    guard line.count >= 50 else { return false }
    let words = String(decoding: line.prefix(200), as: UTF8.self).split(separator: " ")
    guard let first = words.first, first.unicodeScalars.count >= 4 else { return false }
    let capitals = words.prefix { word in
      word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    }
    guard (1...6).contains(capitals.count), capitals.count < words.count else { return false }
    return words[capitals.count].unicodeScalars.first?.properties.isLowercase == true
  }

  /// `THE GENERAL ASSEMBLY,`, `The Parties to this Agreement,`, `CONSIDERING:`, `RESOLVE:`.
  private static func isFormula(_ line: [UInt8]) -> Bool {
    guard line.count <= 120, line.last == 0x2C || line.last == 0x3A else { return false }
    let words = folded(String(decoding: line, as: UTF8.self)).split { !$0.isLetter }
    if line.last == 0x3A {
      return words.count <= 6 && words.contains { formulaWords.contains(String($0)) }
    }
    return words.count <= 10 && words.contains { organs.contains(String($0)) }
  }

  private static let organs: Set<String> = [
    "assembly", "asamblea", "assemblee", "assembleia", "council", "consejo", "conseil", "conselho", "parties",
    "partes", "ministers", "ministros", "ministres", "meeting", "reunion", "reuniao", "conference", "conferencia",
    "committee", "comite", "commission", "comision", "comissao", "heads", "jefes", "chefs", "chefes", "states",
    "estados", "etats", "we",
  ]

  private static let formulaWords: Set<String> = [
    "considering", "considerando", "considerant", "seen", "visto", "vistos", "vu", "resolve", "resolves", "resuelve",
    "resolvem", "decide", "decides", "recalling", "recordando", "rappelant", "whereas", "declare", "declara",
  ]
}
