package import Drafting

/// Writes a consolidated draft as plain text or Markdown.
package struct DraftWriter: Sendable {
  package var format: DraftFormat
  package var notation: BracketNotation
  package var registry: DelegationRegistry

  /// Whether the line that says how to read the brackets is written.
  package var hasLegend: Bool

  package init(
    format: DraftFormat, notation: BracketNotation, registry: DelegationRegistry,
    hasLegend: Bool = true
  ) {
    self.format = format
    self.notation = notation
    self.registry = registry
    self.hasLegend = hasLegend
  }

  /// The written draft in spans; joined they are ``write(_:)``.
  package func spans(of draft: ConsolidatedDraft) -> [Span] { [] }

  /// The written draft: ``DraftReader`` reads the same value out of it, identifiers aside.
  package func write(_ draft: ConsolidatedDraft) -> String { spans(of: draft).map(\.text).joined() }
}
