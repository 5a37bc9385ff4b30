internal import Drafting
package import Notation

extension Position.Kind {
  /// What is said behind the delegation's name: `reserves its position`.
  func predicate(in language: Language) -> String {
    switch (self, language) {
    case (.reserve, .english): "reserves its position"
    case (.reserve, .spanish): "reserva su posición"
    case (.reserve, .french): "réserve sa position"
    case (.reserve, .portuguese): "reserva sua posição"
    case (.oppose, .english): "opposes this paragraph"
    case (.oppose, .spanish): "se opone a este párrafo"
    case (.oppose, .french): "s'oppose à ce paragraphe"
    case (.oppose, .portuguese): "opõe-se a este parágrafo"
    }
  }
}

extension Position {
  /// Whether a footnote says a delegation's position, in any language, as written drafts have them.
  ///
  /// - Parameter labels: the delegations.
  package static func isStatement(_ footnote: String, labels: LabelTable) -> Bool {
    for kind in Kind.allCases {
      for language in Language.allCases {
        guard let range = footnote.firstRange(of: " " + kind.predicate(in: language)),
          footnote[range.upperBound...] == "." || footnote[range.upperBound...].hasPrefix(": ")
        else { continue }
        if case .label = labels.meaning(of: String(footnote[..<range.lowerBound])) { return true }
      }
    }
    return false
  }
}
