internal import Drafting

/// The notes of a draft and the marks that they are waiting for, while it is read.
///
/// A note is known by its place in the list, counted from 1: that is the number in ``FootnoteMarks``.
struct DraftFootnotes {
  let notes: [FootnoteSection.Note]

  /// The notes by the number they were written with; the first where two have the same.
  private(set) var slashed: [Int: Int] = [:]
  private(set) var bracketed: [Int: Int] = [:]
  private(set) var plain: [Int: Int] = [:]

  /// The notes whose number was lost, in the order in which lone marks take them.
  private var waiting: ArraySlice<Int> = []

  /// Notes without a number that have no mark left for them: those of the title.
  private(set) var ofTitle: [Int] = []

  init(_ notes: [FootnoteSection.Note], body: [DraftLine]) {
    self.notes = Array(notes.prefix(FootnoteMarks.greatest))
    var lost: [Int] = []
    var none: [Int] = []
    for (index, note) in self.notes.enumerated() {
      switch note.mark {
      case .number(let number):
        let isBracketed = note.whole.bytes.first == 0x5B
        if !isBracketed, slashed[number] == nil { slashed[number] = index + 1 }
        if bracketed[number] == nil { bracketed[number] = index + 1 }
      case .plainNumber(let number):
        if plain[number] == nil { plain[number] = index + 1 }
      case .lost: lost.append(index + 1)
      case .none: none.append(index + 1)
      }
    }
    // A draft that numbers its notes `1/` marks them so: its `1.` notes are those that lost their mark.
    if bracketed.isEmpty { slashed = plain } else { plain = [:] }
    let marks = body.reduce(0) { $0 + (Self.isLoneMark($1.bytes) ? 1 : 0) }
    if lost.isEmpty, marks > 0 { lost = none }
    let surplus = max(0, lost.count - marks)
    ofTitle = Array(lost.prefix(surplus))
    waiting = lost.dropFirst(surplus)
  }

  /// A slash at the beginning of a line, where a mark was: alone, or with the rest of the sentence behind it.
  static func isLoneMark(_ line: [UInt8]) -> Bool {
    guard line.first == 0x2F else { return false }
    return line.count == 1 || " ;,.:)".utf8.contains(line[1])
  }

  /// The note of the next lone mark; `nil` where there are more marks than notes.
  mutating func next() -> Int? { waiting.popFirst() }

  /// The marks in a piece of text as private characters.
  func decoded(_ text: DraftText) -> DraftText {
    text.replacing(
      FootnoteMarks.decode(text.bytes, slashed: slashed, bracketed: bracketed, plain: plain))
  }
}
