package import Drafting

/// Words of the text that name a paragraph by a number which will be another: `paragraphs 5 and 5 bis`.
package struct CrossReference: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  package var phrase: String
  /// The phrase with the new numbers; the phrase itself where it names a number that is ``missing``.
  package var suggestion: String
  /// The numbers in it that no paragraph has: they were deleted or joined, and what they mean now only a person can say.
  package var missing: [ParagraphNumber]
  /// Where the phrase stands in the paragraph, in bytes.
  package var range: Range<Int>
}

/// Finds the references to paragraphs in four languages.
///
/// A reference is the word for paragraph and a list of numbers (`5`, `5 bis`, `5, 6 and 8`, `5 to 8`). It means the section
/// it names right after (`of the preamble`, `du dispositif`), else the one it stands in. What goes on with another `of`
/// (`paragraph 5 of resolution 2026`) means another document and is left alone.
struct CrossReferenceFinder {
  private let numbers: [SectionName: [ParagraphNumber: ParagraphNumber]]

  /// The numbers that paragraphs had, those that several had too, and those that they will have.
  private var old: [SectionName: Set<ParagraphNumber>] = [:]
  private var new: [SectionName: Set<ParagraphNumber>] = [:]

  init(_ concordance: [Renumbering], language: Language) {
    var numbers: [SectionName: [ParagraphNumber: ParagraphNumber]] = [:]
    // A number that two paragraphs have names neither.
    var repeated: [SectionName: Set<ParagraphNumber>] = [:]
    for row in concordance {
      if numbers[row.section]?[row.old] != nil { repeated[row.section, default: []].insert(row.old) }
      numbers[row.section, default: [:]][row.old] = row.new
      old[row.section, default: []].insert(row.old)
      new[row.section, default: []].insert(row.new)
    }
    for (section, found) in repeated { for number in found { numbers[section]?[number] = nil } }
    self.numbers = numbers
  }

  /// The references in one paragraph that the new numbers falsify, from left to right: what they name has another number,
  /// or what they named is gone, and another paragraph gets its number.
  func references(
    in text: String, of identifier: ParagraphIdentifier, section: SectionName
  ) -> [CrossReference] {
    let words = ReferenceWords(text).words
    var found: [CrossReference] = []
    var index = 0
    while index < words.count {
      guard Self.nouns.contains(words[index].key), index + 1 < words.count else {
        index += 1
        continue
      }
      var (next, adjective) = (index + 1, nil as SectionName?)
      if let named = Self.adjectives[words[next].key] { (next, adjective) = (next + 1, named) }
      if adjective == nil, index > 0 { adjective = Self.adjectives[words[index - 1].key] }
      let list = numberList(words, from: next)
      guard let last = list.last else {
        index += 1
        continue
      }
      index = last.end
      let target: SectionName
      switch self.target(words, after: last.end) {
      case .section(let name): target = name
      case .none: target = adjective ?? section
      case .otherDocument: continue
      }
      var suggestion = ""
      var position = words[next].start
      let missing = list.map(\.number).filter { !(old[target]?.contains($0) ?? false) }
      var isFalsified = missing.contains { new[target]?.contains($0) ?? false }
      let bytes = Array(text.utf8)
      for item in list {
        let (start, end) = (words[item.start].start, words[item.end - 1].end)
        suggestion += String(decoding: bytes[position..<start], as: UTF8.self)
        let new = numbers[target]?[item.number] ?? item.number
        if new != item.number { isFalsified = true }
        suggestion += new == item.number ? String(decoding: bytes[start..<end], as: UTF8.self) : new.description
        position = end
      }
      guard isFalsified else { continue }
      let head = words[next].start
      let start = words[next - 1].start
      let phrase = String(decoding: bytes[start..<position], as: UTF8.self)
      found.append(
        CrossReference(
          identifier: identifier, phrase: phrase,
          suggestion: missing.isEmpty ? String(decoding: bytes[start..<head], as: UTF8.self) + suggestion : phrase,
          missing: missing, range: start..<position))
    }
    return found
  }

  private enum Target {
    case section(SectionName)
    case none
    case otherDocument
  }

  private func target(_ words: [ReferenceWords.Word], after index: Int) -> Target {
    var index = index
    guard index < words.count, Self.prepositions.contains(words[index].key) else { return .none }
    index += 1
    while index < words.count, Self.articles.contains(words[index].key) { index += 1 }
    guard index < words.count else { return .none }
    if let section = Self.sections[words[index].key] { return .section(section) }
    return Self.own.contains(words[index].key) ? .none : .otherDocument
  }

  /// The numbers from a place on, with the places of their words.
  private func numberList(
    _ words: [ReferenceWords.Word], from start: Int
  ) -> [(number: ParagraphNumber, start: Int, end: Int)] {
    var list: [(number: ParagraphNumber, start: Int, end: Int)] = []
    var index = start
    while index < words.count, let number = ParagraphNumber(words[index].key) {
      var (value, end) = (number, index + 1)
      if end < words.count, let longer = ParagraphNumber(words[index].key + " " + words[end].key), longer != number,
        ParagraphNumber(words[end].key) == nil
      {
        (value, end) = (longer, end + 1)
      }
      list.append((value, index, end))
      index = end
      guard index < words.count, Self.joints.contains(words[index].key) else { break }
      while index < words.count, Self.joints.contains(words[index].key) { index += 1 }
    }
    return list
  }

  private static let nouns: Set<String> = [
    "paragraph", "paragraphs", "párrafo", "párrafos", "paragraphe", "paragraphes", "parágrafo", "parágrafos",
  ]
  private static let adjectives: [String: SectionName] = [
    "operative": .operative, "preambular": .preamble, "resolutivo": .operative, "resolutivos": .operative,
    "preambulares": .preamble, "preambulaire": .preamble, "dispositivo": .operative, "dispositivos": .operative,
  ]
  private static let joints: Set<String> = [
    ",", "and", "or", "to", "y", "e", "o", "et", "ou", "a", "à", "al", "ao", "–", "-",
  ]
  private static let prepositions: Set<String> = ["of", "in", "de", "del", "du", "d", "do", "da", "des"]
  private static let articles: Set<String> = ["the", "la", "le", "el", "l", "o", "a", "'", "’", "parte", "part"]
  private static let sections: [String: SectionName] = [
    "preamble": .preamble, "preámbulo": .preamble, "préambule": .preamble, "preâmbulo": .preamble,
    "operative": .operative, "resolutiva": .operative, "dispositif": .operative, "dispositiva": .operative,
  ]
  /// The words that name this very document.
  private static let own: Set<String> = [
    "this", "present", "esta", "este", "presente", "présente", "présent", "cette", "ce", "above", "below",
  ]
}

/// A text cut into words, numbers and signs, in lower case, with their places in bytes.
private struct ReferenceWords {
  struct Word {
    var key: String
    var start: Int
    var end: Int
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var current = ""
    var start = 0
    var position = 0
    for scalar in text.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isLetter {
        if current.isEmpty { start = position }
        current.unicodeScalars.append(scalar)
      } else {
        if !current.isEmpty { words.append(Word(key: current.lowercased(), start: start, end: position)) }
        current = ""
        if !scalar.properties.isWhitespace {
          words.append(Word(key: String(scalar), start: position, end: position + UTF8.width(scalar)))
        }
      }
      position += UTF8.width(scalar)
    }
    if !current.isEmpty { words.append(Word(key: current.lowercased(), start: start, end: position)) }
  }
}
