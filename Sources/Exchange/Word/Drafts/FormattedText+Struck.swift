internal import Merging
internal import Notation

/// Paragraphs of which the sender struck all words of its own: those in others' brackets are theirs.
extension FormattedText {
  /// Takes labelled brackets away where nothing else is left beside them but a number and a status, unless one of them names
  /// the sender: what that says stands instead of the words that were struck.
  mutating func removeBracketsAlone(_ labels: LabelTable, besides sender: String) {
    let spans = BracketSpansInText(self, labels)
    if spans.brackets.isEmpty { return }
    var (outside, end) = ([UInt8](), 0)
    for index in bytes.indices {
      if index >= end, let bracket = spans.bracket(at: index) { end = min(bytes.count, bracket.close + 1) }
      if index >= end { outside.append(bytes[index]) }
    }
    let text = String(decoding: outside, as: UTF8.self)
    let words = CommandWords.status(atEndOf: text)?.before ?? text
    guard words.allSatisfy(\.isWhitespace) || WordDraftBuilder.isBareNumber(words),
      !BracketReader(labels: labels).read(String(decoding: bytes, as: UTF8.self)).text.labels.contains(sender)
    else { return }
    self = FormattedText()
    append(words)
  }
}
