internal import Drafting
internal import Merging

/// A draft's footnotes numbered through, with the marks in its texts as private characters (``FootnoteMarks``).
struct FootnoteNumbering {
  private(set) var notes: [Footnote] = []
  private(set) var title: [String] = []

  /// The body of each item of each section.
  private(set) var bodies: [[BracketedText]] = []

  /// A footnote without a mark gets one at the end of its text.
  init(_ draft: ConsolidatedDraft) {
    let settings = draft.settings
    var (numbers, missing) = number(settings.footnotes, marks: settings.titleBlock.flatMap(FootnoteMarks.written))
    title = settings.titleBlock.map { FootnoteMarks.hidden($0, numbers: numbers) }
    if !title.isEmpty { title[title.count - 1] += missing }
    for section in draft.sections {
      bodies.append(
        section.items.map { item in
          if item.footnotes.isEmpty { return item.body }
          var marks: [Int] = []
          item.body.forEachText { marks += FootnoteMarks.written(in: $0) }
          (numbers, missing) = number(item.footnotes, marks: marks)
          let body = item.body.mappingText { FootnoteMarks.hidden($0, numbers: numbers) }
          return missing.isEmpty ? body : body.appending(missing)
        })
    }
  }

  /// The numbers in the whole draft of one item's notes, in the order of their marks; and the marks of those without.
  private mutating func number(_ footnotes: [Footnote], marks: [Int]) -> (numbers: [Int: Int], missing: String) {
    var numbers: [Int: Int] = [:]
    var missing = ""
    let texts = Dictionary(footnotes.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
    for mark in marks + footnotes.map(\.number) where numbers[mark] == nil {
      guard let text = texts[mark] else { continue }
      notes.append(Footnote(number: notes.count + 1, text: text))
      numbers[mark] = notes.count
      if !marks.contains(mark) { missing += FootnoteMarks.character(notes.count) }
    }
    return (numbers, missing)
  }
}

extension BracketedText {
  fileprivate func appending(_ text: String) -> BracketedText {
    var pieces = pieces
    if case .text(let last)? = pieces.last {
      pieces[pieces.count - 1] = .text(last + text)
    } else {
      pieces.append(.text(text))
    }
    return BracketedText(pieces)
  }
}
