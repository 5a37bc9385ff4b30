internal import Drafting
internal import Notation

extension Paragraph {
  /// What somebody typed for this paragraph, with each note that it has already under the number that it has there, and no
  /// two notes under one number. Any other note keeps the number that was typed, and comes in place of what it was.
  func countingNotes(of typed: Paragraph) -> Paragraph {
    var numbers = Dictionary(typed.footnotes.map { ($0.number, $0.number) }, uniquingKeysWith: { first, _ in first })
    // A mark without a note behind it means the note that stands.
    var taken = Set(FootnoteMarks.written(in: typed.text)).subtracting(numbers.keys)
    taken.formUnion(typed.footnotes.filter(footnotes.contains).map(\.number))
    var others: [Footnote] = []
    for note in typed.footnotes where !footnotes.contains(note) {
      guard let known = footnotes.first(where: { $0.text == note.text && !taken.contains($0.number) }) else {
        others.append(note)
        continue
      }
      numbers[note.number] = known.number
      taken.insert(known.number)
    }
    let known = Set(footnotes.map(\.number))
    for note in others {
      if taken.contains(note.number) {
        numbers[note.number] = (1...).first { !taken.contains($0) && !known.contains($0) }
      }
      taken.insert(numbers[note.number] ?? note.number)
    }
    var result = typed
    result.text = FootnoteMarks.renumbered(typed.text, numbers)
    result.footnotes = typed.footnotes.map { Footnote(number: numbers[$0.number] ?? $0.number, text: $0.text) }
    return result
  }

  /// Whether it has the same words and notes as another, under whatever numbers.
  func saysTheSame(as other: Paragraph) -> Bool {
    let counted = other.countingNotes(of: self)
    return counted.text == other.text && Set(counted.footnotes) == Set(other.footnotes)
  }
}
