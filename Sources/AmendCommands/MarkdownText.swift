/// Words as they are printed in Markdown: what would be markup there stands behind a backslash.
func markdownEscaped(_ text: some StringProtocol) -> String {
  var output = ""
  for character in text {
    if markdownMarks.contains(character) { output.append("\\") }
    output.append(character)
  }
  return output
}

/// What begins or ends emphasis, code, a link, an HTML tag, a reference to a character, struck words or a cell of a table.
private let markdownMarks: Set<Character> = ["\\", "`", "*", "_", "[", "<", "&", "~", "|"]
