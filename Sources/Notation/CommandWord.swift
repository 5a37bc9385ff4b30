package import Drafting

/// A word of command or status, typed in capitals; read in every language, written in the draft's.
package enum CommandWord: CaseIterable, Sendable {
  case approved
  case pending
  case agreedAdReferendum
  /// Nothing in place of the words at issue.
  case delete
  /// The words at issue as they are.
  case retain

  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.approved, .english): "APPROVED"
    case (.approved, .spanish): "APROBADO"
    case (.approved, .french): "APPROUVÉ"
    case (.approved, .portuguese): "APROVADO"
    case (.pending, .english): "PENDING"
    case (.pending, .spanish): "PENDIENTE"
    case (.pending, .french): "EN SUSPENS"
    case (.pending, .portuguese): "PENDENTE"
    case (.agreedAdReferendum, .english): "AGREED AD REFERENDUM"
    case (.agreedAdReferendum, .spanish): "ACORDADO AD REFERÉNDUM"
    case (.agreedAdReferendum, .french): "APPROUVÉ AD REFERENDUM"
    case (.agreedAdReferendum, .portuguese): "ACORDADO AD REFERENDUM"
    case (.delete, .english): "DELETE"
    case (.delete, .spanish), (.delete, .portuguese): "SUPRIMIR"
    case (.delete, .french): "SUPPRIMER"
    case (.retain, .english): "RETAIN"
    case (.retain, .spanish): "MANTENER"
    case (.retain, .french): "MAINTENIR"
    case (.retain, .portuguese): "MANTER"
    }
  }

  /// The word that `text` is, in any language; `nil` where it is anything more or less, or not in capitals.
  ///
  /// Capitals without their accents are read too (`APPROUVE`).
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 30, let word = Self.words[String(text)] else { return nil }
    self = word
  }

  /// Whether the word stands in a bracket in place of words (DELETE, RETAIN), and not after a paragraph.
  var isAboutWords: Bool { self == .delete || self == .retain }

  /// Every form that is read.
  static let words: [String: CommandWord] = {
    var words = ["AGREED AD REF": agreedAdReferendum, "AGREED AD REF.": agreedAdReferendum]
    for word in allCases {
      for language in Language.allCases {
        let text = word.text(in: language)
        words[text] = word
        words[withoutAccents(text)] = word
      }
    }
    return words
  }()
}
