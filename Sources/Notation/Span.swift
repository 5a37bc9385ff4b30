/// A piece of a written draft with the emphasis that a terminal, a page or a document may give it.
///
/// The characters are complete without the emphasis, but for the `~~` of struck words: those stand in spans of their own
/// (``Emphasis/mark``), which a medium that can strike words through leaves out.
package struct Span: Hashable, Sendable {
  package var text: String
  package var emphasis: Emphasis

  /// Whose proposal it belongs to: the labels of the innermost alternative round it; empty outside of every proposal.
  package var labels: [String]

  /// The clause that the words are, where it moves inside its paragraph: its place among
  /// ``Merging/BracketedText/movedClauses``. The words where they are struck and where they are put in have the same.
  package var move: Int?

  package enum Emphasis: Hashable, Sendable {
    case plain
    /// Words that a delegation brings in: bold and underlined.
    case added
    /// Words that a delegation takes out: bold and struck through.
    case struck
    /// The `~~` round struck words.
    case mark
    /// A label list and its colon.
    case label
    /// A heading or the title block: bold.
    case heading
    /// A footnote's mark, nothing else: `1/`, `[^1]`.
    case note
    /// What the chair has decided about a paragraph.
    case status
  }

  package init(_ text: String, _ emphasis: Emphasis = .plain, labels: [String] = [], move: Int? = nil) {
    self.text = text
    self.emphasis = emphasis
    self.labels = labels
    self.move = move
  }
}
