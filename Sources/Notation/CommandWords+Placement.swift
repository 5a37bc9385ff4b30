package import Drafting

extension CommandWords {
  /// The order that places a paragraph: `PLACE WITH PARAGRAPH 2 OF THE PREAMBLE`.
  package static func text(of anchor: Placement.Anchor, in language: Language) -> String {
    switch anchor {
    case .after(let section, let number):
      let number = number.description.uppercased()
      let place = name(of: section, in: language)
      return switch language {
      case .english: "PLACE WITH PARAGRAPH \(number) \(place)"
      case .spanish: "UBICAR CON EL PÁRRAFO \(number) \(place)"
      case .french: "PLACER AVEC LE PARAGRAPHE \(number) \(place)"
      case .portuguese: "COLOCAR COM O PARÁGRAFO \(number) \(place)"
      }
    case .beginning(let section):
      let place = name(of: section, in: language)
      return switch language {
      case .english: "PLACE AT THE BEGINNING \(place)"
      case .spanish: "UBICAR AL PRINCIPIO \(place)"
      case .french: "PLACER AU DÉBUT \(place)"
      case .portuguese: "COLOCAR NO INÍCIO \(place)"
      }
    }
  }

  /// A section with its preposition: `OF THE PREAMBLE`.
  private static func name(of section: SectionName, in language: Language) -> String {
    let text = section.description
    if section == .preamble {
      return switch language {
      case .english: "OF THE PREAMBLE"
      case .spanish: "DEL PREÁMBULO"
      case .french: "DU PRÉAMBULE"
      case .portuguese: "DO PREÂMBULO"
      }
    }
    if section == .operative {
      return switch language {
      case .english: "OF THE OPERATIVE PART"
      case .spanish: "DE LA PARTE RESOLUTIVA"
      case .french: "DU DISPOSITIF"
      case .portuguese: "DA PARTE DISPOSITIVA"
      }
    }
    if text.hasPrefix("annex-"), let ordinal = Int(text.dropFirst(6)), section == .annex(ordinal) {
      return switch language {
      case .english: "OF ANNEX \(ordinal)"
      case .spanish: "DEL ANEXO \(ordinal)"
      case .french: "DE L'ANNEXE \(ordinal)"
      case .portuguese: "DO ANEXO \(ordinal)"
      }
    }
    return switch language {
    case .english: "OF SECTION \(text.uppercased())"
    case .spanish: "DE LA SECCIÓN \(text.uppercased())"
    case .french: "DE LA SECTION \(text.uppercased())"
    case .portuguese: "DA SEÇÃO \(text.uppercased())"
    }
  }
}
