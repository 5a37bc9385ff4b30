package import Drafting
package import Merging

/// Writes a bracketed text in one of the two notations.
package struct BracketWriter: Sendable {
  package var notation: BracketNotation
  package var language: Language
  package var labels: LabelTable

  package init(notation: BracketNotation = .oas, language: Language = .english, labels: LabelTable)
  {
    self.notation = notation
    self.language = language
    self.labels = labels
  }

  /// The written text in spans; joined they are ``write(_:)``.
  package func spans(of text: BracketedText) -> [Span] { [] }

  /// The written text: ``BracketReader`` reads the same value out of it.
  package func write(_ text: BracketedText) -> String { spans(of: text).map(\.text).joined() }
}
