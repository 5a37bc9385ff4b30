internal import Merging
internal import Negotiation

/// A credited text with a mark at each run of words, and what the marks mean.
struct BlameMarks {
  private let text: BlameText

  /// The number of each history, in the order in which they occur.
  private var numbers: [WordCredit: Int] = [:]
  private var credits: [WordCredit] = []

  init(_ text: BlameText, _ all: [WordCredit]) {
    self.text = text
    for credit in all where numbers[credit] == nil {
      credits.append(credit)
      numbers[credit] = credits.count
    }
  }

  /// What the marks of the inline view mean, a line each.
  var legend: [String] {
    credits.enumerated().map { index, credit in
      let number = String(index + 1)
      return String(repeating: " ", count: max(0, 3 - number.count)) + number + "  "
        + ([text.full(credit.broughtIn)] + (credit.adopted.map { ["adopted \(text.stamp($0))"] } ?? [])
        + (credit.revision.map { ["rev. \($0)"] } ?? []) + text.notes(credit, isInline: true)).joined(separator: "; ")
    }
  }

  /// The text with a mark round each run: `{2: annex A}`, `{3: ~~the~~}` for words that were struck.
  var marked: BracketedText { marked(text.blame.pieces) }

  /// The same of each footnote, its mark before it.
  var markedNotes: [BracketedText] {
    text.blame.notes.map { note in
      BracketedText((note.mark.map { [.text("\($0): ")] } ?? []) + marked(note.pieces).pieces)
    }
  }

  private func marked(_ pieces: [BlamePiece]) -> BracketedText {
    var result: [BracketedText.Piece] = []
    func add(_ text: String) {
      if case .text(let before) = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(.text(text))
      }
    }
    for piece in pieces {
      switch piece {
      case .words(let words): add(spaced(words.text) { "{\(number(words.credit)): \($0)}" })
      case .former(let words):
        let mark = spaced(words.text) { "{\(number(words.credit)): ~~\($0)~~}" }
        if case .text(let before) = result.last, before.last?.isWhitespace == true {
          add(text.trimmed(mark) + " ")
        } else {
          add(mark.first?.isWhitespace == true || result.isEmpty ? mark : " " + mark)
        }
      case .bracket(let bracket):
        result.append(
          .bracket(
            Bracket(
              alternatives: bracket.alternatives.map { .init(labels: $0.labels, content: marked($0.pieces)) },
              struck: bracket.struck.map(marked))))
      }
    }
    return BracketedText(result)
  }

  private func number(_ credit: WordCredit) -> Int { numbers[credit] ?? 0 }

  /// The words changed, the white space round them kept.
  private func spaced(_ words: String, _ change: (String) -> String) -> String {
    let head = words.prefix { $0.isWhitespace }
    let core = text.trimmed(words)
    return core.isEmpty ? words : head + change(core) + words.dropFirst(head.count + core.count)
  }
}
