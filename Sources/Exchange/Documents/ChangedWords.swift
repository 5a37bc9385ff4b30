internal import Drafting
internal import Merging
internal import Notation

/// The words of one paragraph, or of the title block, that stayed, went and came between two states, with the notes in
/// their places.
struct ChangedWords {
  /// A stretch of one fate on one line.
  struct Piece: Hashable {
    var kind: Merging.WordChange.Kind
    var content: Content
  }

  enum Content: Hashable {
    case words(String)
    /// The text of a footnote.
    case note(String)
    case lineBreak
  }

  private(set) var pieces: [Piece] = []

  /// Equal notes are one note, whatever their numbers in the two states.
  init(from old: String, _ oldNotes: [Footnote], to new: String, _ newNotes: [Footnote]) {
    var notes: [String] = []
    let (before, after) = (Self.hidden(old, oldNotes, &notes), Self.hidden(new, newNotes, &notes))
    if before == after {
      add(Merging.WordChange(kind: .kept, text: before), notes)
    } else {
      var changes = wordChanges(from: before, to: after)
      if before.contains("\n|") || after.contains("\n|") { changes.alignRows() }
      for change in changes { add(change, notes) }
    }
  }

  private mutating func add(_ change: Merging.WordChange, _ notes: [String]) {
    var words = String.UnicodeScalarView()
    func flush(_ pieces: inout [Piece]) {
      if !words.isEmpty { pieces.append(Piece(kind: change.kind, content: .words(String(words)))) }
      words = String.UnicodeScalarView()
    }
    for scalar in change.text.unicodeScalars {
      if scalar == "\n" {
        flush(&pieces)
        pieces.append(Piece(kind: change.kind, content: .lineBreak))
      } else if let number = FootnoteMarks.number(scalar), notes.indices.contains(number - 1) {
        flush(&pieces)
        pieces.append(Piece(kind: change.kind, content: .note(notes[number - 1])))
      } else {
        words.append(scalar)
      }
    }
    flush(&pieces)
  }

  private static func hidden(_ text: String, _ footnotes: [Footnote], _ notes: inout [String]) -> String {
    if footnotes.isEmpty { return text }
    var numbers: [Int: Int] = [:]
    for footnote in footnotes {
      let place = notes.firstIndex(of: footnote.text) ?? notes.endIndex
      if place == notes.endIndex { notes.append(footnote.text) }
      numbers[footnote.number] = place + 1
    }
    return FootnoteMarks.hidden(text, numbers: numbers)
  }
}

extension [Merging.WordChange] {
  /// Slides each change that holds the end of a table's row along equal words, so that it holds whole rows.
  fileprivate mutating func alignRows() {
    for index in indices.dropFirst().dropLast()
    where self[index].kind != .kept && self[index - 1].kind == .kept && self[index + 1].kind == .kept {
      let (before, text, after) = (self[index - 1].text, self[index].text, self[index + 1].text)
      guard let end = text.firstIndex(of: "\n"), let begin = text.lastIndex(of: "\n") else { continue }
      let head = text[..<end]
      let tail = text[text.index(after: begin)...]
      if !head.isEmpty, after.hasPrefix(head) {
        self[index - 1].text = before + String(head)
        self[index].text = String(text[end...] + head)
        self[index + 1].text = String(after.dropFirst(head.count))
      } else if head.isEmpty ? !tail.hasSuffix("|") : !tail.isEmpty, before.hasSuffix("\n" + tail) {
        self[index - 1].text = String(before.dropLast(tail.count))
        self[index].text = String(tail + text[...begin])
        self[index + 1].text = String(tail) + after
      }
    }
  }
}
