internal import Drafting

extension Paragraph {
  /// What a person is told who typed blank lines between the words of a paragraph: an empty line is what parts paragraphs
  /// in every draft, so one has none. A line before footnotes counts for nothing.
  static func remarkOnBlankLines(in typed: String) -> String? {
    let lines = typed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.allSatisfy(\.isWhitespace) ? "" : $0 }
    let isWord = lines.map { line in !line.isEmpty && Paragraph(typed: String(line)).footnotes.isEmpty }
    guard let first = isWord.firstIndex(of: true), let last = isWord.lastIndex(of: true),
      lines[first...last].contains("")
    else { return nil }
    return "Blank lines are left out, since they part paragraphs; the lines themselves stay. "
      + "Words that shall stand apart are a paragraph of their own: '--new-after'."
  }
}
