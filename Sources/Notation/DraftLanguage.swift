internal import Drafting
internal import TextForm

/// Guesses the language of a draft from its command words, its headings and its commonest words.
enum DraftLanguage {
  /// English where nothing speaks for another.
  ///
  /// - Cost: the first 60,000 bytes are looked at.
  static func detect(_ lines: [DraftLine]) -> Language {
    var scores: [Language: Int] = [:]
    var seen = 0
    for line in lines {
      if let legend = DraftLegend.language(of: line.bytes) { return legend.language }
      let bytes = line.bytes.prefix(4_000)
      for word in folded(String(decoding: bytes, as: UTF8.self)).split(whereSeparator: { !$0.isLetter }) {
        for language in words[String(word)] ?? [] { scores[language, default: 0] += 1 }
      }
      seen += bytes.count
      if seen > 60_000 { break }
    }
    let best = scores.values.max() ?? 0
    return Language.allCases.first { scores[$0, default: 0] == best } ?? .english
  }

  private static let words: [String: [Language]] = {
    var words: [String: [Language]] = [:]
    let lists: [(Language, String)] = [
      (
        .english,
        "the of and to in that their which with by this approved pending agreed resolve considering recalling"
      ),
      (
        .spanish,
        "el la los las del y en que por con una su aprobado pendiente resuelve considerando recordando teniendo"
      ),
      (
        .french,
        "le la les des du et en que par avec une dans sur approuve suspens decide considerant rappelant"
      ),
      (
        .portuguese,
        "o os as do da dos das e em que por com uma ao aprovado pendente resolve considerando recordando tendo"
      ),
    ]
    for (language, list) in lists {
      for word in list.split(separator: " ") { words[String(word), default: []].append(language) }
    }
    return words
  }()
}
