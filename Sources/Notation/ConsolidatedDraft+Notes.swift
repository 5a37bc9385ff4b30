package import Drafting

extension ConsolidatedDraft.Item {
  /// The item with another number for each of its footnotes; those that get the same number are one.
  package func renumberingNotes(_ number: (Footnote) -> Int) -> ConsolidatedDraft.Item {
    if footnotes.isEmpty { return self }
    let numbers = Dictionary(footnotes.map { ($0.number, number($0)) }, uniquingKeysWith: { first, _ in first })
    var result = self
    result.body = body.mappingText { FootnoteMarks.renumbered($0, numbers) }
    result.footnotes = []
    for var note in footnotes {
      note.number = numbers[note.number] ?? note.number
      if !result.footnotes.contains(note) { result.footnotes.append(note) }
    }
    return result
  }
}

extension FootnoteMarks {
  /// The text with another number in each `[^1]` that `numbers` knows.
  package static func renumbered(_ text: String, _ numbers: [Int: Int]) -> String {
    shown(hidden(text, numbers: numbers)) { $0 }
  }

  /// The text with another number in each mark, in the order in which they stand; those without one stay.
  package static func renumbered(_ text: String, inOrder numbers: [Int?]) -> String {
    let bytes = Array(text.utf8)
    var (output, rest, index): ([UInt8], ArraySlice<Int?>, Int) = ([], numbers[...], 0)
    while index < bytes.count {
      let end = mark(bytes, at: index)?.end
      if end != nil, let number = rest.popFirst() ?? nil {
        output += "[^\(number)]".utf8
      } else {
        output += bytes[index..<(end ?? index + 1)]
      }
      index = end ?? index + 1
    }
    return String(decoding: output, as: UTF8.self)
  }
}
