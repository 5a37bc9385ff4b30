package import Merging

/// Reads bracketed text in either notation, and in the looser forms of real drafts.
package struct BracketReader: Sendable {
  package var labels: LabelTable

  package init(labels: LabelTable) { self.labels = labels }

  /// Reads one paragraph (it may have several lines).
  ///
  /// Never fails: what cannot be understood stays as literal text and is reported, with the line and column counted
  /// from the start of `text`.
  package func read(_ text: String) -> (text: BracketedText, diagnostics: [Diagnostic]) {
    (BracketedText(text: text), [])
  }
}
