/// Lines of a paragraph that something else than a ``DraftWriter`` puts together.
extension DraftFormat {
  /// A further line of a paragraph with the backslash that it needs to be read as one, in the format `text`.
  ///
  /// - Parameter previous: the line before it as it is written.
  package static func furtherLine(_ line: String, after previous: String, labels: LabelTable) -> String {
    let escapes = DraftEscapes(labels: labels, format: .text)
    return escapes.needsBackslash(Array(line.utf8), at: .further(after: Array(previous.utf8))) ? "\\" + line : line
  }
}
