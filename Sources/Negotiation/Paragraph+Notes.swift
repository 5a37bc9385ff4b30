package import Drafting

extension Paragraph {
  /// The text, and behind it, a line each, the footnotes and then the orders and remarks that another state of the paragraph
  /// does not have so.
  ///
  /// - Parameter other: the state before or after; `nil` where the paragraph did not stand, so that all count.
  package func textWithNotes(unlike other: Paragraph?) -> String {
    let footnotes = footnotes.filter { !(other?.footnotes.contains($0) ?? false) }
    let notes = notes.filter { !(other?.notes.contains($0) ?? false) }
    return ([text] + footnotes.map(\.line) + notes).joined(separator: "\n")
  }

  /// The text, and behind it all footnotes, a line each.
  var textWithNotes: String { ([text] + footnotes.map(\.line)).joined(separator: "\n") }

  /// Whether it says something that another state does not say: other words, or a footnote, an order or a remark of its own.
  ///
  /// - Parameter chairs: finds what the chair has of the paragraph, whose footnotes and orders are told there.
  func says(otherThan before: Paragraph?, beside chairs: () throws -> Paragraph?) rethrows -> Bool {
    guard let before, text == before.text else { return true }
    if footnotes == before.footnotes, notes == before.notes { return false }
    let chair = try chairs()
    func isNew<Note: Equatable>(_ note: Note, _ notes: KeyPath<Paragraph, [Note]>) -> Bool {
      !before[keyPath: notes].contains(note) && !(chair?[keyPath: notes].contains(note) ?? false)
    }
    return footnotes.contains { isNew($0, \.footnotes) } || notes.contains { isNew($0, \.notes) }
  }
}
