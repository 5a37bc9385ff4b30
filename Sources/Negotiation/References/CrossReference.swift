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
  /// The numbers that the paragraphs had which a range (`paragraphs 1 to 3`) goes over with the new numbers, where that
  /// may not be what it said: one was numbered in between, or is gone from there.
  package var covered: [ParagraphNumber] = []
  /// Where the phrase stands in the passage, in bytes.
  package var range: Range<Int>
  package var passage: ReferencePassage = .text
  /// Whose words it stands in; `nil` for the chair's.
  package var delegation: DelegationCode?

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
  private let rows: [SectionName: [Renumbering]]

  /// The numbers that paragraphs had, those that several had too, and those that they will have.
  private var old: [SectionName: Set<ParagraphNumber>] = [:]
  private var new: [SectionName: Set<ParagraphNumber>] = [:]

  init(_ concordance: [Renumbering]) {
    rows = Dictionary(grouping: concordance, by: \.section)
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
  ///
  /// - Parameter isProposed: whether a delegation says it: a number that no paragraph has or will have is that of a
  ///   paragraph which is only proposed, and stays.
  func references(
    in text: String, of identifier: ParagraphIdentifier, section: SectionName, isProposed: Bool = false
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
      let isGiven = { (number: ParagraphNumber) in new[target.section]?.contains(number) ?? false }
      let missing = list.map(\.number).filter { !has([$0], target.section) && (!isProposed || isGiven($0)) }
      var isFalsified = missing.contains(where: isGiven)
      let bytes = Array(text.utf8)
      for item in list {
        let (start, end) = (words[item.start].start, words[item.end - 1].end)
        suggestion += String(decoding: bytes[position..<start], as: UTF8.self)
        let new = numbers[target.section]?[item.number] ?? item.number
        if new != item.number { isFalsified = true }
        suggestion += new == item.number ? String(decoding: bytes[start..<end], as: UTF8.self) : new.description
        position = end
      }
      let span = span(of: list.map { ($0.number, $0.endsRange) }, in: target.section)
      guard isFalsified || span.isAnother else { continue }
      let phrase = String(decoding: bytes[start..<position], as: UTF8.self)
      let isList = list.count > 1 && !Vocabulary.plurals.contains(words[noun].key)
      found.append(
        CrossReference(
          identifier: identifier, phrase: phrase, suggestion: missing.isEmpty ? suggestion : phrase, missing: missing,
          isDoubtful: target.isDoubtful || isList || span.isTurned || span.isAnother && suggestion == phrase
            || sentence.namesOthers(noun, last.end, meaning),
          covered: span.covered, range: start..<position))
    }
    return found
  }

  /// What the ranges in a list of numbers go over with the new numbers: the paragraphs by the numbers that they had, empty
  /// where those are the ones that the range says; whether they are others than before; whether its ends change places.
  private func span(
    of list: [(number: ParagraphNumber, endsRange: Bool)], in section: SectionName
  ) -> (covered: [ParagraphNumber], isAnother: Bool, isTurned: Bool) {
    var result: (covered: [ParagraphNumber], isAnother: Bool, isTurned: Bool) = ([], false, false)
    for (first, last) in zip(list, list.dropFirst()) where last.endsRange {
      let (lower, upper) = (first.number, last.number)
      guard lower < upper, let start = numbers[section]?[lower], let end = numbers[section]?[upper] else { continue }
      guard start < end else {
        result.isTurned = true
        continue
      }
      let rows = rows[section] ?? []
      let before = rows.filter { lower <= $0.old && $0.old <= upper }
      let after = rows.filter { start <= $0.new && $0.new <= end }
      let isAnother = Set(before) != Set(after)
      let isPlain = lower.multiplicity == 1 && upper.multiplicity == 1
      if isAnother { result.isAnother = true }
      if isAnother || isPlain && upper.value - lower.value != end.value - start.value {
        result.covered += after.map(\.old)
      }
    }
    return result
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
