internal import Drafting

/// The words around a reference, and what they say of the section and the document that it means.
struct ReferenceSentence {
  private typealias Vocabulary = ReferenceVocabulary

  /// What a reference says of where its paragraphs are.
  enum Meaning: Equatable {
    case section(SectionName)
    /// `above`: in this text, and no section named.
    case here
    case thisDocument
    case bare
    /// `the annex`, where there are several.
    case someAnnex
    case unclear
    case otherDocument
  }

  /// A number that is named, with its words, and whether all from the one before it are meant.
  typealias Number = (number: ParagraphNumber, start: Int, end: Int, endsRange: Bool)

  let words: [ReferenceWords.Word]
  private let known: Set<SectionName>
  private let standing: SectionName

  /// - Parameters:
  ///   - known: the sections of the draft.
  ///   - standing: the section that the words stand in.
  init(_ words: [ReferenceWords.Word], known: Set<SectionName>, standing: SectionName) {
    (self.words, self.known, self.standing) = (words, known, standing)
  }

  private func key(_ index: Int) -> String { words.indices.contains(index) ? words[index].key : "" }

  /// The numbers after a word for paragraph, with the places of their words, and whether all from the one before are meant
  /// (`5 to 8`); `nil` where none follow, or it is none.
  func numberList(behind noun: Int) -> [Number]? {
    guard Vocabulary.nouns.contains(key(noun)) else { return nil }
    // In small letters it stands for pages.
    if Vocabulary.ownSections[key(noun)] != nil, !words[noun].isCapital { return nil }
    var index = noun + 1
    if key(index) == ".", Vocabulary.abbreviations.contains(key(noun)) { index += 1 }
    if Vocabulary.adjectives[key(index)] != nil { index += 1 }
    var list: [Number] = []
    var isRange = false
    while let number = ParagraphNumber(key(index)), !isDecimal(index) {
      var (value, end) = (number, index + 1)
      if ParagraphNumber(key(end)) == nil, let longer = ParagraphNumber(key(index) + " " + key(end)), longer != number,
        key(end).first?.isLetter == true
      {
        (value, end) = (longer, end + 1)
      }
      list.append((value, index, end, isRange))
      isRange = false
      index = end
      while Vocabulary.positions.contains(key(index)) || (key(index) == "-" && isPosition(index + 1)) { index += 1 }
      guard Vocabulary.joints.contains(key(index)) else { break }
      while Vocabulary.joints.contains(key(index)) {
        isRange = isRange || Vocabulary.ranges.contains(key(index))
        index += 1
      }
    }
    return list.isEmpty ? nil : list
  }

  private func isPosition(_ index: Int) -> Bool { Vocabulary.positions.contains(key(index)) }

  /// Whether a number goes on behind a full stop: `3.1` is no paragraph's.
  private func isDecimal(_ index: Int) -> Bool {
    key(index + 1) == "." && Int(key(index + 2)) != nil && words[index].end == words[index + 1].start
      && words[index + 1].end == words[index + 2].start
  }

  /// What a reference from `noun` up to `end` means.
  func meaning(of noun: Int, upTo end: Int) -> Meaning {
    let following = following(noun, end)
    if following != .bare { return following }
    let adjectives = Vocabulary.adjectives
    let next = noun + (key(noun + 1) == "." ? 2 : 1)
    if let section = Vocabulary.ownSections[key(noun)] ?? adjectives[key(next)] ?? adjectives[key(noun - 1)] {
      return .section(section)
    }
    if let named = sectionBefore(noun) { return named }
    // It is the word for any smaller part, too.
    return key(noun).hasPrefix("alinéa") ? .unclear : .bare
  }

  private func following(_ noun: Int, _ end: Int) -> Meaning {
    var index = end
    while isPosition(index) || (key(index) == "-" && isPosition(index + 1)) { index += 1 }
    let bare: Meaning = index > end ? .here : .bare
    guard isPreposition(index, noun) else { return bare }
    index = skippingArticles(index + 1)
    if let section = Vocabulary.sections[key(index)] { return ofDocument(.section(section), behind: index, noun) }
    if Vocabulary.annexes.contains(key(index)) {
      let annex = annex(index)
      return ofDocument(annex.meaning, behind: annex.last, noun)
    }
    if Vocabulary.own.contains(key(index)) {
      while Vocabulary.own.contains(key(index)) { index += 1 }
      if let section = Vocabulary.sections[key(index)] { return .section(section) }
      guard Vocabulary.annexes.contains(key(index)) else { return .thisDocument }
      return standing.isAnnex ? .section(standing) : annex(index).meaning
    }
    guard Vocabulary.documents.contains(key(index)) else { return .unclear }
    let next = index + 1
    let isNamed = ParagraphNumber(key(next)) != nil || words.indices.contains(next) && words[next].isCapital
    guard Vocabulary.resolutions.contains(key(index)), !isNamed || [",", ".", ";", ")"].contains(key(next)) else {
      return .otherDocument
    }
    return standing.isAnnex ? .thisDocument : .unclear
  }

