internal import Drafting

/// What a page says beside the draft, none of it in its text: for screen readers, in hints, and under the legend.
struct HTMLPhrases {
  let footnotes: String
  let movedAway: String
  let movedHere: String

  /// What the form says; it repeats what the characters say.
  let form: String

  init(_ language: Language) {
    switch language {
    case .english:
      footnotes = "Footnotes"
      movedAway = "This clause moves: go to its new place"
      movedHere = "This clause moves: go to its former place"
      form =
        "New words are bold and underlined, old ones bold and struck through; a clause that moves is linked to its"
        + " other place."
    case .spanish:
      footnotes = "Notas"
      movedAway = "Esta cláusula se traslada: ir a su nuevo lugar"
      movedHere = "Esta cláusula se traslada: ir a su lugar anterior"
      form =
        "Las palabras nuevas están en negrita y subrayadas, las actuales en negrita y tachadas; una cláusula que se"
        + " traslada está enlazada con su otro lugar."
    case .french:
      footnotes = "Notes"
      movedAway = "Cette clause est déplacée : aller à sa nouvelle place"
      movedHere = "Cette clause est déplacée : aller à son ancienne place"
      form =
        "Les mots nouveaux sont en gras et soulignés, les mots actuels en gras et barrés ; une clause déplacée est liée"
        + " à son autre place."
    case .portuguese:
      footnotes = "Notas"
      movedAway = "Esta cláusula é deslocada: ir ao seu novo lugar"
      movedHere = "Esta cláusula é deslocada: ir ao seu lugar anterior"
      form =
        "As palavras novas estão em negrito e sublinhadas, as atuais em negrito e riscadas; uma cláusula deslocada está"
        + " ligada ao seu outro lugar."
    }
  }
}
