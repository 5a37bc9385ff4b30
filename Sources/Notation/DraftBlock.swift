/// A part of a written draft between two empty lines.
package struct DraftBlock: Sendable {
  package var role: Role
  package var spans: [Span]

  package enum Role: Hashable, Sendable {
    case title
    /// How to read the draft.
    case legend
    /// `§ annex-1`
    case sectionName
    /// A paragraph or heading, by its place in the draft.
    case item(section: Int, index: Int)
    /// The notes that no mark belongs to, and behind an empty line the footnotes, a line each, which begins with a span of
    /// emphasis `note`.
    case notes
  }
}
