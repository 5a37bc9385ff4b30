/// `text` in lines of at most `width` columns, broken at spaces, every line indented. A longer word stands alone.
///
/// Empty lines separate paragraphs and stay.
func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
  let margin = String(repeating: " ", count: indent)
  let paragraphs = paragraphs(of: text).map { words in
    wrapped(words, width: width - indent).map { margin + $0 }.joined(separator: "\n")
  }
  return paragraphs.joined(separator: "\n\n")
}

/// The words of each paragraph; an empty line ends one.
func paragraphs(of text: String) -> [[String]] {
  var paragraphs: [[String]] = [[]]
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1] += words }
  }
  return paragraphs.filter { !$0.isEmpty }
}

/// Lines of terms that are never broken.
func wrapped(_ terms: [String], width: Int) -> [String] {
  var lines: [String] = []
  var length = 0
  for term in terms {
    if lines.isEmpty || length + 1 + term.count > width {
      lines.append(term)
      length = term.count
    } else {
      lines[lines.count - 1] += " " + term
      length += 1 + term.count
    }
  }
  return lines
}

/// Two columns: terms on the left, what they mean wrapped on the right. A term too long has a line of its own.
func aligned(_ rows: [(term: String, meaning: String)], width: Int, indent: Int = 2) -> String {
  let longest = rows.map(\.term.count).max() ?? 0
  let column = min(indent + longest + 2, 30)
  var text = ""
  for row in rows {
    let lines = wrapped(row.meaning.split(whereSeparator: \.isWhitespace).map(String.init), width: width - column)
    var left = String(repeating: " ", count: indent) + row.term
    if left.count + 2 > column, !lines.isEmpty {
      text += left + "\n"
      left = ""
    }
    for line in lines.isEmpty ? [""] : lines {
      let padding = String(repeating: " ", count: max(0, column - left.count))
      text += (line.isEmpty ? left : left + padding + line) + "\n"
      left = ""
    }
  }
  return text
}
