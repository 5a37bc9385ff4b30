internal import Drafting

/// The line that says how to read a written draft.
enum DraftLegend {
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
      }
    }
    return known
  }()
}
