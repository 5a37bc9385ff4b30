package import Drafting

/// Reads a written draft, plain text or Markdown, into a ``ConsolidatedDraft``.
package struct DraftReader: Sendable {
  package var registry: DelegationRegistry
  package var format: DraftFormat

  package init(registry: DelegationRegistry, format: DraftFormat) {
    self.registry = registry
    self.format = format
  }

  /// Never fails: what cannot be understood stays as literal text and is reported.
  package func read(_ text: String) -> DraftReading {
    DraftReading(draft: ConsolidatedDraft(settings: DraftSettings()), diagnostics: [])
  }
}

/// The text forms that a draft is read from and written in.
package enum DraftFormat: String, CaseIterable, Sendable {
  case text
  case markdown
}

/// What was read, and what a person should look at.
package struct DraftReading: Sendable {
  package var draft: ConsolidatedDraft
  package var diagnostics: [Diagnostic]

  package init(draft: ConsolidatedDraft, diagnostics: [Diagnostic]) {
    self.draft = draft
    self.diagnostics = diagnostics
  }
}
