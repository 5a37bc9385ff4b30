package import Drafting
internal import Notation

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

  /// The same with its notes counted as in another state, so that what is compared with that differs in words alone: a note
  /// whose words change may get another number with them.
  ///
  /// Notes that both have under one number keep it; of the others those with the same words are the same, and then the
  /// first that is left here is the first that is left there, unless one side has more of them.
  func countingNotes(as other: Paragraph?) -> Paragraph {
    guard let other, !footnotes.isEmpty, footnotes != other.footnotes else { return self }
    func left(_ paragraph: Paragraph, unlike other: Paragraph) -> [Footnote] {
      let known = Set(other.footnotes.map(\.number))
      return paragraph.footnotes.filter { !known.contains($0.number) }
    }
    var (own, others) = (left(self, unlike: other), left(other, unlike: self))
    var numbers: [Int: Int] = [:]
    for note in own {
      guard let place = others.firstIndex(where: { $0.text == note.text }) else { continue }
      numbers[note.number] = others.remove(at: place).number
    }
    own.removeAll { numbers[$0.number] != nil }
    if own.count == others.count { for (note, same) in zip(own, others) { numbers[note.number] = same.number } }
    if numbers.isEmpty { return self }
    for note in footnotes where numbers[note.number] == nil { numbers[note.number] = note.number }
    var result = self
    result.text = FootnoteMarks.renumbered(text, numbers)
    result.footnotes = footnotes.map { Footnote(number: numbers[$0.number] ?? $0.number, text: $0.text) }
    return result
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