  /// A part of a document, where the words behind it do not make it another document's.
  private func ofDocument(_ meaning: Meaning, behind index: Int, _ noun: Int) -> Meaning {
    var next = index + 1
    if ["part", "section", "parte"].contains(key(next)) { next += 1 }
    guard isPreposition(next, noun) else { return meaning }
    // "With paragraph 11 of the preamble in mind".
    let isLoose = key(next) == "in"
    next = skippingArticles(next + 1)
    if Vocabulary.own.contains(key(next)) { return meaning }
    if Vocabulary.documents.contains(key(next)) { return .otherDocument }
    return isLoose ? meaning : .unclear
  }

  private func isPreposition(_ index: Int, _ noun: Int) -> Bool {
    // "As paragraphs 3 and 4 do."
    (Vocabulary.englishNouns.contains(key(noun)) && !["op", "pp"].contains(key(noun).prefix(2))
      ? Vocabulary.englishPrepositions : Vocabulary.prepositions).contains(key(index))
  }

  private func skippingArticles(_ start: Int) -> Int {
    var index = start
    while Vocabulary.articles.contains(key(index)) { index += 1 }
    return index
  }

  /// The annex that is named from its word on, and the last word of the name.
  private func annex(_ index: Int) -> (meaning: Meaning, last: Int) {
    let next = index + 1
    let isWord = key(next).first.map { $0.isLetter || $0.isNumber } ?? false
    if isWord, words[next].isCapital {
      let section = Vocabulary.ordinal(key(next)).map { SectionName.annex($0) }
      return (section.flatMap { known.contains($0) ? .section($0) : nil } ?? .unclear, next)
    }
    let annexes = known.filter(\.isAnnex)
    if let only = annexes.first, annexes.count == 1 { return (.section(only), index) }
    return (annexes.isEmpty ? .unclear : .someAnnex, index)
  }

  /// The section that is named right before: `annex I, paragraph 2`, `the preamble (paragraph 2)`.
  private func sectionBefore(_ noun: Int) -> Meaning? {
    let last = [",", "("].contains(key(noun - 1)) ? noun - 2 : noun - 1
    for start in [last, last - 1] where Vocabulary.annexes.contains(key(start)) {
      let annex = annex(start)
      return annex.last == last || key(last) == key(start) ? annex.meaning : .unclear
    }
    if last < noun - 1, let section = Vocabulary.sections[key(last)] { return .section(section) }
    return nil
  }

  /// Whether a word that may be a document is what somebody is to do: "to report on paragraph 3", though not "with regard to
  /// report 7".
  private func isVerb(_ index: Int) -> Bool {
    guard Vocabulary.verbs.contains(key(index)), key(index - 1) == "to" else { return false }
    let isName =
      words.indices.contains(index + 1) && words[index + 1].isCapital && key(index + 1).first?.isLetter == true
    return ParagraphNumber(key(index + 1)) == nil && !isName
  }

  /// Whether it is no agreement, but "de acuerdo con" and the like: in accordance with.
  private func isAccordance(_ index: Int) -> Bool {
    Vocabulary.accordances.contains(key(index)) && ["de", "d", "'", "’", "in"].contains(key(index - 1))
      && ["con", "com", "avec", "with"].contains(key(index + 1))
  }

  /// Whether another document is named before the reference, or soon behind it, that it may belong to.
  ///
  /// What is named before a semicolon is another clause's, and so is what stands before `subject to`.
  ///
  /// - Parameter isOwn: whether it names a number that this text has and hardly another would: `2 bis`.
  func namesOthers(_ noun: Int, _ end: Int, _ meaning: Meaning, isOwn: Bool) -> Bool {
    if meaning == .here || meaning == .thisDocument { return false }
    var start = 0
    if !Vocabulary.possessives.contains(key(noun - 1)), let sign = words[..<noun].lastIndex(where: { $0.key == ";" }) {
      start = sign
    }
    let last = max(noun - 4, start)
    if let condition = words[last..<noun].lastIndex(where: { Vocabulary.conditions.contains($0.key) }) {
      start = condition
    }
    let near = Array(isOwn ? last..<noun : start..<noun) + Array(end..<min(end + (isOwn ? 2 : 6), words.count))
    return near.contains { index in
      guard !Vocabulary.own.contains(key(index - 1)) else { return false }
      if Vocabulary.documents.contains(key(index)) { return !isVerb(index) && !isAccordance(index) }
      return meaning == .bare && Vocabulary.annexes.contains(key(index))
    }
  }
}
