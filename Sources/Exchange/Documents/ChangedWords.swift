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
    /// A sign that is none of the notation.
    case literal(String)
    /// The text of a footnote.
    case note(String)
    case lineBreak
  }

  private(set) var pieces: [Piece] = []

  /// Equal notes are one note, whatever their numbers in the two states.
  ///
  /// - Parameter signs: finds the signs that are none of the notation; `nil` where nothing is read as one.
  init(
    from old: String, _ oldNotes: [Footnote], to new: String, _ newNotes: [Footnote], signs: LiteralSigns? = nil
  ) {
    var notes: [String] = []
    let (before, after) = (Self.hidden(old, oldNotes, &notes), Self.hidden(new, newNotes, &notes))
    let literals = (old: signs?.places(in: before) ?? [], new: signs?.places(in: after) ?? [])
    var changes = [Merging.WordChange(kind: .kept, text: before)]
    if before != after {
      changes = wordChanges(from: before, to: after)
      if before.contains("\n|") || after.contains("\n|") {
        changes.alignRows()
        changes.partReplacedRows()
      }
    }
    var places = (old: 0, new: 0)
    for change in changes {
      add(change, notes) { offset in
        change.kind != .inserted && literals.old.contains(places.old + offset)
          || change.kind != .deleted && literals.new.contains(places.new + offset)
      }
      let count = literals.old.isEmpty && literals.new.isEmpty ? 0 : change.text.unicodeScalars.count
      if change.kind != .inserted { places.old += count }
      if change.kind != .deleted { places.new += count }
    }
  }

  /// - Parameter isLiteral: whether the character at a place of the change is a sign that is none of the notation.
  private mutating func add(_ change: Merging.WordChange, _ notes: [String], isLiteral: (Int) -> Bool) {
    var words = String.UnicodeScalarView()
    var wereLiteral = false
    func flush(_ pieces: inout [Piece]) {
      if !words.isEmpty {
        let text = String(words)
        pieces.append(Piece(kind: change.kind, content: wereLiteral ? .literal(text) : .words(text)))
      }
      words = String.UnicodeScalarView()
    }
    for (offset, scalar) in change.text.unicodeScalars.enumerated() {
      if isLiteral(offset) != wereLiteral {
        flush(&pieces)
        wereLiteral.toggle()
      }
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

extension LiteralSigns {
  /// The places of the signs in a text, in characters.
  fileprivate func places(in text: String) -> Set<Int> {
    let parts = parts(of: text)
    guard parts.contains(where: \.isLiteral) else { return [] }
    var places: Set<Int> = []
    var offset = 0
    for part in parts {
      let count = part.text.unicodeScalars.count
      if part.isLiteral { places.formUnion(offset..<(offset + count)) }
      offset += count
    }
    return places
  }
}

extension [Merging.WordChange] {
  /// Gives rows that come in place of others the end of the line before them, and those too: each is then a line.
  fileprivate mutating func partReplacedRows() {
    for index in indices.dropFirst().dropLast()
    where self[index].isRows && self[index + 1].isRows && self[index - 1].kind == .kept
      && self[index - 1].text.hasSuffix("\n")
    {
      self[index - 1].text.removeLast()
      for change in [index, index + 1] { self[change].text = "\n" + self[change].text }
    }
  }

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

extension Merging.WordChange {
  /// Whether it is whole rows of a table that come or go.
  fileprivate var isRows: Bool { kind != .kept && text.hasPrefix("| ") && text.hasSuffix(" |") }
}
