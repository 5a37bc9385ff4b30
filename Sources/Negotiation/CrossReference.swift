package import Drafting

/// Words of the text that name a paragraph by a number which will be another: `paragraphs 5 and 5 bis`.
package struct CrossReference: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  package var phrase: String
  /// The phrase with the new numbers, for a person to judge where it ``isDoubtful``; the phrase itself where it names a
  /// number that is ``missing``.
  package var suggestion: String
  /// The numbers in it that no paragraph has: they were deleted or joined, and what they mean now only a person can say.
  package var missing: [ParagraphNumber]
  /// Whether it may mean a paragraph of another document or section, so that only a person can put it right.
  package var isDoubtful = false
  /// Where the phrase stands in the paragraph, in bytes.
  package var range: Range<Int>

  /// Whether nothing is to be asked before it is rewritten.
  package var isCertain: Bool { missing.isEmpty && !isDoubtful }
}

/// Finds the references to paragraphs in four languages.
///
/// A reference is the word for paragraph and a list of numbers (`5`, `5 bis`, `5, 6 and 8`, `5 to 8`). It means the section
/// it names (`of the preamble`, `du dispositif`, `annex I, paragraph 5`), else the one it stands in. What goes on with
/// another document (`paragraph 5 of resolution 2026`) is left alone; where another document is named before or behind it,
/// or what it goes on with is not understood, it is doubtful.
struct CrossReferenceFinder {
  typealias Vocabulary = ReferenceVocabulary
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
    let sentence = ReferenceSentence(ReferenceWords(text).words, known: Set(old.keys), standing: section)
    let words = sentence.words
    var found: [CrossReference] = []
    var index = 0
    while index < words.count {
      let noun = index
      index += 1
      guard let list = sentence.numberList(behind: noun), let last = list.last else { continue }
      index = last.end
      let meaning = sentence.meaning(of: noun, upTo: last.end)
      guard let target = target(of: meaning, list.map(\.number), in: section) else { continue }
      let start = words[noun].start
      var suggestion = ""
      var position = start
      let missing = list.map(\.number).filter { !has([$0], target.section) }
      var isFalsified = missing.contains { new[target.section]?.contains($0) ?? false }
      let bytes = Array(text.utf8)
      for item in list {
        let (start, end) = (words[item.start].start, words[item.end - 1].end)
        suggestion += String(decoding: bytes[position..<start], as: UTF8.self)
        let new = numbers[target.section]?[item.number] ?? item.number
        if new != item.number { isFalsified = true }
        suggestion += new == item.number ? String(decoding: bytes[start..<end], as: UTF8.self) : new.description
        position = end
      }
      guard isFalsified else { continue }
      let phrase = String(decoding: bytes[start..<position], as: UTF8.self)
      let isList = list.count > 1 && !Vocabulary.plurals.contains(words[noun].key)
      found.append(
        CrossReference(
          identifier: identifier, phrase: phrase, suggestion: missing.isEmpty ? suggestion : phrase, missing: missing,
          isDoubtful: target.isDoubtful || isList || sentence.namesOthers(noun, last.end, meaning),
          range: start..<position))
    }
    return found
  }

  /// The section that some numbers are of; `nil` for another document's.
  private func target(
    of meaning: ReferenceSentence.Meaning, _ list: [ParagraphNumber], in section: SectionName
  ) -> (section: SectionName, isDoubtful: Bool)? {
    let isOnlyOperative = has(list, .operative) && !has(list, section)
    switch meaning {
    case .section(let name): return (name, false)
    case .otherDocument: return nil
    case .someAnnex:
      let annexes = old.keys.filter(\.isAnnex).sorted { $0.description < $1.description }
      let changed = annexes.first { annex in list.contains { (numbers[annex]?[$0] ?? $0) != $0 } }
      return (changed ?? section, true)
    case .unclear: return (isOnlyOperative ? .operative : section, true)
    case .here, .bare: return isOnlyOperative ? (.operative, true) : (section, false)
    case .thisDocument:
      if old[.operative] == nil { return (section, false) }
      if section != .preamble || !has(list, .preamble) { return (.operative, false) }
      return has(list, .operative) ? (.operative, true) : (.preamble, false)
    }
  }

  private func has(_ list: [ParagraphNumber], _ section: SectionName) -> Bool {
    list.allSatisfy { old[section]?.contains($0) ?? false }
  }
}
