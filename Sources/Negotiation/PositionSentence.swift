package import Drafting
package import Notation

extension Position.Kind {
  /// What is said behind the delegation's name: `reserves its position`.
  package func predicate(in language: Language) -> String {
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

extension Language {
  /// A colon as it stands behind a word: after a space that does not break in French.
  var colon: String { self == .french ? "\u{A0}:" : ":" }
}

extension Position {
  /// A footnote that says a position, taken apart: whose it is said to be, and what it is; `nil` for any other footnote.
  ///
  /// The sentence that begins first counts: a reason may hold another.
  ///
  /// - Returns: also the language of the sentence, and whether it ends as it is written.
  static func statement(
    _ footnote: String
  ) -> (name: String, language: Language, position: Position, isWhole: Bool)? {
    var found: (sentence: Range<String.Index>, kind: Kind, language: Language)?
    for kind in Kind.allCases {
      for language in Language.allCases {
        guard let sentence = footnote.firstRange(of: " " + kind.predicate(in: language)),
          found.map({ sentence.lowerBound < $0.sentence.lowerBound }) ?? true
        else { continue }
        found = (sentence, kind, language)
      }
    }
    guard let found else { return nil }
    let name = String(footnote[..<found.sentence.lowerBound])
    var rest = footnote[found.sentence.upperBound...]
    if let space = rest.first, space.isWhitespace, rest.dropFirst().hasPrefix(": ") { rest = rest.dropFirst() }
    let hasReason = rest.hasPrefix(": ")
    guard hasReason || rest.isEmpty || rest == "." else { return nil }
    let reason = hasReason ? String(rest.dropFirst(2).dropLast(footnote.hasSuffix(".") ? 1 : 0)) : nil
    return (name, found.language, Position(kind: found.kind, reason: reason), !rest.isEmpty)
  }

  /// Whether a footnote says a delegation's position, in any language, as written drafts have them.
  ///
  /// - Parameter labels: the delegations.
  package static func isStatement(_ footnote: String, labels: LabelTable) -> Bool {
    guard let statement = statement(footnote), statement.isWhole else { return false }
    if case .label = labels.meaning(of: statement.name) { return true }
    return false
  }
}
