package import Drafting

extension Paragraph {
  /// The text, and behind it, a line each, the footnotes that another state of the paragraph does not have so.
  ///
  /// - Parameter other: the state before or after; `nil` where the paragraph did not stand, so that all count.
  package func textWithNotes(unlike other: Paragraph?) -> String {
    let notes = footnotes.filter { !(other?.footnotes.contains($0) ?? false) }
    return ([text] + notes.map(\.line)).joined(separator: "\n")
  }

  /// The text, and behind it all footnotes, a line each.
  var textWithNotes: String { textWithNotes(unlike: nil) }
}
