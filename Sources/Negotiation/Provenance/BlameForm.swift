package import Drafting

/// What the table of a paragraph's credits depends on besides the credits.
package struct BlameForm: Hashable, Sendable {
  package var language: Language

  /// Whether its heads are bold.
  package var isBold: Bool

  package init(language: Language, isBold: Bool) {
    self.language = language
    self.isBold = isBold
  }

  /// Writes the table.
  package typealias Writer = (ParagraphBlame, BlameForm) -> String
}
