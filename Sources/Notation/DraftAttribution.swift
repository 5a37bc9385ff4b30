internal import Drafting
internal import TextForm

/// A heading that says whose text the next paragraph is: `PROPOSAL OF SAINT KITTS AND NEVIS FOR ALTERNATE TEXT TO SECOND
/// PREAMBULAR PARAGRAPH:`, `Texto de novo parágrafo preambular proposto pela Delegação do México:`.
struct DraftAttribution {
  enum Kind: Equatable {
    /// Another text of a paragraph; in the section where the heading stands for `nil`.
    case alternate(SectionName?, ParagraphNumber)
    case new
  }

  var labels: LabelTable.ListMeaning
  var kind: Kind

  init?(_ heading: String, labels table: LabelTable) {
    guard heading.utf8.count <= 300 else { return nil }
    let original = heading.split { " :,;\u{A0}\n\"“”()".contains($0) }.map(String.init)
    let words = original.map { folded($0).replacingApostrophes }
    guard words.count >= 4, words.contains(where: { Self.begins($0, Self.proposals) }),
      words.contains(where: { Self.begins($0, ["paragraph", "parrafo", "paragrafo", "text"]) })
    else { return nil }
    let section: SectionName? =
      words.contains { Self.begins($0, ["preamb"]) }
      ? .preamble
      : words.contains { Self.begins($0, ["operativ", "resolutiv", "dispositi"]) } ? .operative : nil
    if words.contains(where: { Self.begins($0, ["altern", "replac", "reempl", "sustit", "remplac", "substit"]) }),
      let number = Self.number(words)
    {
      kind = .alternate(section, number)
    } else if words.contains(where: { Self.begins($0, ["new", "nuev", "nouve", "nov", "addition", "adicion"]) }) {
      kind = .new
    } else {
      return nil
    }
    labels = Self.party(original, words, table)
  }

  /// What is wrong where ``labels`` names nobody for certain.
  var problem: String {
    switch labels {
    case .ambiguous(let item, let candidates):
      "'\(item)' may mean \(candidates.joined(separator: " or ")); the heading was kept as text"
    default: "the heading seems to name a delegation that is not known; it was kept as text"
    }
  }

  /// The longest run of words behind a preposition that is a label list.
  private static func party(_ original: [String], _ words: [String], _ table: LabelTable) -> LabelTable.ListMeaning {
    var best: (length: Int, meaning: LabelTable.ListMeaning) = (0, .unknown)
    for start in words.indices.dropFirst() where prepositions.contains(words[start - 1]) {
      if prepositions.contains(words[start]) { continue }
      for end in (start + 1)...min(words.count, start + 12) {
        let list = original[start..<end].joined(separator: " ")
        let meaning = table.meaning(ofList: list)
        if meaning != .unknown, end - start > best.length { best = (end - start, meaning) }
      }
    }
    return best.meaning
  }

  private static func number(_ words: [String]) -> ParagraphNumber? {
    for word in words {
      if let place = ordinals.firstIndex(where: { $0.contains(word) }) { return ParagraphNumber(place + 1) }
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty, let number = ParagraphNumber(digits) { return number }
    }
    return nil
  }

  private static func begins(_ word: String, _ stems: [String]) -> Bool {
    stems.contains { word.hasPrefix($0) }
  }

  private static let proposals = [
    "propos", "propuest", "present", "submitted", "submis", "suggest", "sugerid", "formulad",
  ]

  private static let prepositions: Set<String> = [
    "of", "by", "from", "the", "de", "del", "la", "el", "los", "las", "du", "des", "le", "les", "do", "da", "dos",
    "das", "por", "par", "pela", "pelo", "pelas", "pelos", "delegation", "delegacion", "delegacao",
  ]

  private static let ordinals: [Set<String>] = [
    ["first", "primer", "primero", "premier", "primeiro"],
    ["second", "segundo", "deuxieme"],
    ["third", "tercer", "tercero", "troisieme", "terceiro"],
    ["fourth", "cuarto", "quatrieme", "quarto"],
    ["fifth", "quinto", "cinquieme"],
    ["sixth", "sexto", "sixieme"],
    ["seventh", "septimo", "septieme", "setimo"],
    ["eighth", "octavo", "huitieme", "oitavo"],
    ["ninth", "noveno", "neuvieme", "nono"],
    ["tenth", "decimo", "dixieme"],
    ["eleventh", "undecimo", "onzieme", "decimo-primeiro"],
    ["twelfth", "duodecimo", "douzieme", "decimo-segundo"],
  ]
}

extension String {
  /// `l'Uruguay` without its article.
  fileprivate var replacingApostrophes: String {
    split { $0 == "'" || $0 == "’" }.last.map(String.init) ?? self
  }
}
