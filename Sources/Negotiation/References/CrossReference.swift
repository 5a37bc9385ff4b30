package import Drafting

/// Words of the text that name a paragraph by a number which will be another: `paragraphs 5 and 5 bis`.
package struct CrossReference: Hashable, Sendable {
  package var identifier: ParagraphIdentifier
  package var phrase: String
  /// The phrase with the new numbers, for a person to judge where it ``isDoubtful``; the phrase itself where it names a
  /// number that is ``missing``.
  package var suggestion: String
  /// The numbers in it that no paragraph has, so that only a person can say what it means now.
  package var missing: [ParagraphNumber]
  /// The numbers of deleted paragraphs that the suggestion leaves out beside those that are left.
  package var leftOut: [ParagraphNumber] = []
  /// Whether it was left to a person already when the paragraphs were numbered last: its numbers may still be the old ones.
  package var wasLeft = false
  /// Whether it was certain then, and reads so still: its numbers are the old ones.
  package var readsAsThen = false
  /// Whether it may mean a paragraph of another document or section, so that only a person can put it right.
  package var isDoubtful = false
  /// Whether the words around it may have to change with it, so that only a person can write it: one number is left of a
  /// list, or no language says what the last one is joined with.
  package var needsWording = false
  /// The numbers that the paragraphs had which a range (`paragraphs 1 to 3`) goes over with the new numbers, where that
  /// may not be what it said: one was numbered in between, or is gone from there.
  package var covered: [ParagraphNumber] = []
  /// Where the phrase stands in the passage, in bytes.
  package var range: Range<Int>
  package var passage: ReferencePassage = .text
  /// Whose words it stands in; `nil` for the chair's.
  package var delegation: DelegationCode?

  /// Whether nothing is to be asked before it is rewritten.
  package var isCertain: Bool { missing.isEmpty && !isDoubtful && !needsWording && !wasLeft }
}

/// Finds the references to paragraphs in four languages.
///
/// A reference is the word for paragraph and a list of numbers (`5`, `5 bis`, `5, 6 and 8`, `5 to 8`). It means the section
/// it names (`of the preamble`, `du dispositif`, `annex I, paragraph 5`), else the one it stands in. What goes on with
/// another document (`paragraph 5 of resolution 2026`) is left alone; where another document is named before or behind it,
/// or what it goes on with is not understood, it is doubtful.
struct CrossReferenceFinder {
  typealias Vocabulary = ReferenceVocabulary
  private let sections: [SectionName: SectionNumbers]

  /// - Parameter gone: the numbers that no paragraph has any more.
  init(_ concordance: [Renumbering], gone: [GoneNumber] = []) {
    let gone = Dictionary(grouping: gone, by: \.section)
    let rows = Dictionary(grouping: concordance, by: \.section)
    sections = Dictionary(
      uniqueKeysWithValues: Set(rows.keys).union(gone.keys).map {
        ($0, SectionNumbers(rows[$0] ?? [], gone: gone[$0] ?? []))
      })
  }

  /// The references in one paragraph that the new numbers falsify, from left to right: what they name has another number,
  /// or what they named is gone, and another paragraph gets its number.
  ///
  /// - Parameter isProposed: whether a delegation says it: a number that no paragraph has or will have is that of a
  ///   paragraph which is only proposed, and stays.
  func references(
    in text: String, of identifier: ParagraphIdentifier, section: SectionName, isProposed: Bool = false
  ) -> [CrossReference] {
    let sentence = ReferenceSentence(ReferenceWords(text).words, known: Set(sections.keys), standing: section)
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
      let numbers = sections[target.section] ?? SectionNumbers()
      let read = ReferenceList(list, behind: noun, in: words, of: text, numbers)
      var missing = list.map(\.number).filter {
        !has([$0], target.section) && (!isProposed || numbers.new.contains($0))
      }
      if read.isEmpty || !missing.isEmpty { missing = (missing + read.leftOut).sorted() }
      let range = words[noun].start..<words[last.end - 1].end
      let phrase = String(decoding: Array(text.utf8)[range], as: UTF8.self)
      let isOwn = list.contains { $0.number.multiplicity > 1 && numbers[$0.number] != nil }
      let isAnother = !read.isEmpty && read.suggestion != phrase
      guard isAnother || missing.contains(where: numbers.new.contains) else { continue }
      let isList = list.count > 1 && !Vocabulary.plurals.contains(words[noun].key)
      found.append(
        CrossReference(
          identifier: identifier, phrase: phrase, suggestion: missing.isEmpty ? read.suggestion : phrase,
          missing: missing, leftOut: missing.isEmpty ? read.leftOut : [],
          isDoubtful: target.isDoubtful || isList || sentence.namesOthers(noun, last.end, meaning, isOwn: isOwn),
          needsWording: missing.isEmpty && read.needsWording, covered: read.covered, range: range))
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
      let annexes = sections.keys.filter(\.isAnnex).sorted { $0.description < $1.description }
      let changed = annexes.first { annex in list.contains { (sections[annex]?[$0] ?? $0) != $0 } }
      return (changed ?? section, true)
    case .unclear: return (isOnlyOperative ? .operative : section, true)
    case .here, .bare: return isOnlyOperative ? (.operative, true) : (section, false)
    case .thisDocument:
      if sections[.operative] == nil { return (section, false) }
      if section != .preamble || !has(list, .preamble) { return (.operative, false) }
      return has(list, .operative) ? (.operative, true) : (.preamble, false)
    }
  }

  private func has(_ list: [ParagraphNumber], _ section: SectionName) -> Bool {
    list.allSatisfy { sections[section]?.old.contains($0) ?? false }
  }
}
