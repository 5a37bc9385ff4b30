extension BracketReader {
  /// Places where struck words may have lost their mark, so that old and new words stand side by side.
  ///
  /// Nothing is repaired: a person has to look. A text is suspected where
  /// - two full stops follow each other (`area..`), or a lower-case word follows a full stop that ends no abbreviation
  ///   (`assistance. to avoid`);
  /// - two forms of one verb stand side by side (`creating create`);
  /// - two verbs stand side by side where one would do (`To implement strengthen`), from a list of English verbs that
  ///   are neither nouns nor adjectives; in the other languages, two infinitives that begin a sentence
  ///   (`Aplicar fortalecer`), unless the first may govern the second (`Hacer cumplir`);
  /// - an attributed bracket without a struck part holds just two plural nouns of English (`[Mex: individuals others]`).
  ///
  /// - Parameter text: a paragraph, or a whole draft.
  /// - Cost: linear in the length of the text.
  package func suspectedLostStrikethroughs(in text: String) -> [Diagnostic] {
    let text = SuspectText(text)
    var places: [Int: String] = [:]
    text.findDoubledFullStops(&places)
    for index in text.words.indices.dropLast() {
      let (first, second) = (text.words[index], text.words[index + 1])
      let gap = text.bytes[first.end..<second.start]
      if gap.allSatisfy(\.isBlank), !gap.contains(0x0A) {
        if text.areFormsOfOneVerb(first, second) || text.areVerbs(index)
          || text.areNounsAloneInBracket(index, labels)
        {
          places[first.start] = "'\(first.text) \(second.text)'"
        }
      } else if gap.first == UInt8(ascii: "."), text.isSentenceBroken(first, second, gap) {
        places[first.start] = "lower case after a full stop in '\(first.text). \(second.text)'"
      }
    }
    let reports = places.map {
      (place: $0.key, message: "possible lost strikethrough: " + $0.value)
    }
    return Diagnostic.located(reports, in: text.bytes)
  }
}

/// A text cut into words, and the questions that a search for lost strikethroughs asks about them.
private struct SuspectText {
  struct Word {
    var start: Int
    var end: Int
    var text: String

    var isLowercase: Bool

    var lowercased: String { text.lowercased() }
  }

  let bytes: [UInt8]
  private(set) var words: [Word] = []

  /// Whether more function words are English than Spanish, French or Portuguese.
  private(set) var isEnglish = true

