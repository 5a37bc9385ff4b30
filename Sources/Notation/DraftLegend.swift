package import Drafting

/// The line that says how to read a written draft.
package enum DraftLegend {
  static func text(in language: Language, notation: BracketNotation) -> String {
    switch (language, notation) {
    case (.english, .oas):
      "How to read this draft: in [Chile: new words ~~old words~~] Chile proposes the new words instead of those between"
        + " tildes; a slash parts rival proposals; a dash means nothing in their place."
    case (.spanish, .oas):
      "Cómo leer este proyecto: en [Chile: palabras nuevas ~~palabras actuales~~] Chile propone las palabras nuevas en"
        + " lugar de las que están entre tildes; una barra separa propuestas rivales; una raya significa nada en su lugar."
    case (.french, .oas):
      "Comment lire ce projet : dans [Chile: mots nouveaux ~~mots actuels~~] le Chili propose les mots nouveaux à la place"
        + " de ceux entre tildes ; une barre sépare les propositions rivales ; un tiret signifie rien à leur place."
    case (.portuguese, .oas):
      "Como ler este projeto: em [Chile: palavras novas ~~palavras atuais~~] o Chile propõe as palavras novas no lugar das"
        + " que estão entre tis; uma barra separa propostas rivais; um travessão significa nada em seu lugar."
    case (.english, .alternatives):
      "How to read this draft: in [current words]/[Chile: new words] Chile proposes the new words instead of the current"
        + " ones; DELETE means nothing in their place; [Chile: words] alone are added."
    case (.spanish, .alternatives):
      "Cómo leer este proyecto: en [palabras actuales]/[Chile: palabras nuevas] Chile propone las palabras nuevas en lugar"
        + " de las actuales; SUPRIMIR significa nada en su lugar; [Chile: palabras] solas se agregan."
    case (.french, .alternatives):
      "Comment lire ce projet : dans [mots actuels]/[Chile: mots nouveaux] le Chili propose les mots nouveaux à la place des"
        + " mots actuels ; SUPPRIMER signifie rien à leur place ; [Chile: mots] seuls sont ajoutés."
    case (.portuguese, .alternatives):
      "Como ler este projeto: em [palavras atuais]/[Chile: palavras novas] o Chile propõe as palavras novas no lugar das"
        + " atuais; SUPRIMIR significa nada em seu lugar; [Chile: palavras] sozinhas são acrescentadas."
    }
  }

  /// The same where words can be underlined and struck through: in a Word document, where it is a footnote.
  package static func formattedText(in language: Language, notation: BracketNotation) -> String {
    if notation == .alternatives { return text(in: language, notation: notation) }
    return
      switch language
    {
    case .english:
      "How to read this draft: words that a delegation would add are in bold and underlined, words that it would delete"
        + " in bold and struck through, between brackets with its name; a slash parts rival proposals; a dash means"
        + " nothing in their place."
    case .spanish:
      "Cómo leer este proyecto: las palabras que una delegación agregaría están en negrita y subrayadas, las que suprimiría"
        + " en negrita y tachadas, entre corchetes con su nombre; una barra separa propuestas rivales; una raya significa"
        + " nada en su lugar."
    case .french:
      "Comment lire ce projet : les mots qu'une délégation ajouterait sont en gras et soulignés, ceux qu'elle supprimerait"
        + " en gras et barrés, entre crochets avec son nom ; une barre sépare les propositions rivales ; un tiret signifie"
        + " rien à leur place."
    case .portuguese:
      "Como ler este projeto: as palavras que uma delegação acrescentaria estão em negrito e sublinhadas, as que suprimiria"
        + " em negrito e riscadas, entre colchetes com seu nome; uma barra separa propostas rivais; um travessão significa"
        + " nada em seu lugar."
    }
  }

  /// Whether a text is one of the legends that this program writes.
  package static func isLegend(_ text: String) -> Bool { language(of: Array(text.utf8)) != nil }

  /// The language and notation of the legend that a line is; `nil` for any other line.
  static func language(of line: [UInt8]) -> (language: Language, notation: BracketNotation)? {
    guard line.count >= 150, line.count <= 400 else { return nil }
    return known[String(decoding: line, as: UTF8.self)]
  }

  private static let known: [String: (Language, BracketNotation)] = {
    var known: [String: (Language, BracketNotation)] = [:]
    for language in Language.allCases {
      for notation in BracketNotation.allCases {
        known[text(in: language, notation: notation)] = (language, notation)
        known[formattedText(in: language, notation: notation)] = (language, notation)
      }
    }
    return known
  }()
}
