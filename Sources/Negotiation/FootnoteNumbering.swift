internal import Drafting
internal import Notation

/// The footnotes of one paragraph over all its versions: equal notes fall together, others get a number of their own.
struct FootnoteNumbering {
  private(set) var all: [Footnote]

  init(_ base: [Footnote]) { all = base }

  /// The notes whose marks stand in one of the texts: what was counted only to compare it may have others, which nobody
  /// asks for.
  func marked(in texts: [String]) -> [Footnote] {
    if all.isEmpty { return [] }
    let marks = Set(texts.flatMap(FootnoteMarks.written))
    return all.filter { marks.contains($0.number) }
  }

  /// The text of a version with the marks of its footnotes renumbered.
  mutating func renumbered(_ paragraph: Paragraph) -> String {
    guard !paragraph.footnotes.isEmpty, paragraph.footnotes != all else { return paragraph.text }
    var numbers: [String: String] = [:]
    for footnote in paragraph.footnotes where !all.contains(footnote) {
      let known = all.first { $0.text == footnote.text }
      let merged = known ?? Footnote(number: (all.map(\.number).max() ?? 0) + 1, text: footnote.text)
      if known == nil { all.append(merged) }
      numbers[footnote.mark] = merged.mark
    }
    guard !numbers.isEmpty else { return paragraph.text }
    var output = ""
    var rest = paragraph.text.utf8[...]
    while let open = rest.firstIndex(of: 0x5B) {
      output += Substring(rest[..<open])
      rest = rest[open...]
      let end = rest.firstIndex(of: 0x5D).map { rest.index(after: $0) } ?? rest.endIndex
      // `[a [^1]`: only a bracket right before the caret can begin a mark.
      guard rest.dropFirst().first == 0x5E else {
        output += "["
        rest = rest.dropFirst()
        continue
      }
      let mark = String(Substring(rest[..<end]))
      output += numbers[mark] ?? mark
      rest = rest[end...]
    }
    return output + Substring(rest)
  }
}
