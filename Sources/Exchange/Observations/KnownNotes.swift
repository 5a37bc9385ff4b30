internal import Drafting
internal import Notation

/// The footnotes of a document and of the draft that it is compared with.
///
/// Each counts its notes in its own way. Here a note is known by what it says: it has one number in all texts that are
/// compared, so that the same words with the same notes are the same text.
struct KnownNotes {
  private var numbers: [String: Int] = [:]

  /// What the note of each number says.
  private var texts: [Int: String] = [:]

  /// No draft counts so far in one paragraph: what only looks like a mark is taken for none.
  private static let first = 1_000

  private mutating func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    let number = Self.first + texts.count
    (numbers[text], texts[number]) = (number, text)
    return number
  }

  mutating func numbered(_ item: ConsolidatedDraft.Item) -> ConsolidatedDraft.Item {
    item.renumberingNotes { number(of: $0.text) }
  }

  mutating func numbered(_ draft: ConsolidatedDraft) -> ConsolidatedDraft {
    var result = draft
    for section in result.sections.indices {
      for index in result.sections[section].items.indices where !result.sections[section].items[index].footnotes.isEmpty
      {
        result.sections[section].items[index] = numbered(result.sections[section].items[index])
      }
    }
    return result
  }

  mutating func numbered(_ paragraph: Paragraph) -> Paragraph {
    var result = paragraph
    let own = Dictionary(
      paragraph.footnotes.map { ($0.number, number(of: $0.text)) }, uniquingKeysWith: { first, _ in first })
    result.text = FootnoteMarks.renumbered(paragraph.text, own)
    result.footnotes = paragraph.footnotes.map { Footnote(number: own[$0.number] ?? $0.number, text: $0.text) }
    return result
  }

  /// A text for a paragraph, its notes counted as in that and those that it does not have behind it, a line each.
  ///
  /// A note that is another now has the number of the one that went.
  ///
  /// - Parameter base: the paragraph as the draft has it, by its own numbers.
  func written(_ text: String, for base: Paragraph) -> String {
    let marks = FootnoteMarks.written(in: text)
    guard marks.contains(where: { texts[$0] != nil }) else { return text }
    var known = places(of: marks, base)
    var lines: [Footnote] = []
    var taken = Set(known.compactMap(\.self))
    var new: [Int: Int] = [:]
    for (index, mark) in marks.enumerated() where known[index] == nil {
      guard let said = texts[mark] else { continue }
      if let number = new[mark] ?? base.footnotes.first(where: { $0.text == said })?.number {
        known[index] = number
        continue
      }
      let free = (1...).first { !taken.contains($0) } ?? taken.count + 1
      (new[mark], known[index]) = (free, free)
      taken.insert(free)
      lines.append(Footnote(number: free, text: said))
    }
    let written = FootnoteMarks.renumbered(text, inOrder: known)
    return ([written] + lines.map(\.line)).joined(separator: "\n")
  }

  /// What a person is told, without marks: their numbers say nothing outside of the comparison.
  func said(_ message: String) -> String {
    guard message.utf8.contains(0x5E) else { return message }
    return FootnoteMarks.removed(from: message, of: texts.keys.map { Footnote(number: $0, text: "") })
  }

  /// The number that each mark of a text has in the paragraph where that has the note there; of several that say the same, the
  /// one in the same place.
  private func places(of marks: [Int], _ base: Paragraph) -> [Int?] {
    let said = Dictionary(base.footnotes.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
    var waiting = FootnoteMarks.written(in: base.text).filter { said[$0] != nil }
    var known = [Int?](repeating: nil, count: marks.count)
    // From both ends, as long as the notes are the same: what came or went stands between.
    func isSame(_ mark: Int, _ number: Int) -> Bool { said[number] == texts[mark] }
    let start = zip(marks, waiting).prefix { isSame($0, $1) }.count
    for index in 0..<start { known[index] = waiting[index] }
    waiting.removeFirst(start)
    for index in marks.indices.dropFirst(start).reversed() {
      guard let last = waiting.last, isSame(marks[index], last) else { break }
      known[index] = waiting.removeLast()
    }
    for index in marks.indices where known[index] == nil {
      guard let place = waiting.firstIndex(where: { isSame(marks[index], $0) }) else { continue }
      known[index] = waiting.remove(at: place)
    }
    return known
  }
}
