internal import Drafting

/// A text cut into words, numbers and signs, in lower case, with their places in bytes.
struct ReferenceWords {
  struct Word {
    var key: String
    /// Whether it is written in capitals throughout.
    var isCapital: Bool
    var start: Int
    var end: Int
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var current = ""
    var start = 0
    var position = 0
    for scalar in text.unicodeScalars {
      // `OP3` is a word and a number.
      if scalar.properties.numericType != nil, ["OP", "PP", "OPs", "PPs"].contains(current) {
        words.append(Word(key: current.lowercased(), isCapital: true, start: start, end: position))
        current = ""
      }
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isLetter {
        if current.isEmpty { start = position }
        current.unicodeScalars.append(scalar)
      } else {
        if !current.isEmpty { words.append(Word(current, start: start, end: position)) }
        current = ""
        if !scalar.properties.isWhitespace {
          words.append(Word(String(scalar), start: position, end: position + UTF8.width(scalar)))
        }
      }
      position += UTF8.width(scalar)
    }
    if !current.isEmpty { words.append(Word(current, start: start, end: position)) }
  }
}

extension ReferenceWords.Word {
  fileprivate init(_ text: String, start: Int, end: Int) {
    let capital = text.uppercased()
    self.init(key: text.lowercased(), isCapital: text == capital, start: start, end: end)
  }
}

/// The words of four languages that a reference is made of.
enum ReferenceVocabulary {
  static let englishNouns: Set<String> = ["paragraph", "paragraphs", "para", "paras", "op", "ops", "pp", "pps"]
  static let nouns: Set<String> = englishNouns.union([
    "párrafo", "párrafos", "párr", "párrs", "paragraphe", "paragraphes", "par", "alinéa", "alinéas", "parágrafo",
    "parágrafos",
  ])
  static let plurals: Set<String> = [
    "paragraphs", "paras", "ops", "pps", "párrafos", "párrs", "paragraphes", "alinéas", "parágrafos",
  ]
  static let abbreviations: Set<String> = ["para", "paras", "par", "párr", "párrs"]
  static let adjectives: [String: SectionName] = [
    "operative": .operative, "preambular": .preamble, "resolutivo": .operative, "resolutivos": .operative,
    "operativo": .operative, "operativos": .operative, "preambulares": .preamble, "preambulaire": .preamble,
    "préambulaire": .preamble, "préambulaires": .preamble, "dispositivo": .operative, "dispositivos": .operative,
  ]
  /// Nouns that say themselves in which section the paragraph is.
  static let ownSections: [String: SectionName] = [
    "op": .operative, "ops": .operative, "pp": .preamble, "pps": .preamble,
  ]
  static let joints: Set<String> = [
    ",", "and", "or", "to", "y", "e", "o", "et", "ou", "a", "à", "al", "ao", "–", "-", "/", "&", "through", "hasta",
    "até",
  ]
  /// Those of them that stand before the last number of a list.
  static let conjunctions: Set<String> = ["and", "or", "y", "e", "o", "et", "ou", "&"]
  /// Those of them that mean all from one number to the other.
  static let ranges: Set<String> = ["to", "a", "à", "al", "ao", "–", "-", "through", "hasta", "até"]
  /// The words that name this very text as the place of the paragraph.
  static let positions: Set<String> = [
    "above", "below", "supra", "infra", "acima", "abaixo", "anterior", "anteriores", "dessus", "dessous", "ci",
  ]
  static let englishPrepositions: Set<String> = ["of", "in"]
  static let prepositions: Set<String> = englishPrepositions.union(["de", "del", "du", "d", "do", "da", "des"])
  static let articles: Set<String> = ["the", "la", "le", "el", "l", "o", "a", "'", "’", "parte", "part"]
  static let sections: [String: SectionName] = [
    "preamble": .preamble, "preámbulo": .preamble, "préambule": .preamble, "preâmbulo": .preamble,
    "operative": .operative, "resolutiva": .operative, "operativa": .operative, "dispositif": .operative,
    "dispositiva": .operative,
  ]
  /// The words that name this very document.
  static let own: Set<String> = [
    "this", "present", "esta", "este", "presente", "présente", "présent", "cette", "ce", "above", "below",
  ]
  static let annexes: Set<String> = ["annex", "annexe", "anexo"]
  static let resolutions: Set<String> = ["resolution", "resolución", "résolution", "resolução"]
  /// Documents, and parts of them, that have paragraphs of their own.
  static let documents: Set<String> = resolutions.union([
    "resolutions", "resoluciones", "résolutions", "resoluções", "res", "charter", "carta", "charte", "convention",
    "conventions", "convención", "convenio", "convenção", "decision", "decisions", "decisión", "decisiones", "décision",
    "décisions", "decisão", "decisões", "declaration", "declaración", "déclaration", "declaração", "treaty", "tratado",
    "traité", "agreement", "acuerdo", "accord", "acordo", "protocol", "protocolo", "protocole", "covenant", "pacto",
    "pacte", "statute", "statutes", "estatuto", "statut", "statuts", "constitution", "constitución", "constituição",
    "article", "articles", "art", "artículo", "artículos", "artigo", "artigos", "rule", "rules", "regla", "règle",
    "reglamento", "règlement", "regulamento", "chapter", "capítulo", "chapitre", "report", "informe", "rapport",
    "relatório", "appendix", "document", "documento",
  ])

  /// Words behind which a condition of this text begins: `a rule subject to paragraph 2`.
  static let conditions: Set<String> = [
    "subject", "sujeción", "sujeto", "sujeta", "réserve", "reserva", "sujeito", "sujeita",
  ]
  /// Words that make the paragraph that of something named before.
  static let possessives: Set<String> = [
    "its", "their", "su", "sus", "son", "sa", "ses", "leur", "leurs", "seu", "seus", "whose", "cuyo", "cuyos",
  ]

  /// Agreements that are no documents in "de acuerdo con".
  static let accordances: Set<String> = ["acuerdo", "acordo", "accord", "agreement"]

  /// Documents that are English verbs, too.
  static let verbs: Set<String> = ["report", "document", "rule"]

  /// What joins the last number of a list with those before it, in the language of a word for paragraph; `nil` where that
  /// is of several.
  static func conjunction(behind noun: String) -> String? {
    if englishNouns.contains(noun) { return "and" }
    if noun.hasPrefix("parágrafo") { return "e" }
    if noun.hasPrefix("párr") { return "y" }
    return noun.hasPrefix("paragraphe") || noun.hasPrefix("alinéa") ? "et" : nil
  }

  /// The number of an annex: `I`, `2`.
  static func ordinal(_ key: String) -> Int? {
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    return romans.firstIndex(of: key).map { $0 + 1 } ?? ParagraphNumber(key)?.value
  }
}
