extension WordDocument {
  /// How a person finds a paragraph of the body: `“2. To ask each State for …”`.
  ///
  /// - Parameter number: counted from 1 through all tables.
  package func place(ofParagraph number: Int) -> String {
    let paragraphs = body.flatMap(\.paragraphs)
    guard paragraphs.indices.contains(number - 1) else { return "paragraph \(number)" }
    let paragraph = paragraphs[number - 1]
    let printed = paragraph.runs.filter { $0.changes.allSatisfy { !$0.kind.isArrival } }
    // A paragraph that comes in as a whole has no other words.
    let runs = printed.contains { !$0.text.allSatisfy(\.isWhitespace) } ? printed : paragraph.runs
    let text = (paragraph.number.map { $0 + " " } ?? "") + runs.map(\.text).joined()
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.isEmpty { return "paragraph \(number)" }
    let beginning = words.prefix(6).joined(separator: " ").prefix(60)
    return "“\(beginning)\(words.count > 6 ? " …" : "")”"
  }
}