  init(_ text: String) {
    bytes = Array(text.utf8)
    var start: Int?
    var place = 0
    for scalar in text.unicodeScalars {
      // The hyphen and the apostrophe make one word of several, which is none of those that are looked for.
      let isLetter =
        scalar.isASCII
        ? (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
          || (0x30...0x39).contains(scalar.value) || scalar == "-" || scalar == "'"
        : scalar == "’" || scalar.properties.isAlphabetic
          || scalar.properties.generalCategory == .nonspacingMark
      if isLetter {
        start = start ?? place
      } else if let first = start {
        words.append(word(first, place))
        start = nil
      }
      place += UTF8.width(scalar)
    }
    if let start { words.append(word(start, place)) }
    var balance = 0
    for word in words where word.end - word.start <= 4 {
      let form = word.lowercased
      if LostStrikethroughWords.englishFunctionWords.contains(form) { balance += 1 }
      if LostStrikethroughWords.romanceFunctionWords.contains(form) { balance -= 1 }
    }
    isEnglish = balance >= 0
  }

  private func word(_ start: Int, _ end: Int) -> Word {
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let isPlain = bytes[start..<end].allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    return Word(
      start: start, end: end, text: text,
      isLowercase: isPlain || text.unicodeScalars.allSatisfy { !$0.properties.isUppercase })
  }

  /// `area..`, but neither an ellipsis nor a path.
  func findDoubledFullStops(_ places: inout [Int: String]) {
    let stop = UInt8(ascii: ".")
    var place = 0
    while place < bytes.count {
      guard bytes[place] == stop else {
        place += 1
        continue
      }
      var end = place
      while end < bytes.count, bytes[end] == stop { end += 1 }
      let followsText = place > 0 && !bytes[place - 1].isBlank && bytes[place - 1] != .slash
      let endsText = end == bytes.count || bytes[end].isBlank || bytes[end] == .closeBracket
      if end - place == 2, followsText, endsText { places[place] = "'..'" }
      place = end
    }
  }

  func isSentenceBroken(_ first: Word, _ second: Word, _ gap: ArraySlice<UInt8>) -> Bool {
    let blanks = gap.dropFirst()
    guard !blanks.isEmpty, blanks.allSatisfy({ $0 == 0x20 }), first.text.count >= 4,
      first.isLowercase,
      second.text.unicodeScalars.first?.properties.isLowercase == true,
      !LostStrikethroughWords.abbreviations.contains(first.text)
    else { return false }
    // `a.` and `b)` count the items of a list.
    let next = second.end < bytes.count ? bytes[second.end] : 0x20
    return second.end - second.start > 2 || next == 0x20
  }

  /// `creating create`
  func areFormsOfOneVerb(_ first: Word, _ second: Word) -> Bool {
    guard first.text.utf8.count >= 5, second.text.utf8.count >= 5, first.isLowercase,
      second.isLowercase,
      first.text != second.text
    else { return false }
    let (a, b) = (Array(first.text.unicodeScalars), Array(second.text.unicodeScalars))
    var shared = 0
    while shared < min(a.count, b.count), a[shared] == b[shared] { shared += 1 }
    // The endings of two forms may begin alike (`-ar` and `-ando`), so the stem may be shorter than what is shared.
    for stem in [shared, shared - 1] where shared >= 4 {
      let endings = (string(a[stem...]), string(b[stem...]))
      for verbs in LostStrikethroughWords.verbEndings
      where verbs.contains(endings.0) && verbs.contains(endings.1) {
        return true
      }
    }
    return false
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// `implement strengthen`, or two infinitives that begin a sentence.
  func areVerbs(_ index: Int) -> Bool {
    let (first, second) = (words[index], words[index + 1])
    guard second.isLowercase else { return false }
    if isEnglish {
      return LostStrikethroughWords.verbs.contains(second.text)
        && LostStrikethroughWords.verbs.contains(first.lowercased)
    }
    let beginsSentence = first.text.unicodeScalars.first?.properties.isUppercase == true
    return beginsSentence && isInfinitive(first) && isInfinitive(second)
      && !LostStrikethroughWords.governingVerbs.contains(first.lowercased)
  }

  private func isInfinitive(_ word: Word) -> Bool {
    let form = word.lowercased
    return form.utf8.count >= 6 && ["ar", "er", "ir"].contains { form.hasSuffix($0) }
      && !LostStrikethroughWords.noInfinitives.contains(form)
  }

  /// `[Mex: individuals others]`
  func areNounsAloneInBracket(_ index: Int, _ labels: LabelTable) -> Bool {
    let (first, second) = (words[index], words[index + 1])
    guard isEnglish, second.end < bytes.count, bytes[second.end] == .closeBracket,
      isPlural(first), isPlural(second),
      !LostStrikethroughWords.pluralModifiers.contains(first.text)
    else { return false }
    var place = first.start
    while place > 0, bytes[place - 1].isBlank { place -= 1 }
    guard place > 0, bytes[place - 1] == .colon,
      let open = bytes[max(0, place - labels.longestList)..<place].lastIndex(of: .openBracket)
    else { return false }
    var labels = BracketLabelFinder(labels)
    return labels.prefix(in: bytes, from: open + 1, to: place)?.colon == place - 1
  }

  private func isPlural(_ word: Word) -> Bool {
    let form = word.text
    return word.isLowercase && form.utf8.count >= 5 && form.hasSuffix("s")
      && !["ss", "us", "is", "’s", "'s"].contains { form.hasSuffix($0) }
  }
}
