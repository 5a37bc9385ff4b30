internal import Merging
internal import Notation

/// Signs of the notation that are read as words: a bracket lost its partner to one, unless the draft has it so or the sender
/// typed it.
extension BrokenBrackets {
  /// Counts the signs among the words of a paragraph of the draft.
  ///
  /// - Parameter paragraph: the paragraph of the document at which it begins.
  mutating func countWords(of body: BracketedText, at paragraph: Int) {
    let count = body.signCount
    guard count > 0, let index = blocks.lastIndex(where: { $0.paragraphs.contains(paragraph) }) else { return }
    blocks[index].counts.words += count
  }
}

extension BracketedText {
  /// How many signs of the notation stand among words, for the reader who has the most of them.
  var signCount: Int {
    ([nil] + self.labels.map(Optional.some)).map { Exchange.signCount(in: reading(of: $0)) }.max() ?? 0
  }
}

extension WordView {
  /// The words of a paragraph that are there by a change, a line each stretch.
  func typedWords(_ paragraph: WordParagraph) -> String {
    var (words, isTyped) = ("", false)
    for run in paragraph.runs where has(run) {
      let isArrival = run.changes.contains(where: \.kind.isArrival) || looksTyped(run)
      if isArrival, !isTyped { words += "\n" }
      if isArrival { words += run.text }
      isTyped = isArrival
    }
    return words
  }

  private func looksTyped(_ run: WordRun) -> Bool {
    if case .after(.formatting, _) = self { run.format.isSuperset(of: .added) } else { false }
  }
}

/// How many signs of the notation a text has as words: `~~` and `[`.
func signCount(in text: String) -> Int {
  let bytes = Array(text.withoutMarks.utf8)
  let tildes = zip(bytes, bytes.dropFirst()).count { $0 == 0x7E && $1 == 0x7E }
  return tildes + bytes.count { $0 == 0x5B }
}
